//! Saved searches that tell of new matches: how often, and who is new.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::ProfileId;

/// Most results of a search that is watched, and most people remembered of it.
pub const MOST_WATCHED: usize = 1000;
/// When alerts are sent, in Paris.
const HOUR: NaiveTime = match NaiveTime::from_hms_opt(7, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

/// How often the owner of a saved search is told of new matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = AlertFrequency)]
pub enum Frequency {
    /// Never.
    None,
    /// Every morning, when there are any.
    Daily,
    /// On Monday mornings, when there are any.
    Weekly,
}

/// Where a watched search stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AlertState {
    /// It tells nothing.
    Off,
    /// Who matches today is about to be noted: only who comes later is new.
    Starting,
    /// It tells of new matches.
    Watching,
    /// It has more results than are watched: nothing is told until it is made narrower.
    TooBroad,
    /// A code of it waits for a decision of its owner: nothing is told until then.
    Undecided,
}

/// When a search that is switched on now runs for the first time: at once, to note who matches already.
pub const fn first_due(now: DateTime<Utc>) -> DateTime<Utc> {
    now
}

/// When a search that ran now runs next; one that was missed is not made up for. None when it does not.
pub fn next_due(frequency: Frequency, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let today = now.with_timezone(&Paris).date_naive();
    (0..=8)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .filter(|day| match frequency {
            Frequency::None => false,
            Frequency::Daily => true,
            Frequency::Weekly => day.weekday() == chrono::Weekday::Mon,
        })
        .map(morning)
        .find(|due| *due > now)
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    // The clocks change at night: seven o'clock exists once every day.
    let local = Paris.from_local_datetime(&day.and_time(HOUR)).latest();
    local.map_or_else(|| day.and_time(HOUR).and_utc(), |at| at.with_timezone(&Utc))
}

/// Who of those found now was not found before.
#[derive(Debug, PartialEq, Eq)]
pub struct New {
    /// To be remembered, in the order they were found.
    pub unseen: Vec<ProfileId>,
    /// Whether the owner is told of them.
    pub is_told: bool,
}

/// Compares what a search finds with whom it found before. While it starts, everybody is noted and nobody is told.
pub fn compare(state: AlertState, found: &[ProfileId], seen: &HashSet<ProfileId>) -> New {
    let unseen: Vec<ProfileId> = found.iter().copied().filter(|profile| !seen.contains(profile)).collect();
    let is_told = state == AlertState::Watching && !unseen.is_empty();
    New { unseen, is_told }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(time: &str) -> DateTime<Utc> {
        time.parse().unwrap()
    }

    fn next(frequency: Frequency, now: &str) -> Option<String> {
        next_due(frequency, at(now)).map(|due| due.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
    }

    #[test]
    fn mornings_in_paris() {
        // A Tuesday in winter, at nine in Paris.
        assert_eq!(next(Frequency::Daily, "2026-03-03T08:00:00Z").unwrap(), "2026-03-04T06:00:00Z");
        assert_eq!(next(Frequency::Daily, "2026-03-03T05:59:59Z").unwrap(), "2026-03-03T06:00:00Z");
        assert_eq!(next(Frequency::Daily, "2026-03-03T06:00:00Z").unwrap(), "2026-03-04T06:00:00Z");
        assert_eq!(next(Frequency::Weekly, "2026-03-03T08:00:00Z").unwrap(), "2026-03-09T06:00:00Z");
        assert_eq!(next(Frequency::Weekly, "2026-03-09T06:00:00Z").unwrap(), "2026-03-16T06:00:00Z");
        // The clocks change on Sunday 29 March.
        assert_eq!(next(Frequency::Daily, "2026-03-28T12:00:00Z").unwrap(), "2026-03-29T05:00:00Z");
        assert_eq!(next(Frequency::None, "2026-03-03T08:00:00Z"), None);
    }

    #[test]
    fn only_who_was_never_found_is_new_and_nobody_while_it_starts() {
        let ids: Vec<ProfileId> = (1..=4).map(|n| ProfileId(Uuid::from_u128(n))).collect();
        let seen: HashSet<ProfileId> = ids[..2].iter().copied().collect();
        let new = compare(AlertState::Watching, &ids[1..], &seen);
        assert_eq!(new, New { unseen: ids[2..].to_vec(), is_told: true });
        assert!(!compare(AlertState::Watching, &ids[..2], &seen).is_told);
        let starting = compare(AlertState::Starting, &ids, &HashSet::new());
        assert_eq!(starting, New { unseen: ids, is_told: false });
    }
}
