use reqwest::Method;
use serde_json::{Value, json};

use super::{keep, only_for_its_owner, saved_path};
use crate::support::search::{SearchApp, hit_ids, someone};

#[tokio::test]
async fn a_saved_search_finds_what_the_search_itself_finds() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    for number in 0..3 {
        let mut person = someone("Inès", &format!("Lefèvre{number}"));
        person.declared = vec![(101, 3), (104, 2)];
        app.add(&person).await;
    }
    let mut other = someone("Zoé", "Martin");
    other.declared = vec![(101, 1)];
    app.add(&other).await;
    app.settled().await;
    let asked = json!({
        "criteria": [{ "skill": "101", "min_level": 2 }, { "skill": "105", "required": false }],
        "exclude": [{ "skill": "102" }], "job": "A1102", "name": "lef",
    });
    let saved = keep(&recruiter, "Soudeurs", asked.clone()).await;
    let path = saved_path(&saved) + "/run";
    let with = |extra: Value| {
        let mut body = asked.clone();
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let how = json!({ "limit": 2, "facets": ["rome", "levels", "skills", "statuses"] });
    let answer = recruiter.post(&path, &how).await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    let mut run = answer.expect(200);
    let searched = recruiter.post("/profile-search", with(how.clone())).await.expect(200);
    assert_eq!(run.as_object_mut().unwrap().remove("changes"), Some(json!([])));
    assert_eq!(run, searched);
    assert_eq!(run["total"], 3);
    let next = json!({ "limit": 2, "cursor": run["next_cursor"] });
    let second = recruiter.post(&path, &next).await.expect(200);
    assert_eq!(hit_ids(&second).len(), 1);
    assert!(!hit_ids(&run).contains(&hit_ids(&second)[0]));
}

#[tokio::test]
async fn a_run_is_a_search_and_counts_as_one() {
    let app = SearchApp::start_with(&["--limits=on", "--searches-per-hour=1"]).await;
    let recruiter = app.searcher().await.user.client;
    let path = saved_path(&keep(&recruiter, "Tous", json!({})).await) + "/run";
    let answer = recruiter.post(&path, json!({})).await;
    assert_eq!(answer.headers["ratelimit"], "\"searches\";r=0;t=3600, \"results\";r=5000;t=3600");
    answer.expect(200);
    recruiter.post(&path, json!({})).await.expect_problem(429, "search_quota_reached");
    recruiter.post("/profile-search", json!({})).await.expect_problem(429, "search_quota_reached");
}

#[tokio::test]
async fn how_the_answer_is_read_is_checked_as_in_a_search() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let path = saved_path(&keep(&recruiter, "Tous", json!({})).await) + "/run";
    recruiter.post(&path, json!({ "limit": 51 })).await.expect_field("/limit", "out_of_range");
    recruiter.post(&path, json!({ "cursor": "x" })).await.expect_field("/cursor", "invalid_cursor");
    recruiter.post(&path, json!({ "criteria": [] })).await.expect_field("/criteria", "unknown_field");
}

#[tokio::test]
async fn only_its_owner_runs_it_and_only_while_they_may_search() {
    let app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let owner = app.recruiter_granted("18004623700012").await.user;
    let saved = keep(&owner.client, "Tous", json!({})).await;
    let path = saved_path(&saved) + "/run";
    assert_eq!(owner.client.post(&path, json!({})).await.expect(200)["total"], 1);
    only_for_its_owner(&app, Method::POST, Some(&saved), "/run", &json!({})).await;
    sqlx::query("UPDATE recruiter SET status = 'suspended' WHERE person_id = $1")
        .bind(owner.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let refused = owner.client.post(&path, json!({})).await;
    assert!(!refused.text.contains("Lefèvre"), "{}", refused.text);
    refused.expect_problem(403, "recruiter_not_verified");
}

#[tokio::test]
async fn people_who_blocked_the_company_are_not_there() {
    let app = SearchApp::start().await;
    let mut hiding = someone("Inès", "Lefèvre");
    hiding.hides_from = vec!["732829320"];
    app.add(&hiding).await;
    app.settled().await;
    let recruiter = app.recruiter_granted("73282932000074").await.user.client;
    let path = saved_path(&keep(&recruiter, "Tous", json!({})).await) + "/run";
    assert_eq!(recruiter.post(&path, json!({ "facets": ["skills"] })).await.expect(200)["total"], 0);
}
