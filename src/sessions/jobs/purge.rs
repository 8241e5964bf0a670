//! Deletes files of participants that nobody confirmed.

use serde::{Deserialize, Serialize};

use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::sessions::store::imports;

/// The cleaning of imports whose day is over: they hold names and addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeEnrolmentImports {}

impl Job for PurgeEnrolmentImports {
    const KIND: &'static str = "purge_enrolment_imports";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = imports::purge(&state.pool, state.clock.now()).await?;
        tracing::info!(deleted, "imports of participants deleted");
        Ok(())
    }
}
