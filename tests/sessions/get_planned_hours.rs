use serde_json::json;

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn planned_hours_stand_beside_those_of_the_revision_skill_by_skill() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, "/planned-hours");
    let hours = school.manager.client.get(&path).await.expect(200);
    assert_eq!((&hours["announced_minutes"], &hours["planned_minutes"]), (&json!(120), &json!(180)));
    // Two skills share the course of two hours, for which three are planned.
    for skill in hours["skills"].as_array().unwrap() {
        let found = (&skill["expected_minutes"], &skill["planned_minutes"], &skill["difference"]);
        assert_eq!(found, (&json!(60), &json!(90), &json!(30)));
    }
    assert_eq!(hours["skills"][0]["label"], session["skills"][0]["label"]);
    read_by_those_concerned(&app, &school, &path).await;
}
