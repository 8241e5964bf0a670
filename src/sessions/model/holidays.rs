//! French public holidays (Code du travail, art. L3133-1; art. L3134-13 for Alsace and Moselle).

use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which public holidays hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = HolidayRule)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Holidays {
    /// The eleven of all France.
    #[default]
    Mainland,
    /// Those of Alsace and Moselle: Good Friday and the 26th of December too.
    AlsaceMoselle,
}

impl Holidays {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mainland => "mainland",
            Self::AlsaceMoselle => "alsace_moselle",
        }
    }

    /// The public holiday that this day is.
    pub fn named(self, day: NaiveDate) -> Option<&'static str> {
        let local = self == Self::AlsaceMoselle;
        let fixed = match (day.month(), day.day()) {
            (1, 1) => Some("Jour de l’an"),
            (5, 1) => Some("Fête du Travail"),
            (5, 8) => Some("Victoire de 1945"),
            (7, 14) => Some("Fête nationale"),
            (8, 15) => Some("Assomption"),
            (11, 1) => Some("Toussaint"),
            (11, 11) => Some("Armistice de 1918"),
            (12, 25) => Some("Noël"),
            (12, 26) if local => Some("Saint-Étienne"),
            _ => None,
        };
        fixed.or_else(|| match (day - easter(day.year())?).num_days() {
            -2 if local => Some("Vendredi saint"),
            1 => Some("Lundi de Pâques"),
            39 => Some("Ascension"),
            50 => Some("Lundi de Pentecôte"),
            _ => None,
        })
    }

    /// Every public holiday from one day to another, both included.
    pub fn between(self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, &'static str)> {
        from.iter_days()
            .take_while(|day| *day <= to)
            .filter_map(|day| self.named(day).map(|name| (day, name)))
            .collect()
    }
}

/// Easter Sunday of a Gregorian year, by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (century, of_century) = (year / 100, year % 100);
    let golden = year % 19;
    let correction = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late;
    // The 22nd of March is the earliest Easter.
    NaiveDate::from_ymd_opt(year, 3, 22).map(|earliest| earliest + Duration::days(days.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_on_its_sundays() {
        let known = [
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2016-03-27",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
        ];
        for text in known {
            assert_eq!(easter(day(text).year()), Some(day(text)));
        }
    }

    #[test]
    fn eleven_days_a_year_and_two_more_in_the_east() {
        let all = Holidays::Mainland.between(day("2026-01-01"), day("2026-12-31"));
        let told: Vec<_> = all.iter().map(|(day, _)| day.format("%m-%d").to_string()).collect();
        assert_eq!(
            told,
            [
                "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11",
                "12-25"
            ]
        );
        let east = Holidays::AlsaceMoselle.between(day("2026-01-01"), day("2026-12-31"));
        let more: Vec<_> = east.iter().filter(|found| !all.contains(found)).map(|(day, _)| *day).collect();
        assert_eq!(more, [day("2026-04-03"), day("2026-12-26")]);
        assert_eq!(Holidays::Mainland.named(day("2026-04-03")), None);
        // In 2008 Ascension was the First of May: one day, not two.
        assert_eq!(Holidays::Mainland.between(day("2008-01-01"), day("2008-12-31")).len(), 10);
    }
}
