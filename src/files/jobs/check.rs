//! Compares the database with the object store, both ways.

use std::collections::{HashMap, HashSet};

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::files::store::sweep::{self, Expected};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::platform::storage::{Storage, Stored};

/// How old an object without a file, or a file without an object, must be: before, it may be on its way.
const SETTLED: Duration = Duration::days(1);
/// So many objects nobody knows are removed in any case; beyond, no more than there are files.
const MOST_ORPHANS: usize = 100;

/// The nightly comparison: objects nobody knows go, files without their object are marked and counted.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckFiles {}

impl Job for CheckFiles {
    const KIND: &'static str = "check_files";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let storage = state.part::<Storage>();
        let (mut orphans, mut known, mut lost) = (Vec::new(), 0, 0_u32);
        for first in 0..=u8::MAX {
            anyhow::ensure!(!run.stop.is_cancelled(), "the server stops: compared again later");
            // The store first: what is written down meanwhile has its object already.
            let stored = storage.list(first).await?;
            let settled = state.clock.now() - SETTLED;
            let expected = sweep::expected(&state.pool, first, settled).await?;
            let keys: HashSet<_> = expected.iter().map(|file| file.object_key.as_str()).collect();
            let unknown = stored.iter().filter(|object| !keys.contains(object.key.as_str()));
            orphans.extend(
                unknown.filter(|object| object.written_at < settled).map(|object| object.key.clone()),
            );
            known += keys.len();
            lost += mark_lost(&state, &stored, &expected).await?;
        }
        metrics::gauge!("carnet_files_lost").set(lost);
        if lost > 0 {
            tracing::error!(lost, "the object store lacks files, or has others in their place");
        }
        anyhow::ensure!(
            orphans.len() <= MOST_ORPHANS.max(known),
            "{} objects of the store belong to no file, and {known} to one: it seems to be another database's, and nothing is removed",
            orphans.len(),
        );
        for key in &orphans {
            storage.remove(key).await?;
        }
        metrics::counter!("carnet_files_removed_total", "why" => "orphan").increment(orphans.len() as u64);
        tracing::info!(orphans = orphans.len(), known, lost, "files compared with the object store");
        Ok(())
    }
}

async fn mark_lost(state: &AppState, stored: &[Stored], expected: &[Expected]) -> anyhow::Result<u32> {
    let there: HashMap<_, _> = stored.iter().map(|object| (object.key.as_str(), object.bytes)).collect();
    let mut lost = 0;
    for file in expected.iter().filter(|file| file.is_due) {
        let is_lost = there.get(file.object_key.as_str()) != Some(&file.bytes.unsigned_abs());
        if is_lost {
            lost += 1;
        }
        if is_lost != file.is_lost {
            sweep::set_lost(&state.pool, file.id, is_lost.then(|| state.clock.now())).await?;
        }
        if is_lost && !file.is_lost {
            tracing::error!(file = %file.id, "a file's object is missing, or has another length");
        }
    }
    Ok(lost)
}
