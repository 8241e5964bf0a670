use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn an_own_skill_starts_without_a_match() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let body = json!({ "label": " Régler la Festo 200 ", "description": "Notre machine" });
    let skill = school.manager.client.post(&school.path("/own-skills"), body).await.expect(201);
    assert_eq!((&skill["label"], &skill["link"]), (&json!("Régler la Festo 200"), &json!("none")));
    assert_eq!((&skill["skill"], &skill["refusals"]), (&Value::Null, &json!([])));
    assert_eq!(noted(&app, "own_skill.written").await.len(), 1);
}

#[tokio::test]
async fn an_organisation_has_one_own_skill_of_a_name() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    school.own_skill("Régler la Festo 200").await;
    let path = school.path("/own-skills");
    let twice = school.manager.client.post(&path, json!({ "label": "régler la FESTO 200" })).await;
    twice.expect_problem(409, "own_skill_taken");
    app.school("Autre").await.own_skill("Régler la Festo 200").await;
    school.manager.client.post(&path, json!({ "label": " " })).await.expect_field("/label", "required");
    let long = json!({ "label": "x".repeat(251) });
    school.manager.client.post(&path, long).await.expect_field("/label", "too_long");
    let body = json!({ "label": "Autre chose" });
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}
