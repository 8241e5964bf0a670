//! What is counted beside searches and written a moment later, so that no search waits for it: who was in results, and what
//! recruiters have used of their quotas. A crash loses what was counted in the last two seconds.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use parking_lot::Mutex;
use uuid::Uuid;

use super::{abuse, quotas};
use crate::ids::{CompanyId, ProfileId};
use crate::platform::state::AppState;
use crate::profiles::policy::Quotas;
use crate::sharing::{self, Appearances};

/// How long counts rest before they are written.
const REST: Duration = Duration::from_secs(2);
/// Counts kept in memory while PostgreSQL takes none; further ones are let go.
const MOST_KEPT: usize = 500_000;
/// Counts written in one statement.
const AT_ONCE: usize = 5_000;

/// Counts that wait to be written; cheap to clone.
#[derive(Clone, Default)]
pub struct Tally(Arc<Mutex<Counts>>);

#[derive(Default)]
struct Counts {
    appeared: HashMap<(ProfileId, CompanyId, NaiveDate), u32>,
    /// Whether somebody will write them.
    is_awaited: bool,
}

impl Tally {
    /// Counts the people of a page of results, and has it written soon.
    pub fn appeared(&self, state: &AppState, company: CompanyId, profiles: &[Uuid]) {
        let day = state.clock.today();
        let mut counts = self.0.lock();
        for &profile in profiles {
            let key = (ProfileId(profile), company, day);
            if counts.appeared.len() < MOST_KEPT || counts.appeared.contains_key(&key) {
                *counts.appeared.entry(key).or_default() += 1;
            } else {
                metrics::counter!("carnet_appearances_lost_total").increment(1);
            }
        }
        drop(counts);
        // A search that finds nobody uses up a quota all the same.
        self.soon(state);
    }

    /// Has what was counted written soon, unless it will be anyway.
    pub fn soon(&self, state: &AppState) {
        let was_awaited = std::mem::replace(&mut self.0.lock().is_awaited, true);
        if !was_awaited {
            let state = state.clone();
            tokio::spawn(async move {
                tokio::time::sleep(REST).await;
                write_soon(&state).await;
            });
        }
    }

    fn take(&self) -> Vec<Appearances> {
        let mut counts = self.0.lock();
        counts.is_awaited = false;
        let taken = std::mem::take(&mut counts.appeared);
        let line = |((profile, company, day), times)| Appearances { profile, company, day, times };
        taken.into_iter().map(line).collect()
    }

    fn put_back(&self, lines: &[Appearances]) {
        let mut counts = self.0.lock();
        for line in lines {
            *counts.appeared.entry((line.profile, line.company, line.day)).or_default() += line.times;
        }
    }
}

/// Writes what was counted; what could not be written waits for the next search.
async fn write_soon(state: &AppState) {
    if let Err(error) = write(state).await {
        tracing::warn!(error = format!("{error:#}"), "counts of searches could not be written yet");
    }
}

/// Writes what was counted on this node, and learns what the other nodes counted.
pub async fn write(state: &AppState) -> anyhow::Result<()> {
    let tally = state.part::<Tally>();
    let lines = tally.take();
    let mut chunks = lines.chunks(AT_ONCE);
    while let Some(chunk) = chunks.next() {
        if let Err(error) = sharing::add_appearances(&state.pool, chunk).await {
            tally.put_back(chunk);
            chunks.for_each(|chunk| tally.put_back(chunk));
            return Err(error.into());
        }
    }
    for over in quotas::share(&state.pool, state.part::<Quotas>()).await? {
        abuse::judge(state, &over).await?;
    }
    Ok(())
}
