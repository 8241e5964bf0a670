//! The clock hands in what nobody did, without traffic, once, at the right time.

use chrono::Duration;
use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, attempt_path};

#[tokio::test]
async fn what_was_saved_is_handed_in_after_the_grace_at_the_deadline() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let body = json!({ "answers": exam.all_right(1) });
    exam.learner(&app, 0).put(&attempt_path(&attempt, "/answers"), body).await.expect(200);
    app.advance(Duration::minutes(60) + Duration::seconds(29));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &attempt).await, "started", "an answer may still be on its way");
    app.advance(Duration::seconds(1));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &attempt).await, "graded");
    exam.publish(&app).await;
    let over = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&over["submitted_at"], &over["result"]["points"]), (&attempt["deadline"], &json!(8.0)));
}

#[tokio::test]
async fn after_a_stop_of_two_days_it_was_still_handed_in_at_its_deadline() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    app.advance(Duration::days(2));
    app.close_quizzes().await;
    let over = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&over["submitted_at"], &over["by_clock"]), (&attempt["deadline"], &json!(true)));
}

#[tokio::test]
async fn two_nodes_hand_it_in_once() {
    let app = TestApp::start().await;
    let exam = app.exam(10, &AUTOMATIC, &Rules::default()).await;
    for position in 0..10 {
        exam.start(&app, position).await;
    }
    let other = app.start_beside(7, &[]).await;
    app.advance(Duration::minutes(61));
    futures::join!(app.close_quizzes(), other.close_quizzes());
    // Whoever was held by the other node is left to it.
    app.close_quizzes().await;
    assert_eq!(noted(&app, "quiz_attempt.submitted").await.len(), 10);
    assert_eq!(noted(&app, "quiz_attempt.scored").await.len(), 10);
}

#[tokio::test]
async fn a_closing_ends_attempts_before_their_own_time_and_another_closing_moves_their_end() {
    let app = TestApp::start().await;
    let closes_at = app.state.clock.now() + Duration::minutes(20);
    let exam = app.exam(2, &AUTOMATIC, &Rules { closes_at: Some(closes_at), ..Rules::default() }).await;
    let attempt = exam.start(&app, 0).await;
    assert_eq!(attempt["deadline"], json!(closes_at));
    let later = closes_at + Duration::minutes(25);
    app.execute(&format!("UPDATE session_quiz SET closes_at = '{later}' WHERE id = '{}'", exam.place)).await;
    app.advance(Duration::minutes(21));
    app.close_quizzes().await;
    let still = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&still["state"], &still["deadline"]), (&json!("started"), &json!(later)));
    app.advance(Duration::minutes(25));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &attempt).await, "graded");
}

#[tokio::test]
async fn what_a_request_did_not_live_to_score_the_clock_scores() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    app.execute("UPDATE quiz_attempt SET state = 'submitted', submitted_at = now()").await;
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &attempt).await, "graded");
}

#[tokio::test]
async fn results_that_are_shown_at_the_closing_are_published_then_and_not_while_somebody_is_at_work() {
    let app = TestApp::start().await;
    let closes_at = app.state.clock.now() + Duration::minutes(20);
    let rules = Rules { feedback: "after_close", closes_at: Some(closes_at), ..Rules::default() };
    let exam = app.exam(2, &AUTOMATIC, &rules).await;
    let early = exam.hand_in(&app, 0, exam.all_right(1)).await;
    // Whoever has more time goes on after the closing.
    let path = exam.path(&format!("/adjustments/{}", exam.class.enrolment(1)));
    let body = json!({ "extra_time": "half" });
    exam.class.teacher(&app).put_at(&path, &json!(0), body).await.expect(200);
    let slow = exam.start(&app, 1).await;
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &early).await, "graded");
    app.advance(Duration::minutes(25));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &early).await, "graded", "somebody is still at work");
    assert_eq!(exam.state_of(&app, &slow).await, "started");
    app.advance(Duration::minutes(30));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, &early).await, "published");
    assert_eq!(exam.state_of(&app, &slow).await, "published");
    let shown = exam.reread(&app, 0, &early).await;
    assert_eq!(shown["marked"].as_array().unwrap().len(), 5);
    let mails = app.mails_to(&exam.class.trainees[0].user.email).await;
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert!(mails[0].subject.starts_with("Votre résultat à «\u{a0}Contrôle\u{a0}»"), "{}", mails[0].subject);
}

#[tokio::test]
async fn an_attempt_that_cannot_be_scored_keeps_no_other_from_it() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::TrueFalse], &Rules::default()).await;
    let (broken, sound) = (exam.start(&app, 0).await, exam.start(&app, 1).await);
    app.execute(&format!(
        "UPDATE quiz_answer SET answer = '{{\"kind\":\"odd\"}}' WHERE attempt_id = '{}'",
        broken["id"].as_str().unwrap()
    ))
    .await;
    app.advance(Duration::minutes(61));
    let run = carnet::platform::jobs::Run {
        id: uuid::Uuid::nil(),
        attempt: 1,
        stop: tokio_util::sync::CancellationToken::new(),
    };
    let job = carnet::quizzes::CloseQuizzes {};
    let done = carnet::platform::jobs::Job::run(job, app.state.clone(), run).await;
    assert!(done.is_err(), "somebody must look at it");
    assert_eq!(exam.state_of(&app, &sound).await, "graded");
    assert_eq!(exam.state_of(&app, &broken).await, "submitted", "what was handed in is safe");
}
