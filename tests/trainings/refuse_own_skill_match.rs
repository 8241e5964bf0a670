use reqwest::Method;
use serde_json::json;

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_refused_match_is_remembered_with_its_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let code = app.skills_of("M1805").swap_remove(0);
    let own = school.own_skill("À notre façon").await;
    let path = school.path(&format!("/own-skills/{}/refusals", own["id"].as_str().unwrap()));
    let body = |reason: &str| json!({ "skill": code, "reason": reason });
    let refused = school.manager.client.post(&path, body("Trop large")).await.expect(200);
    assert_eq!(refused["refusals"][0]["reason"], "Trop large");
    assert_eq!(refused["link"], "none");
    let again = school.manager.client.post(&path, body("Vraiment trop large")).await.expect(200);
    assert_eq!(again["refusals"].as_array().unwrap().len(), 1);
    assert_eq!(again["refusals"][0]["reason"], "Vraiment trop large");
    assert_eq!(
        noted(&app, "own_skill.linked").await[0],
        Some(json!({ "decision": "refused", "skill": code }))
    );
    let empty = school.manager.client.post(&path, json!({ "skill": "x", "reason": "" })).await;
    let problem = empty.expect_field("/skill", "unknown_skill");
    assert_eq!(problem["errors"][1]["pointer"], "/reason");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body("Non")).await;
}
