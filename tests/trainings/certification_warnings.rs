//! What the published table of certifications says of the one a training names.

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::certifications::Export;
use crate::support::trainings::School;

/// The warnings of a training of web developers that names this certification and these blocks.
async fn told(app: &TestApp, school: &School, code: Option<&str>, blocks: &[&str]) -> Vec<(Value, Value)> {
    let mut draft = school.draft(app, code.unwrap_or("Blocs")).await;
    draft["certification"] = json!({ "code": code, "blocks": blocks });
    let training = school.write(&draft).await;
    let warnings = training["warnings"].as_array().unwrap();
    warnings.iter().map(|warning| (warning["kind"].clone(), warning["label"].clone())).collect()
}

#[tokio::test]
async fn each_fault_of_a_reference_is_told_and_a_sound_one_is_not() {
    let app = TestApp::with_catalogue().await;
    let export = Export::new().with("RNCP6", "Clos la veille", "", "02/03/2026", "ACTIVE", &["M1805"]);
    app.import_certifications(export.zip()).await;
    let school = app.school("Atelier").await;
    assert!(told(&app, &school, Some("RNCP31114"), &["RNCP31114BC01"]).await.is_empty());
    let one = |kind: &str, label: &str| vec![(json!(kind), json!(label))];
    assert_eq!(told(&app, &school, Some("RNCP1"), &[]).await, one("certification_unknown", "RNCP1"));
    assert_eq!(
        told(&app, &school, Some("RNCP6"), &[]).await,
        one("certification_over", "RNCP6 Clos la veille")
    );
    // The web developer's certification names a job of the family, and not the head of it.
    assert_eq!(
        told(&app, &school, Some("RNCP204"), &[]).await,
        [
            (json!("certification_inactive"), json!("RNCP204 Analyste programmeur")),
            (json!("certification_of_other_jobs"), json!("RNCP204 Analyste programmeur")),
        ]
    );
    assert_eq!(
        told(&app, &school, None, &["RS715BC01", "RS715BC02"]).await,
        one("certification_of_other_jobs", "RS715 Hygiène alimentaire")
    );
}

#[tokio::test]
async fn the_family_of_a_job_counts_as_the_job() {
    let app = TestApp::with_catalogue().await;
    app.import_certifications(Export::new().zip()).await;
    let school = app.school("Atelier").await;
    let mut draft = school.draft(&app, "Web").await;
    draft["jobs"] = json!([{ "code": "M1855" }]);
    draft["certification"] = json!({ "code": "RNCP31114" });
    assert_eq!(school.write(&draft).await["warnings"], json!([]));
}

#[tokio::test]
async fn before_the_table_is_loaded_nothing_is_told() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    assert!(told(&app, &school, Some("RNCP1"), &[]).await.is_empty());
}
