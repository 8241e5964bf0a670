use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn the_room_of_a_group_goes_and_the_usual_ones_stay() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/rooms");
    let client = &school.manager.client;
    let room = client.post(&path, json!({ "name": "Groupe A" })).await.expect(201);
    let group = format!("{path}/{}", room["id"].as_str().unwrap());
    assert_eq!(client.delete_at(&group, &json!(1)).await.status, 204);
    client.delete_at(&group, &json!(1)).await.expect_problem(404, "not_found");
    let listed = client.get(&path).await.expect(200);
    for room in listed["items"].as_array().unwrap() {
        let usual = format!("{path}/{}", room["id"].as_str().unwrap());
        client.delete_at(&usual, &json!(1)).await.expect_problem(409, "usual_room");
    }
    let other = client.post(&path, json!({ "name": "Groupe B" })).await.expect(201);
    let path = format!("{path}/{}", other["id"].as_str().unwrap());
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
