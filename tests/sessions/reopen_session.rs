use reqwest::Method;
use serde_json::{Value, json};

use super::close_session::ended;
use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_closed_session_is_taken_up_again_with_a_reason_that_stays() {
    let app = TestApp::with_catalogue().await;
    let (school, session) = ended(&app, &app.school("Atelier").await).await;
    let body = json!({ "reason": "Une feuille manquait" });
    let refused = school.try_step(&session, "reopen", &body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "ended");
    app.set_sheets(&session, "closed").await;
    school.step(&session, "close", &Value::Null).await;
    school.try_step(&session, "reopen", &json!({ "reason": "" })).await.expect_field("/reason", "required");
    let again = school.step(&session, "reopen", &body).await;
    assert_eq!(
        (&again["status"], &again["status_reason"]),
        (&json!("ended"), &json!("Une feuille manquait"))
    );
    assert_eq!(noted(&app, "training_session.status_changed").await.len(), 5);
    let reason: Option<String> =
        sqlx::query_scalar("SELECT reason FROM audit_event ORDER BY id DESC LIMIT 1")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(reason.as_deref(), Some("Une feuille manquait"));
    let path = session_path(&school, &session, "/reopen");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}
