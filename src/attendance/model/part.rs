//! Half-days of a slot: the unit in which people are marked and sign.

use std::ops::Range;

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::sessions::{self, Part};

/// How long after the end of a slot people may still sign.
pub const GRACE: Duration = Duration::minutes(30);

/// From how many minutes on who says to be there says it late: until then, people find their seats.
const SETTLING_MINUTES: i64 = 10;

/// How long before the end of a half-day who says to be there says no longer that they come late: many sign as they leave. Of
/// a half-day of less than an hour it is the second half.
const LEAVING_MINUTES: i64 = 30;

/// One half-day of a slot. Where a slot lasts so long that it has two mornings, they are one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Morning or afternoon.
    pub part: Part,
    /// Its day in Paris.
    pub date: NaiveDate,
    /// When it begins: the slot, or the afternoon within it.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// How long it lasts.
    pub minutes: i32,
}

impl Unit {
    /// How many minutes after its beginning this is; nothing while people find their seats. No more than it lasts.
    pub fn minutes_late(&self, at: DateTime<Utc>) -> Option<i32> {
        let minutes = (at - self.starts_at).num_minutes();
        (minutes > SETTLING_MINUTES).then_some(minutes.min(self.minutes.into()) as i32)
    }

    /// From when on, and until when (not included), who declares themselves is noted late. Never in a half-day that ends
    /// before people have found their seats and stayed a while.
    pub fn lateness(&self) -> Option<Range<DateTime<Utc>>> {
        let leaving = LEAVING_MINUTES.min(i64::from(self.minutes) / 2);
        let from = self.starts_at + Duration::minutes(SETTLING_MINUTES + 1);
        let until = self.ends_at - Duration::minutes(leaving);
        (from < until).then_some(from..until)
    }

    /// How late whoever declares themselves then is noted. Nothing near the end of the half-day and after it: of when they
    /// came, the hour says nothing any more.
    pub fn declared_late(&self, at: DateTime<Utc>) -> Option<i32> {
        self.minutes_late(at).filter(|_| self.lateness().is_some_and(|late| late.contains(&at)))
    }
}

/// The half-days of a slot, in order: one or two.
pub fn units(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut from = starts_at;
    // A slot is one stretch of time, so its half-days follow one another without a gap.
    for half_day in sessions::half_days(starts_at, ends_at) {
        let minutes = sessions::minutes_within(starts_at, ends_at, half_day);
        let until = from + Duration::minutes(minutes);
        match units.iter_mut().find(|unit| unit.part == half_day.part) {
            Some(unit) => {
                unit.ends_at = until;
                unit.minutes += minutes as i32;
            }
            None => units.push(Unit {
                part: half_day.part,
                date: half_day.date,
                starts_at: from,
                ends_at: until,
                minutes: minutes as i32,
            }),
        }
        from = until;
    }
    if let Some(last) = units.last_mut() {
        last.ends_at = ends_at;
    }
    units
}

/// When people may sign for a half-day of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// From the beginning of the half-day.
    pub opens_at: DateTime<Utc>,
    /// Until half an hour after the slot, or as long as it was opened again.
    pub closes_at: DateTime<Utc>,
}

impl Window {
    /// The window of a half-day whose slot ends then.
    pub fn of(unit: &Unit, slot_ends_at: DateTime<Utc>, reopened_until: Option<DateTime<Utc>>) -> Self {
        let closes_at = slot_ends_at + GRACE;
        let closes_at = reopened_until.map_or(closes_at, |until| until.max(closes_at));
        Self { opens_at: unit.starts_at, closes_at }
    }

    /// Whether one may sign now.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.opens_at <= now && now <= self.closes_at
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn told(from: &str, until: &str) -> Vec<(Part, String, i32)> {
        let units = units(at(from), at(until));
        units.into_iter().map(|unit| (unit.part, unit.date.to_string(), unit.minutes)).collect()
    }

    #[test]
    fn a_slot_across_noon_has_both_half_days() {
        let day = "2026-03-03".to_owned();
        assert_eq!(
            told("2026-03-03T08:00:00Z", "2026-03-03T16:00:00Z"),
            [(Part::Am, day.clone(), 240), (Part::Pm, day.clone(), 240)]
        );
        assert_eq!(told("2026-03-03T08:00:00Z", "2026-03-03T12:00:00Z"), [(Part::Am, day.clone(), 240)]);
        assert_eq!(told("2026-03-03T12:00:00Z", "2026-03-03T13:30:00Z"), [(Part::Pm, day, 90)]);
    }

    #[test]
    fn summer_time_moves_noon_and_lasts_as_long_as_it_lasts() {
        // 13:00 in Paris is 11:00 UTC in summer.
        assert_eq!(told("2026-07-01T10:00:00Z", "2026-07-01T12:00:00Z").len(), 2);
        // The night clocks are turned forward: 22:00 to 06:00 in Paris lasts seven hours.
        let night = told("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z");
        assert_eq!(night.iter().map(|unit| unit.2).sum::<i32>(), 420);
        assert_eq!((night[0].0, night[1].0), (Part::Pm, Part::Am));
        assert_eq!((night[0].1.as_str(), night[1].1.as_str()), ("2026-03-28", "2026-03-29"));
    }

    #[test]
    fn one_signs_from_the_beginning_of_the_half_day_to_half_an_hour_after_the_slot() {
        let (start, end) = (at("2026-03-03T08:00:00Z"), at("2026-03-03T16:00:00Z"));
        let [morning, afternoon] = units(start, end)[..] else { panic!("two half-days") };
        let window = Window::of(&morning, end, None);
        for (when, holds) in [
            ("2026-03-03T07:59:59Z", false),
            ("2026-03-03T08:00:00Z", true),
            ("2026-03-03T16:30:00Z", true),
            ("2026-03-03T16:30:01Z", false),
        ] {
            assert_eq!(window.holds(at(when)), holds, "{when}");
        }
        assert!(!Window::of(&afternoon, end, None).holds(at("2026-03-03T11:59:59Z")));
        let reopened = Window::of(&morning, end, Some(at("2026-03-04T10:00:00Z")));
        assert!(reopened.holds(at("2026-03-04T10:00:00Z")) && !reopened.holds(at("2026-03-04T10:00:01Z")));
        let shorter = Window::of(&morning, end, Some(at("2026-03-03T09:00:00Z")));
        assert_eq!(shorter, window, "opening again never shortens");
    }

    #[test]
    fn who_comes_while_people_find_their_seats_is_not_late() {
        let [morning, _] = units(at("2026-03-03T08:00:00Z"), at("2026-03-03T16:00:00Z"))[..] else {
            panic!("two half-days")
        };
        for (when, late) in [
            ("2026-03-03T07:50:00Z", None),
            ("2026-03-03T08:10:59Z", None),
            ("2026-03-03T08:11:00Z", Some(11)),
            ("2026-03-03T11:42:00Z", Some(222)),
            ("2026-03-03T15:00:00Z", Some(240)),
        ] {
            assert_eq!(morning.minutes_late(at(when)), late, "{when}");
        }
    }

    #[test]
    fn the_hour_says_how_late_somebody_came_until_the_half_day_draws_to_its_end() {
        let [morning, afternoon] = units(at("2026-03-03T08:00:00Z"), at("2026-03-03T16:00:00Z"))[..] else {
            panic!("two half-days")
        };
        assert_eq!(morning.lateness(), Some(at("2026-03-03T08:11:00Z")..at("2026-03-03T11:30:00Z")));
        for (when, late) in [
            ("2026-03-03T08:10:59Z", None),
            ("2026-03-03T08:11:00Z", Some(11)),
            ("2026-03-03T11:29:59Z", Some(209)),
            ("2026-03-03T11:30:00Z", None),
            ("2026-03-03T12:00:00Z", None),
            ("2026-03-03T16:30:00Z", None),
            ("2026-03-04T08:00:00Z", None),
        ] {
            assert_eq!(morning.declared_late(at(when)), late, "{when}");
        }
        assert_eq!(afternoon.declared_late(at("2026-03-03T15:29:59Z")), Some(209));
        assert_eq!(afternoon.declared_late(at("2026-03-03T15:30:00Z")), None);
    }

    #[test]
    fn of_a_short_half_day_the_second_half_is_its_end() {
        for (minutes, last_late) in
            [(61, Some(30)), (60, Some(29)), (50, Some(24)), (24, Some(11)), (22, None), (8, None)]
        {
            let start = at("2026-03-03T08:00:00Z");
            let [unit] = units(start, start + Duration::minutes(minutes))[..] else { panic!("one half-day") };
            let late =
                (0..=minutes).filter_map(|minute| unit.declared_late(start + Duration::minutes(minute)));
            let late: Vec<_> = late.collect();
            assert_eq!(late.last().copied(), last_late, "{minutes} min");
            assert_eq!(late.first().copied(), last_late.map(|_| 11), "{minutes} min");
            assert_eq!(unit.lateness().is_some(), last_late.is_some(), "{minutes} min");
        }
    }

    proptest! {
        #[test]
        fn half_days_cover_the_slot_and_nothing_else(start in 0_i64..100_000_000, minutes in 1_i64..1440) {
            let start = DateTime::from_timestamp((1_700_000_000 + start) / 60 * 60, 0).unwrap();
            let end = start + Duration::minutes(minutes);
            let units = units(start, end);
            prop_assert!((1..=2).contains(&units.len()));
            prop_assert_eq!(units.iter().map(|unit| i64::from(unit.minutes)).sum::<i64>(), minutes);
            prop_assert_eq!(units[0].starts_at, start);
            prop_assert!(units.iter().all(|unit| unit.minutes > 0 && unit.ends_at <= end));
        }
    }
}
