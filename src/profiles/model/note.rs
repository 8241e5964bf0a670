//! Notes about people: how long they are, and how long they stay.

use chrono::{DateTime, Days, Months, TimeZone, Utc};
use chrono_tz::Europe::Paris;

/// Longest note, in characters.
pub const LONGEST_NOTE: usize = 2000;
/// Most notes of one company about one person.
pub const MOST_NOTES: i64 = 100;
/// How long a note is kept after its last edit.
const KEPT: Months = Months::new(24);

/// When a note written now is over: two years later, at the same time of day in Paris.
pub fn expiry(now: DateTime<Utc>) -> DateTime<Utc> {
    let local = now.with_timezone(&Paris).naive_local();
    let end = local.checked_add_months(KEPT).unwrap_or(local);
    // An hour that does not exist or exists twice on that day is read as the later one: never early.
    let found = Paris.from_local_datetime(&end).latest();
    let found = found.or_else(|| Paris.from_local_datetime(&end.checked_add_days(Days::new(1))?).latest());
    found.map_or(now, |end| end.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(written: &str) -> String {
        expiry(written.parse().unwrap()).to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    #[test]
    fn two_years_to_the_second_in_paris() {
        assert_eq!(over("2026-03-03T08:00:00Z"), "2028-03-03T08:00:00Z");
        assert_eq!(over("2026-07-01T22:30:00Z"), "2028-07-01T22:30:00Z");
        assert_eq!(over("2024-02-29T12:00:00Z"), "2026-02-28T12:00:00Z", "there is no 29 February");
        // 25 March 2028 is still winter, 25 March 2026 too; 27 March 2026 is winter, 27 March 2028 summer.
        assert_eq!(over("2026-03-27T08:00:00Z"), "2028-03-27T07:00:00Z", "nine in Paris stays nine in Paris");
    }

    #[test]
    fn an_hour_that_is_skipped_is_a_day_later() {
        // On 26 March 2028 the clocks go from two to three.
        assert_eq!(over("2026-03-26T01:30:00Z"), "2028-03-27T00:30:00Z");
    }
}
