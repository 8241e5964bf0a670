use serde_json::json;

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn those_concerned_see_what_trainees_do_not_see_yet() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let later = json!({
        "kind": "link", "title": "Plus tard", "url": "https://cours.example/", "visible_from": "2026-04-01T08:00:00Z",
    });
    school.manager.client.post(&path, later).await.expect(201);
    let listed = school.trainer.client.get(&path).await.expect(200);
    assert_eq!(listed["items"][0]["visible_from"], "2026-04-01T08:00:00Z");
    read_by_those_concerned(&app, &school, &path).await;
}
