//! When the daily mail leaves: at eight in the morning in Paris.

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;

/// Eight o'clock.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("a time of the day");

/// The last time it was eight in the morning in Paris: what was told before it is in the mail of that morning, whenever that mail
/// can leave.
pub fn last_morning(now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.with_timezone(&Paris).date_naive();
    let mornings = [Some(today), today.checked_sub_days(Days::new(1))];
    let at_eight = mornings.into_iter().flatten().filter_map(|day| {
        // No clock is set at eight: the time exists once.
        Paris.from_local_datetime(&day.and_time(MORNING)).single()
    });
    let mut past = at_eight.map(|morning| morning.to_utc()).filter(|morning| *morning <= now);
    past.next().unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_is_eight_in_winter_and_in_summer() {
        let last = |now: &str| last_morning(now.parse().unwrap()).to_rfc3339();
        assert_eq!(last("2026-03-03T06:59:59Z"), "2026-03-02T07:00:00+00:00");
        assert_eq!(last("2026-03-03T07:00:00Z"), "2026-03-03T07:00:00+00:00");
        assert_eq!(last("2026-03-03T22:30:00Z"), "2026-03-03T07:00:00+00:00");
        assert_eq!(last("2026-03-03T23:30:00Z"), "2026-03-03T07:00:00+00:00", "past midnight in Paris");
        // The night of 29 March, clocks go from two to three.
        assert_eq!(last("2026-03-29T05:59:59Z"), "2026-03-28T07:00:00+00:00");
        assert_eq!(last("2026-03-29T06:00:00Z"), "2026-03-29T06:00:00+00:00");
        assert_eq!(last("2026-10-25T06:30:00Z"), "2026-10-24T06:00:00+00:00");
    }
}
