use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_contests_of_a_session_are_listed() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    for position in [1, 0] {
        let body = json!({ "part": "pm", "text": format!("Contestation {position}") });
        class.learner(&app, position).post(&path, body).await.expect(201);
        app.advance(chrono::Duration::minutes(1));
    }
    let path = class.path("/contests");
    let items = class.boss(&app).get(&path).await.expect(200)["items"].clone();
    let texts: Vec<_> = items.as_array().unwrap().iter().map(|item| &item["text"]).collect();
    assert_eq!(texts, ["Contestation 1", "Contestation 0"]);
    assert_eq!(items[0]["decision"], Value::Null);
    class.teacher(&app).get(&path).await.expect(200);
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
