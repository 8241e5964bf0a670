//! data.gouv.fr as it can be: away, hostile, sending elsewhere. The table in place never pays for it.

use carnet::catalog::{CheckCertifications, Outcome};
use carnet::platform::jobs;
use serde_json::{Value, json};
use wiremock::{MockServer, ResponseTemplate};

use crate::catalog::checksum::checksum;
use crate::support::app::TestApp;
use crate::support::certifications::{DataGouv, Export};
use crate::support::raw_server::raw_server;

/// Checks that the archive's address answering this fails so, after so many tries, and changes nothing.
async fn assert_fails(answer: ResponseTemplate, reason: &str, tries: usize) {
    let app = TestApp::start().await;
    app.import_certifications(Export::new().zip()).await;
    let before = checksum(&app).await;
    let gouv = DataGouv::start().await;
    gouv.answers(answer).await;
    let attempt = app.check_certifications(&gouv.address()).await.attempt;
    let error = attempt.error.unwrap();
    assert!(error.contains(reason), "{error}");
    assert_eq!((attempt.outcome, gouv.downloads().await), (Outcome::Failed, tries), "{error}");
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn the_newest_export_is_fetched_and_its_bytes_are_known_the_next_time() {
    let app = TestApp::start().await;
    let gouv = DataGouv::start().await;
    gouv.serves(Export::new().zip()).await;
    let first = app.check_certifications(&gouv.address()).await.attempt;
    assert_eq!((first.outcome, first.error), (Outcome::Applied, None));
    let before = checksum(&app).await;
    let second = app.check_certifications(&gouv.address()).await.attempt;
    assert_eq!((second.outcome, second.sha256), (Outcome::Unchanged, first.sha256));
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn a_page_of_the_second_version_of_the_api_is_read_too() {
    let app = TestApp::start().await;
    let gouv = DataGouv::start().await;
    let title = "export-fiches-csv-2026-03-02.zip";
    gouv.describes(json!({ "data": [{ "title": title, "url": "/resources/export.zip" }], "total": 1 })).await;
    gouv.serves(Export::new().zip()).await;
    assert_eq!(app.check_certifications(&gouv.address()).await.attempt.outcome, Outcome::Applied);
}

#[tokio::test]
async fn a_redirect_is_followed_to_the_same_place_only() {
    let app = TestApp::start().await;
    let gouv = DataGouv::start().await;
    let moved = ResponseTemplate::new(302).insert_header("location", "/moved.zip");
    gouv.answers(moved).await;
    gouv.answers_at("/moved.zip", ResponseTemplate::new(200).set_body_bytes(Export::new().zip())).await;
    assert_eq!(app.check_certifications(&gouv.address()).await.attempt.outcome, Outcome::Applied);
    let stranger = MockServer::start().await;
    for location in [
        "http://169.254.169.254/latest".to_owned(),
        "http://static.data.gouv.fr/export.zip".to_owned(),
        format!("{}/export.zip", stranger.uri()),
        "/resources/export.zip".to_owned(),
    ] {
        // A name that sends back to itself is asked four times within one try.
        let tries = if location.starts_with('/') { 4 } else { 1 };
        let answer = ResponseTemplate::new(302).insert_header("location", location.as_str());
        assert_fails(answer, "renvoie vers une adresse qui n’est pas suivie", tries).await;
    }
    assert!(stranger.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_server_error_is_tried_again_and_a_refusal_is_not() {
    assert_fails(ResponseTemplate::new(503), "Le serveur des certifications a répondu 503", 3).await;
    assert_fails(ResponseTemplate::new(404), "a répondu 404", 1).await;
    let later = ResponseTemplate::new(429).insert_header("retry-after", "3600");
    assert_fails(later, "a répondu 429", 1).await;
}

#[tokio::test]
async fn a_page_instead_of_an_archive() {
    let page = ResponseTemplate::new(200).set_body_string("<!doctype html><title>Maintenance</title>");
    assert_fails(page, "n’a pas envoyé d’archive zip", 1).await;
}

#[tokio::test]
async fn a_body_too_large_or_a_connection_that_breaks_off() {
    let app = TestApp::start().await;
    let announced =
        raw_server("HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n", Vec::new(), true).await;
    let attempt = app.check_certifications(&announced).await.attempt;
    assert_eq!(attempt.error.unwrap(), "Le serveur des certifications envoie plus de 64 Mio.");
    let endless =
        raw_server("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n", vec![b' '; 65 << 20], false).await;
    let attempt = app.check_certifications(&endless).await.attempt;
    assert_eq!(attempt.error.unwrap(), "Le serveur des certifications envoie plus de 64 Mio.");
    let attempt = app.check_certifications("http://127.0.0.1:9/").await.attempt;
    assert!(attempt.error.unwrap().starts_with("Le téléchargement des certifications a échoué"));
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM certification").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 0);
}

#[tokio::test]
async fn a_data_set_that_is_none_or_names_no_export_or_one_elsewhere() {
    let app = TestApp::start().await;
    let gouv = DataGouv::start().await;
    for (description, reason) in [
        (json!([]), "est illisible"),
        (json!({ "message": "not found" }), "est illisible"),
        (json!({ "resources": [] }), "ne propose aucun export CSV"),
        (
            json!({ "resources": [
                { "title": "export-fiches-csv-2026-03-02.zip", "url": "http://169.254.169.254/export.zip" },
            ] }),
            "une adresse qui n’est pas suivie (169.254.169.254)",
        ),
    ] {
        gouv.describes(description).await;
        let attempt = app.check_certifications(&gouv.address()).await.attempt;
        assert_eq!(attempt.outcome, Outcome::Failed);
        let error = attempt.error.unwrap();
        assert!(error.contains(reason), "{error}");
    }
}

#[tokio::test]
async fn the_daily_job_brings_the_export_to_the_running_server_and_staff_sees_it() {
    let gouv = DataGouv::start().await;
    gouv.serves(Export::new().zip()).await;
    let app = TestApp::with_catalogue_and(&[&format!("--rncp-url={}", gouv.address())]).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckCertifications {}).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(app.run_jobs().await, 1);
    let found = app.anonymous().get("/catalog/certifications/RNCP31114").await.expect(200);
    assert_eq!(found["published_on"], "2026-03-02");
    let staff = app.platform_admin().await.client;
    let sync = staff.get("/admin/catalog").await.expect(200);
    let table = &sync["certifications"];
    assert_eq!((&table["published_on"], &table["count"]), (&json!("2026-03-02"), &json!(5)));
    assert_eq!(table["last_attempt"]["outcome"], "applied");
    assert_eq!(table["next_check_at"], "2026-03-04T03:41:00Z");
    assert_ne!(table["last_success_at"], Value::Null);
    assert_eq!(sync["last_attempt"]["source"], "starter", "an export is no release");
    let history = staff.get("/admin/catalog-imports").await.expect(200);
    assert_eq!(history["items"][0]["source"], "certifications");
}

#[tokio::test]
async fn a_failure_is_in_the_history_and_five_of_them_pause_the_job() {
    let gouv = DataGouv::start().await;
    gouv.answers(ResponseTemplate::new(404)).await;
    let app = TestApp::start_with(&[&format!("--rncp-url={}", gouv.address())]).await;
    for _ in 0..5 {
        app.check_certifications(&gouv.address()).await;
    }
    let staff = app.platform_admin().await.client;
    let table = staff.get("/admin/catalog").await.expect(200)["certifications"].clone();
    assert_eq!(table["last_attempt"]["error"], "Le serveur des certifications a répondu 404 Not Found.");
    assert_eq!(table["paused_until"], "2026-03-03T14:00:00Z");
    let asked = gouv.downloads().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckCertifications {}).await.unwrap();
    tx.commit().await.unwrap();
    let drained = jobs::run_due(&app.state, app.state.part::<jobs::Registry>()).await.unwrap();
    assert_eq!((drained.errors.len(), gouv.downloads().await), (1, asked), "it was left alone");
}
