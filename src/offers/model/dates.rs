//! Days and months of offers, on the clocks of Paris.

use chrono::{DateTime, Days, Duration, Months, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Paris;

/// Days an offer can be answered where its author names no last day.
pub const USUAL_DAYS: u64 = 30;
/// Most days an offer can be answered.
pub const MOST_DAYS: u64 = 90;
/// How long an answer can be taken back.
pub const UNDO: Duration = Duration::minutes(10);
/// How long after it was sent an offer may be reminded of.
pub const REMINDER_AFTER: Duration = Duration::days(10);
/// How many days before its end the person is told.
pub const ENDING_DAYS: u64 = 3;
/// How long a company sees what is over.
const KEPT: Months = Months::new(3);
/// How long it may keep in mind somebody who said yes to that.
const POOL: Months = Months::new(24);
/// How long what was shared stays after the end of the conversation.
pub const SHARES_LAST: Duration = Duration::days(30);

/// When a day begins in Paris.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let local = Paris.from_local_datetime(&midnight).earliest();
    local.map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
}

/// The first instant after a day of Paris.
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    midnight(day + Days::new(1))
}

/// So many days later.
pub fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

/// What is over before this instant is no longer shown to the company: the same hour of the clock, three months earlier.
pub fn kept_since(now: DateTime<Utc>) -> DateTime<Utc> {
    earlier(now, KEPT)
}

/// Until when somebody who says yes now is kept in mind.
pub fn pool_until(now: DateTime<Utc>) -> DateTime<Utc> {
    let local = now.with_timezone(&Paris).naive_local() + POOL;
    Paris.from_local_datetime(&local).latest().map_or_else(|| now + POOL, |local| local.with_timezone(&Utc))
}

fn earlier(now: DateTime<Utc>, months: Months) -> DateTime<Utc> {
    let local = now.with_timezone(&Paris).naive_local() - months;
    // An hour of the clock that was left out: whatever is over since then is kept a little longer, never less.
    Paris
        .from_local_datetime(&local)
        .earliest()
        .map_or_else(|| now - months, |local| local.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_ends_at_midnight_in_paris_whatever_the_season() {
        for (last, end) in [
            ("2026-03-27", "2026-03-27T23:00:00Z"),
            // The night clocks go forward: this day begins at 23 UTC and ends at 22.
            ("2026-03-28", "2026-03-28T23:00:00Z"),
            ("2026-03-29", "2026-03-29T22:00:00Z"),
            ("2026-10-24", "2026-10-24T22:00:00Z"),
            // The night they go back: this day lasts twenty-five hours.
            ("2026-10-25", "2026-10-25T23:00:00Z"),
            ("2026-12-31", "2026-12-31T23:00:00Z"),
        ] {
            assert_eq!(end_of(day(last)), at(end), "{last}");
        }
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        assert_eq!(
            kept_since(at("2026-06-03T08:00:00Z")),
            at("2026-03-03T09:00:00Z"),
            "ten o’clock in Paris both times"
        );
        assert_eq!(kept_since(at("2026-05-31T10:00:00Z")), at("2026-02-28T11:00:00Z"));
        assert_eq!(pool_until(at("2026-03-03T08:00:00Z")), at("2028-03-03T08:00:00Z"));
        assert_eq!(pool_until(at("2028-02-29T12:00:00Z")), at("2030-02-28T12:00:00Z"));
    }
}
