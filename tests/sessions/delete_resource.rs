use reqwest::Method;
use serde_json::{Value, json};

use super::{ask, noted};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_resource_goes_with_its_versions() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let link = json!({ "kind": "link", "title": "Le cours", "url": "https://cours.example/1" });
    let made = school.manager.client.post(&path, &link).await.expect(201);
    let path = format!("{path}/{}", made["id"].as_str().unwrap());
    let trainee = app.trainee(&school.organisation).await;
    ask(&trainee, &Method::DELETE, &path, &Value::Null).await.expect_problem(403, "forbidden");
    school.manager.client.delete_at(&path, &json!(4)).await.expect_problem(412, "stale");
    assert_eq!(school.trainer.client.delete_at(&path, &json!(1)).await.status, 204);
    school.manager.client.delete_at(&path, &json!(1)).await.expect_problem(404, "not_found");
    assert_eq!(noted(&app, "session_resource.deleted").await, [None]);
}
