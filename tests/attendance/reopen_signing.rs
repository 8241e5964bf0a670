use chrono::Duration;
use reqwest::Method;
use serde_json::json;

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::attendance::drawing;

#[tokio::test]
async fn signing_is_opened_again_for_a_while_with_a_reason() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(Duration::hours(24));
    let sign = class.slot_path("/attendance/signature");
    let body = json!({ "part": "am", "drawing": drawing(1) });
    class.teacher(&app).post(&sign, &body).await.expect_problem(409, "signing_over");
    let path = class.slot_path("/attendance/reopening");
    let reopening = json!({ "minutes": 60, "reason": "Tablette en panne hier" });
    let sheet = class.teacher(&app).post(&path, &reopening).await.expect(200);
    assert_eq!(
        (&sheet["reopened_until"], &sheet["reopened_reason"]),
        (&json!("2026-03-04T09:00:00Z"), &json!("Tablette en panne hier"))
    );
    class.teacher(&app).post(&sign, &body).await.expect(200);
    app.advance(Duration::minutes(61));
    let late = json!({ "part": "pm", "drawing": drawing(2) });
    class.teacher(&app).post(&sign, &late).await.expect_problem(409, "signing_over");
    assert_eq!(noted(&app, "attendance.signing_reopened").await.len(), 1);
    hidden_from_others(&app, &class, Method::POST, &path, &reopening).await;
}

#[tokio::test]
async fn not_for_ever_and_not_without_reason() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance/reopening");
    let ask = async |minutes: i64, reason: &str| {
        class.teacher(&app).post(&path, json!({ "minutes": minutes, "reason": reason })).await
    };
    ask(4, "Panne").await.expect_field("/minutes", "out_of_range");
    ask(10_081, "Panne").await.expect_field("/minutes", "out_of_range");
    ask(60, " ").await.expect_field("/reason", "required");
}
