//! How long rooms live: days and months are those of Paris.

use chrono::{DateTime, Days, Duration, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;

use crate::sessions::Retention;

/// How long a closed private room stays to be read and copied.
pub const EXPORT_WINDOW: Duration = Duration::hours(24);
/// How long a reported room is held for a decision, at most.
pub const LONGEST_HOLD: Duration = Duration::days(90);
/// How long the author of a message may edit it.
pub const EDITABLE: Duration = Duration::minutes(10);
/// How long somebody is silenced.
pub const SILENCE: Duration = Duration::hours(24);

/// Days before the end on which both are told.
pub const WARNINGS: [u64; 2] = [7, 1];
/// Days after its close during which the rooms of a session are still written in.
const WRITTEN_AFTER_CLOSE: u64 = 30;

fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Paris).date_naive()
}

/// 23:59 of a day in Paris, which every day has once: its clocks change at night.
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default());
    let found = Paris.from_local_datetime(&local).earliest();
    found.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// When a private room is deleted: one calendar month after its last message, on the same day of the month, or the last
/// day of a month that has no such day, at 23:59 in Paris.
pub fn expiry(last_message: DateTime<Utc>) -> DateTime<Utc> {
    let day = day_of(last_message);
    end_of(day.checked_add_months(Months::new(1)).unwrap_or(day))
}

/// When both are told, so many days before.
pub fn warning_at(ends_at: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    let day = day_of(ends_at);
    end_of(day.checked_sub_days(Days::new(days)).unwrap_or(day))
}

/// The next time both are told, after this moment.
pub fn next_warning(ends_at: DateTime<Utc>, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
    WARNINGS.into_iter().map(|days| warning_at(ends_at, days)).find(|at| *at > after)
}

/// What both are told now, once a warning is due: the nearest one alone, however many were missed.
pub fn due_warning(ends_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<u64> {
    WARNINGS.into_iter().rev().find(|days| warning_at(ends_at, *days) <= now)
}

/// From when the rooms of a session that was closed or cancelled are read only.
pub fn read_only_from(ended_at: DateTime<Utc>) -> DateTime<Utc> {
    let day = day_of(ended_at);
    end_of(day.checked_add_days(Days::new(WRITTEN_AFTER_CLOSE)).unwrap_or(day))
}

/// For how many years what was written in a session is kept after its end: as long as its other papers.
pub const fn years(rule: Retention) -> u32 {
    match rule {
        Retention::Standard => 6,
        Retention::Cofunded => 10,
    }
}

/// The last day on which what was written in a session is kept.
pub fn kept_until(ends_on: NaiveDate, rule: Retention) -> NaiveDate {
    ends_on.checked_add_months(Months::new(12 * years(rule))).unwrap_or(NaiveDate::MAX)
}

/// The last day of sessions whose rooms are over today, under this rule.
pub fn ended_before(today: NaiveDate, rule: Retention) -> NaiveDate {
    today.checked_sub_months(Months::new(12 * years(rule))).unwrap_or(NaiveDate::MIN)
}

/// For how many days somebody has waited, as people count: midnights passed.
pub fn days_waiting(since: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    (day_of(now) - day_of(since)).num_days().max(0)
}

/// `12/11/2026`, the day in Paris.
pub fn french_day(at: DateTime<Utc>) -> String {
    at.with_timezone(&Paris).format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Timelike};

    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn local(day: NaiveDate, hour: u32, minute: u32, second: u32) -> Option<DateTime<Utc>> {
        let at = Paris.from_local_datetime(&day.and_hms_opt(hour, minute, second)?);
        at.earliest().map(|at| at.with_timezone(&Utc))
    }

    /// The same, counted by hand.
    fn expected_day(day: NaiveDate) -> NaiveDate {
        let (year, month) =
            if day.month() == 12 { (day.year() + 1, 1) } else { (day.year(), day.month() + 1) };
        (1..=day.day()).rev().find_map(|wanted| NaiveDate::from_ymd_opt(year, month, wanted)).unwrap()
    }

    #[test]
    fn every_day_of_four_years_leads_to_the_same_day_of_the_next_month_or_its_last() {
        let first: NaiveDate = "2024-01-01".parse().unwrap();
        let mut before = utc("2023-01-01T00:00:00Z");
        let mut days = 0;
        for day in first.iter_days().take_while(|day| day.year() < 2028) {
            for (hour, minute, second) in [(0, 0, 0), (2, 30, 0), (12, 0, 0), (23, 59, 0), (23, 59, 59)] {
                // Half past two is left out one night a year.
                let Some(at) = local(day, hour, minute, second) else { continue };
                let ends = expiry(at);
                let there = ends.with_timezone(&Paris);
                assert_eq!(there.date_naive(), expected_day(day), "{at}");
                assert_eq!((there.hour(), there.minute(), there.second()), (23, 59, 0), "{at}");
                assert!(ends >= before, "a later message never ends a room sooner: {at}");
                // Thirty-one days and a whole one, and the hour that October has more.
                assert!(ends > at + Duration::days(27) && ends < at + Duration::hours(32 * 24 + 1), "{at}");
                before = ends;
            }
            days += 1;
        }
        assert_eq!(days, 1461);
    }

    #[test]
    fn months_end_where_they_end_and_clocks_change_nothing() {
        let cases = [
            // January's last days lead to the last of February.
            ("2026-01-31T11:00:00Z", "2026-02-28T22:59:00Z"),
            ("2028-01-31T11:00:00Z", "2028-02-29T22:59:00Z"),
            ("2026-01-28T11:00:00Z", "2026-02-28T22:59:00Z"),
            ("2026-08-31T10:00:00Z", "2026-09-30T21:59:00Z"),
            // Across the nights on which clocks change, and on them.
            ("2026-03-15T11:00:00Z", "2026-04-15T21:59:00Z"),
            ("2026-02-28T11:00:00Z", "2026-03-28T22:59:00Z"),
            ("2026-03-01T11:00:00Z", "2026-04-01T21:59:00Z"),
            ("2026-02-28T23:30:00Z", "2026-04-01T21:59:00Z"),
            ("2026-03-29T00:30:00Z", "2026-04-29T21:59:00Z"),
            ("2026-09-25T10:00:00Z", "2026-10-25T22:59:00Z"),
            ("2026-10-25T00:30:00Z", "2026-11-25T22:59:00Z"),
            ("2026-10-25T01:30:00Z", "2026-11-25T22:59:00Z"),
            // The day is that of Paris.
            ("2026-07-31T21:59:59Z", "2026-08-31T21:59:00Z"),
            ("2026-07-31T22:00:00Z", "2026-09-01T21:59:00Z"),
            ("2026-12-31T22:59:59Z", "2027-01-31T22:59:00Z"),
        ];
        for (last, ends) in cases {
            assert_eq!(expiry(utc(last)), utc(ends), "{last}");
        }
    }

    #[test]
    fn both_are_told_a_week_and_a_day_before_and_a_missed_warning_is_not_caught_up() {
        // The night of the 25th of October is an hour longer: the days before are whole days all the same.
        let ends = utc("2026-10-27T22:59:00Z");
        let (week, day) = (utc("2026-10-20T21:59:00Z"), utc("2026-10-26T22:59:00Z"));
        let second = Duration::seconds(1);
        assert_eq!(next_warning(ends, utc("2026-09-27T10:00:00Z")), Some(week));
        assert_eq!(next_warning(ends, week), Some(day));
        assert_eq!(next_warning(ends, day), None);
        assert_eq!(due_warning(ends, week - second), None);
        assert_eq!(due_warning(ends, week), Some(7));
        assert_eq!(due_warning(ends, day - second), Some(7));
        assert_eq!(due_warning(ends, day), Some(1));
    }

    #[test]
    fn rooms_of_a_session_are_written_in_for_thirty_days_after_its_close() {
        assert_eq!(read_only_from(utc("2026-03-13T16:00:00Z")), utc("2026-04-12T21:59:00Z"));
        let end: NaiveDate = "2028-02-29".parse().unwrap();
        assert_eq!(kept_until(end, Retention::Standard).to_string(), "2034-02-28");
        assert_eq!(kept_until(end, Retention::Cofunded).to_string(), "2038-02-28");
    }

    #[test]
    fn waiting_is_counted_in_midnights() {
        let since = utc("2026-03-03T22:50:00Z");
        assert_eq!(days_waiting(since, utc("2026-03-03T22:59:59Z")), 0);
        assert_eq!(days_waiting(since, utc("2026-03-03T23:00:00Z")), 1);
        assert_eq!(days_waiting(since, utc("2026-03-12T22:00:00Z")), 9);
        assert_eq!(days_waiting(since, since - Duration::days(2)), 0);
        assert_eq!(french_day(utc("2026-11-12T22:59:00Z")), "12/11/2026");
    }
}
