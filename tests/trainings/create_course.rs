use reqwest::Method;
use serde_json::json;

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_course_is_written_once_with_its_duration_and_modality() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let body = json!({
        "title": " Sécurité au poste ", "description": "Gestes\r\net postures", "minutes": 90, "modality": "workplace",
    });
    let answer = school.manager.client.post(&school.path("/courses"), body).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let course = answer.expect(201);
    assert_eq!(
        (course["title"].as_str(), course["description"].as_str()),
        (Some("Sécurité au poste"), Some("Gestes\net postures"))
    );
    assert_eq!((&course["minutes"], &course["modality"]), (&json!(90), &json!("workplace")));
    assert_eq!((&course["archived"], &course["trainings"]), (&json!(false), &json!(0)));
    assert_eq!(noted(&app, "course.written").await.len(), 1);
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_place() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let body =
        json!({ "title": "A", "description": "x".repeat(5001), "minutes": -1, "modality": "in_person" });
    let refused = school.manager.client.post(&school.path("/courses"), body).await;
    let told = refused.expect_problem(422, "invalid_request")["errors"].clone();
    let told: Vec<_> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("/title", "too_short"), ("/description", "too_long"), ("/minutes", "out_of_range")]);
    let body = json!({ "title": "Atelier", "minutes": 600_001, "modality": "in_person" });
    school.manager.client.post(&school.path("/courses"), body).await.expect_field("/minutes", "out_of_range");
    let body = json!({ "title": "Atelier", "minutes": 60, "modality": "telepathy" });
    school
        .manager
        .client
        .post(&school.path("/courses"), body)
        .await
        .expect_field("/modality", "invalid_type");
}

#[tokio::test]
async fn only_those_who_run_the_organisation_write_courses() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let body = json!({ "title": "Atelier", "minutes": 60, "modality": "in_person" });
    only_for_those_who_run_it(&app, &school, Method::POST, &school.path("/courses"), &body).await;
}
