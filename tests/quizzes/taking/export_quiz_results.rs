use reqwest::{Method, header};
use serde_json::Value;

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE};

#[tokio::test]
async fn a_row_per_attempt_a_column_per_question_and_no_formula() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &AUTOMATIC, &Rules { negative_percent: 25, ..Rules::default() }).await;
    let hostile = format!(
        "UPDATE enrolment SET last_name = '=cmd|'' /C calc''!A0', first_name = '@SUM(A1)' WHERE id = '{}'",
        exam.class.enrolment(0)
    );
    app.execute(&hostile).await;
    let wrong =
        serde_json::json!({ "kind": "single", "choice_id": crate::support::taking::choice(Q::Single, 1) });
    let mut answers = exam.all_right(1);
    answers[0]["answer"] = wrong;
    exam.hand_in(&app, 0, answers).await;
    let file = exam.class.teacher(&app).get(&exam.path("/results-export")).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let lines: Vec<&str> = file.text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{}", file.text);
    assert!(lines[0].starts_with("Nom;Prénom;Référence;Tentative;État;"), "{}", lines[0]);
    assert!(lines[0].contains(";Q1\u{a0}: Énoncé Single;"), "{}", lines[0]);
    assert!(
        lines[1].starts_with("'=cmd|' /C calc'!A0;'@SUM(A1);;1;corrigé;03/03/2026 09:00:00;"),
        "{}",
        lines[1]
    );
    // 5.5 of 8 points; the wrong choice cost half a point.
    assert!(lines[1].contains(";5,5;8;68;oui;-0,5;3;1;1;1"), "{}", lines[1]);
    assert!(lines[2].starts_with("Stagiaire1;Samir;;;invité;;;;;;;"), "{}", lines[2]);
    assert_eq!(noted(&app, "session_quiz.exported").await.len(), 1);
}

#[tokio::test]
async fn while_names_are_hidden_points_of_questions_are_not_beside_names() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules { hides_names: true, ..Rules::default() }).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    let file = exam.class.teacher(&app).get(&exam.path("/results-export")).await;
    let row = file.text.lines().nth(1).unwrap();
    assert_eq!(row, format!("Stagiaire0;Samir;;1;à corriger;{}", ";".repeat(13)), "{}", file.text);
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_export() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    hidden_from_others(&app, &exam.class, Method::GET, &exam.path("/results-export"), &Value::Null).await;
}
