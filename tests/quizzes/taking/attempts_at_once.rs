//! Everybody hands in at the closing second: nothing is lost, nothing counts twice. Short here; five hundred with
//! `CARNET_TORTURE=long`, or as many as `CARNET_QUIZ_CROWD` says.

use std::time::Instant;

use carnet::platform::jobs::{Job, Run};
use carnet::quizzes::CloseQuizzes;
use chrono::Duration;
use futures::StreamExt;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Exam, Q, Rules, attempt_path};

/// Requests under way at once.
const AT_ONCE: usize = 50;

fn crowd() -> usize {
    let given = std::env::var("CARNET_QUIZ_CROWD").ok().and_then(|text| text.parse().ok());
    let is_long = std::env::var("CARNET_TORTURE").is_ok_and(|form| form == "long");
    given.unwrap_or(if is_long { 500 } else { 40 })
}

/// One count of the database.
async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap()
}

/// Hands in as one trainee, again whenever the server says that it is busy, as a browser does; tells whether it was acknowledged.
async fn hand_in(app: &TestApp, exam: &Exam, position: usize, attempt: &Value) -> bool {
    let client = exam.learner(app, position);
    let body = json!({ "answers": exam.all_right(2) });
    for _ in 0..200 {
        let answer = client.post(&attempt_path(attempt, "/submission"), &body).await;
        match answer.status.as_u16() {
            200 => return true,
            503 => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            409 => {
                answer.expect_problem(409, "attempt_over");
                return false;
            }
            other => panic!("{other}: {}", answer.text),
        }
    }
    panic!("never answered");
}

/// Has the clock come by; among so many it may find no connection, and comes again a minute later.
async fn look_at_the_clock(app: &TestApp) {
    let run = Run { id: uuid::Uuid::nil(), attempt: 1, stop: CancellationToken::new() };
    let _ = CloseQuizzes {}.run(app.state.clone(), run).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_hands_in_at_the_closing_second_and_nothing_is_lost_or_counted_twice() {
    let (app, people) = (TestApp::start().await, crowd());
    let closes_at = app.state.clock.now() + Duration::minutes(4);
    let exam = app.exam(people, &AUTOMATIC, &Rules { closes_at: Some(closes_at), ..Rules::default() }).await;
    let began = Instant::now();
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
    // Every other one has saved something; all hand in at the closing second, while the clock comes by twice.
    for (position, attempt) in attempts.iter().enumerate().step_by(2) {
        let saved = json!({ "answers": [exam.answer(Q::TrueFalse, 1, &exam.right(Q::TrueFalse))] });
        exam.learner(&app, position).put(&attempt_path(attempt, "/answers"), saved).await.expect(200);
    }
    app.advance(Duration::minutes(4));
    let submitting = futures::stream::iter(attempts.iter().enumerate())
        .map(|(position, attempt)| hand_in(&app, &exam, position, attempt))
        .buffer_unordered(AT_ONCE)
        .collect::<Vec<bool>>();
    let (acknowledged, (), ()) = futures::join!(submitting, look_at_the_clock(&app), look_at_the_clock(&app));
    println!("{people} began and handed in within {:?}", began.elapsed());
    assert!(acknowledged.iter().all(|acknowledged| *acknowledged), "within the grace everybody is heard");
    let people = people as i64;
    assert_eq!(count(&app, "SELECT count(*) FROM quiz_attempt").await, people);
    assert_eq!(
        count(&app, "SELECT count(*) FROM quiz_attempt WHERE state = 'graded' AND points = 800").await,
        people
    );
    assert_eq!(
        count(&app, "SELECT count(*) FROM quiz_answer WHERE sequence = 2 AND answer IS NOT NULL").await,
        5 * people
    );
    for kind in ["started", "submitted", "scored"] {
        let noted: i64 =
            sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.' || $1")
                .bind(kind)
                .fetch_one(&app.state.pool)
                .await
                .unwrap();
        assert_eq!(noted, people, "{kind}");
    }
    let late = count(
        &app,
        "SELECT count(*) FROM quiz_attempt WHERE by_clock OR submitted_at > (SELECT closes_at FROM session_quiz)",
    );
    assert_eq!(late.await, 0);
}

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
        .map(|(position, attempt)| hand_in(&app, &exam, position, attempt))
        .buffer_unordered(12)
        .collect::<Vec<bool>>();
    let (acknowledged, ()) = futures::join!(late, look_at_the_clock(&app));
    app.close_quizzes().await;
    assert!(acknowledged.iter().all(|acknowledged| !acknowledged), "what comes too late is told so");
    assert_eq!(
        count(&app, "SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.submitted'").await,
        12
    );
    assert_eq!(count(&app, "SELECT count(*) FROM quiz_attempt WHERE by_clock AND points = 0").await, 12);
}
