//! Trainings, courses, own skills.

mod archive_course;
mod archive_training;
mod certification_warnings;
mod compare_revisions;
mod create_course;
mod create_own_skill;
mod create_training;
mod decide_catalog_notice;
mod delete_own_skill;
mod delete_training;
mod discard_training_draft;
mod get_coverage;
mod get_revision;
mod get_training;
mod issuer;
mod keep_own_skill;
mod link_own_skill;
mod list_catalog_alignments;
mod list_catalog_notices;
mod list_courses;
mod list_own_skill_matches;
mod list_own_skills;
mod list_revisions;
mod list_trainings;
mod next_release;
mod publish_training;
mod refuse_own_skill_match;
mod restore_course;
mod restore_training;
mod unlink_own_skill;
mod update_course;
mod update_own_skill;
mod update_training;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::send;
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

/// Checks that nobody but those who run the organisation may ask this, and that to strangers it does not exist.
async fn only_for_those_who_run_it(app: &TestApp, school: &School, method: Method, path: &str, body: &Value) {
    let foreign = app.school("Ailleurs").await;
    let trainee = app.trainee(&school.organisation).await;
    let ask = async |user: &User| {
        let request = user.client.starting_from(method.clone(), path, &json!(1));
        send(if body.is_null() { request } else { request.json(body) }).await
    };
    ask(&school.trainer).await.expect_problem(403, "forbidden");
    ask(&trainee).await.expect_problem(403, "forbidden");
    ask(&foreign.manager).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    ask(&school.manager).await.expect_problem(409, "organisation_suspended");
}
