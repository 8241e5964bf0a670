use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_reads_what_proves_their_own_absence() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let mut row = class.row(0, "am", "absent");
    row["proof_file_id"] = json!(file);
    class.mark(&app, vec![row]).await;
    let path = format!("/me/attendance/files/{file}");
    // The row is there; its bytes were never written in this test.
    class.learner(&app, 0).get(&path).await.expect_problem(410, "file_lost");
    class.learner(&app, 1).get(&path).await.expect_problem(404, "not_found");
    class.teacher(&app).get(&path).await.expect_problem(404, "not_found");
}
