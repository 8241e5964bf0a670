use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

async fn codes(app: &TestApp, domain: &str) -> Vec<String> {
    let body = app.anonymous().get(&format!("/catalog/domains/{domain}/jobs")).await.expect(200);
    assert_eq!(body["next_cursor"], Value::Null, "they come whole");
    body["items"].as_array().unwrap().iter().map(|job| job["code"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_domain_lists_its_active_jobs_by_code() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    assert_eq!(codes(&app, "M18").await, ["M1801", "M1802", "M1805", "M1810", "M1811", "M1827", "M1855"]);
    let body = app.anonymous().get("/catalog/domains/D11/jobs").await.expect(200);
    assert_eq!(body["items"][0], json!({ "code": "D1102", "label": "Boulanger / Boulangère" }));

    app.import_zip(Rome::starter().version(61).without_job("M1827").zip()).await;
    assert_eq!(codes(&app, "M18").await, ["M1801", "M1802", "M1805", "M1810", "M1811", "M1855"]);
}

#[tokio::test]
async fn each_domain_holds_as_many_as_it_announces() {
    let app = TestApp::with_catalogue().await;
    let letters = app.anonymous().get("/catalog/domains").await.expect(200);
    let domains = letters.as_array().unwrap().iter().flat_map(|letter| letter["domains"].as_array().unwrap());
    let mut empty = 0;
    for domain in domains {
        let found = codes(&app, domain["code"].as_str().unwrap()).await;
        assert_eq!(json!(found.len()), domain["jobs"], "{domain}");
        empty += usize::from(found.is_empty());
    }
    assert!(empty > 0, "a domain without jobs is a domain");
}

#[tokio::test]
async fn unknown_and_malformed_codes_name_nothing() {
    let app = TestApp::with_catalogue().await;
    for code in ["Z99", "m18", "M", "M1", "M1805", "%20", "..%2Fdomains"] {
        let path = format!("/catalog/domains/{code}/jobs");
        app.anonymous().get(&path).await.expect_problem(404, "not_found");
    }
}
