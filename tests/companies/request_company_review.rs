use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

const PATH: &str = "/me/company/review-request";

#[tokio::test]
async fn staff_reads_the_message() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter(SIRET, "active", "awaiting_proof").await;
    let message = json!({"message": "  Je suis la gérante : 04 00 00 00 00.  "});
    let company = recruiter.user.client.post(PATH, &message).await.expect(200);
    assert_eq!(company["status"], "awaiting_review");
    let admin = app.platform_admin().await;
    let list = admin.client.get("/admin/recruiters?status=awaiting_review").await.expect(200);
    assert_eq!(list["items"][0]["message"], "Je suis la gérante : 04 00 00 00 00.");
    assert_eq!(list["items"][0]["proof"], json!(null));

    let twice = recruiter.user.client.post(PATH, &message).await.expect_problem(409, "illegal_transition");
    assert_eq!(twice["current_state"], "awaiting_review");
}

#[tokio::test]
async fn a_message_has_a_length() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter(SIRET, "active", "awaiting_proof").await;
    for (message, code) in [
        (" \n ".to_owned(), "required"),
        ("é".repeat(2001), "too_long"),
        ("a\0b".to_owned(), "invalid_characters"),
    ] {
        let answer = recruiter.user.client.post(PATH, json!({"message": message})).await;
        answer.expect_field("/message", code);
    }
    recruiter.user.client.post(PATH, json!({"message": "é".repeat(2000)})).await.expect(200);
}

#[tokio::test]
async fn only_an_account_that_awaits_a_proof_may_ask() {
    let app = TestApp::start().await;
    let body = json!({"message": "Bonjour"});
    for status in ["pending_register", "awaiting_review", "granted", "refused", "suspended"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let problem = recruiter.user.client.post(PATH, &body).await.expect_problem(409, "illegal_transition");
        assert_eq!(problem["current_state"], status);
    }
    app.person("Inès", "Lefèvre").await.client.post(PATH, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(PATH, &body).await.expect_problem(401, "unauthenticated");
}
