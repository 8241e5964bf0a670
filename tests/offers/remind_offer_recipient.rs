use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;

#[tokio::test]
async fn once_from_ten_days_after() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.of(0, "/reminder");
    only_for_its_company(&app, &Method::POST, &path, &Value::Null).await;
    colleague(&app).await.client.post(&path, ()).await.expect_problem(403, "forbidden");
    app.advance(Duration::days(10) - Duration::seconds(1));
    let early = app.renewed(&hirer.user).client;
    early.post(&path, ()).await.expect_problem(409, "too_early_to_remind");
    app.advance(Duration::seconds(1));
    let hirer = app.renewed(&hirer.user).client;
    let reminded = hirer.post(&path, ()).await.expect(200);
    assert_eq!(
        (&reminded["reminded_at"], &reminded["remind_from"]),
        (&json!("2026-03-13T08:00:00Z"), &Value::Null)
    );
    hirer.post(&path, ()).await.expect_problem(409, "already_reminded");
    assert_eq!(app.told(&zoe, "offer.reminder").await.len(), 1);
    assert_eq!(app.stands(sent.received[0]).await, "sent", "a reminder moves nothing");
}

#[tokio::test]
async fn nobody_who_answered_is_reminded() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    app.accept(&zoe, sent.received[0]).await;
    app.advance(Duration::days(11));
    let refused = app.renewed(&hirer.user).client.post(&sent.of(0, "/reminder"), ()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "accepted");
    assert_eq!(app.told(&zoe, "offer.reminder").await, Vec::<Value>::new());
}
