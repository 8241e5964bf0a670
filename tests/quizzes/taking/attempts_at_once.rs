//! The clock and tabs that come too late end each attempt once. Everybody at the closing second: `tests/torture/closing_second.rs`.

use chrono::Duration;
use futures::StreamExt;

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Rules};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_clock_and_late_tabs_end_each_attempt_once() {
    let app = TestApp::start().await;
    let exam = app.exam(12, &AUTOMATIC, &Rules::default()).await;
    let mut attempts = Vec::new();
    for position in 0..12 {
        attempts.push(exam.start(&app, position).await);
    }
    app.advance(Duration::minutes(61));
    let late = futures::stream::iter(attempts.iter().enumerate())
        .map(|(position, attempt)| exam.insist(&app, position, attempt))
        .buffer_unordered(12)
        .collect::<Vec<bool>>();
    let (acknowledged, ()) = futures::join!(late, app.close_quizzes_in_a_crowd());
    app.close_quizzes().await;
    assert!(acknowledged.iter().all(|acknowledged| !acknowledged), "what comes too late is told so");
    for sql in [
        "SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.submitted'",
        "SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.scored'",
        "SELECT count(*) FROM quiz_attempt WHERE by_clock AND points = 0",
    ] {
        let found: i64 = sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap();
        assert_eq!(found, 12, "{sql}");
    }
}
