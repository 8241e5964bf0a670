use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_slot_of_a_draft_goes_and_one_that_was_announced_does_not() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let client = &school.manager.client;
    client.delete_at(&path, &json!(3)).await.expect_problem(412, "stale");
    assert_eq!(client.delete_at(&path, &json!(1)).await.status, 204);
    client.delete_at(&path, &json!(1)).await.expect_problem(404, "not_found");
    let kept = school.slot(&session, "2026-03-11", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}", kept["id"].as_str().unwrap()));
    school.step(&session, "plan", &Value::Null).await;
    let refused = client.delete_at(&path, &json!(1)).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "planned");
    let draft = school.session(&app, "Autre").await;
    let slot = school.slot(&draft, "2026-04-09", "09:00", "12:00").await;
    let path = session_path(&school, &draft, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    only_for_those_who_run_it(&app, &school, Method::DELETE, &path, &Value::Null).await;
}
