use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::{TestApp, start_time};

#[tokio::test]
async fn the_sheets_of_a_session_tell_how_far_they_are() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    let tomorrow = class.add_slot(&app, start_time() + Duration::hours(24), 3).await;
    class.mark(&app, vec![class.row(0, "am", "present"), class.row(1, "am", "absent")]).await;
    let path = class.path("/attendance");
    let sheets = class.teacher(&app).get(&path).await.expect(200)["items"].clone();
    assert_eq!(sheets.as_array().unwrap().len(), 2);
    let told = |sheet: &Value| {
        ["expected", "marked", "present", "signed", "trainer_signed"]
            .map(|field| sheet[field].as_i64().unwrap())
    };
    assert_eq!(told(&sheets[0]), [6, 2, 1, 0, 0]);
    assert_eq!(told(&sheets[1]), [3, 0, 0, 0, 0]);
    assert_eq!((&sheets[1]["slot_id"], &sheets[1]["parts"]), (&json!(tomorrow), &json!(["am"])));
    class.closed(&app).await;
    let sheets = class.teacher(&app).get(&path).await.expect(200)["items"].clone();
    assert_eq!((told(&sheets[0]), &sheets[0]["state"]), ([6, 6, 5, 0, 2], &json!("closed")));
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
