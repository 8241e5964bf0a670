use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn an_own_skill_is_kept_apart_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let code = app.skills_of("M1805").swap_remove(0);
    let own = school.own_skill("À notre façon").await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let keep = format!("{path}/keep");
    assert_eq!(school.manager.client.post(&keep, ()).await.expect(200)["link"], "kept");
    let again = school.manager.client.post(&keep, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "kept");
    let linked = school.own_skill("Autre façon").await;
    let path = school.path(&format!("/own-skills/{}", linked["id"].as_str().unwrap()));
    school.manager.client.put(&format!("{path}/link"), json!({ "skill": code })).await.expect(200);
    let refused = school.manager.client.post(&format!("{path}/keep"), ()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "linked");
    only_for_those_who_run_it(&app, &school, Method::POST, &keep, &Value::Null).await;
}
