use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_scan_of_a_paper_sheet_stands_for_the_trainers_signature() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/paper");
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let sheet = class.teacher(&app).put(&path, json!({ "file_id": file })).await.expect(200);
    assert_eq!((&sheet["paper"]["id"], &sheet["paper"]["name"]), (&json!(file), &json!("scan.pdf")));
    assert!(sheet["missing"].as_array().unwrap().iter().all(|one| one["code"] == "unmarked"));
    app.advance(Duration::hours(5));
    let rows = vec![class.row(0, "am", "present"), class.row(0, "pm", "present")];
    let body = json!({ "rows": rows, "method": "paper" });
    class.teacher(&app).put(&class.slot_path("/attendance/marks"), body).await.expect(200);
    let version = class.sheet(&app).await["version"].clone();
    class.teacher(&app).post_at(&class.slot_path("/attendance/close"), &version).await.expect(200);
}

#[tokio::test]
async fn another_scan_takes_its_place_and_null_takes_it_away() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance/paper");
    let (first, second) = (
        app.staged_file(&class.organisation, class.trainer.id).await,
        app.staged_file(&class.organisation, class.trainer.id).await,
    );
    class.teacher(&app).put(&path, json!({ "file_id": first })).await.expect(200);
    let sheet = class.teacher(&app).put(&path, json!({ "file_id": second })).await.expect(200);
    assert_eq!(sheet["paper"]["id"], json!(second));
    let again = class.teacher(&app).put(&path, json!({ "file_id": second })).await;
    again.expect_field("/file_id", "file_in_use");
    let foreign = app.staged_file(&class.organisation, class.manager.id).await;
    let refused = class.teacher(&app).put(&path, json!({ "file_id": foreign })).await;
    refused.expect_field("/file_id", "unknown_file");
    let sheet = class.teacher(&app).put(&path, json!({ "file_id": null })).await.expect(200);
    assert_eq!(sheet["paper"], Value::Null);
    let released: i64 = sqlx::query_scalar("SELECT count(*) FROM file WHERE released_at IS NOT NULL")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(released, 2);
    app.run_jobs().await;
    hidden_from_others(&app, &class, Method::PUT, &path, &json!({ "file_id": null })).await;
}
