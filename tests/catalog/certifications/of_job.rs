use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::certifications::Export;

async fn certifications_of(app: &TestApp, job: &str) -> Value {
    app.anonymous().get(&format!("/catalog/jobs/{job}")).await.expect(200)["certifications"].clone()
}

#[tokio::test]
async fn a_job_sheet_names_its_certifications_active_first_and_those_of_its_family() {
    let app = TestApp::with_catalogue().await;
    app.import_certifications(Export::new().zip()).await;
    let found = certifications_of(&app, "M1855").await;
    assert_eq!((&found["published_on"], &found["total"]), (&json!("2026-03-02"), &json!(3)));
    let items = found["items"].as_array().unwrap();
    let told: Vec<_> = items.iter().map(|one| (&one["number"], &one["active"], &one["family"])).collect();
    assert_eq!(
        told,
        [
            (&json!("RNCP35634"), &json!(true), &json!(false)),
            (&json!("RNCP31114"), &json!(true), &json!(true)),
            (&json!("RNCP204"), &json!(false), &json!(false)),
        ]
    );
    assert_eq!((&items[1]["level"], &items[1]["ends_on"]), (&json!(5), &json!("2028-09-01")));
    assert_eq!(items[1]["url"], "https://www.francecompetences.fr/recherche/rncp/31114/");
}

#[tokio::test]
async fn a_long_list_is_cut_and_its_total_told() {
    let app = TestApp::with_catalogue().await;
    app.import_certifications(Export::new().and_bakers(100).zip()).await;
    let found = certifications_of(&app, "D1102").await;
    assert_eq!((&found["total"], found["items"].as_array().unwrap().len()), (&json!(102), 40));
}

#[tokio::test]
async fn before_the_table_is_loaded_a_sheet_says_so_and_after_it_changes_its_tag() {
    let app = TestApp::with_catalogue().await;
    let empty = json!({ "published_on": null, "total": 0, "items": [] });
    assert_eq!(certifications_of(&app, "D1102").await, empty);
    let tag = app.anonymous().get("/catalog/jobs/D1102").await.headers["etag"].clone();
    app.import_certifications(Export::new().zip()).await;
    assert_ne!(app.anonymous().get("/catalog/jobs/D1102").await.headers["etag"], tag);
    let other = certifications_of(&app, "N4101").await;
    assert_eq!((&other["published_on"], &other["total"]), (&json!("2026-03-02"), &json!(0)));
}
