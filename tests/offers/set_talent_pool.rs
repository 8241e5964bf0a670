use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::answer_at;

#[tokio::test]
async fn being_kept_in_mind_is_a_yes_of_its_own() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let path = sent.mine(0, "/talent-pool");
    let early =
        zoe.client.put(&path, json!({ "agreed": true })).await.expect_problem(409, "illegal_transition");
    assert_eq!(early["current_state"], "sent");
    let refused =
        answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, json!({ "confirmed": true })).await.expect(200);
    assert_eq!(refused["pool_until"], Value::Null, "no answer implies it");
    only_for_its_person(&app, &Method::PUT, &path, &json!({ "agreed": true })).await;
    let agreed = zoe.client.put(&path, json!({ "agreed": true })).await.expect(200);
    assert_eq!(agreed["pool_until"], "2028-03-03T08:00:00Z");
    app.advance(Duration::hours(1));
    let zoe = app.renewed(&zoe);
    let again = zoe.client.put(&path, json!({ "agreed": true })).await.expect(200);
    assert_eq!(again["pool_until"], "2028-03-03T08:00:00Z", "twice is once");
    let taken_back = zoe.client.put(&path, json!({ "agreed": false })).await.expect(200);
    assert_eq!(taken_back["pool_until"], Value::Null);
    zoe.client.put(&path, json!({ "agreed": "yes" })).await.expect_field("/agreed", "invalid_type");
    let receipts: Vec<String> =
        sqlx::query_scalar("SELECT kind FROM consent_receipt WHERE person_id = $1 ORDER BY position")
            .bind(zoe.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(receipts, ["offer_refused", "pool_given", "pool_withdrawn"]);
}
