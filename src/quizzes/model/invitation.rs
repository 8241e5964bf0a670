//! An invitation of somebody to a quiz of a company: one invitation, one attempt. Every legal transition that is not the attempt's stands
//! here.

use chrono::{DateTime, Days, Duration, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::taking::clock::ExtraTime;
use crate::ids::{CompanyId, PersonId, QuizAttemptId, QuizId, QuizInvitationId};
use crate::platform::http::{Error, FieldError, Result};

/// People that one request invites at most.
pub const MOST_AT_ONCE: usize = 50;
/// People that one recruiter invites in a day at most.
pub const MOST_A_DAY: i64 = 50;
/// How long an invitation is open unless it says otherwise.
const USUAL: Days = Days::new(30);
/// The longest one is open.
const LONGEST: Duration = Duration::days(90);
/// How long answers are kept after the closing.
const KEPT: Months = Months::new(3);
/// How long somebody who refused a quiz is left alone with it.
pub const LEFT_ALONE: Duration = Duration::days(30);

/// How far an invitation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = QuizInvitationState)]
pub enum InvitationState {
    /// The person may begin, or refuse.
    Invited,
    /// They answer, and the clock runs.
    Started,
    /// Handed in; its automatic score is being computed.
    Submitted,
    /// Some answers wait for somebody who corrects them.
    ToGrade,
    /// Every answer has its points; the person does not see them yet.
    Graded,
    /// The person sees the result.
    Published,
    /// Refused, stepped back from, or taken back by the company: its answers are erased.
    Withdrawn,
    /// It closed, and nobody had begun.
    Expired,
}

/// What happens to an invitation beside its attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationMove {
    /// The person has read the notice, and begins.
    Start,
    /// The person asks for more time.
    Adjust,
    /// The person refuses, or steps back.
    Refuse,
    /// The company takes it back.
    TakeBack,
    /// It closes.
    Expire,
}

impl InvitationMove {
    /// What an invitation that it ends is said to be; none where it ends nothing. Who ended it is stored, and told to nobody.
    pub const fn ending(self) -> Option<&'static str> {
        match self {
            Self::Start | Self::Adjust => None,
            Self::Refuse => Some("withdrawn"),
            Self::TakeBack => Some("taken_back"),
            Self::Expire => Some("expired"),
        }
    }
}

use InvitationMove as Do;
use InvitationState as At;

/// From which state what leads where; anything else is refused.
const MOVES: &[(At, Do, At)] = &[
    (At::Invited, Do::Start, At::Started),
    (At::Invited, Do::Adjust, At::Invited),
    (At::Invited, Do::Refuse, At::Withdrawn),
    (At::Started, Do::Refuse, At::Withdrawn),
    (At::Invited, Do::TakeBack, At::Withdrawn),
    (At::Started, Do::TakeBack, At::Withdrawn),
    (At::Invited, Do::Expire, At::Expired),
];

impl InvitationState {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Started => "started",
            Self::Submitted => "submitted",
            Self::ToGrade => "to_grade",
            Self::Graded => "graded",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// As people read it.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Invited => "invité",
            Self::Started => "commencé",
            Self::Submitted => "remis",
            Self::ToGrade => "à corriger",
            Self::Graded => "corrigé",
            Self::Published => "publié",
            Self::Withdrawn => "retiré",
            Self::Expired => "expiré",
        }
    }

    /// The state after this move, or the refusal that names the current state.
    pub fn after(self, step: InvitationMove) -> Result<Self> {
        let found = MOVES.iter().find(|(from, by, _)| (*from, *by) == (self, step));
        found.map(|(.., to)| *to).ok_or_else(|| Error::illegal_state(self.as_str()))
    }

    /// Whether this may happen now.
    pub fn allows(self, step: InvitationMove) -> bool {
        MOVES.iter().any(|(from, by, _)| (*from, *by) == (self, step))
    }

    /// Whether the person may still answer it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Invited | Self::Started)
    }
}

/// An invitation.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: QuizInvitationId,
    /// Who asks.
    pub company: CompanyId,
    /// What it is called.
    pub company_name: String,
    /// Whether somebody there may recruit: the establishment works, and a recruiter of it is granted.
    pub is_recruiting: bool,
    /// The quiz.
    pub quiz: QuizId,
    /// Number of its newest revision: what whoever begins now takes.
    pub newest: i32,
    /// The revision it was begun on.
    pub revision: Option<i32>,
    /// What the revision that is or would be taken is called.
    pub title: String,
    /// Who is asked; none once they are erased.
    pub person: Option<PersonId>,
    /// What it is for.
    pub purpose: Option<String>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// What the person asked for. No company ever reads it.
    pub extra_time: ExtraTime,
    /// Until when it is kept beyond the usual.
    pub keep_until: Option<DateTime<Utc>>,
    /// The attempt, once begun.
    pub attempt: Option<QuizAttemptId>,
    /// How far it is.
    pub state: InvitationState,
}

/// When a day begins in Paris.
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let local = Paris.from_local_datetime(&midnight).earliest();
    local.map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
}

/// When a day is over in Paris.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    start_of(day.checked_add_days(Days::new(1)).unwrap_or(day))
}

/// When an invitation that is sent now closes: when it says so, or with the thirtieth day in Paris.
pub fn closing(asked: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    asked.unwrap_or_else(|| {
        let today = now.with_timezone(&Paris).date_naive();
        end_of(today.checked_add_days(USUAL).unwrap_or(today))
    })
}

/// Refuses a closing that is past, or further away than ninety days.
pub fn check_closing(asked: DateTime<Utc>, now: DateTime<Utc>) -> std::result::Result<(), FieldError> {
    if now < asked && asked <= now + LONGEST {
        return Ok(());
    }
    let message = "Une date à venir, dans 90\u{a0}jours au plus.";
    Err(FieldError::new("/closes_at", "out_of_range", message))
}

/// The last day on which what was answered is kept: three months, in Paris, after the day it closes; later where the person agreed.
pub fn kept_until(closes_at: DateTime<Utc>, keep_until: Option<DateTime<Utc>>) -> NaiveDate {
    let day = |at: DateTime<Utc>| (at - Duration::microseconds(1)).with_timezone(&Paris).date_naive();
    let usual = day(closes_at).checked_add_months(KEPT).unwrap_or(NaiveDate::MAX);
    keep_until.map_or(usual, |until| usual.max(day(until)))
}

/// Seconds somebody took, as a company reads them: never more than everybody has, so that nobody's extra time is told.
pub fn seconds_shown(started_at: DateTime<Utc>, submitted_at: DateTime<Utc>, minutes: Option<i16>) -> i64 {
    let taken = (submitted_at - started_at).num_seconds().max(0);
    minutes.map_or(taken, |minutes| taken.min(i64::from(minutes) * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn every_pair_of_state_and_move_is_decided() {
        let legal = [
            (At::Invited, Do::Start, At::Started),
            (At::Invited, Do::Adjust, At::Invited),
            (At::Invited, Do::Refuse, At::Withdrawn),
            (At::Started, Do::Refuse, At::Withdrawn),
            (At::Invited, Do::TakeBack, At::Withdrawn),
            (At::Started, Do::TakeBack, At::Withdrawn),
            (At::Invited, Do::Expire, At::Expired),
        ];
        let states = [
            At::Invited,
            At::Started,
            At::Submitted,
            At::ToGrade,
            At::Graded,
            At::Published,
            At::Withdrawn,
            At::Expired,
        ];
        for state in states {
            for step in [Do::Start, Do::Adjust, Do::Refuse, Do::TakeBack, Do::Expire] {
                let expected = legal.iter().find(|(from, by, _)| (*from, *by) == (state, step));
                assert_eq!(state.allows(step), expected.is_some(), "{state:?} {step:?}");
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
    fn an_invitation_without_a_date_closes_with_its_thirtieth_day_in_paris() {
        // Winter at the beginning, summer at the end.
        assert_eq!(closing(None, at("2026-03-03T08:00:00Z")), at("2026-04-02T22:00:00Z"));
        assert_eq!(closing(None, at("2026-11-30T23:30:00Z")), at("2026-12-31T23:00:00Z"));
        let asked = at("2026-03-04T10:00:00Z");
        assert_eq!(closing(Some(asked), at("2026-03-03T08:00:00Z")), asked);
    }

    #[test]
    fn a_closing_is_to_come_within_ninety_days() {
        let now = at("2026-03-03T08:00:00Z");
        let told = |after: Duration| check_closing(now + after, now).is_ok();
        assert_eq!(
            [Duration::zero(), Duration::seconds(1), LONGEST, LONGEST + Duration::seconds(1)].map(told),
            [false, true, true, false]
        );
    }

    #[test]
    fn answers_are_kept_three_months_after_the_day_of_the_closing_or_as_agreed() {
        let told = |closes: &str, keep: Option<&str>| kept_until(at(closes), keep.map(at)).to_string();
        // Midnight belongs to the day that ends with it.
        assert_eq!(told("2026-11-30T23:00:00Z", None), "2027-02-28");
        assert_eq!(told("2026-03-03T08:00:00Z", None), "2026-06-03");
        assert_eq!(told("2026-03-03T08:00:00Z", Some("2028-03-03T08:00:00Z")), "2028-03-03");
        assert_eq!(told("2026-03-03T08:00:00Z", Some("2026-04-01T08:00:00Z")), "2026-06-03", "never shorter");
    }

    #[test]
    fn the_time_somebody_took_tells_no_company_of_extra_time() {
        let start = at("2026-03-03T08:00:00Z");
        let told = |seconds, minutes| seconds_shown(start, start + Duration::seconds(seconds), minutes);
        assert_eq!(told(600, Some(20)), 600);
        assert_eq!(told(1_600, Some(20)), 1_200);
        assert_eq!(told(1_600, None), 1_600);
        assert_eq!(told(-5, None), 0);
    }
}
