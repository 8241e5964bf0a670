use serde_json::json;

use super::totp::{Authenticator, enable};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn the_secret_is_shown_and_kept_sealed_and_nothing_changes_yet() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let shown = person.client.post("/me/totp", ()).await.expect(200);
    let url = shown["otpauth_url"].as_str().unwrap();
    assert!(
        url.starts_with("otpauth://totp/Carnet:") && url.contains(shown["secret"].as_str().unwrap()),
        "{url}"
    );
    let stored: Vec<u8> =
        sqlx::query_scalar("SELECT totp_secret FROM person").fetch_one(&app.state.pool).await.unwrap();
    let secret = totp_rs::Secret::try_from_base32(shown["secret"].as_str().unwrap()).unwrap();
    assert_eq!(stored.len(), 12 + 20 + 16);
    assert!(
        !stored.windows(20).any(|window| window == secret.as_bytes()),
        "the secret is not stored in clear"
    );
    assert_eq!(person.client.get("/me").await.expect(200)["totp_enabled"], false);
    super::login(&app, &person.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn twice_shows_another_and_the_first_is_worthless() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let first = Authenticator::new(&person.client.post("/me/totp", ()).await.expect(200));
    let second = Authenticator::new(&person.client.post("/me/totp", ()).await.expect(200));
    let confirm = |code: String| person.client.post("/me/totp/confirm", json!({ "code": code }));
    confirm(first.code(&app.state)).await.expect_field("/code", "invalid_code");
    confirm(second.code(&app.state)).await.expect(200);
}

#[tokio::test]
async fn it_is_refused_once_enabled_and_to_nobody() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    enable(&app, &person).await;
    person.client.post("/me/totp", ()).await.expect_problem(409, "totp_already_enabled");
    app.anonymous().post("/me/totp", ()).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_secret_sealed_for_one_account_opens_for_no_other() {
    let app = TestApp::start().await;
    let (victim, thief) = (app.person("Inès", "Lefèvre").await, app.person("Paul", "Martin").await);
    let (authenticator, _) = enable(&app, &thief).await;
    enable(&app, &victim).await;
    sqlx::query(
        "UPDATE person SET totp_secret = (SELECT totp_secret FROM person WHERE id = $2) WHERE id = $1",
    )
    .bind(victim.id)
    .bind(thief.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    app.advance(chrono::Duration::minutes(2));
    let code = authenticator.code(&app.state);
    super::totp::login(&app, &victim, &code).await.expect_problem(500, "internal");
    super::totp::login(&app, &thief, &code).await.expect(200);
}
