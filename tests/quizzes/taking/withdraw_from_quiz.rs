use chrono::Duration;
use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE, attempt_path};

#[tokio::test]
async fn whoever_steps_back_leaves_no_answer_and_no_file() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let client = exam.learner(&app, 0);
    let file = client.upload_pdf().await;
    let mut answers = exam.all_right(1);
    answers[6]["answer"] = json!({ "kind": "file", "file_ids": [file["id"]] });
    client.put(&attempt_path(&attempt, "/answers"), json!({ "answers": answers })).await.expect(200);
    client.post(&exam.own_path("/withdrawal"), ()).await.expect(204);
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM quiz_answer").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 0);
    app.run_jobs().await;
    assert_eq!(app.count_files().await, 0, "the file is destroyed with the answer");
    assert_eq!(exam.state_of(&app, &attempt).await, "withdrawn");
    let told = json!({ "number": 1, "from": "started" });
    assert_eq!(noted(&app, "quiz_attempt.withdrawn").await, [Some(told)]);
    // It counts as an attempt, so that nobody reads the questions and begins anew.
    let path = exam.own_path("/attempts");
    client.post(&path, json!({ "notice_accepted": true })).await.expect_problem(409, "no_attempt_left");
    let again =
        client.post(&exam.own_path("/withdrawal"), ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "withdrawn");
}

#[tokio::test]
async fn one_steps_back_before_beginning() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    exam.learner(&app, 0).post(&exam.own_path("/withdrawal"), ()).await.expect(204);
    let notice = exam.learner(&app, 0).get(&exam.own_path("")).await.expect(200);
    assert_eq!((&notice["state"], &notice["attempts_left"]), (&json!("withdrawn"), &json!(0)));
    assert_eq!(notice["attempts"][0]["started_at"], json!(null));
}

#[tokio::test]
async fn what_is_handed_in_is_not_taken_back() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    app.advance(Duration::minutes(61));
    let path = exam.own_path("/withdrawal");
    exam.learner(&app, 0).post(&path, ()).await.expect_problem(409, "attempt_over");
    assert_eq!(exam.state_of(&app, &attempt).await, "graded");
    let refused = exam.learner(&app, 0).post(&path, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "graded");
}

#[tokio::test]
async fn there_is_nothing_to_step_back_from_for_others() {
    let app = TestApp::start().await;
    let exam = app.exam(0, &[Q::Single], &Rules::default()).await;
    let stranger = app.person("Paul", "Ailleurs").await;
    for client in [stranger.client, exam.class.teacher(&app), exam.class.boss(&app)] {
        client.post(&exam.own_path("/withdrawal"), ()).await.expect_problem(404, "not_found");
    }
}
