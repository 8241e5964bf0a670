use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::answer_at;

#[tokio::test]
async fn a_no_needs_no_reason_and_may_have_one() {
    let app = TestApp::hiring().await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let hirer = app.hirer().await.user;
    let sent = app.sent(&hirer, &crate::support::offers::whole_offer(), &[&zoe, &paul]).await;
    let path = sent.mine(0, "/refusal");
    only_for_its_person(&app, &Method::POST, &path, &json!({ "confirmed": true })).await;
    answer_at(&zoe.client, &path, 1, json!({ "confirmed": false }))
        .await
        .expect_field("/confirmed", "confirmation_required");
    answer_at(&zoe.client, &path, 1, json!({ "confirmed": true, "reason": "boredom" }))
        .await
        .expect_field("/reason", "invalid_type");
    let refused = answer_at(&zoe.client, &path, 1, json!({ "confirmed": true })).await.expect(200);
    assert_eq!((&refused["state"], &refused["refusal_reason"]), (&json!("refused"), &Value::Null));
    let body = json!({ "confirmed": true, "reason": "place" });
    answer_at(&paul.client, &sent.mine(1, "/refusal"), 1, body).await.expect(200);
    let list = hirer.client.get(&sent.path("/recipients")).await.expect(200);
    let reasons: Vec<_> =
        list["items"].as_array().unwrap().iter().map(|one| one["refusal_reason"].clone()).collect();
    assert_eq!(reasons, [Value::Null, json!("place")]);
    assert_eq!(app.told(&hirer, "offer.answered").await.len(), 2);
    let late = answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 1, json!({ "confirmed": true })).await;
    assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "refused");
    for received in &sent.received {
        app.assert_agrees(*received).await;
    }
}

#[tokio::test]
async fn who_hides_with_a_no_is_not_found_out() {
    let app = TestApp::hiring().await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let hirer = app.hirer().await.user;
    let sent = app.sent(&hirer, &crate::support::offers::whole_offer(), &[&zoe, &paul]).await;
    let hides = json!({ "confirmed": true, "do_not_contact": true });
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, hides).await.expect(200);
    answer_at(&paul.client, &sent.mine(1, "/refusal"), 1, json!({ "confirmed": true })).await.expect(200);
    let blocked = zoe.client.get("/me/blocked-companies").await.expect(200);
    assert_eq!(blocked["items"][0]["siren"], "732829320");
    // The company sees the same of both.
    let list = hirer.client.get(&sent.path("/recipients")).await.expect(200);
    let seen = |place: usize| {
        let mut one = list["items"][place].clone();
        for field in ["id", "profile_id", "first_name"] {
            one.as_object_mut().unwrap().remove(field);
        }
        one
    };
    assert_eq!(seen(0), seen(1));
    let details = hirer.client.get(&sent.of(0, "")).await;
    assert!(!details.text.contains("block") && !details.text.contains("hid"), "{}", details.text);
    let trail: Vec<(String, Option<String>, Value, Value)> = app.trail(sent.received[0].0).await;
    assert!(!format!("{trail:?}").contains("block"));
}
