use serde_json::{Value, json};

use crate::support::client::send;
use crate::support::search::SearchApp;

#[tokio::test]
async fn every_fault_is_named_by_its_pointer() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let search = async |body: Value| recruiter.post("/profile-search", body).await;
    for unknown in ["999", "", "0101", "101x", "-1", "+101", "99999999999999999999"] {
        search(json!({ "criteria": [{ "skill": unknown }] }))
            .await
            .expect_field("/criteria/0/skill", "unknown_skill");
    }
    for unknown in ["B", "M17", "A1199", "family:M1803", "family:", "family:M", "a", "A1", "m1801", "*"] {
        search(json!({ "rome": ["A", unknown] })).await.expect_field("/rome/1", "unknown_rome");
    }
    let criterion_faults = [
        (json!({ "skill": 101 }), "skill", "invalid_type"),
        (json!({}), "skill", "required"),
        (json!({ "skill": "101", "min_level": 9 }), "min_level", "out_of_range"),
        (json!({ "skill": "101", "max_level": 0 }), "max_level", "out_of_range"),
        (json!({ "skill": "101", "min_level": -1 }), "min_level", "out_of_range"),
        (json!({ "skill": "101", "min_level": "3" }), "min_level", "invalid_type"),
        (json!({ "skill": "101", "min_level": 3, "max_level": 2 }), "min_level", "above_max_level"),
        (json!({ "skill": "101", "status": "certified" }), "status", "invalid_type"),
        (json!({ "skill": "101", "levels": 2 }), "levels", "unknown_field"),
    ];
    for (criterion, field, code) in criterion_faults {
        search(json!({ "criteria": [criterion] })).await.expect_field(&format!("/criteria/0/{field}"), code);
    }
    let faults = [
        (
            json!({ "criteria": [{ "skill": "101" }, { "skill": "101" }] }),
            "/criteria/1/skill",
            "duplicate_skill",
        ),
        (
            json!({ "criteria": [{ "skill": "101" }], "exclude": [{ "skill": "101" }] }),
            "/exclude/0/skill",
            "conflicting_skill",
        ),
        (json!({ "exclude": [{ "skill": "999" }] }), "/exclude/0/skill", "unknown_skill"),
        (json!({ "job": "A1199" }), "/job", "unknown_job"),
        (json!({ "job": "A11" }), "/job", "unknown_job"),
        (json!({ "name": "x".repeat(300) }), "/name", "too_long"),
        (json!({ "name": "a b c d e f" }), "/name", "too_many_words"),
        (json!({ "limit": 51 }), "/limit", "out_of_range"),
        (json!({ "limit": 0 }), "/limit", "out_of_range"),
        (json!({ "limit": -1 }), "/limit", "invalid_type"),
        (json!({ "min_matching": 1 }), "/min_matching", "out_of_range"),
        (json!({ "job": "A1101", "min_matching": 4 }), "/min_matching", "out_of_range"),
        (json!({ "facets": ["ages"] }), "/facets/0", "invalid_type"),
        (json!({ "sort": "name" }), "/sort", "unknown_field"),
        (json!({ "cursor": "garbage" }), "/cursor", "invalid_cursor"),
        (json!({ "criteria": { "skill": "101" } }), "/criteria", "invalid_type"),
    ];
    for (body, pointer, code) in faults {
        search(body).await.expect_field(pointer, code);
    }
}

#[tokio::test]
async fn all_faults_are_told_at_once() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let body = json!({ "criteria": [{ "skill": "999", "min_level": 7 }], "rome": ["Z"], "limit": 99 });
    let problem = recruiter.post("/profile-search", body).await.expect_problem(422, "invalid_request");
    let pointers: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|e| e["pointer"].clone()).collect();
    assert_eq!(pointers, ["/criteria/0/skill", "/criteria/0/min_level", "/rome/0", "/limit"]);
}

#[tokio::test]
async fn lists_have_an_end() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let skills = |count: usize| vec![json!({ "skill": "101" }); count];
    let search = async |body: Value| recruiter.post("/profile-search", body).await;
    search(json!({ "criteria": skills(41) })).await.expect_field("/criteria", "too_many");
    search(json!({ "exclude": skills(21) })).await.expect_field("/exclude", "too_many");
    search(json!({ "rome": vec!["A"; 21] })).await.expect_field("/rome", "too_many");
    search(json!({ "exclude": skills(20), "rome": vec!["A"; 20] })).await.expect(200);
}

#[tokio::test]
async fn hostile_bodies_are_refused_and_harm_nobody() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let raw = async |body: String| {
        let request = recruiter.request(reqwest::Method::POST, "/profile-search");
        send(request.header("content-type", "application/json").body(body)).await
    };
    for body in ["[".repeat(20_000), "{".to_owned(), format!("{{\"criteria\":{}", "[".repeat(5_000))] {
        assert!(raw(body).await.status.is_client_error());
    }
    raw("{\"limit\":1,\"limit\":2}".to_owned()).await.expect_field("/limit", "duplicate_field");
    // What a query parser would read as a program is a name like any other.
    for name in
        ["((((((( no", "NOT NOT NOT no", "no AND (b OR *)", "first_name:[* TO no]", "no'; DROP TABLE person"]
    {
        assert_eq!(
            recruiter.post("/profile-search", json!({ "name": name })).await.expect(200)["total"],
            0,
            "{name}"
        );
    }
    recruiter.post("/profile-search", json!({ "name": "\u{0}\u{202e}(((" })).await.expect(200);
}
