use chrono::Duration;
use serde_json::json;

use super::{audited, confirm, login, register, token};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn the_same_link_twice_is_fine() {
    let app = TestApp::start().await;
    register(&app, "ines@example.org").await.expect(202);
    let token = token(&app, "ines@example.org", "/confirmer?token=").await;
    confirm(&app, &token).await.expect(204);
    confirm(&app, &token).await.expect(204);
    assert_eq!(audited(&app, "account.email_confirmed").await, 1);
}

#[tokio::test]
async fn a_link_is_valid_for_a_day() {
    let app = TestApp::start().await;
    register(&app, "ines@example.org").await.expect(202);
    let token = token(&app, "ines@example.org", "/confirmer?token=").await;
    app.advance(Duration::hours(24));
    confirm(&app, &token).await.expect_problem(422, "invalid_token");
    login(&app, "ines@example.org", PASSWORD).await.expect_problem(403, "email_not_confirmed");
}

#[tokio::test]
async fn unknown_and_foreign_tokens_are_refused() {
    let app = TestApp::start().await;
    confirm(&app, "unknown").await.expect_problem(422, "invalid_token");
    confirm(&app, "").await.expect_problem(422, "invalid_token");
    // A token for another purpose confirms nothing.
    register(&app, "ines@example.org").await.expect(202);
    app.anonymous()
        .post("/auth/request-password-reset", json!({ "email": "ines@example.org" }))
        .await
        .expect(202);
    let reset = token(&app, "ines@example.org", "/reinitialiser?token=").await;
    confirm(&app, &reset).await.expect_problem(422, "invalid_token");
    let anonymous = app.anonymous();
    let post = |body| anonymous.post("/auth/confirm-email", body);
    post(json!({})).await.expect_field("/token", "required");
    post(json!({ "token": "x", "email": "y" })).await.expect_field("/email", "unknown_field");
}
