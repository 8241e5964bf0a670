//! A source that fails again and again is left alone: the queue's retries end before they reach it.

use chrono::{DateTime, Duration, Utc};
use sqlx::PgPool;

use crate::catalog::model::Source;
use crate::catalog::store;

/// Failures in a row after which a source is left alone.
const PATIENCE: i64 = 5;

/// How long; afterwards one try tells whether it is back. Shorter than a day, so that a daily check still asks.
const PAUSE: Duration = Duration::hours(6);

/// Why a source is not asked now.
#[derive(Debug, thiserror::Error)]
#[error("{failures} failures in a row: not asked before {until}")]
pub struct Paused {
    /// Failures since it last answered.
    pub failures: i64,
    /// When it may be asked again.
    pub until: DateTime<Utc>,
}

/// Whether a source is left alone for now. Who asks by hand passes over this.
pub async fn pause(pool: &PgPool, source: Source, now: DateTime<Utc>) -> sqlx::Result<Option<Paused>> {
    let (failures, last) = store::failures_in_a_row(pool, source).await?;
    Ok(last.and_then(|last| pause_after(failures, last, now)))
}

fn pause_after(failures: i64, last: DateTime<Utc>, now: DateTime<Utc>) -> Option<Paused> {
    let until = last + PAUSE;
    (failures >= PATIENCE && now < until).then_some(Paused { failures, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_left_alone_after_five_failures_for_six_hours() {
        let last: DateTime<Utc> = "2026-03-03T08:00:00Z".parse().unwrap();
        assert!(pause_after(4, last, last).is_none());
        let paused = pause_after(5, last, last + Duration::minutes(359)).unwrap();
        assert_eq!(paused.until, last + Duration::hours(6));
        assert!(pause_after(5, last, last + Duration::hours(6)).is_none());
        assert!(pause_after(17, last, last + Duration::hours(1)).is_some());
    }
}
