//! Timed work on organisations.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::orgs::store::{identity, invitations};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::registers::{Answer, Register};

/// How long an invitation is kept once it ran out.
const KEPT: Duration = Duration::days(30);

/// Most organisations checked in one run, which starts every minute.
const BATCH: usize = 20;
/// After this many organisations in a row without an answer the registers are left alone until the next run.
const PATIENCE: usize = 3;

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

/// The check of every organisation that is due: at once what was just declared, later what is known, a few at a time.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckOrganisations {}

impl Job for CheckOrganisations {
    const KIND: &'static str = "check_organisations";

    /// One that waits finds everything that is due.
    fn key(&self) -> Option<String> {
        Some("due".to_owned())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        identity::follow_forgotten(&state).await?;
        let mut silences = 0;
        for _ in 0..BATCH {
            if silences == PATIENCE || run.stop.is_cancelled() {
                break;
            }
            let Some((organisation, siret)) = identity::claim_due(&state).await? else { break };
            let answer = state.part::<Register>().ask(siret).await;
            silences = if answer == Answer::Unavailable { silences + 1 } else { 0 };
            identity::record(&state, organisation, siret, &answer).await?;
        }
        Ok(())
    }
}
