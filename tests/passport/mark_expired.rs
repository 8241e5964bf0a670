//! The nightly mark of validations whose last day is over.

use carnet::passport::MarkExpired;
use carnet::platform::jobs;
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::passport::Workshop;

async fn run(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &MarkExpired {}).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(app.run_jobs().await, 1);
}

/// Moves the clock to this instant.
fn at(app: &TestApp, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().unwrap();
    app.advance(instant - app.state.clock.now());
}

async fn until(app: &TestApp, workshop: &Workshop, last: &str, step: i16) -> String {
    let mut body = workshop.body(&app.skills_of("M1805")[0], step);
    body["expires_on"] = json!(last);
    let id = workshop.validate(app, &body).await;
    // The person is told of it: that is no business of the night.
    app.run_jobs().await;
    id
}

#[tokio::test]
async fn a_validation_counts_through_its_last_day_in_paris() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    until(&app, &workshop, "2026-03-10", 2).await;
    run(&app).await;
    let mut index = app.watch_index().await;
    let status = async || {
        let trainee = app.renewed(&workshop.trainee);
        trainee.client.get("/me/skills").await.expect(200)["items"][0]["searchable"].clone()
    };

    // 22:59 UTC on the 10th is 23:59 in Paris: still the last day.
    at(&app, "2026-03-10T22:59:00Z");
    run(&app).await;
    assert_eq!(index.look().await, (vec![], 0));
    assert_eq!(status().await, json!({"level": 3, "status": "validated"}));

    at(&app, "2026-03-10T23:05:00Z");
    run(&app).await;
    assert_eq!(index.look().await, (vec![(workshop.trainee.profile, false)], 0));
    assert_eq!(status().await, json!(null));

    // Once.
    run(&app).await;
    at(&app, "2026-03-11T23:05:00Z");
    run(&app).await;
    assert_eq!(index.look().await, (vec![], 0));
}

#[tokio::test]
async fn missed_nights_are_caught_up() {
    let app = TestApp::with_catalogue().await;
    let mut workshops = Vec::new();
    for (name, last) in [("Un", "2026-03-04"), ("Deux", "2026-03-06"), ("Trois", "2026-03-09")] {
        let workshop = app.workshop(name).await;
        until(&app, &workshop, last, 2).await;
        workshops.push(workshop);
    }
    run(&app).await;
    let mut index = app.watch_index().await;
    at(&app, "2026-03-08T10:00:00Z");
    run(&app).await;
    let (mut marked, _) = index.look().await;
    marked.sort();
    let mut expected = vec![(workshops[0].trainee.profile, false), (workshops[1].trainee.profile, false)];
    expected.sort();
    assert_eq!(marked, expected);
    at(&app, "2026-03-10T10:00:00Z");
    run(&app).await;
    assert_eq!(index.look().await, (vec![(workshops[2].trainee.profile, false)], 0));
}

#[tokio::test]
async fn what_never_counted_is_not_marked() {
    let app = TestApp::with_catalogue().await;
    let (failed, revoked) = (app.workshop("Un").await, app.workshop("Deux").await);
    until(&app, &failed, "2026-03-04", 0).await;
    let id = until(&app, &revoked, "2026-03-04", 2).await;
    let body = json!({"reason_code": "mistake", "reason": "Erreur"});
    revoked.trainer.client.post(&format!("{}/{id}/revoke", revoked.path()), body).await.expect(201);
    app.run_jobs().await;
    let mut index = app.watch_index().await;
    at(&app, "2026-03-05T10:00:00Z");
    run(&app).await;
    assert_eq!(index.look().await, (vec![], 0));
}
