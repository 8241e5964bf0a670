//! Quizzes taken: attempts, their clock, grades, results, corrections.

mod apply_quiz_correction;
mod attempts_at_once;
mod closing;
mod export_my_quiz_attempt;
mod export_quiz_results;
mod get_my_quiz;
mod get_my_quiz_attempt;
mod get_my_quiz_file;
mod get_quiz_attempt;
mod get_quiz_copy_file;
mod get_quiz_results;
mod get_quiz_statistics;
mod grade_quiz_answer;
mod keys_stay_hidden;
mod list_my_quizzes;
mod list_quiz_adjustments;
mod list_quiz_copies;
mod list_quiz_corrections;
mod merged_enrolments;
mod preview_quiz_correction;
mod proposals;
mod publish_quiz_results;
mod reminders;
mod request_quiz_adjustment;
mod retention_of_attempts;
mod save_quiz_answers;
mod set_quiz_adjustment;
mod start_quiz_attempt;
mod submit_quiz_attempt;
mod withdraw_from_quiz;

use reqwest::Method;
use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::{Answer, Client, send};

/// Asks one thing as one person.
async fn ask(client: &Client, method: &Method, path: &str, body: &Value) -> Answer {
    let request = client.starting_from(method.clone(), path, &Value::from(0));
    send(if body.is_null() { request } else { request.json(body) }).await
}

/// Checks that to strangers and to trainers of other sessions there is nothing, and that trainees may not.
async fn hidden_from_others(app: &TestApp, class: &Class, method: Method, path: &str, body: &Value) {
    let foreign = app.class_in(app.organisation("Ailleurs").await, 0).await;
    let colleague = app.trainer(&class.organisation).await;
    for stranger in [foreign.teacher(app), foreign.boss(app), app.renewed(&colleague).client] {
        ask(&stranger, &method, path, body).await.expect_problem(404, "not_found");
    }
    let trainee = class.add_trainee(app, "Curieux").await;
    ask(&app.renewed(&trainee.user).client, &method, path, body).await.expect_problem(403, "forbidden");
    ask(&app.anonymous(), &method, path, body).await.expect_problem(401, "unauthenticated");
}

/// Checks that what is somebody's own is nobody else's, whoever they are to the session.
async fn only_for_oneself(app: &TestApp, class: &Class, method: Method, path: &str, body: &Value) {
    let stranger = app.person("Paul", "Ailleurs").await;
    let other = class.add_trainee(app, "Voisin").await;
    for client in
        [app.renewed(&stranger).client, app.renewed(&other.user).client, class.teacher(app), class.boss(app)]
    {
        ask(&client, &method, path, body).await.expect_problem(404, "not_found");
    }
    ask(&app.anonymous(), &method, path, body).await.expect_problem(401, "unauthenticated");
}

/// What was noted of this kind of event, oldest first: the state after it.
async fn noted(app: &TestApp, kind: &str) -> Vec<Option<Value>> {
    sqlx::query_scalar("SELECT after FROM audit_event WHERE kind = $1 ORDER BY id")
        .bind(kind)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}
