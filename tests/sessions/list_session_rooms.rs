use serde_json::json;

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn rooms_are_listed_with_the_usual_ones_first() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/rooms");
    for name in ["Groupe B", "Groupe A"] {
        school.manager.client.post(&path, json!({ "name": name })).await.expect(201);
    }
    let listed = school.manager.client.get(&path).await.expect(200);
    let names: Vec<_> = listed["items"].as_array().unwrap().iter().map(|room| room["name"].clone()).collect();
    assert_eq!(names, ["Salon général", "Salon de l’équipe", "Groupe A", "Groupe B"]);
    read_by_those_concerned(&app, &school, &path).await;
}
