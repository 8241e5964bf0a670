use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn nothing_is_alerted_until_somebody_says_so() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.organisation.path("/attendance-settings");
    let settings = class.boss(&app).get(&path).await.expect(200);
    assert_eq!(settings, json!({ "version": 0, "thresholds": [], "recipients": [] }));
    let foreign = app.class_in(app.organisation("Ailleurs").await, 0).await;
    foreign.boss(&app).get(&path).await.expect_problem(404, "not_found");
    class.teacher(&app).get(&path).await.expect_problem(403, "forbidden");
    app.trainee(&class.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
    let session = class.path("/attendance-anomalies");
    only_for_those_who_run_it(&app, &class, Method::GET, &session, &Value::Null).await;
}
