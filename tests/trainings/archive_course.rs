use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn an_archived_course_stays_where_it_is_used_with_a_warning() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, draft) = school.published(&app, "Développement").await;
    let path = school.path(&format!("/courses/{}", draft["courses"][0]["course_id"].as_str().unwrap()));
    let archived = school.manager.client.post(&format!("{path}/archive"), ()).await.expect(200);
    assert_eq!((&archived["archived"], &archived["version"]), (&json!(true), &json!(2)));
    assert_eq!(noted(&app, "course.archived").await, [Some(json!({ "state": "archived" }))]);
    let shown = school.manager.client.get(&school.training_path(&training, "")).await.expect(200);
    assert_eq!(shown["warnings"][0]["kind"], "archived_course");
    assert_eq!(shown["warnings"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_course_is_archived_once_and_by_those_who_run_the_organisation() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let course = school.course("Atelier bois").await;
    let path = school.path(&format!("/courses/{}/archive", course["id"].as_str().unwrap()));
    school.manager.client.post(&path, ()).await.expect(200);
    let again = school.manager.client.post(&path, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "archived");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}
