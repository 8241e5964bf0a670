use carnet::sharing::Notice;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::answer_at;

#[tokio::test]
async fn the_person_ends_it_and_what_they_shared_ends_thirty_days_later() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.mine(0, "/closing");
    zoe.client.post(&path, ()).await.expect_problem(409, "illegal_transition");
    let shares = json!({ "confirmed": true, "items": [{ "kind": "phone" }], "policy_version": Notice::sharing().version });
    answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 1, shares).await.expect(200);
    only_for_its_person(&app, &Method::POST, &path, &Value::Null).await;
    let closed = zoe.client.post(&path, ()).await.expect(200);
    assert_eq!(closed["state"], "closed");
    zoe.client.post(&path, ()).await.expect_problem(409, "illegal_transition");
    let reads = async |hirer: &crate::support::users::User| {
        app.renewed(hirer).client.get(&sent.of(0, "")).await.text.contains("+33612345678")
    };
    assert!(reads(&hirer.user).await, "for thirty more days");
    app.advance(Duration::days(30) - Duration::seconds(1));
    assert!(reads(&hirer.user).await);
    app.advance(Duration::seconds(1));
    assert!(!reads(&hirer.user).await);
    app.assert_agrees(sent.received[0]).await;
    let late = answer_at(&app.renewed(&zoe).client, &sent.mine(0, "/undo"), 3, json!({})).await;
    assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "closed");
}
