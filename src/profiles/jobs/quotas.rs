//! What recruiters have used of their quotas, long after it counts.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::profiles::store::quotas;

/// The rule that suspends looks back seven days.
const KEPT: Duration = Duration::days(8);

/// Deletes what was counted more than eight days ago.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeQuotas {}

impl Job for PurgeQuotas {
    const KIND: &'static str = "purge_quotas";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = quotas::purge(&state.pool, state.clock.now() - KEPT).await?;
        tracing::info!(deleted, "old counts of quotas deleted");
        Ok(())
    }
}
