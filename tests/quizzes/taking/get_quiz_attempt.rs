use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Exam, Q, Rules, WHOLE};

fn path(exam: &Exam, attempt: &Value) -> String {
    exam.path(&format!("/attempts/{}", attempt["id"].as_str().unwrap()))
}

#[tokio::test]
async fn it_shows_every_answer_with_its_points_and_what_is_right() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let shown = exam.class.teacher(&app).get(&path(&exam, &attempt)).await.expect(200);
    assert_eq!((&shown["enrolment_id"], &shown["revision"]), (&json!(exam.class.enrolment(0)), &json!(1)));
    assert_eq!((&shown["state"], &shown["result"]["percent"]), (&json!("graded"), &json!(100)));
    assert_eq!(shown["questions"].as_array().unwrap().len(), 5);
    assert_eq!(shown["questions"][2]["given_points"], 1.0);
    assert_eq!(shown["questions"][2]["key"]["is_true"], false);
}

#[tokio::test]
async fn what_runs_is_not_read_and_what_is_hidden_is_read_as_a_copy() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules { hides_names: true, ..Rules::default() }).await;
    let attempt = exam.start(&app, 0).await;
    let running = exam.class.teacher(&app).get(&path(&exam, &attempt)).await;
    assert_eq!(running.expect_problem(409, "illegal_transition")["current_state"], "started");
    exam.submit(&app, 0, &attempt, exam.all_right(1)).await;
    exam.class.boss(&app).get(&path(&exam, &attempt)).await.expect_problem(409, "names_hidden");
    exam.grade_all(&app).await;
    exam.class.teacher(&app).get(&path(&exam, &attempt)).await.expect(200);
}

#[tokio::test]
async fn an_attempt_of_another_quiz_is_not_there() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let other = app.exam(1, &[Q::Single], &Rules::default()).await;
    let foreign = other.hand_in(&app, 0, vec![]).await;
    exam.class.teacher(&app).get(&path(&exam, &foreign)).await.expect_problem(404, "not_found");
    let own = exam.hand_in(&app, 0, vec![]).await;
    hidden_from_others(&app, &exam.class, Method::GET, &path(&exam, &own), &Value::Null).await;
}
