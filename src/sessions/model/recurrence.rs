//! Slots at regular times: weekdays, every n weeks, until a day or a number, without public holidays and closures.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Weekday};

use super::holidays::Holidays;
use crate::platform::http::FieldError;

/// Most slots of one generation.
pub const MOST_SLOTS: usize = 500;

/// A rule that gives days.
#[derive(Clone, Debug)]
pub struct Recurrence {
    /// The first possible day.
    pub from: NaiveDate,
    /// The weekdays.
    pub weekdays: Vec<Weekday>,
    /// Every how many weeks, counted from the week of the first day.
    pub every_weeks: u32,
    /// The last possible day.
    pub until: Option<NaiveDate>,
    /// How many days, those left out not counted.
    pub count: Option<usize>,
    /// The hours of each day.
    pub hours: Vec<(NaiveTime, NaiveTime)>,
    /// The public holidays to leave out; none to leave none out.
    pub holidays: Option<Holidays>,
    /// Other days to leave out, from one to another.
    pub closures: Vec<(NaiveDate, NaiveDate)>,
}

/// A day that the rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// There are slots.
    Day(NaiveDate),
    /// Left out: a public holiday.
    Holiday(NaiveDate, &'static str),
    /// Left out: closed.
    Closed(NaiveDate),
}

impl Recurrence {
    /// The days of the rule, those left out with the reason.
    ///
    /// # Errors
    /// `too_far` when it goes on for more than a year, `too_many` for more slots than are generated at once.
    pub fn days(&self) -> Result<Vec<Given>, FieldError> {
        let horizon = self.from.checked_add_months(Months::new(12)).unwrap_or(self.from);
        let too_far =
            |pointer| FieldError::new(pointer, "too_far", "Les créneaux se génèrent sur un an au plus.");
        if self.until.is_some_and(|last| last > horizon) {
            return Err(too_far("/until"));
        }
        let monday = self.from - Days::new(self.from.weekday().num_days_from_monday().into());
        let (mut given, mut days) = (Vec::new(), 0);
        for day in self.from.iter_days() {
            if self.until.is_some_and(|last| day > last) || self.count.is_some_and(|count| days >= count) {
                break;
            }
            if day > horizon {
                return Err(too_far("/count"));
            }
            let weeks = (day - monday).num_weeks() as u32;
            if !weeks.is_multiple_of(self.every_weeks.max(1)) || !self.weekdays.contains(&day.weekday()) {
                continue;
            }
            if let Some(name) = self.holidays.and_then(|holidays| holidays.named(day)) {
                given.push(Given::Holiday(day, name));
            } else if self.closures.iter().any(|(from, to)| (*from..=*to).contains(&day)) {
                given.push(Given::Closed(day));
            } else {
                given.push(Given::Day(day));
                days += 1;
                if days * self.hours.len() > MOST_SLOTS {
                    let told = format!("{MOST_SLOTS} créneaux au plus à la fois.");
                    return Err(FieldError::new("", "too_many", told));
                }
            }
        }
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule() -> Recurrence {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        Recurrence {
            from: day("2026-04-29"),
            weekdays: vec![Weekday::Mon, Weekday::Fri],
            every_weeks: 1,
            until: Some(day("2026-05-15")),
            count: None,
            hours: vec![(hour(9), hour(12)), (hour(14), hour(17))],
            holidays: Some(Holidays::Mainland),
            closures: vec![(day("2026-05-10"), day("2026-05-12"))],
        }
    }

    #[test]
    fn weekdays_until_a_day_without_holidays_and_closures() {
        assert_eq!(
            rule().days().unwrap(),
            [
                Given::Holiday(day("2026-05-01"), "Fête du Travail"),
                Given::Day(day("2026-05-04")),
                Given::Holiday(day("2026-05-08"), "Victoire de 1945"),
                Given::Closed(day("2026-05-11")),
                Given::Day(day("2026-05-15")),
            ]
        );
        let kept = Recurrence { holidays: None, closures: Vec::new(), ..rule() }.days().unwrap();
        assert_eq!(kept.len(), 5);
        assert!(kept.iter().all(|given| matches!(given, Given::Day(_))));
    }

    #[test]
    fn a_number_of_days_counts_those_that_take_place() {
        let counted = Recurrence { until: None, count: Some(3), ..rule() }.days().unwrap();
        let days: Vec<_> = counted.iter().filter(|given| matches!(given, Given::Day(_))).collect();
        assert_eq!(
            days,
            [&Given::Day(day("2026-05-04")), &Given::Day(day("2026-05-15")), &Given::Day(day("2026-05-18"))]
        );
    }

    #[test]
    fn every_second_week_starts_with_the_week_of_the_first_day() {
        let rule = Recurrence { every_weeks: 2, holidays: None, closures: Vec::new(), ..rule() };
        assert_eq!(
            rule.days().unwrap(),
            [Given::Day(day("2026-05-01")), Given::Day(day("2026-05-11")), Given::Day(day("2026-05-15"))]
        );
    }

    #[test]
    fn more_than_a_year_or_five_hundred_slots_are_refused() {
        let code = |rule: Recurrence| rule.days().unwrap_err().code.into_owned();
        assert_eq!(code(Recurrence { until: Some(day("2027-04-30")), ..rule() }), "too_far");
        assert!(Recurrence { until: Some(day("2027-04-29")), ..rule() }.days().is_ok());
        assert_eq!(code(Recurrence { until: None, count: Some(200), ..rule() }), "too_far");
        let daily = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri].to_vec();
        let until = Some(day("2027-04-29"));
        assert_eq!(code(Recurrence { until, weekdays: daily, ..rule() }), "too_many");
    }
}
