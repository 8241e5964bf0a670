//! The state of an enrolment, and the days on which somebody is expected. Every legal transition stands here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::local_time::french_date;
use crate::platform::http::{Error, Result};

/// How far somebody's participation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum EnrolmentStatus {
    /// Every seat is taken: waits for one, first come first served.
    Waiting,
    /// Was written to, and has not answered. Holds a seat.
    Invited,
    /// Takes part.
    Enrolled,
    /// Takes part, and has confirmed it.
    Confirmed,
    /// Left before the end.
    Abandoned,
    /// Went to the end.
    Finished,
    /// Never took part: declined, called off, or stands in another enrolment.
    Cancelled,
}

/// What happens to an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = EnrolmentStep)]
pub enum Step {
    /// A seat came free for somebody who waits and need not be asked.
    Promote,
    /// A seat came free for somebody who must be asked.
    Invite,
    /// The person accepts.
    Accept,
    /// The person declines.
    Decline,
    /// The organisation registers somebody who did not answer.
    Enrol,
    /// The participation is confirmed.
    Confirm,
    /// The person leaves before the end.
    Abandon,
    /// The person comes back.
    Resume,
    /// The person went to the end.
    Finish,
    /// It is called off before anything took place.
    Cancel,
}

impl EnrolmentStatus {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Invited => "invited",
            Self::Enrolled => "enrolled",
            Self::Confirmed => "confirmed",
            Self::Abandoned => "abandoned",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state after this step, or the refusal that names the current state.
    pub fn after(self, step: Step) -> Result<Self> {
        match (self, step) {
            (Self::Waiting, Step::Promote)
            | (Self::Invited, Step::Accept | Step::Enrol)
            | (Self::Abandoned, Step::Resume) => Ok(Self::Enrolled),
            (Self::Waiting, Step::Invite) => Ok(Self::Invited),
            (Self::Enrolled, Step::Confirm) => Ok(Self::Confirmed),
            (Self::Enrolled | Self::Confirmed | Self::Finished, Step::Abandon) => Ok(Self::Abandoned),
            (Self::Enrolled | Self::Confirmed, Step::Finish) => Ok(Self::Finished),
            (Self::Invited, Step::Decline)
            | (Self::Waiting | Self::Invited | Self::Enrolled | Self::Confirmed, Step::Cancel) => {
                Ok(Self::Cancelled)
            }
            _ => Err(Error::illegal_state(self.as_str())),
        }
    }

    /// Whether a seat is held.
    pub const fn holds_seat(self) -> bool {
        matches!(self, Self::Invited | Self::Enrolled | Self::Confirmed | Self::Finished)
    }

    /// Whether somebody in this state is, or was, expected at the slots of their window.
    pub const fn is_expected(self) -> bool {
        matches!(self, Self::Enrolled | Self::Confirmed | Self::Finished | Self::Abandoned)
    }
}

impl Step {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Promote => "promote",
            Self::Invite => "invite",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Enrol => "enrol",
            Self::Confirm => "confirm",
            Self::Abandon => "abandon",
            Self::Resume => "resume",
            Self::Finish => "finish",
            Self::Cancel => "cancel",
        }
    }
}

/// The days on which somebody is expected, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first one.
    pub starts_on: NaiveDate,
    /// The last one; none: until the end of the session.
    pub ends_on: Option<NaiveDate>,
}

impl Window {
    /// Whether this day is one of them.
    pub fn covers(self, day: NaiveDate) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|last| day <= last)
    }

    /// `du 03/03/2026 au 05/03/2026`, as histories say it.
    pub fn in_french(self) -> String {
        let day = |day: NaiveDate| day.format("%d/%m/%Y");
        match self.ends_on {
            Some(last) => format!("du {} au {}", day(self.starts_on), day(last)),
            None => format!("à partir du {}", day(self.starts_on)),
        }
    }
}

/// `employeur Chantiers Lefort (auparavant Atelier Petit)`, as histories say it; nothing when it stays the same.
pub fn employer_in_french(before: Option<&str>, after: Option<&str>) -> Option<String> {
    if before == after {
        return None;
    }
    let now = after.map_or_else(|| "sans employeur".to_owned(), |after| format!("employeur {after}"));
    Some(match before {
        Some(before) => format!("{now} (auparavant {before})"),
        None => now,
    })
}

/// Why somebody is not expected on a day gone by.
pub fn sealed_day_in_french(day: NaiveDate) -> String {
    format!("La feuille du {} est close\u{a0}: personne ne s’y ajoute.", french_date(day))
}

#[cfg(test)]
mod tests {
    use EnrolmentStatus::{Abandoned, Cancelled, Confirmed, Enrolled, Finished, Invited, Waiting};

    use super::*;

    const STATES: [EnrolmentStatus; 7] =
        [Waiting, Invited, Enrolled, Confirmed, Abandoned, Finished, Cancelled];
    const STEPS: [Step; 10] = [
        Step::Promote,
        Step::Invite,
        Step::Accept,
        Step::Decline,
        Step::Enrol,
        Step::Confirm,
        Step::Abandon,
        Step::Resume,
        Step::Finish,
        Step::Cancel,
    ];

    #[test]
    fn every_pair_of_state_and_step_is_decided() {
        let legal = [
            (Waiting, Step::Promote, Enrolled),
            (Waiting, Step::Invite, Invited),
            (Waiting, Step::Cancel, Cancelled),
            (Invited, Step::Accept, Enrolled),
            (Invited, Step::Enrol, Enrolled),
            (Invited, Step::Decline, Cancelled),
            (Invited, Step::Cancel, Cancelled),
            (Enrolled, Step::Confirm, Confirmed),
            (Enrolled, Step::Abandon, Abandoned),
            (Enrolled, Step::Finish, Finished),
            (Enrolled, Step::Cancel, Cancelled),
            (Confirmed, Step::Abandon, Abandoned),
            (Confirmed, Step::Finish, Finished),
            (Confirmed, Step::Cancel, Cancelled),
            (Abandoned, Step::Resume, Enrolled),
            (Finished, Step::Abandon, Abandoned),
        ];
        for state in STATES {
            for step in STEPS {
                let expected = legal.iter().find(|(from, by, _)| (*from, *by) == (state, step));
                match state.after(step) {
                    Ok(reached) => {
                        assert_eq!(Some(reached), expected.map(|(.., to)| *to), "{state:?} {step:?}");
                    }
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert_eq!((expected, current_state), (None, state.as_str()), "{state:?} {step:?}");
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }

    #[test]
    fn the_days_are_told_in_french() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let window = Window { starts_on: day(2), ends_on: None };
        assert_eq!(window.in_french(), "à partir du 02/03/2026");
        assert_eq!(Window { ends_on: Some(day(5)), ..window }.in_french(), "du 02/03/2026 au 05/03/2026");
    }

    #[test]
    fn a_late_joiner_and_an_early_leaver_are_expected_on_their_days() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let open = Window { starts_on: day(10), ends_on: None };
        let left = Window { starts_on: day(10), ends_on: Some(day(12)) };
        let told = |window: Window| [9, 10, 12, 13].map(|at| window.covers(day(at)));
        assert_eq!(told(open), [false, true, true, true]);
        assert_eq!(told(left), [false, true, true, false]);
    }

    #[test]
    fn a_history_says_which_employer_was_written_and_which_was_before() {
        assert_eq!(employer_in_french(Some("Lefort"), Some("Lefort")), None);
        assert_eq!(employer_in_french(None, None), None);
        assert_eq!(employer_in_french(None, Some("Lefort")).unwrap(), "employeur Lefort");
        let changed = employer_in_french(Some("Petit"), Some("Lefort")).unwrap();
        assert_eq!(changed, "employeur Lefort (auparavant Petit)");
        let gone = employer_in_french(Some("Petit"), None).unwrap();
        assert_eq!(gone, "sans employeur (auparavant Petit)");
    }
}
