//! Erases downloads whose day is over.

use serde::{Deserialize, Serialize};

use crate::events::Event;
use crate::files;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::privacy::model::export::STALE;
use crate::privacy::store::exports;

/// Downloads erased in one transaction.
const AT_ONCE: i64 = 100;

/// Erases the files of downloads whose day is over, and ends those that were never finished.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseDataExports {}

impl Job for EraseDataExports {
    const KIND: &'static str = "erase_data_exports";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() {
            let mut tx = state.pool.begin().await?;
            let due = exports::due(&mut tx, state.clock.now(), AT_ONCE).await?;
            if due.is_empty() {
                break;
            }
            for (export, file) in due {
                exports::erase(&mut tx, export).await?;
                files::release(&mut tx, &state, file).await?;
                let entry = Entry::new(Event::DataExportErased, state.clock.now(), "data_export", export);
                audit::record(&mut tx, &state.ids, entry).await?;
            }
            tx.commit().await?;
        }
        abandon(&state).await
    }
}

/// Tells of downloads that nobody will finish.
async fn abandon(state: &AppState) -> anyhow::Result<()> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    for export in exports::abandon(&mut tx, now - STALE).await? {
        let entry = Entry::new(Event::DataExportFailed, now, "data_export", export).because("unavailable");
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    Ok(())
}
