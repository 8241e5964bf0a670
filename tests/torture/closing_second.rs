//! Everybody hands in the same quiz at its closing second: nothing is lost, nothing counts twice.

use std::time::Instant;

use chrono::Duration;
use futures::StreamExt;
use serde_json::{Value, json};

use super::{figure, report};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, attempt_path};

/// Requests under way at once.
const AT_ONCE: usize = 50;

/// One count of the database.
async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_hands_in_at_the_closing_second_and_nothing_is_lost_or_counted_twice() {
    let (app, people) = (TestApp::start().await, figure("CARNET_QUIZ_CROWD", 40, 500));
    let closes_at = app.state.clock.now() + Duration::minutes(4);
    let exam = app.exam(people, &AUTOMATIC, &Rules { closes_at: Some(closes_at), ..Rules::default() }).await;
    let started = futures::stream::iter(0..people).map(|position| {
        let (app, exam) = (&app, &exam);
        async move {
            let body = json!({ "notice_accepted": true });
            loop {
                let answer = exam.learner(app, position).post(&exam.own_path("/attempts"), &body).await;
                if answer.status != 503 {
                    assert!([200, 201].contains(&answer.status.as_u16()), "{}", answer.text);
                    return answer.body;
                }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
        }
    });
    let attempts: Vec<Value> = started.buffered(AT_ONCE).collect().await;
    // Every other one has saved something before; all hand in at the closing second, while the clock comes by twice.
    for (position, attempt) in attempts.iter().enumerate().step_by(2) {
        let saved = json!({ "answers": [exam.answer(Q::TrueFalse, 1, &exam.right(Q::TrueFalse))] });
        exam.learner(&app, position).put(&attempt_path(attempt, "/answers"), saved).await.expect(200);
    }
    app.advance(Duration::minutes(4));
    let began = Instant::now();
    let submitting = futures::stream::iter(attempts.iter().enumerate())
        .map(|(position, attempt)| exam.insist(&app, position, attempt))
        .buffer_unordered(AT_ONCE)
        .collect::<Vec<bool>>();
    let (acknowledged, (), ()) =
        futures::join!(submitting, app.close_quizzes_in_a_crowd(), app.close_quizzes_in_a_crowd());
    let took = began.elapsed();
    assert!(acknowledged.iter().all(|acknowledged| *acknowledged), "within the grace everybody is heard");
    let everybody = people as i64;
    for sql in [
        "SELECT count(*) FROM quiz_attempt",
        "SELECT count(*) FROM quiz_attempt WHERE state = 'graded' AND points = 800 AND NOT by_clock",
        "SELECT count(*) / 5 FROM quiz_answer WHERE sequence = 2 AND answer IS NOT NULL AND verdict = 'right'",
        "SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.started'",
        "SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.submitted'",
        "SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.scored'",
        "SELECT count(DISTINCT enrolment_id) FROM quiz_attempt",
    ] {
        assert_eq!(count(&app, sql).await, everybody, "{sql}");
    }
    let late = "SELECT count(*) FROM quiz_attempt WHERE submitted_at > (SELECT closes_at FROM session_quiz)";
    assert_eq!(count(&app, late).await, 0);
    report("closing second of a quiz", format!("{people} hand in within {took:?}"), "0 lost, 0 twice");
}
