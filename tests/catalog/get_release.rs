use crate::support::app::TestApp;
use crate::support::rome::Rome;

#[tokio::test]
async fn the_release_in_place_names_its_source_and_licence() {
    let app = TestApp::start().await;
    app.anonymous().get("/catalog/release").await.expect_problem(404, "not_found");
    app.load_starter().await;
    let starter = app.anonymous().get("/catalog/release").await.expect(200);
    assert_eq!((&starter["version"], &starter["source"]), (&60.into(), &"starter".into()));
    assert_eq!(starter["imported_at"], "2026-03-03T08:00:00Z");
    assert_eq!(
        starter["licence_notice"],
        "Extrait de démarrage. Source des codes et des libellés : France Travail, ROME 4.0 version 60 du 18/09/2025, \
         Licence Ouverte."
    );
    assert_eq!((&starter["counts"]["jobs"], &starter["counts"]["appellations"]), (&87.into(), &662.into()));

    app.advance(chrono::Duration::days(1));
    app.import_zip(Rome::starter().version(61).zip()).await;
    let archive = app.anonymous().get("/catalog/release").await.expect(200);
    assert_eq!((&archive["version"], &archive["source"]), (&61.into(), &"archive".into()));
    assert_eq!(archive["imported_at"], "2026-03-04T08:00:00Z");
    assert_eq!(
        archive["licence_notice"],
        "Source : France Travail, ROME 4.0 version 61 du 15/06/2026, Licence Ouverte."
    );
}
