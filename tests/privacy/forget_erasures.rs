//! Who was erased is known, as a digest, for as long as a dump from before may be kept: thirteen months, and then no longer.

use carnet::platform::seal::hex;
use carnet::platform::storage::Storage;
use carnet::privacy::{EraseAccounts, PurgePrivacyLogs, ReplayErasures};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::support::app::TestApp;
use crate::support::users::{PASSWORD, User};

/// Somebody who asked to be erased, and was fourteen days later: on 17 March 2026, at eight.
async fn erased(app: &TestApp) -> User {
    let ines = app.person("Inès", "Oubliée").await;
    let body = json!({ "word": "EFFACER", "password": PASSWORD });
    ines.client.post("/me/erasure", body).await.expect(201);
    app.run_jobs().await;
    app.advance(Duration::days(14));
    app.run_job(EraseAccounts {}).await;
    ines
}

/// What the database and the object store still know: when each account was erased, and the marks.
async fn known(app: &TestApp) -> (Vec<DateTime<Utc>>, Vec<String>) {
    let rows = sqlx::query_scalar("SELECT erased_at FROM erased_person ORDER BY erased_at")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    (rows, app.state.part::<Storage>().marks("erased").await.unwrap())
}

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().unwrap()
}

/// Goes to this moment, and purges.
async fn purge_at(app: &TestApp, moment: &str) {
    app.advance(at(moment) - app.state.clock.now());
    app.run_job(PurgePrivacyLogs {}).await;
}

#[tokio::test]
async fn digests_go_after_thirteen_months_and_marks_with_the_end_of_that_day() {
    let app = TestApp::start().await;
    let ines = erased(&app).await;
    let digest = Sha256::digest(ines.id.0.as_bytes());
    let mark = vec![format!("2026-03-17-{}", hex(&digest))];
    let row = vec![at("2026-03-17T08:00:00Z")];
    assert_eq!(known(&app).await, (row.clone(), mark.clone()));
    purge_at(&app, "2027-04-17T07:59:59Z").await;
    assert_eq!(known(&app).await, (row, mark.clone()), "a second before");
    purge_at(&app, "2027-04-17T08:00:00Z").await;
    assert_eq!(known(&app).await, (Vec::new(), mark.clone()), "thirteen months");
    // A mark says the day alone: it stays until the whole day is that old.
    purge_at(&app, "2027-04-17T23:59:59Z").await;
    assert_eq!(known(&app).await, (Vec::new(), mark));
    purge_at(&app, "2027-04-18T00:00:00Z").await;
    assert_eq!(known(&app).await, (Vec::new(), Vec::new()), "nothing is known any more");
}

#[tokio::test]
async fn the_hourly_replay_remembers_nobody_beyond_their_time() {
    let app = TestApp::start().await;
    erased(&app).await;
    // The digest is gone and the mark is not yet: whoever reads the marks now meets one that the database does not know.
    purge_at(&app, "2027-04-17T08:00:00Z").await;
    app.run_job(ReplayErasures {}).await;
    purge_at(&app, "2027-04-18T00:00:00Z").await;
    assert_eq!(known(&app).await, (Vec::new(), Vec::new()), "it is noted as if they had been erased today");
}
