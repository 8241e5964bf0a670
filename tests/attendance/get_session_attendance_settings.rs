use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_rule_of_retention_is_shown() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.path("/attendance-settings");
    let settings = class.teacher(&app).get(&path).await.expect(200);
    assert_eq!(
        (&settings["retention"], &settings["certificates_until"], &settings["attendance_until"]),
        (&json!("standard"), &json!("2029-03-13"), &json!("2032-03-13"))
    );
    assert_eq!((&settings["asks_entry_exit"], &settings["legal_hold"]), (&json!(false), &Value::Null));
    app.execute("UPDATE training_session SET retention = 'cofunded'").await;
    let settings = class.boss(&app).get(&path).await.expect(200);
    assert_eq!(settings["certificates_until"], "2036-03-13");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
