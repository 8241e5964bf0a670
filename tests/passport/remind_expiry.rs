//! People are reminded that a validation ends, ninety and thirty days before.

use carnet::passport::RemindExpiry;
use carnet::platform::jobs;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{Evaluation, cell, common};

async fn run(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &RemindExpiry {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

/// How many reminders Zoé has had.
async fn reminders(app: &TestApp, class: &Evaluation) -> usize {
    app.mails_to(&class.zoe.email).await.iter().filter(|mail| mail.subject.contains("prend fin le")).count()
}

async fn until(app: &TestApp, class: &Evaluation, last: &str, version: i64) -> String {
    let mut wish = cell(&class.zoe, &class.skills[0], &common(3));
    wish["expires_on"] = json!(last);
    wish["version"] = json!(version);
    wish["reason"] = json!("Renouvelée");
    class.save(app, &[wish]).await.remove(0)
}

#[tokio::test]
async fn ninety_and_thirty_days_before_once_each() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let entry = until(&app, &class, "2026-09-01", 0).await;
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 0);
    for (day, count) in [
        ("2026-06-02T07:10:00Z", 0),
        ("2026-06-03T07:10:00Z", 1),
        ("2026-06-04T07:10:00Z", 1),
        ("2026-08-01T07:10:00Z", 1),
        ("2026-08-02T07:10:00Z", 2),
        ("2026-08-03T07:10:00Z", 2),
        ("2026-09-02T07:10:00Z", 2),
    ] {
        app.go_to(day);
        run(&app).await;
        assert_eq!(reminders(&app, &class).await, count, "{day}");
    }
    let mail = app.mails_to(&class.zoe.email).await.pop().unwrap();
    assert!(mail.body.contains("jusqu’au 01/09/2026 inclus, soit encore 30 jours"), "{}", mail.body);
    let trail = app.trail(entry.parse().unwrap()).await;
    assert_eq!(trail.iter().filter(|row| row.0 == "passport.expiry_reminded").count(), 2);
}

#[tokio::test]
async fn not_of_what_is_short_renewed_revoked_or_was_missed_twice() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    // Sixty days long: the ninety days were over when it was written.
    let entry = until(&app, &class, "2026-05-02", 0).await;
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 0);
    // After a long stop, one reminder tells the nearest term.
    app.go_to("2026-04-20T07:10:00Z");
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 1);
    // Renewed by another entry of this session: the former is superseded, the new one ends in more than ninety days.
    let newer = until(&app, &class, "2026-12-31", 1).await;
    assert_ne!(newer, entry);
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 1);
    let manager = app.renewed(&class.school.manager).client;
    let reason = json!({ "reason_code": "other", "reason": "Doublon" });
    manager.post(&class.org(&format!("/validations/{newer}/revoke")), reason).await.expect(201);
    app.go_to("2026-12-10T07:10:00Z");
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 1);
}
