use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_quiz_says_what_it_is_for_and_about() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/quizzes");
    let client = &school.manager.client;
    let skill = &session["skills"][0]["skill"];
    let body = json!({
        "title": "Positionnement", "purpose": "positioning", "skills": [skill],
        "opens_at": "2026-03-02T08:00:00Z", "closes_at": "2026-03-09T08:00:00Z",
    });
    let quiz = client.post(&path, &body).await.expect(201);
    assert_eq!(
        (&quiz["purpose"], &quiz["skills"], &quiz["version"]),
        (&json!("positioning"), &json!([skill]), &json!(1))
    );
    let mut odd = body.clone();
    (odd["title"], odd["closes_at"], odd["skills"]) =
        (json!(""), json!("2026-03-02T08:00:00Z"), json!(["1", skill, skill]));
    let problem = client.post(&path, &odd).await.expect_problem(422, "invalid_request");
    let told: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("/title", "required"),
            ("/closes_at", "before_start"),
            ("/skills/0", "not_in_training"),
            ("/skills/2", "duplicate"),
        ]
    );
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}
