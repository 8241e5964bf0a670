//! Erasure: what a withdrawal took out of the search soon leaves the files of the index as well.

use carnet_index::{ProfileWriter, Purge};
use chrono::{DateTime, Duration, Utc};

/// From a withdrawal to the rewriting of the segments that still hold it. One rewriting serves every withdrawal of
/// these minutes; ten more are left of the quarter of an hour that is promised.
const DELAY: Duration = Duration::minutes(5);
/// Pause after a failure.
const AFTER_FAILURE: Duration = Duration::minutes(1);

/// When the files of one copy have to be purged next, and the purge under way.
pub struct Erasure {
    due: Option<DateTime<Utc>>,
    purge: Option<Purge>,
}

impl Erasure {
    /// For a copy taken up: what it holds of deleted profiles may have been waiting for long.
    pub fn at_once(now: DateTime<Utc>) -> Self {
        Self { due: Some(now), purge: None }
    }

    /// For a copy just built: withdrawals may have been applied while it was.
    pub fn soon(now: DateTime<Utc>) -> Self {
        Self { due: Some(now + DELAY), purge: None }
    }

    /// A withdrawal was committed.
    pub fn withdrawn(&mut self, now: DateTime<Utc>) {
        self.due.get_or_insert(now + DELAY);
    }

    /// Goes on with what is due; waits for nothing.
    pub fn step(&mut self, writer: &mut ProfileWriter, now: DateTime<Utc>) {
        if self.purge.is_none() && self.due.is_some_and(|due| due <= now) {
            self.due = None;
            self.purge = Some(Purge::default());
        }
        let Some(purge) = &mut self.purge else { return };
        match writer.purge_deleted(purge) {
            Ok(false) => {}
            Ok(true) => {
                self.purge = None;
                metrics::counter!("carnet_index_purges_total").increment(1);
            }
            Err(failure) => {
                self.purge = None;
                self.due = Some(now + AFTER_FAILURE);
                metrics::counter!("carnet_index_failures_total").increment(1);
                tracing::error!(error = %failure, "withdrawn profiles could not be erased from the index");
            }
        }
    }
}
