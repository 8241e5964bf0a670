use crate::support::app::TestApp;

#[tokio::test]
async fn every_letter_has_its_domains_and_their_active_jobs_are_counted() {
    let app = TestApp::with_catalogue().await;
    let body = app.anonymous().get("/catalog/domains").await.expect(200);
    let letters = body.as_array().unwrap();
    let codes: Vec<&str> = letters.iter().map(|letter| letter["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N"]);
    let domains: Vec<_> = letters.iter().flat_map(|letter| letter["domains"].as_array().unwrap()).collect();
    assert_eq!(domains.len(), 110);
    assert_eq!(domains.iter().map(|domain| domain["jobs"].as_u64().unwrap()).sum::<u64>(), 87);
    let computing = domains.iter().find(|domain| domain["code"] == "M18").unwrap();
    assert_eq!(computing["jobs"], 7);

    app.import_zip(crate::support::rome::Rome::starter().version(61).without_job("M1827").zip()).await;
    let body = app.anonymous().get("/catalog/domains").await.expect(200);
    let computing =
        body[12]["domains"].as_array().unwrap().iter().find(|domain| domain["code"] == "M18").unwrap();
    assert_eq!(computing["jobs"], 6);
}

#[tokio::test]
async fn an_empty_catalogue_has_none() {
    let app = TestApp::start().await;
    assert_eq!(app.anonymous().get("/catalog/domains").await.expect(200), serde_json::json!([]));
}
