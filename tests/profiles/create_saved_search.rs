use reqwest::Method;
use serde_json::{Value, json};

use super::{SAVED, keep, noted, only_for_its_owner, saved_path};
use crate::support::search::SearchApp;

/// Everything a search can ask.
fn full() -> Value {
    json!({
        "criteria": [
            { "skill": "101", "min_level": 2, "max_level": 3, "status": "validated", "required": true },
            { "skill": "102", "status": "any", "required": false },
        ],
        "min_matching": 1,
        "exclude": [{ "skill": "103" }],
        "rome": ["M", "A11", "A1101", "family:A1101"],
        "job": "M1801",
        "name": "lef",
    })
}

#[tokio::test]
async fn a_search_is_kept_as_it_was_asked_with_the_names_of_its_codes() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let answer = recruiter.post(SAVED, json!({ "name": " Soudeurs ", "search": full() })).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let saved = answer.expect(201);
    assert_eq!((&saved["name"], &saved["search"]), (&json!("Soudeurs"), &full()));
    assert_eq!(
        (&saved["changes"], &saved["obstacles"], &saved["release"], &saved["version"]),
        (&json!([]), &json!([]), &json!(60), &json!(1))
    );
    let names: Vec<(&str, &str, &str, &str)> = saved["names"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| {
            let text = |field: &str| name[field].as_str().unwrap();
            (text("pointer"), text("subject"), text("code"), text("label"))
        })
        .collect();
    assert_eq!(
        names,
        [
            ("/criteria/0/skill", "skill", "101", "Compétence D"),
            ("/criteria/1/skill", "skill", "102", "Compétence K"),
            ("/exclude/0/skill", "skill", "103", "Compétence B"),
            ("/rome/0", "letter", "M", "Lettre M"),
            ("/rome/1", "domain", "A11", "Domaine A11"),
            ("/rome/2", "job", "A1101", "Métier A1101"),
            ("/rome/3", "family", "family:A1101", "Métier A1101"),
            ("/job", "job", "M1801", "Métier M1801"),
        ]
    );
    assert_eq!(recruiter.get(&saved_path(&saved)).await.expect(200), saved);
    let stored: Vec<(String, String, i32)> = sqlx::query_as(
        "SELECT l.code, l.label, s.release FROM saved_search s JOIN saved_search_line l ON l.saved_search_id = s.id
         WHERE l.part = 'criterion' ORDER BY l.position",
    )
    .fetch_all(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(
        stored,
        [
            ("101".to_owned(), "Compétence D".to_owned(), 60),
            ("102".to_owned(), "Compétence K".to_owned(), 60)
        ]
    );
    let noted = noted(&app, "saved_search.written").await;
    let codes = json!({ "codes": 8, "release": 60 });
    assert_eq!(noted, [(saved["id"].as_str().unwrap().to_owned(), Some(codes))], "and no name of anybody");
}

#[tokio::test]
async fn two_of_one_name_are_refused_and_everybody_has_names_of_their_own() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    keep(&recruiter, "Vendeurs", json!({})).await;
    let twice = json!({ "name": "vendeurs", "search": { "name": "zoé" } });
    recruiter.post(SAVED, &twice).await.expect_field("/name", "name_taken");
    keep(&app.searcher().await.user.client, "Vendeurs", json!({})).await;
    let racing = (0..6).map(|_| recruiter.post(SAVED, json!({ "name": "Ensemble", "search": {} })));
    let answers = futures::future::join_all(racing).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.expect_field("/name", "name_taken");
    }
}

#[tokio::test]
async fn a_hundred_are_kept_and_no_more_even_at_once() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    sqlx::query(
        "INSERT INTO saved_search (id, recruiter_id, name, release, revision, version, created_at, updated_at)
         SELECT gen_random_uuid(), $1, 'Recherche ' || n, 60, 1, 1, now(), now() FROM generate_series(1, 97) n",
    )
    .bind(recruiter.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    let client = &recruiter.user.client;
    let racing = (0..8).map(|n| async move {
        client.post(SAVED, json!({ "name": format!("En plus {n}"), "search": {} })).await
    });
    let answers = futures::future::join_all(racing).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 3);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.expect_problem(409, "too_many_saved_searches");
    }
    let held = client.get(&format!("{SAVED}?limit=100")).await.expect(200);
    assert_eq!((held["items"].as_array().unwrap().len(), &held["next_cursor"]), (100, &Value::Null));
}

#[tokio::test]
async fn every_fault_is_named_by_its_place() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let body = json!({
        "name": " ",
        "search": {
            "criteria": [{ "skill": "101" }, { "skill": "101" }, { "skill": "999" }, { "skill": "102", "min_level": 9 }],
            "exclude": [{ "skill": "x" }], "rome": ["Z99"], "job": "Z9999", "min_matching": 7,
        },
    });
    let problem = recruiter.post(SAVED, body).await.expect_field("/name", "required");
    let faults: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    for fault in [
        ("/search/criteria/1/skill", "duplicate_skill"),
        ("/search/criteria/2/skill", "unknown_skill"),
        ("/search/criteria/3/min_level", "out_of_range"),
        ("/search/exclude/0/skill", "unknown_skill"),
        ("/search/rome/0", "unknown_rome"),
        ("/search/job", "unknown_job"),
        ("/search/min_matching", "out_of_range"),
    ] {
        assert!(faults.contains(&fault), "{fault:?} in {faults:?}");
    }
    let refused = async |body: Value, pointer: &str, code: &str| {
        recruiter.post(SAVED, body).await.expect_field(pointer, code);
    };
    // 116 and A1204 left the catalogue; a nul cannot be stored; how an answer is read is not part of a search.
    let search = |search: Value| json!({ "name": "Essai", "search": search });
    refused(search(json!({ "criteria": [{ "skill": "116" }] })), "/search/criteria/0/skill", "retired_code")
        .await;
    refused(
        search(json!({ "exclude": [{ "skill": "101" }, { "skill": "101" }, { "skill": "116" }] })),
        "/search/exclude/2/skill",
        "retired_code",
    )
    .await;
    refused(search(json!({ "rome": ["M", "A1204"] })), "/search/rome/1", "retired_code").await;
    refused(search(json!({ "job": "A1204" })), "/search/job", "retired_code").await;
    refused(search(json!({ "name": "a\u{0}" })), "/search/name", "invalid_characters").await;
    refused(search(json!({ "limit": 5 })), "/search/limit", "unknown_field").await;
    refused(json!({ "name": "x".repeat(101), "search": {} }), "/name", "too_long").await;
    refused(json!({ "name": "Essai" }), "/search", "required").await;
    assert_eq!(recruiter.get(SAVED).await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn only_a_verified_recruiter_keeps_searches() {
    let app = SearchApp::start().await;
    only_for_its_owner(&app, Method::POST, None, "", &json!({ "name": "Essai", "search": {} })).await;
    let kept: i64 =
        sqlx::query_scalar("SELECT count(*) FROM saved_search").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(kept, 0);
}
