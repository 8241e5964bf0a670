use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE};

#[tokio::test]
async fn the_table_counts_and_the_distribution_say_the_same() {
    let app = TestApp::start().await;
    let exam = app.exam(4, &AUTOMATIC, &Rules::default()).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    exam.hand_in(&app, 1, vec![exam.answer(Q::TrueFalse, 1, &exam.right(Q::TrueFalse))]).await;
    exam.start(&app, 2).await;
    let read = async || exam.class.teacher(&app).get(&exam.path("/results")).await.expect(200);
    let results = read().await;
    let counts =
        ["running", "to_grade", "to_publish", "published", "passed"].map(|name| results[name].clone());
    assert_eq!(counts, [1, 0, 2, 0, 1].map(Value::from));
    assert_eq!((&results["mean"], &results["median"]), (&json!(56), &json!(56)));
    assert_eq!(results["distribution"], json!([0, 1, 0, 0, 0, 0, 0, 0, 0, 1]));
    let people = results["people"].as_array().unwrap();
    assert_eq!(people.len(), 4);
    assert_eq!(people[0]["attempts"][0]["result"]["percent"], 100);
    assert_eq!((&people[0]["percent"], &people[3]["attempts"]), (&Value::Null, &json!([])));
    assert_eq!(people[2]["attempts"][0]["attempt_id"], Value::Null, "what runs is nobody's to read");
    exam.publish(&app).await;
    let results = read().await;
    assert_eq!((&results["published"], &results["people"][0]["percent"]), (&json!(2), &json!(100)));
    assert_eq!(results["people"][1]["is_passed"], false);
}

#[tokio::test]
async fn while_names_are_hidden_the_table_does_not_lead_to_copies() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules { hides_names: true, ..Rules::default() }).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let read = async || exam.class.teacher(&app).get(&exam.path("/results")).await;
    let hidden = read().await;
    assert!(!hidden.text.contains(attempt["id"].as_str().unwrap()), "{}", hidden.text);
    let row = &hidden.body["people"][0]["attempts"][0];
    assert_eq!(row["state"], "to_grade");
    for field in ["attempt_id", "started_at", "submitted_at", "result"] {
        assert_eq!(row[field], Value::Null, "{field}");
    }
    exam.grade_all(&app).await;
    let shown = read().await.expect(200);
    assert_eq!(shown["people"][0]["attempts"][0]["attempt_id"], attempt["id"]);
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_read_them() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    hidden_from_others(&app, &exam.class, Method::GET, &exam.path("/results"), &Value::Null).await;
    app.suspend(&exam.class.organisation).await;
    exam.class.boss(&app).get(&exam.path("/results")).await.expect(200);
}
