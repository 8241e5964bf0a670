//! Quizzes of companies: their bank, whom they invite, what came of it, and what is left of it.

mod bank;
mod candidates;
mod contract;
mod corrections;
mod erasing;
mod files;
mod grading;
mod inviting;
mod keys_stay_hidden;
mod notice;
mod proposing;
mod quizzes;
mod results;
mod retention;
mod signals;
mod starting;
mod stepping_back;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::users::User;

/// Asks as this person, from the first version.
async fn ask(user: &User, method: &Method, path: &str, body: &Value) -> Answer {
    let request = user.client.starting_from(method.clone(), path, &json!(1));
    send(if body.is_null() { request } else { request.json(body) }).await
}

/// Checks that whoever is no recruiter, or not granted, is told so; and that to recruiters of another company nothing of this one exists.
async fn only_for_the_company(app: &TestApp, method: Method, path: &str, body: &Value) {
    let stranger = app.person("Paul", "Passant").await;
    ask(&stranger, &method, path, body).await.expect_problem(403, "recruiter_required");
    let waiting = app.recruiter_in_review(crate::support::companies::SIRET).await;
    ask(&waiting.user, &method, path, body).await.expect_problem(403, "recruiter_not_verified");
    let foreign = app.recruiter_somewhere().await;
    ask(&foreign.user, &method, path, body).await.expect_problem(404, "not_found");
}
