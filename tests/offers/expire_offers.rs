use carnet::offers::ExpireOffers;
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::offers::{offer_with, whole_offer};

fn at(app: &TestApp, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().unwrap();
    app.advance(instant - app.state.clock.now());
}

#[tokio::test]
async fn an_offer_ends_with_its_last_day_in_paris_to_the_second() {
    // The day clocks go forward ends at 22 UTC, the day before it at 23; so do those around the autumn change.
    for (start, last_day, end) in [
        ("2026-03-03T08:00:00Z", "2026-03-28", "2026-03-28T23:00:00Z"),
        ("2026-03-03T08:00:00Z", "2026-03-29", "2026-03-29T22:00:00Z"),
        ("2026-10-01T08:00:00Z", "2026-10-24", "2026-10-24T22:00:00Z"),
        ("2026-10-01T08:00:00Z", "2026-10-25", "2026-10-25T23:00:00Z"),
    ] {
        let app = TestApp::hiring().await;
        at(&app, start);
        let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
        let offer = offer_with(&json!({ "reply_by": last_day, "starts_on": Value::Null }));
        let sent = app.sent(&hirer, &offer, &[&zoe]).await;
        let end: DateTime<Utc> = end.parse().unwrap();
        app.advance(end - Duration::seconds(1) - app.state.clock.now());
        app.run_job(ExpireOffers {}).await;
        assert_eq!(app.stands(sent.received[0]).await, "sent", "{last_day}: never early");
        app.advance(Duration::seconds(1));
        app.run_job(ExpireOffers {}).await;
        assert_eq!(app.stands(sent.received[0]).await, "expired", "{last_day}: on time");
        app.assert_agrees(sent.received[0]).await;
    }
}

#[tokio::test]
async fn both_sides_are_told_once_and_what_was_answered_stays() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul, ana) = (app.seeker("Zoé").await, app.seeker("Paul").await, app.seeker("Ana").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul, &ana]).await;
    app.accept(&ana, sent.received[2]).await;
    zoe.client.get("/me/offers").await.expect(200);
    // Days without a run are caught up.
    at(&app, "2026-04-20T08:00:00Z");
    app.run_job(ExpireOffers {}).await;
    app.run_job(ExpireOffers {}).await;
    for (received, state) in sent.received.iter().zip(["expired", "expired", "accepted"]) {
        assert_eq!(app.stands(*received).await, state);
        app.assert_agrees(*received).await;
    }
    assert_eq!(app.told(&zoe, "offer.expired").await.len(), 1);
    assert_eq!(app.told(&ana, "offer.expired").await, Vec::<Value>::new());
    let told = app.told(&hirer, "offer.expired_unanswered").await;
    assert_eq!(told, [json!({ "title": "Monteuse ou monteur", "people": 2 })]);
}

#[tokio::test]
async fn many_end_at_once_on_two_nodes_and_each_ends_once() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut people = Vec::new();
    for number in 0..12 {
        people.push(app.seeker(&format!("Personne {number}")).await);
    }
    let sent = app.sent(&hirer, &whole_offer(), &people.iter().collect::<Vec<_>>()).await;
    at(&app, "2026-04-02T22:00:00Z");
    let other = app.start_beside(2, &[]).await;
    tokio::join!(app.run_job(ExpireOffers {}), other.run_job(ExpireOffers {}));
    for received in &sent.received {
        app.assert_agrees(*received).await;
        assert_eq!(app.moves(*received).await.len(), 2);
    }
}
