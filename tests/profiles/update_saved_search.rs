use reqwest::Method;
use serde_json::json;

use super::{keep, noted, only_for_its_owner, saved_path};
use crate::support::search::SearchApp;

#[tokio::test]
async fn a_saved_search_is_renamed_and_written_anew() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user.client;
    let asked =
        json!({ "criteria": [{ "skill": "101" }, { "skill": "102" }], "name": "zoé", "min_matching": 0 });
    let saved = keep(&owner, "Soudeurs", asked).await;
    let path = saved_path(&saved);
    let renamed =
        owner.request(Method::PATCH, &path).header("if-match", "\"1\"").json(&json!({ "name": "Soudeuses" }));
    let renamed = crate::support::client::send(renamed).await;
    assert_eq!(renamed.headers["etag"], "\"2\"");
    let renamed = renamed.expect(200);
    assert_eq!((&renamed["name"], &renamed["search"]), (&json!("Soudeuses"), &saved["search"]));
    let other = json!({ "search": { "exclude": [{ "skill": "103" }] } });
    let written = patch(&owner, &path, 2, &other).await.expect(200);
    assert_eq!((&written["name"], &written["version"]), (&json!("Soudeuses"), &json!(3)));
    let only_that = json!({ "criteria": [], "exclude": [{ "skill": "103" }], "rome": [] });
    assert_eq!(written["search"], only_that, "what is not said again is gone");
    assert_eq!(owner.get(&path).await.expect(200), written);
    let states: Vec<_> =
        noted(&app, "saved_search.written").await.into_iter().map(|(_, after)| after).collect();
    assert_eq!(states[1..], [Some(json!({ "renamed": true })), Some(json!({ "codes": 1, "release": 60 }))]);
}

#[tokio::test]
async fn the_second_of_two_windows_is_shown_what_the_first_made_of_it() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user.client;
    let path = saved_path(&keep(&owner, "Soudeurs", json!({})).await);
    patch(&owner, &path, 1, &json!({ "name": "Premier" })).await.expect(200);
    let problem = patch(&owner, &path, 1, &json!({ "name": "Second" })).await.expect_problem(412, "stale");
    assert_eq!((&problem["current"]["name"], &problem["current"]["version"]), (&json!("Premier"), &json!(2)));
    owner.patch(&path, json!({ "name": "Aveugle" })).await.expect_problem(428, "precondition_required");
    patch(&owner, &path, 2, &json!({ "name": "Second" })).await.expect(200);
}

#[tokio::test]
async fn faults_are_named_and_nothing_is_changed() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user.client;
    keep(&owner, "Autre", json!({})).await;
    let saved = keep(&owner, "Soudeurs", json!({ "criteria": [{ "skill": "101" }] })).await;
    let path = saved_path(&saved);
    patch(&owner, &path, 1, &json!({ "name": "AUTRE" })).await.expect_field("/name", "name_taken");
    patch(&owner, &path, 1, &json!({})).await.expect_field("", "required");
    patch(&owner, &path, 1, &json!({ "name": "" })).await.expect_field("/name", "required");
    patch(&owner, &path, 1, &json!({ "search": { "job": "A1204" } }))
        .await
        .expect_field("/search/job", "retired_code");
    let faulty = json!({ "name": "Neuf", "search": { "criteria": [{ "skill": "999" }] } });
    patch(&owner, &path, 1, &faulty).await.expect_field("/search/criteria/0/skill", "unknown_skill");
    assert_eq!(owner.get(&path).await.expect(200), saved);
    let same = patch(&owner, &path, 1, &json!({ "name": "SOUDEURS" })).await.expect(200);
    assert_eq!(same["name"], "SOUDEURS", "its own name is no other's");
}

#[tokio::test]
async fn only_its_owner_writes_it() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user.client;
    let saved = keep(&owner, "Soudeurs", json!({})).await;
    only_for_its_owner(&app, Method::PATCH, Some(&saved), "", &json!({ "name": "À moi" })).await;
    assert_eq!(owner.get(&saved_path(&saved)).await.expect(200), saved);
}

/// Changes what was read as this version.
async fn patch(
    client: &crate::support::client::Client,
    path: &str,
    version: i32,
    body: &serde_json::Value,
) -> crate::support::client::Answer {
    let request = client.starting_from(Method::PATCH, path, &json!(version)).json(body);
    crate::support::client::send(request).await
}
