//! Timed work on organisations.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::orgs::store::invitations;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// How long an invitation is kept once it ran out.
const KEPT: Duration = Duration::days(30);

/// The nightly cleaning of old invitations: they hold addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeInvitations {}

impl Job for PurgeInvitations {
    const KIND: &'static str = "purge_invitations";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = invitations::purge(&state.pool, state.clock.now() - KEPT).await?;
        tracing::info!(deleted, "old invitations deleted");
        Ok(())
    }
}
