use chrono::Duration;
use serde_json::json;

use super::audited;
use super::totp::{Authenticator, enable, login};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn a_first_code_switches_it_on_and_logins_need_one() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let (authenticator, recovery) = enable(&app, &person).await;
    assert_eq!(recovery.len(), 10);
    assert_eq!(person.client.get("/me").await.expect(200)["totp_enabled"], true);
    assert_eq!(audited(&app, "account.totp_enabled").await, 1);
    assert_eq!(app.mails_to(&person.email).await[0].subject, "La double authentification est activée");

    super::login(&app, &person.email, PASSWORD).await.expect_problem(401, "totp_required");
    login(&app, &person, "000000").await.expect_problem(401, "invalid_totp");
    login(&app, &person, "").await.expect_problem(401, "invalid_totp");
    app.advance(Duration::minutes(1));
    login(&app, &person, &authenticator.code(&app.state)).await.expect(200);
    // Without the password the code tells nothing.
    let body = json!({ "email": person.email, "password": "faux mot de passe", "totp_code": "000000" });
    app.anonymous().post("/auth/login", body).await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn a_code_is_used_once_the_first_one_too() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let (authenticator, _) = enable(&app, &person).await;
    login(&app, &person, &authenticator.code(&app.state)).await.expect_problem(401, "invalid_totp");
    app.advance(Duration::seconds(30));
    let code = authenticator.code(&app.state);
    let both = tokio::join!(login(&app, &person, &code), login(&app, &person, &code));
    let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 401], "of two logins with one code, one passes");
    app.advance(Duration::seconds(30));
    login(&app, &person, &code).await.expect_problem(401, "invalid_totp");
    login(&app, &person, &authenticator.code(&app.state)).await.expect(200);
}

#[tokio::test]
async fn a_recovery_code_replaces_the_phone_once() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let other = app.person("Paul", "Martin").await;
    let (_, codes) = enable(&app, &person).await;
    let (_, foreign) = enable(&app, &other).await;
    login(&app, &person, &foreign[0]).await.expect_problem(401, "invalid_totp");
    login(&app, &person, &codes[0]).await.expect(200);
    login(&app, &person, &codes[0]).await.expect_problem(401, "invalid_totp");
    login(&app, &person, &codes[1].to_lowercase().replace('-', " ")).await.expect(200);
    login(&app, &other, &foreign[0]).await.expect(200);
    let stored: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT code_hash FROM recovery_code").fetch_all(&app.state.pool).await.unwrap();
    assert!(stored.iter().all(|hash| hash.len() == 32), "only hashes are kept");
}

#[tokio::test]
async fn guesses_of_the_code_are_counted() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let person = app.person("Inès", "Lefèvre").await;
    let (authenticator, _) = enable(&app, &person).await;
    app.advance(Duration::minutes(1));
    for guess in 0..10 {
        login(&app, &person, &format!("{guess:06}")).await.expect_problem(401, "invalid_totp");
    }
    login(&app, &person, &authenticator.code(&app.state)).await.expect_problem(429, "too_many_attempts");
}

#[tokio::test]
async fn not_started_wrong_and_twice_are_refused() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let confirm = |code: &str| person.client.post("/me/totp/confirm", json!({ "code": code }));
    confirm("123456").await.expect_problem(409, "totp_not_started");
    let authenticator = Authenticator::new(&person.client.post("/me/totp", ()).await.expect(200));
    confirm("x").await.expect_field("/code", "invalid_code");
    confirm("0000-0000-0000-0000").await.expect_field("/code", "invalid_code");
    assert_eq!(person.client.get("/me").await.expect(200)["totp_enabled"], false);
    confirm(&authenticator.code(&app.state)).await.expect(200);
    app.advance(Duration::minutes(1));
    confirm(&authenticator.code(&app.state)).await.expect_problem(409, "totp_already_enabled");
    app.anonymous()
        .post("/me/totp/confirm", json!({ "code": "1" }))
        .await
        .expect_problem(401, "unauthenticated");
}
