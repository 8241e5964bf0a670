//! Deletes keys whose day is over, with the answers kept beside them.

use serde::{Deserialize, Serialize};

use super::store;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Keys deleted in one transaction.
const BATCH: i64 = 2000;

/// The cleaning of idempotency keys.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeIdempotencyKeys {}

impl Job for PurgeIdempotencyKeys {
    const KIND: &'static str = "purge_idempotency_keys";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let mut total = 0;
        while !run.stop.is_cancelled() {
            let deleted = store::purge(&state.pool, state.clock.now(), BATCH).await?;
            total += deleted;
            if deleted < BATCH as u64 {
                break;
            }
        }
        tracing::info!(deleted = total, "idempotency keys deleted");
        Ok(())
    }
}
