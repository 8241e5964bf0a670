use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn everything_that_was_said_of_somebody_is_kept() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.mark(&app, vec![class.row(0, "am", "absent"), class.row(1, "am", "present")]).await;
    let mut again = class.row(0, "am", "late");
    again["seen_number"] = json!(1);
    again["minutes_late"] = json!(20);
    class.mark(&app, vec![again]).await;
    let path = class.slot_path(&format!("/attendance/marks?enrolment_id={}", class.enrolment(0)));
    let items = class.teacher(&app).get(&path).await.expect(200)["items"].clone();
    let told: Vec<_> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["mark"]["number"].as_i64().unwrap(), entry["mark"]["status"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [(1, "absent"), (2, "late")]);
    assert_eq!(items[1]["mark"]["by"], "Farida Membre");
    class
        .teacher(&app)
        .get(&class.slot_path("/attendance/marks"))
        .await
        .expect_field("/enrolment_id", "required");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
