//! What happens to a passport when an organisation stops, and when a person leaves one.

use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_organisation_that_stops_erases_nothing_and_stays_named_as_it_was() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    sqlx::query("UPDATE organisation SET siret = '73282932000074', nda = '84691234567' WHERE id = $1")
        .bind(class.school.organisation.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let entry = class.validate(&app, 3).await;
    sqlx::query("UPDATE organisation SET name = 'Ancien atelier', siret = NULL, nda = NULL WHERE id = $1")
        .bind(class.school.organisation.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    app.suspend(&class.school.organisation).await;
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    let signed = &proof["entry"]["organisation"];
    assert_eq!(
        (&proof["status"], &signed["name"], &signed["siret"], &signed["nda"]),
        (&json!("validated"), &json!("Atelier"), &json!("73282932000074"), &json!("84691234567"))
    );
    let mine = class.zoe.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!({ "level": 3, "status": "validated" }));
    let gone = sqlx::query("DELETE FROM organisation WHERE id = $1")
        .bind(class.school.organisation.id)
        .execute(&app.state.pool)
        .await;
    assert!(gone.is_err(), "what it wrote holds it");
}

#[tokio::test]
async fn who_leaves_keeps_the_passport_and_the_organisation_keeps_its_own_part() {
    let app = TestApp::with_catalogue().await;
    let (class, other) = (app.evaluation("Atelier").await, app.workshop("Ailleurs").await);
    let entry = class.validate(&app, 3).await;
    app.join(&other.organisation, &class.zoe, Role::Trainee).await;
    let body =
        json!({ "person_id": class.zoe.id, "skill": class.skills[1], "grid_id": other.grid, "step": 2 });
    other.trainer.client.post(&other.path(), body).await.expect(201);
    let admin = app.member(&class.school.organisation, Role::Admin).await;
    let leave = class.org(&format!("/members/{}", class.zoe.id));
    admin.client.delete(&leave).await.expect(204);

    let mine = class.zoe.client.get("/me/passport/entries").await.expect(200);
    assert_eq!(mine["items"].as_array().unwrap().len(), 2);
    let kept =
        class.school.manager.client.get(&class.org(&format!("/people/{}/passport", class.zoe.id))).await;
    let kept = kept.expect(200);
    assert_eq!((kept["items"].as_array().unwrap().len(), &kept["items"][0]["entry_id"]), (1, &json!(entry)));
    // It still answers for what it wrote.
    let reason = json!({ "reason_code": "mistake", "reason": "Autre personne" });
    class
        .school
        .manager
        .client
        .post(&class.org(&format!("/validations/{entry}/revoke")), reason)
        .await
        .expect(201);
    let mail = app.mails_to(&class.zoe.email).await.pop().unwrap();
    assert!(mail.subject.contains("a révoqué la validation"), "{}", mail.subject);
    assert!(mail.body.contains("Autre personne"), "{}", mail.body);
}

#[tokio::test]
async fn a_passport_goes_with_its_person() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.validate(&app, 3).await;
    sqlx::query("DELETE FROM person WHERE id = $1")
        .bind(class.zoe.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    for table in ["validation", "passport_link"] {
        let left: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}")))
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
        assert_eq!(left, 0, "{table}");
    }
}
