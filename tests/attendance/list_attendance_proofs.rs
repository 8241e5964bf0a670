use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::{TestApp, start_time};

#[tokio::test]
async fn elements_are_listed_by_time() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path("/attendance-proofs");
    for (hours, kind) in [(1, "work"), (3, "message")] {
        let body = json!({
            "enrolment_id": class.enrolment(0), "kind": kind, "happened_at": start_time() - Duration::hours(hours),
            "description": "Élément",
        });
        class.teacher(&app).post(&path, body).await.expect(201);
    }
    let items = class.boss(&app).get(&path).await.expect(200)["items"].clone();
    let kinds: Vec<_> = items.as_array().unwrap().iter().map(|item| &item["kind"]).collect();
    assert_eq!(kinds, ["message", "work"]);
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
