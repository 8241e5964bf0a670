//! Removes what this slice keeps for a time once that is over.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::platform::storage::Storage;
use crate::privacy::model::retention::{DATA_ACCESSES, DISCLOSURE_CHECKS, ERASED_ACCOUNTS, older_than};
use crate::privacy::store::{accesses, checks, erased};

use super::erase::MARKS;

/// Removes accesses, results of checks and digests of erased accounts whose time is over.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgePrivacyLogs {}

impl Job for PurgePrivacyLogs {
    const KIND: &'static str = "purge_privacy_logs";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let now = state.clock.now();
        let mut rows = accesses::purge(&state.pool, older_than(DATA_ACCESSES, now)).await?;
        rows += checks::purge(&state.pool, older_than(DISCLOSURE_CHECKS, now)).await?;
        let upto = older_than(ERASED_ACCOUNTS, now);
        rows += erased::purge(&state.pool, upto).await?;
        let storage = state.part::<Storage>();
        for mark in storage.marks(MARKS).await? {
            if day_of(&mark).is_some_and(|day| day < upto.date_naive()) {
                storage.unmark(MARKS, &mark).await?;
                rows += 1;
            }
        }
        tracing::info!(rows, "logs of privacy removed after their time");
        Ok(())
    }
}

/// The day a mark begins with.
pub fn day_of(mark: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(mark.get(..10)?, "%Y-%m-%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_begins_with_its_day() {
        assert_eq!(day_of("2026-03-17-ab12").unwrap().to_string(), "2026-03-17");
        assert_eq!(day_of("ab12"), None);
        assert_eq!(day_of("é"), None);
    }
}
