use serde_json::json;

use super::audited;
use super::totp::{enable, login};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn the_password_alone_signs_in_again_and_old_codes_are_gone() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let (_, old) = enable(&app, &person).await;
    let disable = || person.client.post("/me/totp/disable", json!({ "password": PASSWORD }));
    disable().await.expect(204);
    assert_eq!(person.client.get("/me").await.expect(200)["totp_enabled"], false);
    super::login(&app, &person.email, PASSWORD).await.expect(200);
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM recovery_code").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 0);
    let subjects: Vec<String> =
        app.mails_to(&person.email).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects[1], "La double authentification est désactivée");

    disable().await.expect(204);
    assert_eq!(audited(&app, "account.totp_disabled").await, 1, "off already: nothing happens");
    enable(&app, &person).await;
    login(&app, &person, &old[0]).await.expect_problem(401, "invalid_totp");
}

#[tokio::test]
async fn it_takes_the_password_of_the_account() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    enable(&app, &person).await;
    let post = |body| person.client.post("/me/totp/disable", body);
    post(json!({ "password": "faux mot de passe" })).await.expect_field("/password", "wrong_password");
    post(json!({})).await.expect_field("/password", "required");
    post(json!({ "password": PASSWORD, "totp_enabled": false }))
        .await
        .expect_field("/totp_enabled", "unknown_field");
    app.anonymous()
        .post("/me/totp/disable", json!({ "password": PASSWORD }))
        .await
        .expect_problem(401, "unauthenticated");
    assert_eq!(person.client.get("/me").await.expect(200)["totp_enabled"], true);
}
