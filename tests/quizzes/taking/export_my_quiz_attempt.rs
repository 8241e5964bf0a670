use reqwest::{Method, header};
use serde_json::Value;

use super::only_for_oneself;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, attempt_path};

#[tokio::test]
async fn one_keeps_a_copy_of_what_one_may_see() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let done = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let path = attempt_path(&done, "/copy");
    let early = exam.learner(&app, 0).get(&path).await;
    assert!(!early.text.contains("SECRET"), "{}", early.text);
    exam.publish(&app).await;
    let copy = exam.learner(&app, 0).get(&path).await;
    let name = copy.headers[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
    assert!(name.starts_with("attachment; filename=\"quiz-") && name.ends_with("-1.json\""), "{name}");
    let body = copy.expect(200);
    assert_eq!(body["marked"][0]["key"]["explanation"], "SECRET-EXPLICATION");
    assert_eq!(body["result"]["percent"], 100);
}

#[tokio::test]
async fn of_one_s_own_attempts_alone() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    only_for_oneself(&app, &exam.class, Method::GET, &attempt_path(&attempt, "/copy"), &Value::Null).await;
}
