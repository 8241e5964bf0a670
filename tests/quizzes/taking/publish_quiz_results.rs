use reqwest::Method;
use serde_json::json;

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE};

#[tokio::test]
async fn everything_that_is_graded_is_published_once_and_people_are_told() {
    let app = TestApp::start().await;
    let exam = app.exam(3, &WHOLE, &Rules::default()).await;
    let waits = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let done = exam.hand_in(&app, 1, vec![]).await;
    let running = exam.start(&app, 2).await;
    let published = exam.publish(&app).await;
    assert_eq!(published["published"], json!([done["id"]]));
    assert_eq!(exam.publish(&app).await["published"], json!([]));
    for (attempt, state) in [(&waits, "to_grade"), (&done, "published"), (&running, "started")] {
        assert_eq!(exam.state_of(&app, attempt).await, state);
    }
    let mails = app.mails_to(&exam.class.trainees[1].user.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre résultat à «\u{a0}Contrôle\u{a0}»");
    assert!(mails[0].body.contains("/mes-sessions/"), "{}", mails[0].body);
    assert!(!mails[0].body.contains('%'), "a mail tells no result: {}", mails[0].body);
    assert_eq!(app.mails_to(&exam.class.trainees[0].user.email).await.len(), 0);
    assert_eq!(noted(&app, "quiz_attempt.published").await.len(), 1);
}

#[tokio::test]
async fn single_attempts_are_published() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &AUTOMATIC, &Rules::default()).await;
    let (first, second) = (exam.hand_in(&app, 0, vec![]).await, exam.hand_in(&app, 1, vec![]).await);
    let client = exam.class.teacher(&app);
    let path = exam.path("/publication");
    let body = json!({ "attempt_ids": [second["id"], second["id"]] });
    assert_eq!(client.post(&path, &body).await.expect(200)["published"], json!([second["id"]]));
    assert_eq!(client.post(&path, &body).await.expect(200)["published"], json!([]));
    assert_eq!(exam.state_of(&app, &first).await, "graded");
    let unknown = json!({ "attempt_ids": [first["id"], uuid::Uuid::from_u128(1)] });
    client.post(&path, unknown).await.expect_field("/attempt_ids/1", "unknown_attempt");
    let many = json!({ "attempt_ids": vec![first["id"].clone(); 501] });
    client.post(&path, many).await.expect_field("/attempt_ids", "too_many");
}

#[tokio::test]
async fn what_has_no_result_is_not_published() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let body = json!({ "attempt_ids": [attempt["id"]] });
    let refused = exam.class.teacher(&app).post(&exam.path("/publication"), body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "to_grade");
}

#[tokio::test]
async fn two_who_publish_at_once_tell_people_once() {
    let app = TestApp::start().await;
    let exam = app.exam(5, &AUTOMATIC, &Rules::default()).await;
    for position in 0..5 {
        exam.hand_in(&app, position, vec![]).await;
    }
    let (one, two) = (exam.class.teacher(&app), exam.class.boss(&app));
    let path = exam.path("/publication");
    let (first, second) = futures::join!(one.post(&path, json!({})), two.post(&path, json!({})));
    let count = |body: serde_json::Value| body["published"].as_array().unwrap().len();
    assert_eq!(count(first.expect(200)) + count(second.expect(200)), 5);
    assert_eq!(app.mails_to(&exam.class.trainees[3].user.email).await.len(), 1);
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_publish_while_the_organisation_works() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    hidden_from_others(&app, &exam.class, Method::POST, &exam.path("/publication"), &json!({})).await;
    app.suspend(&exam.class.organisation).await;
    let refused = exam.class.teacher(&app).post(&exam.path("/publication"), json!({})).await;
    refused.expect_problem(409, "organisation_suspended");
}
