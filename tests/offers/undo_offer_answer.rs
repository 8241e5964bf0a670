use carnet::sharing::Notice;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::offers::answer_at;

#[tokio::test]
async fn a_yes_taken_back_takes_back_what_followed_from_it() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    zoe.client.post(&sent.mine(0, "/opening"), ()).await.expect(200);
    let shares = json!({ "confirmed": true, "items": [{ "kind": "phone" }], "policy_version": Notice::sharing().version });
    answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 1, shares).await.expect(200);
    let path = sent.mine(0, "/undo");
    only_for_its_person(&app, &Method::POST, &path, &Value::Null).await;
    zoe.client.post_at(&path, &json!(1)).await.expect_problem(412, "stale");
    let undone = zoe.client.post_at(&path, &json!(2)).await.expect(200);
    assert_eq!(
        (&undone["state"], &undone["answered_at"], &undone["undo_until"]),
        (&json!("seen"), &Value::Null, &Value::Null)
    );
    let seen = hirer.user.client.get(&sent.of(0, "")).await;
    assert!(!seen.text.contains("+33612345678"), "what was shared is not any more");
    let rooms: i64 =
        sqlx::query_scalar("SELECT count(*) FROM chat_room WHERE kind = 'private' AND closed_at IS NULL")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(rooms, 0);
    let receipts: Vec<String> =
        sqlx::query_scalar("SELECT kind FROM consent_receipt WHERE person_id = $1 ORDER BY position")
            .bind(zoe.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(receipts, ["offer_accepted", "share_given", "share_ended", "offer_answer_undone"]);
    let told = app.told(&hirer.user, "offer.answered").await;
    assert_eq!(told.last().unwrap()["answer"], "undone");
    zoe.client.post_at(&path, &json!(3)).await.expect_problem(409, "illegal_transition");
    // The offer waits again, and may be accepted again.
    answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 3, json!({ "confirmed": true })).await.expect(200);
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn a_no_taken_back_shows_the_person_again_only_if_it_had_hidden_them() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let hides = json!({ "confirmed": true, "do_not_contact": true, "reason": "pay" });
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, hides.clone()).await.expect(200);
    let undone = zoe.client.post_at(&sent.mine(0, "/undo"), &json!(2)).await.expect(200);
    assert_eq!((&undone["state"], &undone["refusal_reason"]), (&json!("delivered"), &Value::Null));
    assert_eq!(zoe.client.get("/me/blocked-companies").await.expect(200)["items"], json!([]));
    // Hidden before: the refusal has not done it, and undoing it changes nothing of it.
    zoe.client.put("/me/blocked-companies/732829320", ()).await.expect(200);
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 3, hides).await.expect(200);
    zoe.client.post_at(&sent.mine(0, "/undo"), &json!(4)).await.expect(200);
    assert_eq!(
        zoe.client.get("/me/blocked-companies").await.expect(200)["items"].as_array().unwrap().len(),
        1
    );
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn ten_minutes_to_the_second() {
    let app = TestApp::hiring().await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let hirer = app.hirer().await.user;
    let sent = app.sent(&hirer, &crate::support::offers::whole_offer(), &[&zoe, &paul]).await;
    app.accept(&zoe, sent.received[0]).await;
    app.accept(&paul, sent.received[1]).await;
    app.advance(Duration::minutes(10) - Duration::seconds(1));
    let still = app.renewed(&zoe).client;
    still.post_at(&sent.mine(0, "/undo"), &json!(2)).await.expect(200);
    app.advance(Duration::seconds(1));
    let late = app.renewed(&paul).client;
    late.post_at(&sent.mine(1, "/undo"), &json!(2)).await.expect_problem(409, "undo_over");
    assert_eq!(app.stands(sent.received[1]).await, "accepted");
}

#[tokio::test]
async fn what_was_not_answered_has_nothing_to_take_back() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let refused = zoe.client.post_at(&sent.mine(0, "/undo"), &json!(1)).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "sent");
}
