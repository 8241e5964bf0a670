//! Removes a file that was given up: the object, and then the row.

use serde::{Deserialize, Serialize};

use crate::files::store::sweep;
use crate::ids::FileId;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::platform::storage::Storage;

/// The removal of one file. Twice does no harm: the second finds nothing.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveFile {
    /// The file.
    pub file: FileId,
}

impl Job for RemoveFile {
    const KIND: &'static str = "remove_file";

    fn key(&self) -> Option<String> {
        Some(self.file.to_string())
    }

    /// The row goes first, which fails while something refers to it, and comes back when the object cannot be removed.
    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let Some(key) = sweep::delete(&mut tx, self.file).await? else { return Ok(()) };
        state.part::<Storage>().remove(&sweep::key(&key)?).await?;
        tx.commit().await?;
        metrics::counter!("carnet_files_removed_total", "why" => "released").increment(1);
        Ok(())
    }
}
