use serde_json::Value;

use crate::support::app::TestApp;

async fn search(app: &TestApp, query: &str) -> Vec<Value> {
    let body = app.anonymous().get(&format!("/catalog/jobs?{query}")).await.expect(200);
    assert_eq!(body["next_cursor"], Value::Null);
    body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_title_is_found_without_accents_case_or_gender() {
    let app = TestApp::with_catalogue().await;
    for q in ["boulangere", "BOULANGER", "Boulang%C3%A8re", "boulangr"] {
        let found = search(&app, &format!("q={q}")).await;
        assert_eq!(found[0]["code"], "D1102", "{q}: {found:?}");
        assert_eq!(found[0]["label"], "Boulanger / Boulangère");
        assert_eq!(found[0]["domain"]["code"], "D11");
        assert_eq!(found[0]["active"], true);
    }
}

#[tokio::test]
async fn the_name_that_answers_is_told() {
    let app = TestApp::with_catalogue().await;
    let found = search(&app, "q=webmaster%20d%C3%A9veloppeur").await;
    assert_eq!(found[0]["code"], "M1855", "{found:?}");
    assert_eq!(found[0]["matched"], "Webmaster développeur / Webmaster développeuse");
}

#[tokio::test]
async fn a_code_finds_its_job_and_a_limit_holds() {
    let app = TestApp::with_catalogue().await;
    let by_code = search(&app, "q=M1805").await;
    assert_eq!(by_code[0]["code"], "M1805");
    assert_eq!(search(&app, "q=M18&limit=3").await.len(), 3);
    assert_eq!(search(&app, "q=").await.len(), 0);
    assert_eq!(search(&app, "").await.len(), 0);
    assert_eq!(search(&app, "q=xyzxyz").await.len(), 0);
}

#[tokio::test]
async fn wrong_parameters_are_refused_by_name() {
    let app = TestApp::with_catalogue().await;
    let client = app.anonymous();
    let long = "a".repeat(201);
    client.get(&format!("/catalog/jobs?q={long}")).await.expect_field("/q", "too_long");
    client.get("/catalog/jobs?q=a&limit=0").await.expect_field("/limit", "out_of_range");
    client.get("/catalog/jobs?q=a&limit=51").await.expect_field("/limit", "out_of_range");
    client.get("/catalog/jobs?q=a&limit=ten").await.expect_field("/limit", "invalid_type");
    client.get("/catalog/jobs?q=a&sort=label").await.expect_field("/sort", "unknown_field");
}
