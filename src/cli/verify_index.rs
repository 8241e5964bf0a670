//! `carnet verify-index`: compares every document of the search index with the database.

use anyhow::bail;
use carnet::indexing::{self, Report};
use carnet::platform::config::Config;
use carnet::platform::progress::Progress;
use carnet::platform::state::AppState;
use uuid::Uuid;

use super::session;

/// Ids printed of each list.
const SHOWN: usize = 20;

/// Compares, prints what differs, and fails when something does.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let report = session::with_state(config, async |state| compare(&state).await).await?;
    println!("{} documents compared", report.documents);
    list("missing", &report.missing);
    list("stale", &report.stale);
    list("extra", &report.extra);
    list("duplicate", &report.duplicate);
    println!("pending {} parked {}", report.pending, report.parked);
    if report.is_exact() { Ok(()) } else { bail!("the index is not what the database says") }
}

async fn compare(state: &AppState) -> anyhow::Result<Report> {
    let total = indexing::index_state(state).await?.visible_profiles;
    let (mut progress, mut shown) = (Progress::start("verify-index", total), 0);
    let report = indexing::verify(state, |documents| {
        progress.advance(documents - shown);
        shown = documents;
    })
    .await?;
    progress.finish();
    Ok(report)
}

fn list(name: &str, ids: &[Uuid]) {
    println!("{name} {}", ids.len());
    for id in ids.iter().take(SHOWN) {
        println!("  {id}");
    }
    if ids.len() > SHOWN {
        println!("  and {} more", ids.len() - SHOWN);
    }
}
