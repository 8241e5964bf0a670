//! Who may do what with questions and quizzes. Pure; the table of tests below is the rule.
//!
//! Who attaches a quiz to a session is the sessions' rule: its trainers, and those who run the organisation.

use chrono::{DateTime, Utc};

use crate::ids::{EnrolmentId, PersonId};
use crate::orgs::{Membership, Role};
use crate::platform::http::{Code, Error, Result};
use crate::quizzes::model::invitation::{Invitation, InvitationMove};
use crate::quizzes::model::taking::place::{Own, Place};
use crate::sessions::{self, Standing, Status};

/// Those who teach and those who run the organisation read the bank: it holds the right answers. Trainees never do.
pub fn may_read(membership: Option<Membership>) -> Result<()> {
    match membership.map(|membership| membership.role) {
        None => Err(Error::not_found()),
        Some(Role::Trainer | Role::Manager | Role::Admin) => Ok(()),
        Some(Role::Trainee) => Err(Error::forbidden()),
    }
}

/// The same people write it, while the organisation works.
pub fn may_write(membership: Option<Membership>) -> Result<()> {
    may_read(membership)?;
    membership.ok_or_else(Error::not_found)?.to_write().map(drop)
}

/// Who reads the results of a session's quizzes: its trainers, and those who run the organisation.
pub fn may_see_results(standing: Option<Standing>) -> Result<()> {
    sessions::may_read(standing.ok_or_else(Error::not_found)?)
}

/// Who grades, publishes, adjusts and corrects: the same, while the organisation works.
pub fn may_grade(standing: Option<Standing>) -> Result<()> {
    sessions::may_teach(standing.ok_or_else(Error::not_found)?)
}

/// Nobody adjusts what they take themselves.
pub fn ensure_not_own(standing: Option<Standing>, enrolment: EnrolmentId) -> Result<()> {
    let own = standing.and_then(|standing| standing.enrolment);
    if own == Some(enrolment) { Err(Code::OwnAttempt.into()) } else { Ok(()) }
}

/// Nobody grades what they took themselves, for whomever.
pub fn ensure_not_theirs(taker: Option<PersonId>, grader: PersonId) -> Result<()> {
    if taker == Some(grader) { Err(Code::OwnAttempt.into()) } else { Ok(()) }
}

/// Whether somebody who is invited by a company may begin now: it is open, and somebody of the company may recruit.
pub fn ensure_may_answer(invitation: &Invitation, now: DateTime<Utc>) -> Result<()> {
    invitation.state.after(InvitationMove::Start)?;
    if invitation.closes_at <= now {
        return Err(Code::QuizClosed.into());
    }
    if invitation.is_recruiting { Ok(()) } else { Err(Code::CompanyPaused.into()) }
}

/// Whether somebody who takes part may begin now: the organisation works, the session takes place, the quiz is open, and they
/// have not left.
pub fn ensure_may_begin(place: &Place, own: &Own, now: DateTime<Utc>) -> Result<()> {
    if place.is_suspended {
        return Err(Code::OrganisationSuspended.into());
    }
    if !own.may_begin() {
        return Err(Error::forbidden());
    }
    match place.status {
        Status::Planned | Status::Running | Status::Ended => {}
        Status::Draft | Status::Closed | Status::Cancelled => {
            return Err(Error::illegal_state(place.status.as_str()));
        }
    }
    if place.opens_at.is_some_and(|opens| now < opens) {
        return Err(Code::QuizNotOpen.into());
    }
    if place.closing <= now { Err(Code::QuizClosed.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, NaiveDate};
    use uuid::Uuid;

    use super::*;
    use crate::orgs;
    use crate::quizzes::model::invitation::InvitationState;
    use crate::quizzes::model::taking::clock::ExtraTime;
    use crate::sessions::{EnrolmentStatus, QuizPurpose, Retention};

    fn told(result: Result<()>) -> Option<Code> {
        result.err().map(|error| error.code())
    }

    #[test]
    fn those_who_teach_write_and_trainees_see_nothing() {
        let suspended = Some(Code::OrganisationSuspended);
        let cases = [
            (Role::Admin, None, None, suspended),
            (Role::Manager, None, None, suspended),
            (Role::Trainer, None, None, suspended),
            (Role::Trainee, Some(Code::Forbidden), Some(Code::Forbidden), Some(Code::Forbidden)),
        ];
        for (role, read, write, suspended) in cases {
            let member = Some(Membership { role, status: orgs::Status::Active });
            assert_eq!((told(may_read(member)), told(may_write(member))), (read, write), "{role:?}");
            let member = Some(Membership { role, status: orgs::Status::Suspended });
            assert_eq!((told(may_read(member)), told(may_write(member))), (read, suspended), "{role:?}");
        }
        assert_eq!(told(may_read(None)), Some(Code::NotFound));
        assert_eq!(told(may_write(None)), Some(Code::NotFound));
    }

    #[test]
    fn a_session_s_trainers_and_staff_see_results_and_grade() {
        let (no, hidden, suspended) =
            (Some(Code::Forbidden), Some(Code::NotFound), Some(Code::OrganisationSuspended));
        // Role, trains in the session; reads, grades; grades while the organisation is suspended.
        for (role, is_assigned, read, grade, later) in [
            (Role::Admin, false, None, None, suspended),
            (Role::Manager, false, None, None, suspended),
            (Role::Trainer, true, None, None, suspended),
            (Role::Trainer, false, hidden, hidden, hidden),
            (Role::Trainee, false, no, no, no),
        ] {
            let standing = |status| {
                let membership = Some(Membership { role, status });
                Some(Standing { membership, is_assigned, enrolment: None })
            };
            let active = standing(orgs::Status::Active);
            let found = (told(may_see_results(active)), told(may_grade(active)));
            assert_eq!(found, (read, grade), "{role:?} {is_assigned}");
            assert_eq!(told(may_grade(standing(orgs::Status::Suspended))), later, "{role:?} {is_assigned}");
        }
        assert_eq!(told(may_see_results(None)), hidden);
        assert_eq!(told(may_grade(None)), hidden);
    }

    #[test]
    fn nobody_grades_what_they_took_themselves() {
        let (own, other) = (EnrolmentId(Uuid::from_u128(1)), EnrolmentId(Uuid::from_u128(2)));
        let membership = Some(Membership { role: Role::Manager, status: orgs::Status::Active });
        let standing = Some(Standing { membership, is_assigned: false, enrolment: Some(own) });
        assert_eq!(told(ensure_not_own(standing, own)), Some(Code::OwnAttempt));
        assert_eq!(told(ensure_not_own(standing, other)), None);
        let (one, two) = (PersonId(own.0), PersonId(other.0));
        assert_eq!(told(ensure_not_theirs(Some(one), one)), Some(Code::OwnAttempt));
        assert_eq!(
            [told(ensure_not_theirs(Some(two), one)), told(ensure_not_theirs(None, one))],
            [None, None]
        );
    }

    #[test]
    fn an_invitation_is_answered_while_it_is_open_and_the_company_recruits() {
        let now: DateTime<Utc> = "2026-03-03T08:00:00Z".parse().unwrap();
        let nobody = Uuid::nil();
        let open = Invitation {
            id: nobody.into(),
            company: nobody.into(),
            company_name: String::new(),
            is_recruiting: true,
            quiz: nobody.into(),
            newest: 1,
            revision: None,
            title: String::new(),
            person: None,
            purpose: None,
            sent_at: now,
            closes_at: now + Duration::hours(1),
            extra_time: ExtraTime::None,
            keep_until: None,
            attempt: None,
            state: InvitationState::Invited,
        };
        let answered = |of: &Invitation, after: Duration| told(ensure_may_answer(of, now + after));
        assert_eq!(answered(&open, Duration::seconds(3599)), None);
        assert_eq!(answered(&open, Duration::hours(1)), Some(Code::QuizClosed));
        let paused = Invitation { is_recruiting: false, ..open.clone() };
        assert_eq!(answered(&paused, Duration::zero()), Some(Code::CompanyPaused));
        for state in [InvitationState::Withdrawn, InvitationState::Expired, InvitationState::Graded] {
            let over = Invitation { state, ..open.clone() };
            assert_eq!(answered(&over, Duration::zero()), Some(Code::IllegalTransition), "{state:?}");
        }
    }

    fn place(now: DateTime<Utc>) -> Place {
        let nobody = Uuid::nil();
        Place {
            id: nobody.into(),
            session: nobody.into(),
            session_title: String::new(),
            status: Status::Running,
            ends_on: NaiveDate::MIN,
            retention: Retention::Standard,
            organisation: nobody.into(),
            organisation_name: String::new(),
            is_suspended: false,
            title: String::new(),
            purpose: QuizPurpose::Assessment,
            opens_at: Some(now),
            closing: now + Duration::hours(1),
            quiz: None,
            revision: None,
        }
    }

    #[test]
    fn a_quiz_is_begun_while_it_is_open_by_those_who_take_part() {
        let now: DateTime<Utc> = "2026-03-03T08:00:00Z".parse().unwrap();
        let own = |status| Own { place: Uuid::nil().into(), enrolment: Uuid::nil().into(), status };
        let begins = |place: &Place, after: Duration| {
            told(ensure_may_begin(place, &own(EnrolmentStatus::Enrolled), now + after))
        };
        let open = place(now);
        assert_eq!(begins(&open, Duration::zero()), None);
        assert_eq!(begins(&open, Duration::seconds(-1)), Some(Code::QuizNotOpen));
        assert_eq!(begins(&open, Duration::seconds(3599)), None);
        assert_eq!(begins(&open, Duration::hours(1)), Some(Code::QuizClosed));
        let suspended = Place { is_suspended: true, ..open.clone() };
        assert_eq!(begins(&suspended, Duration::zero()), Some(Code::OrganisationSuspended));
        for (status, code) in [
            (Status::Draft, Some(Code::IllegalTransition)),
            (Status::Planned, None),
            (Status::Ended, None),
            (Status::Closed, Some(Code::IllegalTransition)),
            (Status::Cancelled, Some(Code::IllegalTransition)),
        ] {
            let of_session = Place { status, ..open.clone() };
            assert_eq!(begins(&of_session, Duration::zero()), code, "{status:?}");
        }
        for (status, code) in [
            (EnrolmentStatus::Confirmed, None),
            (EnrolmentStatus::Finished, None),
            (EnrolmentStatus::Abandoned, Some(Code::Forbidden)),
        ] {
            assert_eq!(told(ensure_may_begin(&open, &own(status), now)), code, "{status:?}");
        }
    }
}
