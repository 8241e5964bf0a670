//! Questions and quizzes: banks, versions, files, revisions, and what sessions take of them.

mod archive_question;
mod archive_quiz;
mod attach_quiz;
mod company;
mod confirm_question_import;
mod create_question;
mod create_question_import;
mod create_quiz;
mod delete_quiz;
mod detach_quiz;
mod discard_quiz_draft;
mod duplicate_quiz;
mod export_questions;
mod get_question;
mod get_question_image;
mod get_question_version;
mod get_quiz;
mod get_quiz_attachment;
mod get_quiz_revision;
mod list_question_tags;
mod list_question_versions;
mod list_questions;
mod list_quiz_revisions;
mod list_quizzes;
mod publish_quiz;
mod restore_question;
mod restore_quiz;
mod taking;
mod update_question;
mod update_quiz;
mod update_quiz_rules;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::trainings::School;
use crate::support::users::User;

/// What was noted of this kind of event, oldest first: the state after it.
async fn noted(app: &TestApp, kind: &str) -> Vec<Option<Value>> {
    sqlx::query_scalar("SELECT after FROM audit_event WHERE kind = $1 ORDER BY id")
        .bind(kind)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

/// Asks as this person, from the first version.
async fn ask(user: &User, method: &Method, path: &str, body: &Value) -> Answer {
    let request = user.client.starting_from(method.clone(), path, &json!(1));
    send(if body.is_null() { request } else { request.json(body) }).await
}

/// Checks that trainees may not ask this of the bank, that to strangers it does not exist, and that nobody may once the
/// organisation is suspended.
async fn only_for_those_who_teach(app: &TestApp, school: &School, method: Method, path: &str, body: &Value) {
    let foreign = app.school("Ailleurs").await;
    let trainee = app.trainee(&school.organisation).await;
    ask(&trainee, &method, path, body).await.expect_problem(403, "forbidden");
    ask(&foreign.manager, &method, path, body).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    for user in [&school.trainer, &school.manager] {
        ask(user, &method, path, body).await.expect_problem(409, "organisation_suspended");
    }
}

/// Checks that those who teach and those who run the organisation read this, and nobody else: trainees never see the bank.
async fn read_by_those_who_teach(app: &TestApp, school: &School, path: &str) {
    let foreign = app.school("Ailleurs").await;
    let trainee = app.trainee(&school.organisation).await;
    for user in [&school.trainer, &school.manager] {
        assert_eq!(user.client.get(path).await.status, 200);
    }
    trainee.client.get(path).await.expect_problem(403, "forbidden");
    foreign.manager.client.get(path).await.expect_problem(404, "not_found");
    app.anonymous().get(path).await.expect_problem(401, "unauthenticated");
}

/// Checks that the session's own trainer may ask this of it, other trainers, trainees and strangers not, and nobody once the
/// organisation is suspended.
async fn only_for_its_staff(app: &TestApp, school: &School, method: Method, path: &str, body: &Value) {
    let foreign = app.school("Ailleurs").await;
    let other_trainer = app.trainer(&school.organisation).await;
    let trainee = app.trainee(&school.organisation).await;
    ask(&trainee, &method, path, body).await.expect_problem(403, "forbidden");
    ask(&other_trainer, &method, path, body).await.expect_problem(404, "not_found");
    ask(&foreign.manager, &method, path, body).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    for user in [&school.trainer, &school.manager] {
        ask(user, &method, path, body).await.expect_problem(409, "organisation_suspended");
    }
}

/// The pointers and codes of a problem.
fn told(problem: &Value) -> Vec<(&str, &str)> {
    let errors = problem["errors"].as_array().unwrap().iter();
    errors.map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

/// Notes by hand that somebody started a quiz of a session: what taking it does to its row.
async fn mark_started(app: &TestApp, place: &Value) {
    sqlx::query("UPDATE session_quiz SET has_attempts = true WHERE id = $1::uuid")
        .bind(place["id"].as_str().unwrap())
        .execute(&app.state.pool)
        .await
        .unwrap();
}
