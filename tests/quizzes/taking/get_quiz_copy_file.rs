use reqwest::{Method, header};
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{Exam, Q, Rules, attempt_path};

/// Answers with a file that bears the name of whoever sent it, and hands in; gives the file's id.
async fn answered(app: &TestApp, exam: &Exam) -> String {
    let attempt = exam.start(app, 0).await;
    let client = exam.learner(app, 0);
    let pdf = crate::support::files::pdf("<< >>");
    let file = client.upload("/me/files", "Samir-Stagiaire0.pdf", pdf).await.expect(201);
    let answer = json!({ "kind": "file", "file_ids": [file["id"]] });
    let body = json!({ "answers": [exam.answer(Q::File, 1, &answer)] });
    client.post(&attempt_path(&attempt, "/submission"), body).await.expect(200);
    app.run_jobs().await;
    file["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_file_bears_its_copy_s_name_until_it_is_graded() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::File], &Rules { hides_names: true, ..Rules::default() }).await;
    let file = answered(&app, &exam).await;
    let copy = exam.copies(&app).await.remove(0);
    let path = exam.path(&format!("/copies/{}/files/{file}", copy["copy_id"].as_str().unwrap()));
    let name = async || {
        let got = exam.class.teacher(&app).get(&path).await;
        assert_eq!(got.status, 200, "{}", got.text);
        got.headers[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned()
    };
    let hidden = name().await;
    assert!(hidden.contains("filename=\"copie-") && !hidden.contains("Samir"), "{hidden}");
    exam.grade_all(&app).await;
    assert!(name().await.contains("Samir-Stagiaire0.pdf"));
}

#[tokio::test]
async fn a_file_of_another_copy_is_not_there() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::Long, Q::File], &Rules::default()).await;
    let file = answered(&app, &exam).await;
    exam.hand_in(&app, 1, exam.all_right(1)).await;
    let copies = exam.copies(&app).await;
    let of = |question: Q| {
        let is = |copy: &&Value| copy["question"]["question_id"] == json!(exam.question(question));
        copies.iter().find(is).unwrap()["copy_id"].as_str().unwrap().to_owned()
    };
    let path = |copy: &str| exam.path(&format!("/copies/{copy}/files/{file}"));
    exam.class.teacher(&app).get(&path(&of(Q::Long))).await.expect_problem(404, "not_found");
    let own = path(&of(Q::File));
    assert_eq!(exam.class.teacher(&app).get(&own).await.status, 200);
    hidden_from_others(&app, &exam.class, Method::GET, &own, &Value::Null).await;
}
