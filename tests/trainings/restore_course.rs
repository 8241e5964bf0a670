use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn an_archived_course_is_taken_back_into_use_once() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let course = school.course("Atelier bois").await;
    let path = school.path(&format!("/courses/{}", course["id"].as_str().unwrap()));
    let restore = format!("{path}/restore");
    let early = school.manager.client.post(&restore, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(early["current_state"], "in_use");
    school.manager.client.post(&format!("{path}/archive"), ()).await.expect(200);
    let restored = school.manager.client.post(&restore, ()).await.expect(200);
    assert_eq!(restored["archived"], json!(false));
    only_for_those_who_run_it(&app, &school, Method::POST, &restore, &Value::Null).await;
}
