use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_oneself;
use crate::support::app::TestApp;
use crate::support::taking::{Q, Rules, attempt_path};

#[tokio::test]
async fn one_downloads_what_one_answered_with() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::File], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let client = exam.learner(&app, 0);
    let file = client.upload_pdf().await;
    let id = file["id"].as_str().unwrap();
    let path = attempt_path(&attempt, &format!("/files/{id}"));
    client.get(&path).await.expect_problem(404, "not_found");
    let answer = json!({ "kind": "file", "file_ids": [id] });
    let body = json!({ "answers": [exam.answer(Q::File, 1, &answer)] });
    client.put(&attempt_path(&attempt, "/answers"), body).await.expect(200);
    app.run_jobs().await;
    let got = client.get(&path).await;
    assert_eq!(
        (got.status.as_u16(), &got.headers["cache-control"]),
        (200, &"private, no-store".parse().unwrap())
    );
    assert!(got.text.starts_with("%PDF"), "{}", got.text);
    only_for_oneself(&app, &exam.class, Method::GET, &path, &Value::Null).await;
}

#[tokio::test]
async fn one_downloads_the_images_of_one_s_own_questions_and_no_others() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::Single], &Rules::default()).await;
    let image = app.staged_file(&exam.class.organisation, exam.class.trainer.id).await;
    for statement in [
        format!("UPDATE file SET purpose = 'question_image', claimed_at = now() WHERE id = '{image}'"),
        format!("INSERT INTO question_version_file VALUES ('{}', 1, '{image}')", exam.question(Q::Single)),
    ] {
        app.execute(&statement).await;
    }
    let attempt = exam.start(&app, 0).await;
    let path = attempt_path(&attempt, &format!("/files/{image}"));
    // The row has no object behind it here: found, and lost.
    exam.learner(&app, 0).get(&path).await.expect_problem(410, "file_lost");
    exam.learner(&app, 1).get(&path).await.expect_problem(404, "not_found");
    app.execute("DELETE FROM question_version_file").await;
    exam.learner(&app, 0).get(&path).await.expect_problem(404, "not_found");
}
