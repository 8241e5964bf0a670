//! Asks the register again: soon about companies it could not tell us of, monthly about the others.

use serde::{Deserialize, Serialize};

use super::store::checks;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::registers::{Answer, Register};

/// Most companies checked in one run, which starts every minute.
const BATCH: usize = 100;
/// After this many companies in a row without an answer the register is left alone until the next run.
const PATIENCE: usize = 3;

/// The check of every company that is due.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckCompanies {}

impl Job for CheckCompanies {
    const KIND: &'static str = "check_companies";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let mut silences = 0;
        for _ in 0..BATCH {
            if silences == PATIENCE || run.stop.is_cancelled() {
                break;
            }
            let Some(siret) = checks::claim_due(&state).await? else { break };
            let answer = state.part::<Register>().ask(siret).await;
            silences = if answer == Answer::Unavailable { silences + 1 } else { 0 };
            checks::record(&state, siret, &answer).await?;
        }
        Ok(())
    }
}
