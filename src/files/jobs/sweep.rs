//! Gives up what nobody needs, and asks again what was not answered.

use std::time::SystemTime;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::files::store::sweep;
use crate::platform::antivirus::Antivirus;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::platform::storage::Storage;

/// How long a file waits to be used.
const STAGED: Duration = Duration::days(1);
/// How long a removal or a look is left to its own job.
const LEFT_ALONE: Duration = Duration::hours(1);
/// How long nothing was written to a scratch file that nobody writes to any more: uploads that stand still are cut long before.
const ABANDONED: Duration = Duration::hours(3);
/// Files of one step.
const BATCH: i64 = 200;
/// Files looked into again in one run.
const LOOKS: i64 = 500;

/// The hourly tidying of files.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SweepFiles {}

impl Job for SweepFiles {
    const KIND: &'static str = "sweep_files";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let now = state.clock.now();
        let mut expired = 0;
        while !run.stop.is_cancelled() {
            let step = sweep::expire(&state, now - STAGED, BATCH).await?;
            expired += step;
            if step < BATCH as usize {
                break;
            }
        }
        let removed = sweep::remove_again(&state, now - LEFT_ALONE, BATCH).await?;
        let looked = if state.part::<Antivirus>().is_there() {
            sweep::rescan(&state, now - LEFT_ALONE, LOOKS).await?
        } else {
            sweep::await_no_scan(&state.pool, now).await? as usize
        };
        let scratch = state.part::<Storage>().tidy(SystemTime::from(now - ABANDONED)).await?;
        metrics::counter!("carnet_files_removed_total", "why" => "expired").increment(expired as u64);
        tracing::info!(expired, removed, looked, scratch, "files swept");
        Ok(())
    }
}
