//! Removes notices of more than a year, and those about what is gone.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::notifications::store::purge;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// How long a notice is kept.
const KEPT: Duration = Duration::days(365);

/// Notices deleted in one transaction.
const BATCH: i64 = 2000;

/// The nightly cleaning of notices.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeNotices {}

impl Job for PurgeNotices {
    const KIND: &'static str = "purge_notices";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let before = state.clock.now() - KEPT;
        let (mut old, mut orphans) = (0, 0);
        while !run.stop.is_cancelled() {
            let (aged, lost) =
                (purge::old(&state.pool, before, BATCH).await?, purge::orphans(&state.pool, BATCH).await?);
            old += aged;
            orphans += lost;
            if aged < BATCH as u64 && lost < BATCH as u64 {
                break;
            }
        }
        tracing::info!(old, orphans, "notices deleted");
        Ok(())
    }
}
