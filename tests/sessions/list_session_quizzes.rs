use serde_json::json;

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn quizzes_are_listed_in_the_order_in_which_they_came() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/quizzes");
    for (title, purpose) in [("Entrée", "positioning"), ("Sortie", "assessment")] {
        school.manager.client.post(&path, json!({ "title": title, "purpose": purpose })).await.expect(201);
    }
    let listed = school.manager.client.get(&path).await.expect(200);
    let titles: Vec<_> =
        listed["items"].as_array().unwrap().iter().map(|quiz| quiz["title"].clone()).collect();
    assert_eq!(titles, ["Entrée", "Sortie"]);
    read_by_those_concerned(&app, &school, &path).await;
}
