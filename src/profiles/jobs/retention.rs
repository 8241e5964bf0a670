//! What is kept about people by companies, and of recruiters' searches, goes when its time is over.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::events::Event;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::profiles::store::history::LIFETIME;
use crate::profiles::store::{history, lists, notes};

/// Deletes notes about people two years after their last edit. They are shown to nobody from that moment on; here they go.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeNotes {}

impl Job for PurgeNotes {
    const KIND: &'static str = "purge_profile_notes";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && purge_notes(&state).await? {}
        Ok(())
    }
}

/// Deletes some notes; false when none is over.
async fn purge_notes(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let deleted = notes::purge(&mut tx, now).await?;
    if deleted == 0 {
        return Ok(false);
    }
    let entry = Entry::new(Event::ProfileNotesPurged, now, "profile_note", None);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "notes": deleted }))).await?;
    tx.commit().await?;
    tracing::info!(deleted, "notes about people deleted after their time");
    Ok(true)
}

/// Takes people off lists that nobody has touched for two years, and off what companies remember of exclusions and offers.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeLists {}

impl Job for PurgeLists {
    const KIND: &'static str = "purge_candidate_lists";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && purge_lists(&state).await? {}
        Ok(())
    }
}

/// Deletes some of what was kept long enough; false when there is nothing.
async fn purge_lists(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let purged = lists::purge(&mut tx, now).await?;
    if purged.total() == 0 {
        return Ok(false);
    }
    let (lines, exclusions, contacts) = (purged.entries, purged.exclusions, purged.contacts);
    let entry = Entry::new(Event::CandidatesPurged, now, "candidate_list", None);
    let after = json!({ "lines": lines, "exclusions": exclusions, "contacts": contacts });
    audit::record(&mut tx, &state.ids, entry.change(None, after)).await?;
    tx.commit().await?;
    tracing::info!(lines, exclusions, contacts, "people taken off lists after their time");
    Ok(true)
}

/// Deletes searches made ninety days ago.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeSearchHistory {}

impl Job for PurgeSearchHistory {
    const KIND: &'static str = "purge_search_history";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let deleted = history::purge(&state.pool, state.clock.now() - LIFETIME).await?;
        tracing::info!(deleted, "old searches deleted");
        Ok(())
    }
}
