//! Dates and times as people in Paris write them.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Europe::Paris;

use crate::platform::http::FieldError;

/// The instant of a day and time in Paris. In the hour that comes twice in October, the first of the two.
///
/// # Errors
/// `nonexistent_time` in the hour that is left out in March.
pub fn instant(pointer: &str, date: NaiveDate, time: NaiveTime) -> Result<DateTime<Utc>, FieldError> {
    match Paris.from_local_datetime(&date.and_time(time)) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(at.with_timezone(&Utc)),
        LocalResult::None => Err(FieldError::new(
            pointer,
            "nonexistent_time",
            format!(
                "{} n’existe pas ce jour-là\u{a0}: les horloges passent de 2 h à 3 h.",
                clock_time(time.hour(), time.minute())
            ),
        )),
    }
}

/// A time as it is sent: `09:30`.
pub fn parse_time(pointer: &str, text: &str) -> Result<NaiveTime, FieldError> {
    let is_plain = text.len() == 5 && text.is_ascii();
    let time = is_plain.then(|| NaiveTime::parse_from_str(text, "%H:%M").ok()).flatten();
    time.ok_or_else(|| FieldError::new(pointer, "time_format", "Une heure s’écrit 09:30."))
}

/// `9 h 30`, as people read it; the space is one that does not break.
pub fn clock_time(hour: u32, minute: u32) -> String {
    if minute == 0 { format!("{hour}\u{a0}h") } else { format!("{hour}\u{a0}h\u{a0}{minute:02}") }
}

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `mardi 3 mars 2026`.
pub fn french_date(date: NaiveDate) -> String {
    use chrono::Datelike;
    let day = if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() };
    let (weekday, month) =
        (DAYS[date.weekday().num_days_from_monday() as usize], MONTHS[date.month0() as usize]);
    format!("{weekday} {day} {month} {}", date.year())
}

/// `mardi 3 mars 2026, de 9 h à 12 h 30`.
pub fn french_times(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> String {
    let (from, to) = (starts_at.with_timezone(&Paris), ends_at.with_timezone(&Paris));
    let (start, end) = (clock_time(from.hour(), from.minute()), clock_time(to.hour(), to.minute()));
    if from.date_naive() == to.date_naive() {
        format!("{}, de {start} à {end}", french_date(from.date_naive()))
    } else {
        format!("{}, de {start} à {end} le lendemain", french_date(from.date_naive()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str, time: &str) -> Result<String, String> {
        let time = parse_time("/t", time).map_err(|fault| fault.code.into_owned())?;
        instant("/t", date.parse().unwrap(), time)
            .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
            .map_err(|fault| fault.code.into_owned())
    }

    #[test]
    fn times_are_those_of_paris() {
        assert_eq!(at("2026-03-03", "09:00").unwrap(), "2026-03-03T08:00:00Z");
        assert_eq!(at("2026-07-01", "09:00").unwrap(), "2026-07-01T07:00:00Z");
        for text in ["9:00", "24:00", "09:60", "09h00", "", "09:00:00", "٠٩:٠٠"] {
            assert_eq!(at("2026-03-03", text).unwrap_err(), "time_format", "{text}");
        }
    }

    #[test]
    fn the_hour_left_out_is_refused_and_the_one_that_comes_twice_is_the_first() {
        assert_eq!(at("2026-03-29", "01:59").unwrap(), "2026-03-29T00:59:00Z");
        assert_eq!(at("2026-03-29", "02:00").unwrap_err(), "nonexistent_time");
        assert_eq!(at("2026-03-29", "02:59").unwrap_err(), "nonexistent_time");
        assert_eq!(at("2026-03-29", "03:00").unwrap(), "2026-03-29T01:00:00Z");
        assert_eq!(at("2026-10-25", "02:30").unwrap(), "2026-10-25T00:30:00Z");
        assert_eq!(at("2026-10-25", "03:00").unwrap(), "2026-10-25T02:00:00Z");
    }

    #[test]
    fn people_read_french() {
        let time = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let told = french_times(time("2026-03-03T08:00:00Z"), time("2026-03-03T11:30:00Z"));
        assert_eq!(told.replace('\u{a0}', " "), "mardi 3 mars 2026, de 9 h à 12 h 30");
        let told = french_times(time("2026-05-01T20:00:00Z"), time("2026-05-02T04:00:00Z"));
        assert_eq!(told.replace('\u{a0}', " "), "vendredi 1er mai 2026, de 22 h à 6 h le lendemain");
    }
}
