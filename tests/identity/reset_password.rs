use chrono::Duration;
use serde_json::json;

use super::{audited, cookie, login, register, token, with_cookie};
use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::users::PASSWORD;

const NEW: &str = "Cinq vélos rouges";

async fn ask(app: &TestApp, email: &str) -> String {
    app.anonymous().post("/auth/request-password-reset", json!({ "email": email })).await.expect(202);
    token(app, email, "/reinitialiser?token=").await
}

async fn reset(app: &TestApp, token: &str, password: &str) -> Answer {
    app.anonymous().post("/auth/reset-password", json!({ "token": token, "password": password })).await
}

#[tokio::test]
async fn the_new_password_works_and_every_session_ends() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let browser = login(&app, &owner.email, PASSWORD).await;
    let token = ask(&app, &owner.email).await;
    reset(&app, &token, NEW).await.expect(204);
    owner.client.get("/me").await.expect_problem(401, "unauthenticated");
    with_cookie(&app, "/auth/refresh", &cookie(&browser)).await.expect_problem(401, "unauthenticated");
    login(&app, &owner.email, PASSWORD).await.expect_problem(401, "invalid_credentials");
    login(&app, &owner.email, NEW).await.expect(200);
    assert_eq!(app.mails_to(&owner.email).await[1].subject, "Votre mot de passe a été changé");
    assert_eq!(audited(&app, "account.password_changed").await, 1);
}

#[tokio::test]
async fn a_link_serves_once_and_takes_its_twins_along() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let (first, second) = (ask(&app, &owner.email).await, ask(&app, &owner.email).await);
    assert_ne!(first, second);
    reset(&app, &first, NEW).await.expect(204);
    reset(&app, &first, "Encore une autre phrase").await.expect_problem(422, "invalid_token");
    reset(&app, &second, "Encore une autre phrase").await.expect_problem(422, "invalid_token");
    login(&app, &owner.email, NEW).await.expect(200);
}

#[tokio::test]
async fn parallel_uses_of_one_link_set_one_password() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let token = ask(&app, &owner.email).await;
    let answers = futures::future::join_all((0..6).map(|_| reset(&app, &token, NEW))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 204).count(), 1);
    assert_eq!(audited(&app, "account.password_changed").await, 1);
}

#[tokio::test]
async fn a_refused_password_does_not_spend_the_link() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let token = ask(&app, &owner.email).await;
    reset(&app, &token, "courte").await.expect_field("/password", "too_short");
    reset(&app, &token, &format!("x {} x", owner.email)).await.expect_field("/password", "contains_email");
    reset(&app, &token, NEW).await.expect(204);
}

#[tokio::test]
async fn late_unknown_and_foreign_links_are_refused() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    reset(&app, "unknown", NEW).await.expect_problem(422, "invalid_token");
    let late = ask(&app, &owner.email).await;
    app.advance(Duration::hours(1));
    reset(&app, &late, NEW).await.expect_problem(422, "invalid_token");
    register(&app, "ines@example.org").await.expect(202);
    let confirmation = token(&app, "ines@example.org", "/confirmer?token=").await;
    reset(&app, &confirmation, NEW).await.expect_problem(422, "invalid_token");
    login(&app, &owner.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn it_proves_the_address_and_opens_a_throttled_account() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    register(&app, "ines@example.org").await.expect(202);
    for _ in 0..11 {
        login(&app, "ines@example.org", "faux mot de passe").await;
    }
    login(&app, "ines@example.org", PASSWORD).await.expect_problem(429, "too_many_attempts");
    let token = ask(&app, "ines@example.org").await;
    reset(&app, &token, NEW).await.expect(204);
    login(&app, "ines@example.org", NEW).await.expect(200);
    assert_eq!(audited(&app, "account.email_confirmed").await, 1);
}
