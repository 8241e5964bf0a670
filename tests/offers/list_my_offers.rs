use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::drawn_siret;
use crate::support::offers::{answer_at, whole_offer};

#[tokio::test]
async fn looking_at_the_list_is_being_reached() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let list = zoe.client.get("/me/offers").await.expect(200);
    let line = &list["items"][0];
    assert_eq!(
        (&line["state"], &line["version"], &line["company"]),
        (&json!("delivered"), &json!(1), &json!("Ateliers 732829320"))
    );
    assert_eq!(line["ends_at"], "2026-04-02T22:00:00Z");
    zoe.client.get("/me/offers").await.expect(200);
    let moves = app.moves(sent.received[0]).await;
    let moves: Vec<_> = moves.iter().map(|(event, actor)| (event.as_str(), actor.as_str())).collect();
    assert_eq!(moves, [("send", "company"), ("deliver", "person")], "once");
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn offers_are_grouped_and_come_newest_first() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let mut received = Vec::new();
    for number in 0..3 {
        let hirer = app.recruiter_granted(&drawn_siret(number)).await.user;
        received.push(app.sent(&hirer, &whole_offer(), &[&zoe]).await.received[0]);
        app.advance(chrono::Duration::seconds(1));
    }
    app.accept(&zoe, received[0]).await;
    let body = json!({ "confirmed": true });
    answer_at(&zoe.client, &crate::support::offers::mine(received[1], "/refusal"), 1, body).await.expect(200);
    let ids = async |query: &str| -> Vec<Value> {
        let page = zoe.client.get(&format!("/me/offers?{query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
    };
    assert_eq!(ids("").await, [json!(received[2]), json!(received[1]), json!(received[0])]);
    assert_eq!(ids("group=pending").await, [json!(received[2])]);
    assert_eq!(ids("group=accepted").await, [json!(received[0])]);
    assert_eq!(ids("group=over").await, [json!(received[1])]);
    let first = zoe.client.get("/me/offers?limit=2").await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    assert_eq!(ids(&format!("limit=2&cursor={cursor}")).await, [json!(received[0])]);
    zoe.client.get("/me/offers?group=lost").await.expect_problem(422, "invalid_request");
    app.anonymous().get("/me/offers").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_draft_is_nobody_s_to_see() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    assert_eq!(zoe.client.get("/me/offers").await.expect(200)["items"], json!([]));
    let chosen = app.received_of(draft["id"].as_str().unwrap()).await[0];
    let path = crate::support::offers::mine(chosen, "");
    zoe.client.get(&path).await.expect_problem(404, "not_found");
    zoe.client.post(&format!("{path}/opening"), ()).await.expect_problem(404, "not_found");
}
