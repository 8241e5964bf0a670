use carnet::passport::{GivenKeys, Means, verify};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::Client;

async fn badge(client: &Client, validation: &str, body: Value) -> String {
    let answer = client.post(&format!("/me/validations/{validation}/badge"), body).await;
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text);
    assert_eq!(answer.headers["content-type"], "application/vc+jwt");
    answer.text
}

#[tokio::test]
async fn a_validation_that_stands_is_written_as_a_badge_that_verifies() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let client = &holder.workshop.trainee.client;
    let text = badge(client, &holder.valid, json!({})).await;
    assert_eq!(
        badge(client, &holder.valid, json!({})).await,
        text,
        "the same validation gives the same badge"
    );
    let keys = GivenKeys::of_platform(&app.seal_keys());
    let means = Means { keys: &keys, lists: &[], now: app.state.clock.now() };
    let verdict = verify(&mut std::io::Cursor::new(text.as_bytes()), &means).unwrap().unwrap().unwrap();
    assert!(!verdict.facts.iter().any(|fact| fact.french.starts_with("À ")), "the name was not asked for");
    let named = badge(client, &holder.valid, json!({ "with_name": true })).await;
    let verdict = verify(&mut std::io::Cursor::new(named.as_bytes()), &means).unwrap().unwrap().unwrap();
    assert!(verdict.facts.iter().any(|fact| fact.french.starts_with("À ")));
    let trail = app.trail(holder.valid.parse().unwrap()).await;
    assert_eq!(trail.iter().filter(|entry| entry.0 == "passport.badge_issued").count(), 1);
}

#[tokio::test]
async fn what_does_not_stand_gives_none_and_somebody_else_s_is_unknown() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let client = &holder.workshop.trainee.client;
    for id in [&holder.revoked, &holder.failed] {
        let refused = client.post(&format!("/me/validations/{id}/badge"), json!({})).await;
        refused.expect_problem(409, "badge_not_awarded");
    }
    let path = format!("/me/validations/{}/badge", holder.valid);
    let other = app.person("Zoé", "Durand").await;
    for stranger in [&other, &holder.workshop.trainer] {
        stranger.client.post(&path, json!({})).await.expect_problem(404, "not_found");
    }
    client.post(&path, json!({ "color": "red" })).await.expect_problem(422, "invalid_request");
}
