use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::Dossier;

#[tokio::test]
async fn a_refusal_has_a_reason_and_words_and_writes_no_validation() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let after = dossier.admin.client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    assert_eq!(
        (&after["status"], &after["decision"]["refusal"]),
        (&json!("refused"), &json!("other_holder"))
    );
    assert_eq!(after["decision"]["proofs_reason"], "Copie trop sombre.");
    assert!(after["decision"]["skills"].as_array().unwrap().iter().all(|it| it["verdict"] == "refused"));
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM validation").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 0);
    // It stays the person's word.
    let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    assert_eq!(seen["status"], "refused");
    let skills = dossier.person.client.get("/me/skills").await.expect(200);
    assert_eq!(skills["items"].as_array().unwrap().len(), 2);
    let mail = app.mails_to(&dossier.person.email).await.pop().unwrap();
    assert!(mail.body.contains("autre titulaire") && mail.body.contains("Le diplôme porte un autre nom."));
    let again = dossier.admin.client.post(&dossier.path("/refuse"), Dossier::refusal()).await;
    assert_eq!(again.expect_problem(409, "illegal_transition")["current_state"], "refused");
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let post =
        async |body: serde_json::Value| dossier.admin.client.post(&dossier.path("/refuse"), body).await;
    let with = |field: &str, value: serde_json::Value| {
        let mut body = Dossier::refusal();
        body[field] = value;
        body
    };
    post(with("text", json!(" "))).await.expect_field("/text", "required");
    post(with("refusal", json!("mood"))).await.expect_problem(422, "invalid_request");
    post(with("refusal", json!("not_authentic"))).await.expect_field("/proofs/judgement", "contradictory");
    post(with("proofs", json!({"judgement": "not_authentic"})))
        .await
        .expect_field("/proofs/reason", "required");
    post(with("file_id", json!(uuid::Uuid::nil()))).await.expect_field("/file_id", "unknown_file");
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        let member = app.member(&dossier.organisation, role).await;
        member
            .client
            .post(&dossier.path("/refuse"), Dossier::refusal())
            .await
            .expect_problem(403, "forbidden");
    }
    let other = app.organisation("Atelier").await;
    let stranger = app.member(&other, Role::Admin).await;
    stranger.client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect_problem(404, "not_found");
    app.anonymous()
        .post(&dossier.path("/refuse"), Dossier::refusal())
        .await
        .expect_problem(401, "unauthenticated");
}
