//! How long attendance is kept, and its deletion by the clock.

use carnet::attendance::PurgeAttendance;
use chrono::Duration;
use serde_json::json;

use super::issue_certificates::{over, request};
use super::noted;
use crate::support::app::TestApp;
use crate::support::attendance::Class;

const TABLES: [&str; 8] = [
    "attendance_mark",
    "attendance_signature",
    "attendance_link",
    "attendance_sheet",
    "attendance_reopening",
    "attendance_contest",
    "attendance_proof",
    "certificate",
];

async fn counts(app: &TestApp) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in TABLES {
        let count = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}")));
        counts.push(count.fetch_one(&app.state.pool).await.unwrap());
    }
    counts
}

/// A session with something in every table.
async fn full(app: &TestApp) -> Class {
    let class = app.class(1).await;
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let proof = json!({
        "enrolment_id": class.enrolment(0), "kind": "work", "happened_at": app.state.clock.now(),
        "description": "Rapport rendu", "file_id": file,
    });
    class.teacher(app).post(&class.path("/attendance-proofs"), proof).await.expect(201);
    let reopening = json!({ "minutes": 60, "reason": "Tablette en panne" });
    class.teacher(app).post(&class.slot_path("/attendance/reopening"), reopening).await.expect(200);
    over(app, &class).await;
    class.boss(app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    let contest = json!({ "part": "am", "text": "Ce n’est pas exact." });
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    class.learner(app, 0).post(&path, contest).await.expect(201);
    app.run_jobs().await;
    assert_eq!(counts(app).await, [2, 2, 2, 1, 1, 1, 1, 1]);
    class
}

async fn purge_at(app: &TestApp, day: &str) -> Vec<i64> {
    let noon: chrono::DateTime<chrono::Utc> = format!("{day}T12:00:00Z").parse().unwrap();
    app.advance(noon - app.state.clock.now());
    app.run_job(PurgeAttendance::default()).await;
    counts(app).await
}

#[tokio::test]
async fn certificates_go_after_three_years_and_the_rest_after_six() {
    let app = TestApp::start().await;
    full(&app).await;
    // The session ended on 13 March 2026.
    assert_eq!(purge_at(&app, "2029-03-13").await, [2, 2, 2, 1, 1, 1, 1, 1]);
    assert_eq!(purge_at(&app, "2029-03-14").await, [2, 2, 2, 1, 1, 1, 1, 0]);
    assert_eq!(purge_at(&app, "2032-03-13").await, [2, 2, 2, 1, 1, 1, 1, 0]);
    assert_eq!(purge_at(&app, "2032-03-14").await, [0; 8]);
    let last: String =
        sqlx::query_scalar("SELECT last_sha256 FROM attendance_purge WHERE kind = 'attendance'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(last.len(), 64, "the receipt names the end of the chain");
    let released: i64 = sqlx::query_scalar("SELECT count(*) FROM file WHERE released_at IS NOT NULL")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(released, 1);
    assert_eq!(noted(&app, "attendance.purged").await.len(), 2);
    assert!(carnet::attendance::verify_chains(&app.state).await.unwrap().faults.is_empty());
    app.run_jobs().await;
}

#[tokio::test]
async fn a_cofunded_session_is_kept_ten_years() {
    let app = TestApp::start().await;
    full(&app).await;
    app.execute("UPDATE training_session SET retention = 'cofunded'").await;
    assert_eq!(purge_at(&app, "2036-03-13").await, [2, 2, 2, 1, 1, 1, 1, 1]);
    assert_eq!(purge_at(&app, "2036-03-14").await, [0; 8]);
    app.run_jobs().await;
}

#[tokio::test]
async fn a_legal_hold_keeps_everything_until_it_is_lifted() {
    let app = TestApp::start().await;
    let class = full(&app).await;
    let path = class.path("/attendance-settings");
    let hold = json!({ "thresholds": null, "asks_entry_exit": false, "legal_hold": "Litige" });
    class.boss(&app).put_at(&path, &json!(0), hold).await.expect(200);
    assert_eq!(purge_at(&app, "2040-01-01").await, [2, 2, 2, 1, 1, 1, 1, 1]);
    let boss = app.second_device(&class.manager).await;
    let free = json!({ "thresholds": null, "asks_entry_exit": false, "legal_hold": null });
    boss.client.put_at(&path, &json!(1), free).await.expect(200);
    app.advance(Duration::hours(1));
    app.run_job(PurgeAttendance::default()).await;
    assert_eq!(counts(&app).await, [0; 8]);
    app.run_jobs().await;
}
