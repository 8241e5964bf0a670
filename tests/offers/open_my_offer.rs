use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;

#[tokio::test]
async fn opening_signed_in_is_what_makes_an_offer_seen() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.mine(0, "/opening");
    only_for_its_person(&app, &Method::POST, &path, &Value::Null).await;
    // No GET opens anything: neither a scanner of links nor a page that reads ahead.
    for method in [Method::GET, Method::HEAD] {
        let answer = zoe.client.request(method, &path).send().await.unwrap();
        assert_eq!(answer.status(), 405);
    }
    assert_eq!(app.stands(sent.received[0]).await, "sent");
    let opened = zoe.client.post(&path, ()).await.expect(200);
    assert_eq!((&opened["state"], &opened["version"]), (&json!("seen"), &json!(1)));
    assert_eq!(hirer.user.client.get(&sent.of(0, "")).await.expect(200)["state"], "seen");
    zoe.client.post(&path, ()).await.expect(200);
    let moves = app.moves(sent.received[0]).await;
    let events: Vec<_> = moves.iter().map(|(event, _)| event.as_str()).collect();
    assert_eq!(events, ["send", "deliver", "open"], "once");
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn without_read_receipts_it_stays_delivered() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    zoe.client.put("/me/offer-settings", json!({ "read_receipts": false })).await.expect(200);
    let (hirer, sent) = app.sent_to(&zoe).await;
    let opened = zoe.client.post(&sent.mine(0, "/opening"), ()).await.expect(200);
    assert_eq!(opened["state"], "delivered");
    assert_eq!(hirer.user.client.get(&sent.of(0, "")).await.expect(200)["state"], "delivered");
    // It can be answered, and undone, all the same.
    app.accept(&zoe, sent.received[0]).await;
    let undone = crate::support::offers::answer_at(&zoe.client, &sent.mine(0, "/undo"), 2, json!({})).await;
    assert_eq!(undone.expect(200)["state"], "delivered");
}

#[tokio::test]
async fn what_is_over_is_read_and_moves_nowhere() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let body = json!({ "reason": "Pourvu" });
    hirer.user.client.post(&sent.path("/withdrawal"), body).await.expect(200);
    let opened = zoe.client.post(&sent.mine(0, "/opening"), ()).await.expect(200);
    assert_eq!(opened["state"], "withdrawn");
    assert_eq!(opened["history"][1]["reason"], "Pourvu");
}
