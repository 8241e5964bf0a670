use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::certifications::Export;

async fn loaded() -> TestApp {
    let app = TestApp::with_catalogue().await;
    let export = Export::new().with("RNCP5", "Ancien métier", "", "", "INACTIVE", &["Z9999", "M1805"]);
    app.import_certifications(export.zip()).await;
    app
}

#[tokio::test]
async fn a_certification_is_shown_with_its_jobs_and_its_page() {
    let app = loaded().await;
    // As people type it.
    let found = app.anonymous().get("/catalog/certifications/rncp35634").await.expect(200);
    assert_eq!(
        (&found["number"], &found["title"]),
        (&json!("RNCP35634"), &json!("Concepteur ; développeur"))
    );
    assert_eq!(
        (&found["level"], &found["active"], &found["ends_on"]),
        (&json!(6), &json!(true), &Value::Null)
    );
    assert_eq!(found["url"], "https://www.francecompetences.fr/recherche/rncp/35634/");
    assert_eq!(
        found["jobs"],
        json!([
            { "code": "M1805", "label": "Développeur / Développeuse informatique", "family": true },
            { "code": "M1855", "label": "Développeur / Développeuse web", "family": false },
        ])
    );
    let specific = app.anonymous().get("/catalog/certifications/RS715").await.expect(200);
    assert_eq!((&specific["level"], specific["jobs"].as_array().unwrap().len()), (&Value::Null, 1));
    assert_eq!(specific["url"], "https://www.francecompetences.fr/recherche/rs/715/");
}

#[tokio::test]
async fn an_inactive_one_and_a_code_the_catalogue_never_had_are_told_as_they_are() {
    let app = loaded().await;
    let found = app.anonymous().get("/catalog/certifications/RNCP204").await.expect(200);
    assert_eq!((&found["active"], &found["ends_on"]), (&json!(false), &json!("2019-12-31")));
    let found = app.anonymous().get("/catalog/certifications/RNCP5").await.expect(200);
    assert_eq!(found["jobs"][1], json!({ "code": "Z9999", "label": null, "family": false }));
}

#[tokio::test]
async fn unknown_and_malformed_numbers_name_nothing() {
    let app = loaded().await;
    for number in ["RNCP1", "RNCP", "35634", "RNCP1234567", "%20", "..%2Fskills"] {
        let path = format!("/catalog/certifications/{number}");
        app.anonymous().get(&path).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn before_the_table_is_loaded_it_is_said_so() {
    let app = TestApp::with_catalogue().await;
    let path = "/catalog/certifications/RNCP35634";
    app.anonymous().get(path).await.expect_problem(404, "certifications_not_loaded");
}
