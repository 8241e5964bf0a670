use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::exports::Holder;

async fn share(holder: &Holder, body: Value) -> (String, String) {
    let made = holder.workshop.trainee.client.post("/me/passport/shares", body).await.expect(201);
    let token = made["url"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    (token, made["share"]["id"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn whoever_holds_the_link_reads_what_was_chosen_as_it_is_now() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let workshop = &holder.workshop;
    app.proven_experience(&workshop.trainee, &holder.skills[0], "piece-secrete").await;
    let chosen = json!({ "skills": [holder.skills[0]] });
    let (token, id) = share(&holder, json!({ "recipient": "Mairie", "days": 7, "content": chosen })).await;
    let look = json!({ "token": token });
    let seen = app.anonymous().post("/passport-shares/view", &look).await;
    for hidden in
        ["Diplome.pdf", &workshop.trainee.email, &workshop.trainee.id.to_string(), &holder.skills[1]]
    {
        assert!(!seen.text.contains(hidden), "{hidden} is shown");
    }
    let seen = seen.expect(200);
    assert_eq!(seen["recipient"], "Mairie");
    assert_eq!(seen["validations"][0]["standing"], "valid");
    assert_eq!(seen["experiences"][0]["proofs"], json!([]), "proofs were not chosen");
    app.revoke(workshop, &holder.valid).await;
    let seen = app.anonymous().post("/passport-shares/view", &look).await.expect(200);
    assert_eq!(seen["validations"][0]["standing"], "revoked");
    let client = app.renewed(&workshop.trainee).client;
    let listed = client.get("/me/passport/shares").await.expect(200);
    assert_eq!((&listed["items"][0]["id"], &listed["items"][0]["view_count"]), (&json!(id), &json!(2)));
    let log = client.get("/me/passport/log").await.expect(200);
    assert_eq!(
        (&log["items"][0]["kind"], &log["items"][0]["who"]),
        (&json!("share_viewed"), &json!("Mairie"))
    );
}

#[tokio::test]
async fn a_link_ends_by_itself() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let (token, _) = share(&holder, json!({ "recipient": "Mairie", "days": 7 })).await;
    let look = json!({ "token": token });
    app.advance(Duration::days(7) - Duration::seconds(1));
    app.anonymous().post("/passport-shares/view", &look).await.expect(200);
    app.advance(Duration::seconds(1));
    app.anonymous().post("/passport-shares/view", &look).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_password_is_asked_for_and_not_guessed() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let body = json!({ "recipient": "Mairie", "days": 7, "password": "cinq vélos" });
    let (token, _) = share(&holder, body).await;
    let look = async |password: &str| {
        let body = json!({ "token": token, "password": password });
        app.anonymous().post("/passport-shares/view", &body).await
    };
    let bare = app.anonymous().post("/passport-shares/view", json!({ "token": token })).await;
    bare.expect_problem(403, "share_password_required");
    look("cinq vélos").await.expect(200);
    for _ in 0..4 {
        look("six vélos").await.expect_field("/password", "wrong_password");
    }
    look("cinq vélos").await.expect(200);
    for _ in 0..5 {
        look("six vélos").await.expect_field("/password", "wrong_password");
    }
    // The right one is not taken either while the link rests.
    let rests = look("cinq vélos").await;
    assert!(rests.headers.contains_key("retry-after"));
    rests.expect_problem(429, "too_many_attempts");
    app.advance(Duration::minutes(15) + Duration::seconds(1));
    look("cinq vélos").await.expect(200);
}

#[tokio::test]
async fn guesses_at_once_are_as_many_guesses() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let (token, _) =
        share(&holder, json!({ "recipient": "Mairie", "days": 7, "password": "cinq vélos" })).await;
    let body = json!({ "token": token, "password": "six vélos" });
    let client = app.anonymous();
    let guesses = (0..8).map(|_| client.post("/passport-shares/view", &body));
    let answers = futures::future::join_all(guesses).await;
    let count = |status: u16| answers.iter().filter(|answer| answer.status.as_u16() == status).count();
    assert_eq!((count(422), count(429)), (5, 3), "no guess slips past the others");
}

#[tokio::test]
async fn nothing_else_is_read_with_it() {
    let app = TestApp::start().await;
    let look = json!({ "token": "x".repeat(5000) });
    app.anonymous().post("/passport-shares/view", look).await.expect_problem(404, "not_found");
    app.anonymous()
        .post("/passport-shares/view", json!({ "id": 1 }))
        .await
        .expect_problem(422, "invalid_request");
}
