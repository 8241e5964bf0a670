//! The publisher as it can be: away, slow, hostile, half there. The catalogue in place never pays for it.

use std::time::{Duration, Instant};

use carnet::catalog::{
    self, Catalog, CheckCatalog, Choices, Downloader, Importer, Outcome, Patience, Report, check_publisher,
};
use carnet::platform::jobs;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::checksum::checksum;
use crate::support::app::{TestApp, start_time};
use crate::support::raw_server::{raw_server, trickling_server};
use crate::support::rome::Rome;

/// The same rules in a hurry.
fn hurried() -> Patience {
    Patience {
        tries: 3,
        first_wait: Duration::from_millis(20),
        longest_wait: Duration::from_secs(2),
        connect: Duration::from_secs(2),
        stall: Duration::from_millis(300),
        whole: Duration::from_secs(5),
    }
}

async fn loaded() -> TestApp {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    app
}

async fn check(app: &TestApp, url: &str) -> Report {
    let downloader = Downloader::new(url, hurried(), app.state.clock.clone()).unwrap();
    let importer = Importer::from(&app.state);
    let report = check_publisher(&importer, &downloader, Choices::default(), &|_| {}).await.unwrap();
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    report
}

/// Checks that this answer fails so, after so many tries, and leaves the catalogue as it was.
async fn assert_fails(answer: ResponseTemplate, outcome: Outcome, reason: &str, tries: u64) {
    let app = loaded().await;
    let before = checksum(&app).await;
    let publisher = MockServer::start().await;
    Mock::given(any()).respond_with(answer).expect(tries).mount(&publisher).await;
    let report = check(&app, &publisher.uri()).await;
    let error = report.attempt.error.unwrap();
    assert!(error.contains(reason), "{error}");
    assert_eq!(report.attempt.outcome, outcome);
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn a_new_release_is_fetched_and_its_bytes_are_known_the_next_time() {
    let app = loaded().await;
    let publisher = MockServer::start().await;
    let zip = Rome::starter().version(61).zip();
    Mock::given(wiremock::matchers::method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(zip))
        .expect(2)
        .mount(&publisher)
        .await;
    let first = check(&app, &publisher.uri()).await;
    assert_eq!((first.attempt.outcome, first.attempt.release), (Outcome::Applied, Some(61)));
    let before = checksum(&app).await;
    let second = check(&app, &publisher.uri()).await;
    assert_eq!((second.attempt.outcome, second.attempt.sha256), (Outcome::Unchanged, first.attempt.sha256));
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn a_server_error_is_tried_again() {
    assert_fails(ResponseTemplate::new(500), Outcome::Failed, "a répondu 500", 3).await;
    assert_fails(ResponseTemplate::new(503), Outcome::Failed, "a répondu 503", 3).await;
}

#[tokio::test]
async fn a_refusal_is_not_tried_again() {
    for status in [401, 403, 404, 302] {
        let answer = ResponseTemplate::new(status).insert_header("location", "http://169.254.169.254/latest");
        assert_fails(answer, Outcome::Failed, &format!("a répondu {status}"), 1).await;
    }
}

#[tokio::test]
async fn the_publishers_wish_to_wait_is_obeyed() {
    let app = loaded().await;
    let in_a_second = (start_time() + chrono::Duration::seconds(1)).to_rfc2822();
    for wish in ["1", &in_a_second] {
        let publisher = MockServer::start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(429).insert_header("retry-after", wish))
            .up_to_n_times(1)
            .mount(&publisher)
            .await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(200).set_body_bytes(Rome::starter().version(61).zip()))
            .mount(&publisher)
            .await;
        let start = Instant::now();
        let report = check(&app, &publisher.uri()).await;
        assert_eq!(report.attempt.error, None);
        assert!(start.elapsed() >= Duration::from_secs(1), "{wish}: {:?}", start.elapsed());
    }
}

#[tokio::test]
async fn a_wish_to_wait_too_long_ends_the_tries() {
    let answer = ResponseTemplate::new(429).insert_header("retry-after", "3600");
    assert_fails(answer, Outcome::Failed, "a répondu 429", 1).await;
    let without = ResponseTemplate::new(429);
    assert_fails(without, Outcome::Failed, "a répondu 429", 3).await;
}

#[tokio::test]
async fn a_page_instead_of_an_archive() {
    let page = ResponseTemplate::new(200).set_body_string("<!doctype html><title>Maintenance</title>");
    assert_fails(page, Outcome::Failed, "n’a pas envoyé d’archive zip", 1).await;
    let nothing = ResponseTemplate::new(200).set_body_json(serde_json::json!([]));
    assert_fails(nothing, Outcome::Failed, "n’a pas envoyé d’archive zip", 1).await;
}

#[tokio::test]
async fn an_archive_cut_short_or_emptied_is_refused() {
    let zip = Rome::starter().version(61).zip();
    let cut = ResponseTemplate::new(200).set_body_bytes(&zip[..zip.len() / 2]);
    assert_fails(cut, Outcome::Refused, "L’archive est illisible", 1).await;
    let mut seen = 0;
    let shrunken = Rome::starter().version(61).edit("coherence_item", |_| {
        seen += 1;
        seen % 5 < 3
    });
    let shrunken = ResponseTemplate::new(200).set_body_bytes(shrunken.zip());
    assert_fails(shrunken, Outcome::Refused, "une perte de plus de 5 %", 1).await;
}

#[tokio::test]
async fn a_body_without_end_is_cut_off() {
    let app = loaded().await;
    let before = checksum(&app).await;
    let endless =
        raw_server("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nPK", vec![0; 65 << 20], false).await;
    let report = check(&app, &endless).await;
    assert_eq!(report.attempt.error.unwrap(), "Le serveur du ROME envoie plus de 64 Mio.");
    let announced =
        raw_server("HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n", Vec::new(), true).await;
    let report = check(&app, &announced).await;
    assert_eq!(report.attempt.error.unwrap(), "Le serveur du ROME envoie plus de 64 Mio.");
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn a_connection_reset_refused_or_stalled() {
    let app = loaded().await;
    let before = checksum(&app).await;
    let reset = raw_server("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\nPK", vec![0; 100], false).await;
    let stalled = raw_server("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\nPK", vec![0; 100], true).await;
    for url in [reset, stalled, "http://127.0.0.1:9/".to_owned()] {
        let report = check(&app, &url).await;
        assert_eq!(report.attempt.outcome, Outcome::Failed, "{url}");
        assert!(report.attempt.error.unwrap().starts_with("Le téléchargement a échoué"), "{url}");
    }
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn a_trickle_is_cut_off() {
    let app = loaded().await;
    let before = checksum(&app).await;
    let url = trickling_server("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\nPK").await;
    let patience = Patience { tries: 1, whole: Duration::from_secs(1), ..hurried() };
    let downloader = Downloader::new(&url, patience, app.state.clock.clone()).unwrap();
    let importer = Importer::from(&app.state);
    let start = Instant::now();
    let report = check_publisher(&importer, &downloader, Choices::default(), &|_| {}).await.unwrap();
    assert_eq!(report.attempt.outcome, Outcome::Failed);
    assert!((1..10).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn the_nightly_job_brings_the_new_release_to_the_running_server() {
    let publisher = MockServer::start().await;
    let zip = Rome::starter().version(61).zip();
    Mock::given(any()).respond_with(ResponseTemplate::new(200).set_body_bytes(zip)).mount(&publisher).await;
    let app = TestApp::with_catalogue_and(&[&format!("--rome-url={}", publisher.uri())]).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckCatalog {}).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(app.run_jobs().await, 1);
    let release = app.anonymous().get("/catalog/release").await.expect(200);
    assert_eq!((&release["version"], &release["source"]), (&61.into(), &"archive".into()));
}
