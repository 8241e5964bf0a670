//! The publisher's own archive, version 60, where `ROME_ARCHIVE` names it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use carnet::catalog::{Catalog, Choices, Outcome, Source, Supply};

use super::checksum::checksum;
use crate::support::app::TestApp;

fn archive() -> Option<PathBuf> {
    let path = std::env::var_os("ROME_ARCHIVE").map(PathBuf::from);
    if path.is_none() {
        eprintln!("skipped: ROME_ARCHIVE does not name the archive of version 60");
    }
    path
}

#[tokio::test]
async fn version_60_is_read_whole_and_its_second_import_changes_nothing() {
    let Some(path) = archive() else { return };
    let app = TestApp::with_catalogue().await;
    let first = app.import(Source::File, Supply::Path(path.clone()), Choices::default()).await;
    assert_eq!((first.attempt.outcome, first.attempt.error), (Outcome::Applied, None));
    assert_eq!(first.attempt.tally.retired, 0, "the starter holds nothing that version 60 does not");
    let counts = first.attempt.counts.unwrap();
    assert_eq!((counts.grand_domains, counts.domains, counts.jobs, counts.parents), (14, 110, 1_584, 532));
    assert_eq!((counts.appellations, counts.skills, counts.knowledge), (13_120, 18_317, 15_354));
    assert_eq!((counts.links, counts.contexts, counts.mobilities), (104_219, 179, 14_912));
    let release = app.anonymous().get("/catalog/release").await.expect(200);
    assert_eq!((&release["version"], &release["source"]), (&60.into(), &"archive".into()));
    assert_eq!(release["counts"], serde_json::to_value(counts).unwrap());

    let before = checksum(&app).await;
    let second = app.import(Source::File, Supply::Path(path), Choices::default()).await;
    assert_eq!(second.attempt.outcome, Outcome::Unchanged);
    assert_eq!(checksum(&app).await, before);
    assert_lookups(&app);
}

/// Every job is found by its own title, and every answer comes from memory.
fn assert_lookups(app: &TestApp) {
    let catalog = app.state.part::<Catalog>().snapshot();
    let mut longest = Duration::ZERO;
    for card in catalog.jobs().step_by(16) {
        let start = Instant::now();
        let found = catalog.index().suggest_jobs(&card.job.label, 10);
        longest = longest.max(start.elapsed());
        assert!(found.iter().any(|job| job.code == card.job.code), "{}", card.job.label);
    }
    eprintln!("longest lookup of a whole title: {longest:?}");
    assert!(catalog.jobs().all(|card| card.is_active && !card.core.is_empty()));
}

#[tokio::test]
async fn a_damaged_copy_is_refused_and_changes_nothing() {
    let Some(path) = archive() else { return };
    let app = TestApp::with_catalogue().await;
    let before = checksum(&app).await;
    let zip = std::fs::read(path).unwrap();
    let report = app.import_zip(zip[..zip.len() - 1000].to_vec()).await;
    assert_eq!(report.attempt.outcome, Outcome::Refused);
    assert_eq!(checksum(&app).await, before);
}
