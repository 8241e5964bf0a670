//! What a verified recruiter sees of people, and what everyone else does not; the searches they keep.

mod alert_saved_searches;
mod candidate_list_access;
mod candidate_lists;
mod candidates;
mod create_saved_search;
mod delete_saved_search;
mod excluded_profiles;
mod get_profile;
mod get_saved_search;
mod get_search_settings;
mod list_saved_searches;
mod next_release;
mod over_quota;
mod personal_data;
mod preview_my_profile;
mod profile_notes;
mod purge_quotas;
mod quotas;
mod retention;
mod review_profiles;
mod run_saved_search;
mod saved_search_access;
mod saved_search_alert;
mod search_faults;
mod search_history;
mod search_profiles;
mod update_saved_search;
mod update_search_settings;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Client, send};

const SAVED: &str = "/me/saved-searches";

/// Keeps a search and gives it.
async fn keep(recruiter: &Client, name: &str, search: Value) -> Value {
    recruiter.post(SAVED, json!({ "name": name, "search": search })).await.expect(201)
}

/// The address of a saved search.
fn saved_path(saved: &Value) -> String {
    format!("{SAVED}/{}", saved["id"].as_str().unwrap())
}

/// Checks that this is asked by verified recruiters alone, and that to a colleague the search does not exist.
async fn only_for_its_owner(app: &TestApp, method: Method, saved: Option<&Value>, rest: &str, body: &Value) {
    let path = saved.map_or_else(|| SAVED.to_owned(), |saved| saved_path(saved) + rest);
    let ask = async |client: &Client, path: &str| {
        let request = client.starting_from(method.clone(), path, &json!(1));
        send(if body.is_null() { request } else { request.json(body) }).await
    };
    ask(&app.anonymous(), &path).await.expect_problem(401, "unauthenticated");
    ask(&app.person("Zoé", "Martin").await.client, &path).await.expect_problem(403, "recruiter_required");
    ask(&app.platform_admin().await.client, &path).await.expect_problem(403, "recruiter_required");
    let siret = "55210055400013";
    for (register, status) in [
        ("unknown", "pending_register"),
        ("active", "awaiting_proof"),
        ("active", "awaiting_review"),
        ("active", "refused"),
        ("active", "suspended"),
        ("closed", "granted"),
    ] {
        let unverified = app.recruiter(siret, register, status).await.user.client;
        ask(&unverified, &path).await.expect_problem(403, "recruiter_not_verified");
    }
    let Some(saved) = saved else { return };
    let colleague = app.recruiter_granted("73282932000074").await.user.client;
    let hidden = ask(&colleague, &path).await.expect_problem(404, "not_found");
    let unknown = path.replace(saved["id"].as_str().unwrap(), &uuid::Uuid::nil().to_string());
    assert_eq!(ask(&colleague, &unknown).await.expect_problem(404, "not_found"), hidden);
    let garbled = path.replace(saved["id"].as_str().unwrap(), "x");
    ask(&colleague, &garbled).await.expect_problem(404, "not_found");
}

/// What was noted of this kind of event: the subject and the state after it, oldest first.
async fn noted(app: &TestApp, kind: &str) -> Vec<(String, Option<Value>)> {
    sqlx::query_as("SELECT subject_id::text, after FROM audit_event WHERE kind = $1 ORDER BY id")
        .bind(kind)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}
