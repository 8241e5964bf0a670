use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_quiz_is_taken_off() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/quizzes");
    let client = &school.manager.client;
    let body =
        json!({ "title": "Sortie", "purpose": "assessment", "skills": [session["skills"][0]["skill"]] });
    let made = client.post(&path, &body).await.expect(201);
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    client.delete_at(&one, &json!(2)).await.expect_problem(412, "stale");
    assert_eq!(client.delete_at(&one, &json!(1)).await.status, 204);
    client.delete_at(&one, &json!(1)).await.expect_problem(404, "not_found");
    assert_eq!(client.get(&path).await.expect(200)["items"], json!([]));
    let other = client.post(&path, &body).await.expect(201);
    let path = format!("{path}/{}", other["id"].as_str().unwrap());
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
