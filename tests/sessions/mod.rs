//! Sessions: their courses, slots, participants, resources, calendars.

mod accept_session_invitation;
mod advance_sessions;
mod cancel_session;
mod cancel_slot;
mod close_session;
mod confirm_enrolment_import;
mod create_calendar_feed;
mod create_enrolment;
mod create_enrolment_import;
mod create_resource;
mod create_session;
mod create_session_quiz;
mod create_session_room;
mod create_slot;
mod decline_session_invitation;
mod delete_calendar_feed;
mod delete_resource;
mod delete_session;
mod delete_session_quiz;
mod delete_session_room;
mod delete_slot;
mod duplicate_session;
mod end_session;
mod expected;
mod generate_slots;
mod get_calendar_feed;
mod get_enrolment;
mod get_my_resource_file;
mod get_my_resource_file_link;
mod get_my_session;
mod get_planned_hours;
mod get_resource;
mod get_resource_file;
mod get_resource_file_link;
mod get_session;
mod get_session_readiness;
mod get_slot;
mod join_enrolment;
mod list_enrolments;
mod list_my_calendar;
mod list_my_session_invitations;
mod list_my_sessions;
mod list_organisation_calendar;
mod list_resources;
mod list_session_quizzes;
mod list_session_rooms;
mod list_sessions;
mod list_slots;
mod move_enrolment;
mod plan_session;
mod read_calendar_feed;
mod rectify_session;
mod rectify_slot;
mod reopen_session;
mod start_session;
mod tell_slot_changes;
mod update_enrolment;
mod update_resource;
mod update_session;
mod update_session_courses;
mod update_session_quiz;
mod update_session_room;
mod update_slot;
mod update_slot_trainers;

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

/// Checks that nobody but those who run the organisation may ask this of a session: its own trainer sees it and may not, and
/// to other trainers and to strangers it does not exist.
async fn only_for_those_who_run_it(app: &TestApp, school: &School, method: Method, path: &str, body: &Value) {
    let foreign = app.school("Ailleurs").await;
    let other_trainer = app.trainer(&school.organisation).await;
    let trainee = app.trainee(&school.organisation).await;
    ask(&school.trainer, &method, path, body).await.expect_problem(403, "forbidden");
    ask(&trainee, &method, path, body).await.expect_problem(403, "forbidden");
    ask(&other_trainer, &method, path, body).await.expect_problem(404, "not_found");
    ask(&foreign.manager, &method, path, body).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    ask(&school.manager, &method, path, body).await.expect_problem(409, "organisation_suspended");
}

/// Checks that those who run the organisation and the session's own trainer may read this, and nobody else.
async fn read_by_those_concerned(app: &TestApp, school: &School, path: &str) {
    let foreign = app.school("Ailleurs").await;
    let other_trainer = app.trainer(&school.organisation).await;
    let trainee = app.trainee(&school.organisation).await;
    school.manager.client.get(path).await.expect(200);
    school.trainer.client.get(path).await.expect(200);
    trainee.client.get(path).await.expect_problem(403, "forbidden");
    other_trainer.client.get(path).await.expect_problem(404, "not_found");
    foreign.manager.client.get(path).await.expect_problem(404, "not_found");
}
