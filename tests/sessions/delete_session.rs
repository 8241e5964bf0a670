use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_draft_without_people_goes_with_everything_in_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, "");
    let answer = school.manager.client.delete_at(&path, &json!(1)).await;
    assert_eq!(answer.status, 204);
    school.manager.client.get(&path).await.expect_problem(404, "not_found");
    assert_eq!(noted(&app, "training_session.deleted").await, [None]);
}

#[tokio::test]
async fn a_session_with_people_or_announced_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let enrolment = school.register(&session, "Zoé", "Durand").await;
    let path = session_path(&school, &session, "");
    let client = &school.manager.client;
    client.delete_at(&path, &json!(1)).await.expect_problem(409, "session_has_people");
    client.delete_at(&path, &json!(7)).await.expect_problem(412, "stale");
    let moved = format!("{path}/enrolments/{}/move", enrolment["id"].as_str().unwrap());
    let request = client.starting_from(Method::POST, &moved, &json!(1)).json(&json!({ "step": "cancel" }));
    crate::support::client::send(request).await.expect(200);
    assert_eq!(client.delete_at(&path, &json!(1)).await.status, 204);
    let planned = school.planned(&app, "Autre").await;
    let path = session_path(&school, &planned, "");
    let refused = client.delete_at(&path, &planned["version"]).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "planned");
    let draft = school.session(&app, "Encore").await;
    let path = session_path(&school, &draft, "");
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
