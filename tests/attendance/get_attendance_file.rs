use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn files_of_the_session_are_for_those_who_take_its_attendance() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let path = class.path(&format!("/attendance-files/{file}"));
    // Staged, it belongs to no session yet.
    class.teacher(&app).get(&path).await.expect_problem(404, "not_found");
    class
        .teacher(&app)
        .put(&class.slot_path("/attendance/paper"), json!({ "file_id": file }))
        .await
        .expect(200);
    // The row is there; its bytes were never written in this test.
    class.teacher(&app).get(&path).await.expect_problem(410, "file_lost");
    let other = app.class_in(class.organisation, 0).await;
    let elsewhere = other.path(&format!("/attendance-files/{file}"));
    other.boss(&app).get(&elsewhere).await.expect_problem(404, "not_found");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
