use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Exam, Q, Rules, choice, content};

/// Writes a second version of the single choice, in which choice 1 is right as well.
pub async fn correct_key(app: &TestApp, exam: &Exam) -> Value {
    let mut corrected = content(Q::Single);
    corrected["answer"]["choices"][0]["is_right"] = json!(false);
    corrected["answer"]["choices"][1]["is_right"] = json!(true);
    app.write_version(exam.question(Q::Single), 2, &corrected).await;
    json!({ "question_id": exam.question(Q::Single), "number": 2 })
}

/// Chooses this, and answers the rest rightly.
pub fn choosing(exam: &Exam, number: u128) -> Vec<Value> {
    let mut answers = exam.all_right(1);
    answers[0]["answer"]["choice_id"] = json!(choice(Q::Single, number));
    answers
}

#[tokio::test]
async fn what_a_corrected_key_would_change_is_shown_and_nothing_is_changed() {
    let app = TestApp::start().await;
    let exam = app.exam(3, &AUTOMATIC, &Rules::default()).await;
    let first = exam.hand_in(&app, 0, choosing(&exam, 0)).await;
    exam.hand_in(&app, 1, choosing(&exam, 1)).await;
    exam.hand_in(&app, 2, choosing(&exam, 2)).await;
    let body = correct_key(&app, &exam).await;
    let path = exam.path("/correction-preview");
    let shown = exam.class.teacher(&app).post(&path, &body).await.expect(200);
    assert_eq!((&shown["from_numbers"], &shown["attempts"]), (&json!([1]), &json!(3)));
    let lines = shown["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 2, "choice 2 stays wrong: {shown}");
    assert_eq!(
        lines[0],
        json!({
            "enrolment_id": exam.class.enrolment(0), "first_name": "Samir", "last_name": "Stagiaire0", "state": "graded",
            "before_points": 2.0, "after_points": 0.0, "before_percent": 100, "after_percent": 75,
        })
    );
    assert_eq!((&lines[1]["before_percent"], &lines[1]["after_percent"]), (&json!(75), &json!(100)));
    let path = exam.path(&format!("/attempts/{}", first["id"].as_str().unwrap()));
    let kept = exam.class.teacher(&app).get(&path).await.expect(200);
    assert_eq!((&kept["result"]["percent"], &kept["questions"][0]["key_number"]), (&json!(100), &json!(1)));
}

#[tokio::test]
async fn a_correction_asks_the_same_question() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single, Q::Long], &Rules::default()).await;
    exam.hand_in(&app, 0, vec![]).await;
    let single = exam.question(Q::Single);
    let mut fewer = content(Q::Single);
    fewer["answer"]["choices"].as_array_mut().unwrap().pop();
    app.write_version(single, 2, &fewer).await;
    app.write_version(single, 3, &content(Q::TrueFalse)).await;
    app.write_version(exam.question(Q::Long), 2, &content(Q::Long)).await;
    let path = exam.path("/correction-preview");
    let ask = async |question: Value, number: i32| {
        let body = json!({ "question_id": question, "number": number });
        exam.class.teacher(&app).post(&path, body).await
    };
    for number in [2, 3] {
        ask(json!(single), number).await.expect_field("/number", "not_a_correction");
    }
    ask(json!(single), 9).await.expect_field("/number", "unknown_version");
    ask(json!(single), 1).await.expect_field("/question_id", "nothing_to_correct");
    let unknown = json!(uuid::Uuid::from_u128(8));
    ask(unknown, 2).await.expect_field("/question_id", "nothing_to_correct");
    ask(json!(exam.question(Q::Long)), 2).await.expect_problem(409, "graded_by_hand");
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_see_it() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let body = correct_key(&app, &exam).await;
    let path = exam.path("/correction-preview");
    hidden_from_others(&app, &exam.class, Method::POST, &path, &body).await;
}
