use reqwest::Method;
use serde_json::Value;

use super::issue_certificates::{over, request};
use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_certificates_of_a_session_are_listed() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    over(&app, &class).await;
    let path = class.path("/certificates");
    for kind in ["completion", "attendance", "end_of_training"] {
        class.boss(&app).post(&path, request(kind)).await.expect(201);
    }
    let items = class.boss(&app).get(&path).await.expect(200)["items"].clone();
    let kinds: Vec<_> = items.as_array().unwrap().iter().map(|item| &item["kind"]).collect();
    assert_eq!(kinds, ["completion", "attendance", "end_of_training"]);
    only_for_those_who_run_it(&app, &class, Method::GET, &path, &Value::Null).await;
}
