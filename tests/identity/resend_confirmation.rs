use serde_json::json;

use super::{confirm, login, register};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn a_waiting_address_gets_another_link_and_both_work() {
    let app = TestApp::start().await;
    register(&app, "ines@example.org").await.expect(202);
    let again =
        app.anonymous().post("/auth/resend-confirmation", json!({ "email": "INES@example.org" })).await;
    assert_eq!(again.expect(202), json!({ "status": "confirmation_sent" }));
    let mails = app.mails_to("ines@example.org").await;
    assert_eq!(mails.len(), 2);
    let (first, second) = (mails[0].after("/confirmer?token="), mails[1].after("/confirmer?token="));
    assert_ne!(first, second);
    confirm(&app, &second).await.expect(204);
    confirm(&app, &first).await.expect(204);
    login(&app, "ines@example.org", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn confirmed_and_unknown_addresses_get_the_same_answer_and_no_mail() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    for email in [owner.email.as_str(), "nobody@example.org"] {
        let answer = app.anonymous().post("/auth/resend-confirmation", json!({ "email": email })).await;
        assert_eq!(answer.expect(202), json!({ "status": "confirmation_sent" }));
        assert_eq!(app.mails_to(email).await.len(), 0);
    }
    app.anonymous()
        .post("/auth/resend-confirmation", json!({ "email": "x" }))
        .await
        .expect_field("/email", "email_format");
}
