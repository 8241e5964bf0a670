use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn what_is_not_ready_starts_with_a_reason_only_and_the_reason_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let refused = school.try_step(&session, "start", &json!({})).await.expect_problem(409, "not_ready");
    let codes: Vec<_> =
        refused["current"]["items"].as_array().unwrap().iter().map(|item| item["code"].clone()).collect();
    assert!(
        codes.contains(&json!("no_trainee")) && codes.contains(&json!("skill_not_assessed")),
        "{codes:?}"
    );
    assert_eq!(refused["current"]["is_ready"], false);
    school
        .try_step(&session, "start", &json!({ "override_reason": " " }))
        .await
        .expect_field("/override_reason", "required");
    let body = json!({ "override_reason": "Évaluation sur papier" });
    let running = school.step(&session, "start", &body).await;
    assert_eq!(
        (&running["status"], &running["start_override"]),
        (&json!("running"), &json!("Évaluation sur papier"))
    );
    let refused = school.try_step(&session, "start", &body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "running");
}

#[tokio::test]
async fn a_ready_session_starts_without_a_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.ready(&app, "Développement").await;
    let running = school.step(&session, "start", &json!({})).await;
    assert_eq!((&running["status"], &running["start_override"]), (&json!("running"), &json!(null)));
    let other = school.planned(&app, "Autre").await;
    let path = session_path(&school, &other, "/start");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &json!({})).await;
}
