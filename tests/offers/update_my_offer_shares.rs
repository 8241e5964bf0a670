use carnet::sharing::Notice;
use reqwest::Method;
use serde_json::json;

use super::only_for_its_person;
use crate::support::app::TestApp;

#[tokio::test]
async fn more_is_shared_later_while_the_offer_is_accepted() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.mine(0, "/shares");
    let body = json!({ "items": [{ "kind": "phone" }, { "kind": "email" }], "policy_version": Notice::sharing().version });
    let early = zoe.client.put(&path, &body).await.expect_problem(409, "illegal_transition");
    assert_eq!(early["current_state"], "sent", "nothing is shared before a yes");
    app.accept(&zoe, sent.received[0]).await;
    only_for_its_person(&app, &Method::PUT, &path, &body).await;
    let shared = zoe.client.put(&path, &body).await.expect(200);
    assert_eq!(shared["shares"].as_array().unwrap().len(), 2);
    let again = zoe.client.put(&path, &body).await.expect(200);
    assert_eq!(again["shares"], shared["shares"], "twice is once");
    let seen = hirer.user.client.get(&sent.of(0, "")).await;
    assert!(seen.text.contains("+33612345678") && seen.text.contains(&zoe.email));
    zoe.client
        .put(&path, json!({ "items": [{ "kind": "age" }], "policy_version": "x" }))
        .await
        .expect_problem(422, "invalid_request");
    let stale = json!({ "items": [{ "kind": "passport" }], "policy_version": "1999-01" });
    zoe.client.put(&path, stale).await.expect_problem(409, "stale_policy");
    zoe.client.post(&sent.mine(0, "/closing"), ()).await.expect(200);
    zoe.client.put(&path, &body).await.expect_problem(409, "illegal_transition");
}
