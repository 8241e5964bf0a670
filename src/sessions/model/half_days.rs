//! Half-days: the unit of attendance. Derived from the times of a slot, in Paris; stored nowhere.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A part of a day.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = HalfDayPart)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Part {
    /// Before 13:00.
    Am,
    /// From 13:00 on.
    Pm,
}

/// A morning or an afternoon in Paris.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, ToSchema)]
pub struct HalfDay {
    /// The day.
    pub date: NaiveDate,
    /// Which part of it.
    pub part: Part,
}

impl Part {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Am => "am",
            Self::Pm => "pm",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Am => "matin",
            Self::Pm => "après-midi",
        }
    }
}

/// An hour of a day in Paris as an instant. Clocks there change between 2 and 3 in the morning, never at these hours.
fn instant(date: NaiveDate, hour: u32) -> DateTime<Utc> {
    let local = date.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
    let in_paris = Paris.from_local_datetime(&local).earliest();
    in_paris.map_or_else(|| local.and_utc(), |time| time.with_timezone(&Utc))
}

impl HalfDay {
    /// When it begins and ends.
    fn bounds(self) -> (DateTime<Utc>, DateTime<Utc>) {
        match self.part {
            Part::Am => (instant(self.date, 0), instant(self.date, 13)),
            Part::Pm => (instant(self.date, 13), instant(self.date.succ_opt().unwrap_or(self.date), 0)),
        }
    }
}

/// The half-days that a slot counts for, in order: every one that it lies in for some time, however short.
///
/// A slot from 9 to 13 o'clock is a morning, from 9 to 14 a morning and an afternoon; one that goes past midnight counts for
/// the evening's afternoon and the next day's morning.
pub fn half_days(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> Vec<HalfDay> {
    let (first, last) = (day_of(starts_at), day_of(ends_at));
    let days = first.iter_days().take_while(|date| *date <= last);
    days.flat_map(|date| [Part::Am, Part::Pm].map(|part| HalfDay { date, part }))
        .filter(|half_day| {
            let (from, to) = half_day.bounds();
            starts_at < to && ends_at > from
        })
        .collect()
}

/// How many minutes of a slot lie in a half-day.
pub fn minutes_within(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>, half_day: HalfDay) -> i64 {
    let (from, to) = half_day.bounds();
    (ends_at.min(to) - starts_at.max(from)).num_minutes().max(0)
}

/// The day in Paris.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Paris).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(from: &str, to: &str) -> Vec<(String, i64)> {
        let (from, to): (DateTime<Utc>, DateTime<Utc>) = (from.parse().unwrap(), to.parse().unwrap());
        half_days(from, to)
            .into_iter()
            .map(|half_day| {
                (format!("{} {}", half_day.date, half_day.part.as_str()), minutes_within(from, to, half_day))
            })
            .collect()
    }

    fn is(found: &[(String, i64)], expected: &[(&str, i64)]) {
        let found: Vec<_> = found.iter().map(|(name, minutes)| (name.as_str(), *minutes)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn thirteen_o_clock_in_paris_parts_the_day() {
        // Winter: Paris is one hour ahead.
        is(&told("2026-03-03T08:00:00Z", "2026-03-03T11:30:00Z"), &[("2026-03-03 am", 210)]);
        is(&told("2026-03-03T08:00:00Z", "2026-03-03T12:00:00Z"), &[("2026-03-03 am", 240)]);
        is(&told("2026-03-03T12:00:00Z", "2026-03-03T16:00:00Z"), &[("2026-03-03 pm", 240)]);
        is(
            &told("2026-03-03T11:30:00Z", "2026-03-03T12:01:00Z"),
            &[("2026-03-03 am", 30), ("2026-03-03 pm", 1)],
        );
        is(
            &told("2026-03-03T08:00:00Z", "2026-03-03T16:00:00Z"),
            &[("2026-03-03 am", 240), ("2026-03-03 pm", 240)],
        );
        // Summer: two hours ahead.
        is(&told("2026-07-01T07:00:00Z", "2026-07-01T11:00:00Z"), &[("2026-07-01 am", 240)]);
        is(&told("2026-07-01T11:00:00Z", "2026-07-01T12:00:00Z"), &[("2026-07-01 pm", 60)]);
    }

    #[test]
    fn a_night_counts_for_the_evening_and_the_next_morning() {
        is(
            &told("2026-03-03T21:00:00Z", "2026-03-04T05:00:00Z"),
            &[("2026-03-03 pm", 120), ("2026-03-04 am", 360)],
        );
        // Until midnight in Paris, and not a minute of the next day.
        is(&told("2026-03-03T21:00:00Z", "2026-03-03T23:00:00Z"), &[("2026-03-03 pm", 120)]);
        is(&told("2026-03-03T23:00:00Z", "2026-03-04T05:00:00Z"), &[("2026-03-04 am", 360)]);
    }

    #[test]
    fn a_night_on_which_clocks_change_lasts_an_hour_less_or_more() {
        // From 22:00 to 06:00: seven hours in March, nine in October.
        is(
            &told("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"),
            &[("2026-03-28 pm", 120), ("2026-03-29 am", 300)],
        );
        is(
            &told("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"),
            &[("2026-10-24 pm", 120), ("2026-10-25 am", 420)],
        );
        // Entirely within the hour that comes twice.
        is(&told("2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z"), &[("2026-10-25 am", 30)]);
    }

    #[test]
    fn the_minutes_of_the_half_days_are_those_of_the_slot() {
        let start: DateTime<Utc> = "2026-03-28T00:00:00Z".parse().unwrap();
        for quarter in 0..200_i64 {
            for length in [15, 60, 210, 480, 1_440] {
                let from = start + chrono::Duration::minutes(15 * quarter);
                let to = from + chrono::Duration::minutes(length);
                let sum: i64 =
                    half_days(from, to).into_iter().map(|part| minutes_within(from, to, part)).sum();
                assert_eq!(sum, length, "{from} {to}");
            }
        }
    }
}
