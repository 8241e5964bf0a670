use serde_json::Value;

use crate::support::app::TestApp;

async fn search(app: &TestApp, query: &str) -> Vec<Value> {
    let body = app.anonymous().get(&format!("/catalog/skills?{query}")).await.expect(200);
    body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_skill_is_found_by_words_typo_or_code() {
    let app = TestApp::with_catalogue().await;
    let (code, label): (i32, String) = sqlx::query_as(
        "SELECT code, label FROM rome_skill WHERE kind = 'skill' AND char_length(label) BETWEEN 20 AND 60 ORDER BY code LIMIT 1",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    let code = code.to_string();
    let typed: String = form_urlencoded::byte_serialize(label.to_uppercase().as_bytes()).collect();
    for q in [typed, code.clone()] {
        let found = search(&app, &format!("q={q}")).await;
        assert_eq!(
            (&found[0]["code"], &found[0]["label"]),
            (&code.as_str().into(), &label.as_str().into()),
            "{q}"
        );
        assert_eq!((&found[0]["kind"], &found[0]["active"]), (&"skill".into(), &true.into()));
    }
}

#[tokio::test]
async fn a_retired_skill_comes_after_the_active_ones() {
    let app = TestApp::with_catalogue().await;
    let word = "client";
    let found = search(&app, &format!("q={word}&limit=50")).await;
    let first =
        found.iter().find(|skill| skill["kind"] == "skill").unwrap()["code"].as_str().unwrap().to_owned();
    let release = crate::support::rome::Rome::starter().version(61).without_skill(&first);
    let report = app.import_zip(release.zip()).await;
    assert_eq!(report.attempt.error, None);
    let again = search(&app, &format!("q={word}&limit=50")).await;
    let active: Vec<bool> = again.iter().map(|skill| skill["active"].as_bool().unwrap()).collect();
    assert!(active.is_sorted_by(|a, b| a >= b), "{again:?}");
    let by_code = search(&app, &format!("q={first}")).await;
    assert_eq!((&by_code[0]["code"], &by_code[0]["active"]), (&first.as_str().into(), &false.into()));
}

#[tokio::test]
async fn wrong_parameters_are_refused_by_name() {
    let app = TestApp::start().await;
    let client = app.anonymous();
    let long = "é".repeat(201);
    client.get(&format!("/catalog/skills?q={long}")).await.expect_field("/q", "too_long");
    client.get("/catalog/skills?limit=51").await.expect_field("/limit", "out_of_range");
    client.get("/catalog/skills?cursor=x").await.expect_field("/cursor", "unknown_field");
}

#[tokio::test]
async fn an_empty_catalogue_finds_nothing() {
    let app = TestApp::start().await;
    assert_eq!(search(&app, "q=client").await.len(), 0);
}
