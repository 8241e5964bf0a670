use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    for (email, mails) in [(owner.email.as_str(), 1), ("nobody@example.org", 0)] {
        let answer = app.anonymous().post("/auth/request-password-reset", json!({ "email": email })).await;
        assert_eq!(answer.expect(202), json!({ "status": "reset_sent" }));
        assert_eq!(app.mails_to(email).await.len(), mails);
    }
    let mails = app.mails_to(&owner.email).await;
    assert_eq!(mails[0].subject, "Choisissez un nouveau mot de passe");
    assert!(mails[0].body.contains("valable une heure"));
    // Asking changes nothing.
    owner.client.get("/me").await.expect(200);
}

#[tokio::test]
async fn a_disabled_account_gets_none() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    sqlx::query("UPDATE person SET disabled_at = created_at").execute(&app.state.pool).await.unwrap();
    app.anonymous().post("/auth/request-password-reset", json!({ "email": owner.email })).await.expect(202);
    assert_eq!(app.mails_to(&owner.email).await.len(), 0);
}

#[tokio::test]
async fn bad_input_is_refused() {
    let app = TestApp::start().await;
    let anonymous = app.anonymous();
    let post = |body| anonymous.post("/auth/request-password-reset", body);
    post(json!({ "email": "" })).await.expect_field("/email", "required");
    post(json!({ "email": "a\r\nBcc: b@example.org" })).await.expect_field("/email", "email_format");
    post(json!({ "email": "a@example.org", "id": 1 })).await.expect_field("/id", "unknown_field");
}
