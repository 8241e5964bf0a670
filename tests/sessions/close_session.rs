use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;
use crate::support::trainings::School;

/// A session that is over.
pub async fn ended(app: &TestApp, school: &School) -> (School, Value) {
    let session = school.running(app, "Développement").await;
    app.go_to("2026-03-09T17:00:00Z");
    let school = app.renewed_school(school);
    let session = school.step(&session, "end", &Value::Null).await;
    (school, session)
}

#[tokio::test]
async fn a_session_is_closed_when_every_sheet_is_or_its_slot_was_cancelled() {
    let app = TestApp::with_catalogue().await;
    let (school, session) = ended(&app, &app.school("Atelier").await).await;
    let refused = school.try_step(&session, "close", &Value::Null).await.expect_problem(409, "sheets_open");
    assert_eq!(refused["current"].as_array().unwrap().len(), 2);
    app.set_sheets(&session, "contested").await;
    school.try_step(&session, "close", &Value::Null).await.expect_problem(409, "sheets_open");
    app.set_sheets(&session, "closed").await;
    let closed = school.step(&session, "close", &Value::Null).await;
    assert_eq!(closed["status"], "closed");
    let refused = school.try_step(&session, "cancel", &json!({ "reason": "Trop tard" })).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "closed");
    let running = school.running(&app, "Autre").await;
    let refused = school.try_step(&running, "close", &Value::Null).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "running");
    let path = session_path(&school, &session, "/close");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}
