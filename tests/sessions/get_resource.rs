use serde_json::json;

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_resource_shows_its_versions_newest_first() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let mut link = json!({ "kind": "link", "title": "Le cours", "url": "https://cours.example/1" });
    let made = school.manager.client.post(&path, &link).await.expect(201);
    let path = format!("{path}/{}", made["id"].as_str().unwrap());
    link["url"] = json!("https://cours.example/2");
    school.manager.client.put_at(&path, &json!(1), &link).await.expect(200);
    let shown = school.manager.client.get(&path).await.expect(200);
    let urls: Vec<_> = shown["versions"].as_array().unwrap().iter().map(|one| one["url"].clone()).collect();
    assert_eq!(urls, ["https://cours.example/2", "https://cours.example/1"]);
    assert_eq!(shown["versions"][0]["created_by"], "Marc Membre");
    read_by_those_concerned(&app, &school, &path).await;
}
