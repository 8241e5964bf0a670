use reqwest::Method;
use serde_json::Value;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_session_ends_when_no_slot_is_to_come_and_who_took_part_has_finished() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    school.register(&session, "Zoé", "Durand").await;
    school.try_step(&session, "end", &Value::Null).await.expect_problem(409, "slots_to_come");
    app.go_to("2026-03-09T17:00:00Z");
    let school = app.renewed_school(&school);
    let ended = school.step(&session, "end", &Value::Null).await;
    assert_eq!(ended["status"], "ended");
    let path = session_path(&school, &session, "/enrolments");
    let people = school.manager.client.get(&path).await.expect(200);
    assert_eq!(people["items"][0]["status"], "finished");
    let refused = school.try_step(&session, "end", &Value::Null).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "ended");
    let other = school.running(&app, "Autre").await;
    let path = session_path(&school, &other, "/end");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}
