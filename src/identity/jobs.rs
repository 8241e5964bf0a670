//! Timed work on accounts.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::events::Event;
use crate::identity::store::purge;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// How long an account waits for its address to be confirmed; the confirmation mail says so.
const UNCONFIRMED: Duration = Duration::days(7);
/// Accounts deleted in one transaction.
const BATCH: i64 = 200;

/// The cleaning of tokens, sessions and counters that have run out.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeSpentTokens {}

impl Job for PurgeSpentTokens {
    const KIND: &'static str = "purge_spent_tokens";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = purge::spent(&state.pool, state.clock.now()).await?;
        tracing::info!(deleted, "spent tokens deleted");
        Ok(())
    }
}

/// The removal of accounts whose address nobody confirmed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeUnconfirmedAccounts {}

impl Job for PurgeUnconfirmedAccounts {
    const KIND: &'static str = "purge_unconfirmed_accounts";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let now = state.clock.now();
        while !run.stop.is_cancelled() {
            let mut tx = state.pool.begin().await?;
            let gone = purge::unconfirmed(&mut tx, now - UNCONFIRMED, BATCH, now).await?;
            for person in &gone {
                let entry = Entry::new(Event::AccountExpired, now, "person", person.0);
                audit::record(&mut tx, &state.ids, entry).await?;
            }
            tx.commit().await?;
            tracing::info!(deleted = gone.len(), "unconfirmed accounts deleted");
            if gone.is_empty() {
                break;
            }
        }
        Ok(())
    }
}
