use carnet::attendance::verify_file;
use carnet::platform::seal::SealKey;
use reqwest::Method;
use serde_json::{Value, json};

use super::issue_certificates::{over, request};
use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_certificate_says_what_closed_sheets_say_and_verifies_offline() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut late = class.row(0, "am", "late");
    late["minutes_late"] = json!(60);
    class.mark(&app, vec![late]).await;
    over(&app, &class).await;
    let keys = [app.state.part::<SealKey>().public().clone()];
    for (kind, title) in [
        ("completion", "Certificat de réalisation\u{a0}: Soudure"),
        ("attendance", "Attestation d’assiduité\u{a0}: Soudure"),
        ("end_of_training", "Attestation de fin de formation\u{a0}: Soudure"),
    ] {
        let mut wish = request(kind);
        wish["enrolment_ids"] = json!([class.enrolment(0)]);
        let issued = class.boss(&app).post(&class.path("/certificates"), wish).await.expect(201);
        let path = class.path(&format!("/certificates/{}", issued["issued"][0]["id"].as_str().unwrap()));
        let json = class.boss(&app).get(&format!("{path}?format=json")).await;
        let verified = verify_file(json.text.as_bytes(), &keys).unwrap();
        assert_eq!((verified.title.as_str(), verified.is_pdf), (title, false));
        let said = &json.body["document"];
        assert_eq!((&said["totals"]["attended"], &said["totals"]["planned"]), (&json!(420), &json!(480)));
        assert_eq!(
            (&said["last_name"], &said["organisation"]["nda"]),
            (&json!("Stagiaire0"), &json!("84691234567"))
        );
        let response =
            class.boss(&app).request(Method::GET, &format!("{path}?format=pdf")).send().await.unwrap();
        assert_eq!(response.status(), 200, "{kind}");
        let pdf = response.bytes().await.unwrap();
        assert!(verify_file(&pdf, &keys).unwrap().is_pdf, "{kind}");
        if kind == "end_of_training" {
            assert_eq!(said["objectives"], json!(["Souder à l'arc", "Contrôler un cordon"]));
        }
        only_for_those_who_run_it(&app, &class, Method::GET, &format!("{path}?format=json"), &Value::Null)
            .await;
    }
    let unknown = class.path(&format!("/certificates/{}?format=pdf", uuid::Uuid::nil()));
    class.boss(&app).get(&unknown).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_employer_of_a_trainee_is_on_their_certificate_and_stays_there() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    over(&app, &class).await;
    let set = async |employer: &str| {
        app.execute(&format!(
            "UPDATE enrolment SET employer = {employer} WHERE id = '{}'",
            class.enrolment(0)
        ))
        .await;
    };
    set("'Chantiers Lefort'").await;
    let keys = [app.state.part::<SealKey>().public().clone()];
    for kind in ["completion", "attendance", "end_of_training"] {
        set("'Chantiers Lefort'").await;
        let issued = class.boss(&app).post(&class.path("/certificates"), request(kind)).await.expect(201);
        set("NULL").await;
        let issued = issued["issued"].as_array().unwrap();
        assert_eq!(issued.len(), 2, "{kind}");
        for certificate in issued {
            let path = class.path(&format!("/certificates/{}", certificate["id"].as_str().unwrap()));
            let said = class.boss(&app).get(&format!("{path}?format=json")).await;
            verify_file(said.text.as_bytes(), &keys).unwrap();
            let employer = &said.body["document"]["employer"];
            if certificate["enrolment_id"] == json!(class.enrolment(0)) {
                assert_eq!(employer, "Chantiers Lefort", "{kind}");
            } else {
                assert_eq!(employer, &Value::Null, "{kind}");
            }
        }
    }
}

#[tokio::test]
async fn the_address_that_the_register_gave_is_on_what_is_issued() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    over(&app, &class).await;
    let set = "UPDATE organisation SET siret = '73282932000074'";
    app.execute(set).await;
    let path = class.path("/certificates");
    let address = async |kind: &str| {
        let issued = class.boss(&app).post(&path, request(kind)).await.expect(201);
        let id = issued["issued"][0]["id"].as_str().unwrap().to_owned();
        let json = class.boss(&app).get(&format!("{path}/{id}?format=json")).await;
        json.body["document"]["organisation"]["address"].clone()
    };
    assert_eq!(address("attendance").await, Value::Null, "no register said anything");
    app.execute(&format!(
        "INSERT INTO organisation_register (organisation_id, siret, state, source, checked_at, address, next_check_at)
         VALUES ('{}', '73282932000074', 'active', 'essai', now(), '1 RUE DE LA SOUDURE 69001 LYON', now())",
        class.organisation.id
    ))
    .await;
    assert_eq!(address("completion").await, "1 RUE DE LA SOUDURE 69001 LYON");
    app.execute("UPDATE organisation_register SET state = 'closed'").await;
    assert_eq!(address("end_of_training").await, Value::Null);
}

#[tokio::test]
async fn the_attestation_of_the_end_says_what_was_found_of_each_skill_or_that_nothing_was() {
    let app = TestApp::with_catalogue().await;
    let class = app.class(1).await;
    let grid = app.grid(&class.organisation).await;
    let skills = app.skills_of("M1805");
    let mut tx = app.state.pool.begin().await.unwrap();
    sqlx::query("SET LOCAL session_replication_role = 'replica'").execute(&mut *tx).await.unwrap();
    for (position, skill) in (0_i16..).zip(&skills[..2]) {
        sqlx::query(
            "INSERT INTO training_skill (training_id, revision, position, skill_code, label, jobs, target, pass)
             SELECT training_id, revision, $2, $3, $4, '{}', 3, 2 FROM training_session WHERE id = $1",
        )
        .bind(class.session)
        .bind(position)
        .bind(skill.parse::<i32>().unwrap())
        .bind(app.label_of(skill))
        .execute(&mut *tx)
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    let found = json!({
        "person_id": class.trainees[0].user.id, "skill": skills[0], "grid_id": grid, "step": 2,
    });
    class.teacher(&app).post(&class.organisation.path("/validations"), found).await.expect(201);
    over(&app, &class).await;
    let path = class.path("/certificates");
    let said = async |kind: &str| {
        let issued = class.boss(&app).post(&path, request(kind)).await.expect(201);
        let id = issued["issued"][0]["id"].as_str().unwrap();
        let json = class.boss(&app).get(&format!("{path}/{id}?format=json")).await;
        json.body["document"]["results"].clone()
    };
    assert_eq!(
        said("end_of_training").await,
        json!([
            {
                "skill": app.label_of(&skills[0]), "level": "Acquis", "is_acquired": true,
                "evaluated_on": "2026-03-03", "evaluated_by": "Farida Membre",
            },
            {
                "skill": app.label_of(&skills[1]), "level": null, "is_acquired": false, "evaluated_on": null,
                "evaluated_by": null,
            },
        ])
    );
    assert_eq!(said("completion").await, json!([]), "it is about hours alone");
}

#[tokio::test]
async fn the_kinds_of_action_a_certification_holds_for_are_sealed_as_they_are_that_day() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.execute(&format!(
        "INSERT INTO organisation_register (organisation_id, siret, state, source, checked_at, is_training_organisation,
             is_qualiopi, ndas, training_checked_at, next_check_at)
         VALUES ('{}', '73282932000074', 'active', 'essai', now(), true, true, '{{84691234567}}', now(), now())",
        class.organisation.id
    ))
    .await;
    app.execute(
        r#"UPDATE organisation SET siret = '73282932000074', nda = '84691234567', claims_qualiopi = true,
               qualiopi_certificates = '[{"category": "training", "valid_from": "2023-03-03", "valid_until": "2026-03-02"},
                   {"category": "apprenticeship", "valid_from": "2026-03-03", "valid_until": "2029-03-02"}]'"#,
    )
    .await;
    over(&app, &class).await;
    let path = class.path("/certificates");
    let issue = async |kind: &str| {
        let issued = class.boss(&app).post(&path, request(kind)).await.expect(201);
        format!("{path}/{}?format=json", issued["issued"][0]["id"].as_str().unwrap())
    };
    let said = async |certificate: &str| {
        let document = class.boss(&app).get(certificate).await.body["document"].clone();
        (document["is_qualiopi"].clone(), document["organisation"]["qualiopi_categories"].clone())
    };
    // The one for training ran out the day before.
    let kinds = json!(["apprenticeship"]);
    let first = issue("completion").await;
    assert_eq!(said(&first).await, (json!(true), kinds.clone()));
    app.execute("UPDATE organisation SET qualiopi_certificates = '[]'").await;
    let second = issue("attendance").await;
    assert_eq!(said(&second).await, (json!(true), Value::Null), "nothing is declared");
    assert_eq!(said(&first).await, (json!(true), kinds), "what was sealed stays");
    app.execute("UPDATE organisation_register SET is_qualiopi = false").await;
    assert_eq!(said(&issue("end_of_training").await).await, (json!(false), Value::Null));
}

#[tokio::test]
async fn the_nature_of_the_action_is_that_of_the_session_s_revision() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    for statement in [
        "SET LOCAL session_replication_role = replica",
        "UPDATE training_revision SET nature = 'skills_assessment'",
    ] {
        sqlx::query(statement).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    over(&app, &class).await;
    for kind in ["completion", "attendance", "end_of_training"] {
        let issued = class.boss(&app).post(&class.path("/certificates"), request(kind)).await.expect(201);
        let path = class.path(&format!("/certificates/{}", issued["issued"][0]["id"].as_str().unwrap()));
        let said = class.boss(&app).get(&format!("{path}?format=json")).await;
        assert_eq!(said.body["document"]["nature"], "skills_assessment", "{kind}");
    }
}
