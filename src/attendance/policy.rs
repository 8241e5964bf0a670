//! Who may do what with attendance. Pure. A session's trainers take it, those who run the organisation do so too and
//! alone rectify; a trainee has their own (`sessions::policy` says who is what).

use chrono::{DateTime, Duration, Utc};

use crate::platform::http::{Code, Error, Result};
use crate::sessions::{self, SlotCard, Standing, Status};

/// How long a trainee may contest a sealed mark.
pub const CONTEST_WITHIN: Duration = Duration::days(7);

/// How long before a slot its roll may be opened.
const EARLY: Duration = Duration::minutes(30);

/// Who reads sheets, totals and exports: the session's trainers, and those who run the organisation.
pub fn may_read(standing: Option<Standing>) -> Result<()> {
    sessions::may_read(standing.ok_or_else(Error::not_found)?)
}

/// Who takes attendance: the same, while the organisation works.
pub fn may_take(standing: Option<Standing>) -> Result<()> {
    sessions::may_teach(standing.ok_or_else(Error::not_found)?)
}

/// Who rectifies, decides, certifies and sets rules: those who run the organisation.
pub fn may_run(standing: Option<Standing>) -> Result<()> {
    sessions::may_write(standing.ok_or_else(Error::not_found)?)
}

/// Who sees what only those who run the organisation need: the same, also while the organisation is suspended.
pub fn may_oversee(standing: Option<Standing>) -> Result<()> {
    may_read(standing)?;
    if standing.is_some_and(Standing::is_staff) { Ok(()) } else { Err(Error::forbidden()) }
}

/// Refuses slots whose attendance is not taken: cancelled, or of a session nobody has announced, or that is closed. Of a session
/// that was called off, the slots that took place are not cancelled: theirs is taken to the end.
pub fn ensure_held(slot: &SlotCard) -> Result<()> {
    if slot.cancelled_at.is_some() {
        return Err(Code::SlotCancelled.into());
    }
    match slot.status {
        Status::Planned | Status::Running | Status::Ended | Status::Cancelled => Ok(()),
        Status::Draft | Status::Closed => Err(Error::illegal_state(slot.status.as_str())),
    }
}

/// Whether somebody may be said to be there: not before the half-day, but for a moment.
pub fn has_begun(starts_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    starts_at - EARLY <= now
}

/// Refuses a contest that comes too late.
pub fn ensure_contestable(sealed_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    if now <= sealed_at + CONTEST_WITHIN { Ok(()) } else { Err(Code::ContestOver.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orgs::{self, Membership, Role};

    fn told(result: Result<()>) -> Option<Code> {
        result.err().map(|error| error.code())
    }

    #[test]
    fn trainers_take_attendance_and_those_who_run_the_organisation_rectify() {
        let standing = |role, is_assigned| {
            let membership = Some(Membership { role, status: orgs::Status::Active });
            Some(Standing { membership, is_assigned, enrolment: None })
        };
        let (no, hidden) = (Some(Code::Forbidden), Some(Code::NotFound));
        for (who, read, take, run, oversee) in [
            (standing(Role::Admin, false), None, None, None, None),
            (standing(Role::Manager, false), None, None, None, None),
            (standing(Role::Trainer, true), None, None, no, no),
            (standing(Role::Trainer, false), hidden, hidden, hidden, hidden),
            (standing(Role::Trainee, false), no, no, no, no),
            (
                Some(Standing { membership: None, is_assigned: true, enrolment: None }),
                hidden,
                hidden,
                hidden,
                hidden,
            ),
            (None, hidden, hidden, hidden, hidden),
        ] {
            let found =
                (told(may_read(who)), told(may_take(who)), told(may_run(who)), told(may_oversee(who)));
            assert_eq!(found, (read, take, run, oversee), "{who:?}");
        }
    }

    #[test]
    fn a_contest_comes_within_seven_days() {
        let sealed: DateTime<Utc> = "2026-03-03T16:00:00Z".parse().unwrap();
        assert!(ensure_contestable(sealed, sealed + CONTEST_WITHIN).is_ok());
        let late = ensure_contestable(sealed, sealed + CONTEST_WITHIN + Duration::seconds(1));
        assert_eq!(told(late), Some(Code::ContestOver));
    }

    #[test]
    fn nobody_is_there_before_the_half_day() {
        let start: DateTime<Utc> = "2026-03-03T08:00:00Z".parse().unwrap();
        assert!(has_begun(start, start - EARLY) && !has_begun(start, start - EARLY - Duration::seconds(1)));
    }
}
