use carnet::offers::RemindOffers;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::offers::{offer_with, whole_offer};

fn at(app: &TestApp, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().unwrap();
    app.advance(instant - app.state.clock.now());
}

#[tokio::test]
async fn people_are_told_once_three_days_before_the_end() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    app.accept(&paul, sent.received[1]).await;
    // 30 March begins at 22 UTC on the 29th: the offer ends with 2 April.
    at(&app, "2026-03-29T21:59:59Z");
    app.run_job(RemindOffers {}).await;
    assert_eq!(app.told(&zoe, "offer.ending").await, Vec::<Value>::new());
    at(&app, "2026-03-29T22:00:00Z");
    app.run_job(RemindOffers {}).await;
    app.run_job(RemindOffers {}).await;
    let told = app.told(&zoe, "offer.ending").await;
    assert_eq!((told.len(), &told[0]["ends_at"]), (1, &json!("2026-04-02T22:00:00Z")));
    assert_eq!(app.told(&paul, "offer.ending").await, Vec::<Value>::new(), "it is answered");
}

#[tokio::test]
async fn what_was_sent_within_those_days_or_is_over_is_not_told() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let short = offer_with(&json!({ "reply_by": "2026-03-06" }));
    app.sent(&hirer, &short, &[&zoe]).await;
    app.run_job(RemindOffers {}).await;
    assert_eq!(app.told(&zoe, "offer.ending").await, Vec::<Value>::new(), "they have just been told");
    app.sent(&hirer, &whole_offer(), &[&paul]).await;
    at(&app, "2026-04-02T22:00:00Z");
    app.run_job(RemindOffers {}).await;
    assert_eq!(app.told(&paul, "offer.ending").await, Vec::<Value>::new(), "it is too late");
}
