use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;

/// Sends a file as this person.
pub async fn upload(user: &User, school: &School, session: &Value, file: impl Into<Vec<u8>>) -> Answer {
    let path = session_path(school, session, "/enrolment-imports");
    let request =
        user.client.request(Method::POST, &path).header(header::CONTENT_TYPE, "application/octet-stream");
    send(request.body(file.into())).await
}

fn actions(preview: &Value) -> Vec<(Value, Value, Value)> {
    let rows = preview["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["line"].clone(), row["action"].clone(), row["status"].clone())).collect()
}

#[tokio::test]
async fn a_file_is_shown_row_by_row_and_nothing_is_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let mut draft = school.session_draft(&training);
    draft["seats"] = json!(4);
    let session = school.open(&draft).await;
    let member = app.trainee(&school.organisation).await;
    school.register(&session, "Déjà", "Là").await;
    let file = format!(
        "Nom;Prénom;E-mail;Référence;Début;Fin;Service\n\
         Durand;Zoé;zoe@example.org;D-1;;;RH\n\
         Membre;Samir;{};;10/03/2026;;\n\
         LÀ;déjà;;;;;\n\
         Durand;Z.;ZOE@example.org;;;;\n\
         ;Ali;nulle part;;;31/02/2026;\n\
         Martin;Léa;;L-1;;;\n\
         Petit;Max;max@example.org;;;;\n",
        member.email.to_uppercase()
    );
    let shown = upload(&school.manager, &school, &session, file).await.expect(201);
    assert_eq!(
        actions(&shown),
        [
            (json!(2), json!("create"), json!("invited")),
            (json!(3), json!("match"), json!("enrolled")),
            (json!(4), json!("already"), Value::Null),
            (json!(5), json!("error"), Value::Null),
            (json!(6), json!("error"), Value::Null),
            (json!(7), json!("create"), json!("enrolled")),
            (json!(8), json!("create"), json!("waiting")),
        ]
    );
    assert_eq!(shown["counts"], json!({ "create": 3, "match": 1, "already": 1, "error": 2 }));
    assert_eq!((&shown["ignored_columns"], &shown["confirmed_at"]), (&json!(["Service"]), &Value::Null));
    assert_eq!(shown["rows"][1]["starts_on"], "2026-03-10");
    assert_eq!(shown["rows"][3]["errors"][0]["code"], "duplicate");
    let faults: Vec<_> = shown["rows"][4]["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["column"].clone(), one["code"].clone()))
        .collect();
    assert_eq!(
        faults,
        [(json!(1), json!("required")), (json!(3), json!("email_format")), (json!(6), json!("date_format"))]
    );
    let listed = school.manager.client.get(&session_path(&school, &session, "/enrolments")).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "nothing was written");
}

#[tokio::test]
async fn the_column_of_employers_is_read_and_its_faults_are_told() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    for heading in ["Employeur", "ENTREPRISE", "Employer"] {
        let file = format!(
            "Nom;Prénom;{heading}\nDurand;Zoé; Chantiers Lefort \nMartin;Léa;\nPetit;Max;{}\n",
            "x".repeat(201)
        );
        let shown = upload(&school.manager, &school, &session, file).await.expect(201);
        let rows = shown["rows"].as_array().unwrap();
        let employers: Vec<_> = rows.iter().map(|row| row["employer"].clone()).collect();
        assert_eq!(employers, [json!("Chantiers Lefort"), Value::Null, json!("x".repeat(201))], "{heading}");
        let fault = &rows[2]["errors"][0];
        assert_eq!((&rows[2]["action"], &fault["column"]), (&json!("error"), &json!(3)));
        assert_eq!((&fault["code"], &shown["ignored_columns"]), (&json!("too_long"), &json!([])));
    }
    let twice = "Nom;Prénom;Employeur;Entreprise\nDurand;Zoé;Un;Deux\n";
    upload(&school.manager, &school, &session, twice).await.expect_field("/lines/1/columns/4", "duplicate");
}

#[tokio::test]
async fn a_known_address_of_another_organisation_looks_like_any_other() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let foreign = app.school("Ailleurs").await;
    let known = app.trainee(&foreign.organisation).await;
    let file = format!("Nom;Prénom;E-mail\nUn;A;{}\nDeux;B;nobody@example.org\n", known.email);
    let shown = upload(&school.manager, &school, &session, file).await.expect(201);
    let told: Vec<_> = actions(&shown).into_iter().map(|(_, action, status)| (action, status)).collect();
    assert_eq!(told, [(json!("create"), json!("invited")), (json!("create"), json!("invited"))]);
}

#[tokio::test]
async fn hostile_and_broken_files_are_refused_with_their_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let refused = async |file: Vec<u8>, pointer: &str, code: &str| {
        upload(&school.manager, &school, &session, file).await.expect_field(pointer, code);
    };
    refused(Vec::new(), "", "empty_file").await;
    refused(b"<html><body>liste.xlsx</body></html>".to_vec(), "", "not_a_table").await;
    refused(b"PK\x03\x04 liste.xlsx".to_vec(), "", "not_a_table").await;
    refused(b"Nom;Pr\xc3\xa9nom\nDu\0rand;Zo\xc3\xa9\n".to_vec(), "/lines/2", "invalid_characters").await;
    refused("Prénom;Service\nZoé;RH\n".into(), "/lines/1", "missing_column").await;
    refused(format!("Nom;Prénom\nA;{}\n", "x".repeat(20_000)).into(), "/lines/2/columns/2", "too_long").await;
    refused(format!("Nom;Prénom\n{}", "Durand;Zoé\n".repeat(50_000)).into(), "/lines/2002", "too_many").await;
    let answer = upload(&school.manager, &school, &session, vec![b'x'; 5 * 1024 * 1024]).await;
    answer.expect_problem(413, "body_too_large");
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM enrolment_import").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn formulas_are_texts_and_windows_files_are_read() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let file = b"Nom;Pr\xe9nom\r\n=cmd|' /C calc'!A0;Zo\xe9\r\n".to_vec();
    let shown = upload(&school.manager, &school, &session, file).await.expect(201);
    let row = &shown["rows"][0];
    assert_eq!((&row["last_name"], &row["first_name"]), (&json!("=cmd|' /C calc'!A0"), &json!("Zoé")));
}

#[tokio::test]
async fn only_those_who_run_the_organisation_import() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let file = "Nom;Prénom\nDurand;Zoé\n";
    let (foreign, other) = (app.school("Ailleurs").await, app.trainer(&school.organisation).await);
    upload(&school.trainer, &school, &session, file).await.expect_problem(403, "forbidden");
    upload(&other, &school, &session, file).await.expect_problem(404, "not_found");
    upload(&foreign.manager, &school, &session, file).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    upload(&school.manager, &school, &session, file).await.expect_problem(409, "organisation_suspended");
}
