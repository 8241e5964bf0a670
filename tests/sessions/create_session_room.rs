use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_group_has_a_room_with_its_trainees() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let enrolment = school.register(&session, "Zoé", "Durand").await;
    let path = session_path(&school, &session, "/rooms");
    let client = &school.manager.client;
    let body = json!({ "name": "Groupe A", "members": [enrolment["id"]] });
    let room = client.post(&path, &body).await.expect(201);
    assert_eq!((&room["kind"], &room["members"]), (&json!("group"), &json!([enrolment["id"]])));
    client.post(&path, json!({ "name": "groupe a" })).await.expect_problem(409, "room_name_taken");
    let body = json!({ "name": "B", "members": [uuid::Uuid::nil()] });
    client.post(&path, body).await.expect_field("/members/0", "unknown_enrolment");
    let body = json!({ "name": "B", "members": [enrolment["id"], enrolment["id"]] });
    client.post(&path, body).await.expect_field("/members/1", "duplicate");
    client.post(&path, json!({ "name": "" })).await.expect_field("/name", "required");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &json!({ "name": "C" })).await;
}
