//! Deletes jobs put aside long ago: their payloads may hold an address.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::{Job, Run, store};
use crate::platform::state::AppState;

/// How long a job put aside is kept.
const KEPT: Duration = Duration::days(30);

/// The nightly cleaning of jobs put aside.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeDeadJobs {}

impl Job for PurgeDeadJobs {
    const KIND: &'static str = "purge_dead_jobs";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = store::purge_dead(&state.pool, state.clock.now() - KEPT).await?;
        tracing::info!(deleted, "old dead jobs deleted");
        Ok(())
    }
}
