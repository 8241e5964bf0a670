//! Which catalogue a server finds when it starts.

use carnet::catalog::{self, Catalog, Importer, Origin};
use carnet::platform::config::Config;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

async fn start(app: &TestApp, change: impl FnOnce(&mut Config)) -> anyhow::Result<Option<(i32, Origin)>> {
    let mut config = Config::clone(&app.state.config);
    // The machine may name an archive for other tests.
    config.rome_archive = None;
    change(&mut config);
    let loaded = catalog::ensure_loaded(&Importer::from(&app.state), &config).await;
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    let snapshot = app.state.part::<Catalog>().snapshot();
    loaded.map(|()| snapshot.release().map(|card| (card.release.version, card.origin)))
}

fn file(release: &Rome) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), release.zip()).unwrap();
    file
}

#[tokio::test]
async fn the_operators_file_comes_first() {
    let app = TestApp::start().await;
    let archive = file(&Rome::starter().version(61));
    let found = start(&app, |config| config.rome_archive = Some(archive.path().to_owned())).await.unwrap();
    assert_eq!(found, Some((61, Origin::Archive)));
}

#[tokio::test]
async fn without_network_the_starter_stands_in_until_a_file_comes() {
    let app = TestApp::start().await;
    let unreachable = |config: &mut Config| config.rome_url = "http://127.0.0.1:9/csv".to_owned();
    assert_eq!(start(&app, unreachable).await.unwrap(), Some((60, Origin::Starter)));
    let failed: i64 = sqlx::query_scalar("SELECT count(*) FROM rome_import WHERE outcome = 'failed'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(failed, 1, "the attempt is on record");
    // A second start asks nobody: there is a catalogue.
    assert_eq!(start(&app, unreachable).await.unwrap(), Some((60, Origin::Starter)));
    let archive = file(&Rome::starter());
    let with_file = |config: &mut Config| config.rome_archive = Some(archive.path().to_owned());
    assert_eq!(start(&app, with_file).await.unwrap(), Some((60, Origin::Archive)));
}

#[tokio::test]
async fn with_network_the_publishers_archive_is_fetched() {
    let app = TestApp::start().await;
    let publisher = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_bytes(Rome::starter().version(61).zip());
    Mock::given(any()).respond_with(answer).expect(1).mount(&publisher).await;
    let found = start(&app, |config| config.rome_url = publisher.uri()).await.unwrap();
    assert_eq!(found, Some((61, Origin::Archive)));
}

#[tokio::test]
async fn a_wrong_file_stops_a_first_start_and_no_later_one() {
    let app = TestApp::start().await;
    let wrong = |config: &mut Config| config.rome_archive = Some("/nowhere/RefRomeCsv.zip".into());
    let error = start(&app, wrong).await.unwrap_err().to_string();
    assert!(error.starts_with("ROME_ARCHIVE=/nowhere/RefRomeCsv.zip : L’archive est illisible"), "{error}");
    app.load_starter().await;
    assert_eq!(start(&app, wrong).await.unwrap(), Some((60, Origin::Starter)));
}

#[tokio::test]
async fn two_servers_that_start_together_load_one_catalogue() {
    let app = TestApp::start().await;
    let (one, other) = tokio::join!(start(&app, |_| {}), start(&app, |_| {}));
    assert_eq!(one.unwrap(), other.unwrap());
    let applied: i64 = sqlx::query_scalar("SELECT count(*) FROM rome_import WHERE outcome = 'applied'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(applied, 1);
}
