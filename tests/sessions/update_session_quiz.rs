use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_quiz_is_written_anew_from_the_version_that_was_read() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/quizzes");
    let client = &school.manager.client;
    let made = client.post(&path, json!({ "title": "Sortie", "purpose": "positioning" })).await.expect(201);
    let path = format!("{path}/{}", made["id"].as_str().unwrap());
    let body =
        json!({ "title": "Sortie", "purpose": "assessment", "skills": [session["skills"][1]["skill"]] });
    let written = client.put_at(&path, &json!(1), &body).await.expect(200);
    assert_eq!((&written["purpose"], &written["version"]), (&json!("assessment"), &json!(2)));
    assert_eq!(written["skills"], body["skills"]);
    let stale = client.put_at(&path, &json!(1), &body).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["version"], 2);
    let other = client.post(&session_path(&school, &session, "/quizzes"), &body).await.expect(201);
    let path = session_path(&school, &session, &format!("/quizzes/{}", other["id"].as_str().unwrap()));
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &body).await;
}
