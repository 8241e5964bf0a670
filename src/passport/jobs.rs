//! Tells the search, shortly after midnight in Paris, which validations have expired.

use serde::{Deserialize, Serialize};

use super::store::expiry;
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Marks the profiles whose validations expired since the last run, days without a run included.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkExpired {}

impl Job for MarkExpired {
    const KIND: &'static str = "mark_expired_validations";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let profiles = expiry::take_expired(&mut tx, state.clock.today()).await?;
        dirty::mark(&mut tx, &profiles, Urgency::Soon, state.clock.now()).await?;
        tx.commit().await?;
        tracing::info!(profiles = profiles.len(), "expired validations marked");
        Ok(())
    }
}
