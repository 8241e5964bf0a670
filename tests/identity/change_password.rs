use serde_json::json;

use super::{audited, login};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

const NEW: &str = "Cinq vélos rouges";

#[tokio::test]
async fn the_new_password_works_and_other_devices_are_signed_out() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let elsewhere = app.second_device(&owner).await;
    let body = json!({ "current_password": PASSWORD, "password": NEW });
    owner.client.post("/auth/change-password", body).await.expect(204);
    owner.client.get("/me").await.expect(200);
    elsewhere.client.get("/me").await.expect_problem(401, "unauthenticated");
    login(&app, &owner.email, PASSWORD).await.expect_problem(401, "invalid_credentials");
    login(&app, &owner.email, NEW).await.expect(200);
    assert_eq!(app.mails_to(&owner.email).await[0].subject, "Votre mot de passe a été changé");
    assert_eq!(audited(&app, "account.password_changed").await, 1);
}

#[tokio::test]
async fn the_present_password_is_needed_and_guesses_are_counted() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let owner = app.person("Paul", "Martin").await;
    let change = |current: &'static str| {
        let body = json!({ "current_password": current, "password": NEW });
        let client = owner.client.clone();
        async move { client.post("/auth/change-password", body).await }
    };
    for _ in 0..10 {
        change("faux mot de passe").await.expect_field("/current_password", "wrong_password");
    }
    change(PASSWORD).await.expect_problem(429, "too_many_attempts");
    app.anonymous()
        .post("/auth/change-password", json!({ "current_password": PASSWORD, "password": NEW }))
        .await
        .expect_problem(401, "unauthenticated");
    assert_eq!(audited(&app, "account.password_changed").await, 0);
}

#[tokio::test]
async fn an_unsound_password_is_refused() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let post = |body| owner.client.post("/auth/change-password", body);
    post(json!({ "current_password": PASSWORD, "password": "courte" }))
        .await
        .expect_field("/password", "too_short");
    post(json!({ "current_password": PASSWORD, "password": "Bonjour2026!!" }))
        .await
        .expect_field("/password", "too_common");
    post(json!({ "password": NEW })).await.expect_field("/current_password", "required");
    post(json!({ "current_password": PASSWORD, "password": NEW, "person_id": owner.id }))
        .await
        .expect_field("/person_id", "unknown_field");
    login(&app, &owner.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn one_form_of_the_same_characters() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let composed = "Été à l’école du vélo";
    let decomposed = "E\u{301}te\u{301} a\u{300} l’e\u{301}cole du ve\u{301}lo";
    let body = json!({ "current_password": PASSWORD, "password": decomposed });
    owner.client.post("/auth/change-password", body).await.expect(204);
    login(&app, &owner.email, composed).await.expect(200);
}
