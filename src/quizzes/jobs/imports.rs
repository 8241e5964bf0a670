//! Deletes files of questions that nobody confirmed.

use serde::{Deserialize, Serialize};

use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::quizzes::store::imports;

/// The cleaning of imports whose day is over.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeQuestionImports {}

impl Job for PurgeQuestionImports {
    const KIND: &'static str = "purge_question_imports";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = imports::purge(&state.pool, state.clock.now()).await?;
        tracing::info!(deleted, "imports of questions deleted");
        Ok(())
    }
}
