use reqwest::Method;
use serde_json::json;

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn what_was_taught_is_noted_until_the_sheet_is_closed() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/taught");
    let body = json!({ "text": "Amorçage de l’arc\r\nCordons à plat" });
    let sheet = class.teacher(&app).put(&path, &body).await.expect(200);
    assert_eq!(sheet["taught"], "Amorçage de l’arc\nCordons à plat");
    let long = json!({ "text": "x".repeat(4001) });
    class.teacher(&app).put(&path, long).await.expect_field("/text", "too_long");
    hidden_from_others(&app, &class, Method::PUT, &path, &body).await;
    class.closed(&app).await;
    class.teacher(&app).put(&path, &body).await.expect_problem(409, "illegal_transition");
}
