//! Openings of profiles, and appearances in results, whose time is over.

use chrono::{DateTime, Months, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::events::Event;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::sharing::model::{KEPT, expired_before};
use crate::sharing::store;

/// People whose openings are looked at in one transaction, and counts deleted in one.
const PEOPLE: i64 = 500;
const COUNTS: i64 = 5_000;

/// Deletes openings and counts after twelve months. What is left of each chain says where it begins: it is verified as before.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeAccesses {}

impl Job for PurgeAccesses {
    const KIND: &'static str = "purge_accesses";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let now = state.clock.now();
        let (mut accesses, mut counts) = (0, 0);
        while !run.stop.is_cancelled() {
            match purge_some(&state, now).await? {
                0 => break,
                gone => accesses += gone,
            }
        }
        while !run.stop.is_cancelled() {
            match purge_counts(&state).await? {
                0 => break,
                gone => counts += gone,
            }
        }
        tracing::info!(accesses, counts, "old openings of profiles deleted");
        Ok(())
    }
}

/// One transaction of openings, with its line in the trail; tells how many went.
async fn purge_some(state: &AppState, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let mut tx = state.pool.begin().await?;
    let gone = store::purge_accesses(&mut tx, expired_before(now), PEOPLE).await?;
    if gone > 0 {
        let entry = Entry::new(Event::AccessesPurged, now, "profile_access", None);
        audit::record(&mut tx, &state.ids, entry.change(None, json!({ "deleted": gone }))).await?;
    }
    tx.commit().await?;
    Ok(gone)
}

/// One transaction of counts; tells how many went.
async fn purge_counts(state: &AppState) -> anyhow::Result<u64> {
    let Some(through) = state.clock.today().checked_sub_months(Months::new(KEPT)) else { return Ok(0) };
    let mut tx = state.pool.begin().await?;
    let gone = store::purge_appearances(&mut tx, through, COUNTS).await?;
    tx.commit().await?;
    Ok(gone)
}
