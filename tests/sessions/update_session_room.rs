use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn rooms_are_renamed_and_groups_change() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let (zoe, ali) =
        (school.register(&session, "Zoé", "D").await, school.register(&session, "Ali", "D").await);
    let path = session_path(&school, &session, "/rooms");
    let client = &school.manager.client;
    let room = client.post(&path, json!({ "name": "Groupe A", "members": [zoe["id"]] })).await.expect(201);
    let group = format!("{path}/{}", room["id"].as_str().unwrap());
    let body = json!({ "name": "Groupe Z", "members": [ali["id"]] });
    let written = client.put_at(&group, &json!(1), &body).await.expect(200);
    assert_eq!(
        (&written["name"], &written["members"], &written["version"]),
        (&json!("Groupe Z"), &json!([ali["id"]]), &json!(2))
    );
    let stale = client.put_at(&group, &json!(1), &body).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["name"], "Groupe Z");
    let listed = client.get(&path).await.expect(200);
    let general = format!("{path}/{}", listed["items"][0]["id"].as_str().unwrap());
    client.put_at(&general, &json!(1), &body).await.expect_field("/members", "out_of_range");
    client
        .put_at(&general, &json!(1), json!({ "name": "Groupe Z" }))
        .await
        .expect_problem(409, "room_name_taken");
    client.put_at(&general, &json!(1), json!({ "name": "Tous" })).await.expect(200);
    let other = client.post(&path, json!({ "name": "Groupe C" })).await.expect(201);
    let path = format!("{path}/{}", other["id"].as_str().unwrap());
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &json!({ "name": "D" })).await;
}
