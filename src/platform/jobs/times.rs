//! When something happens again and again, as schedules write it.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use croner::Cron;
use croner::parser::{CronParser, Seconds};

/// Seconds, minutes, hours, day of month, month, day of week, in UTC: `0 41 3 * * *` is every night at 3:41:00.
#[derive(Clone, Debug)]
pub struct Times {
    text: String,
    cron: Cron,
}

/// Times that are not understood.
#[derive(Clone, Debug, thiserror::Error)]
#[error("six fields are needed: seconds, minutes, hours, day, month, weekday ({0})")]
pub struct NotTimes(String);

impl Times {
    /// As they are written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The next time after this one; nothing when there is none.
    pub fn next(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.cron.find_next_occurrence(&after, false).ok()
    }
}

impl FromStr for Times {
    type Err = NotTimes;

    fn from_str(text: &str) -> Result<Self, NotTimes> {
        let parser = CronParser::builder().seconds(Seconds::Required).build();
        let cron = parser.parse(text).map_err(|error| NotTimes(error.to_string()))?;
        Ok(Self { text: text.to_owned(), cron })
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_time_is_told() {
        let nightly: Times = "0 41 3 * * *".parse().unwrap();
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(nightly.next(at("2026-03-03T03:40:59Z")), Some(at("2026-03-03T03:41:00Z")));
        assert_eq!(nightly.next(at("2026-03-03T03:41:00Z")), Some(at("2026-03-04T03:41:00Z")));
        assert_eq!(nightly.to_string(), "0 41 3 * * *");
        for text in ["", "3:41", "41 3 * * *", "0 61 3 * * *"] {
            assert!(text.parse::<Times>().is_err(), "{text}");
        }
    }
}
