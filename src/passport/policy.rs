//! Who may validate, read and revoke in an organisation. Pure.

use crate::ids::PersonId;
use crate::orgs::{Membership, Role};
use crate::platform::http::{Code, Error, Result};
use crate::sessions::{self, Standing, Status};

/// A trainer of an active organisation validates, never themself. Strangers learn nothing of the organisation.
pub fn may_validate(membership: Option<Membership>, trainer: PersonId, person: PersonId) -> Result<()> {
    let membership = membership.ok_or_else(Error::not_found)?;
    if membership.role != Role::Trainer {
        return Err(Error::forbidden());
    }
    membership.to_write()?;
    if trainer == person { Err(Code::SelfValidation.into()) } else { Ok(()) }
}

/// Validations are received by the organisation's trainees.
pub fn is_trainee(membership: Option<Membership>) -> bool {
    membership.is_some_and(|membership| membership.role == Role::Trainee)
}

/// Those who validate and those who run the organisation read its validations.
pub fn may_read(membership: Option<Membership>) -> Result<()> {
    match membership.map(|membership| membership.role) {
        None => Err(Error::not_found()),
        Some(Role::Trainer | Role::Manager | Role::Admin) => Ok(()),
        Some(Role::Trainee) => Err(Error::forbidden()),
    }
}

/// Those who run the organisation revoke; the trainer who validated takes their own word back.
pub fn may_revoke(membership: Option<Membership>, actor: PersonId, validator: PersonId) -> Result<()> {
    let membership = membership.ok_or_else(Error::not_found)?;
    match membership.role {
        Role::Manager | Role::Admin => {}
        Role::Trainer if actor == validator => {}
        Role::Trainer | Role::Trainee => return Err(Error::forbidden()),
    }
    membership.to_write().map(drop)
}

/// The session's trainers, and those who run the organisation, read its grid.
pub fn may_read_grid(standing: Option<Standing>) -> Result<()> {
    sessions::may_read(standing.ok_or_else(Error::not_found)?)
}

/// They also validate in it, while the organisation works.
pub fn may_fill_grid(standing: Option<Standing>) -> Result<()> {
    sessions::may_teach(standing.ok_or_else(Error::not_found)?)
}

/// People are evaluated from the moment a session is announced, and long after it; not in one that is being prepared or was
/// called off.
pub fn ensure_evaluates(status: Status) -> Result<()> {
    match status {
        Status::Planned | Status::Running | Status::Ended | Status::Closed => Ok(()),
        Status::Draft | Status::Cancelled => Err(Error::illegal_state(status.as_str())),
    }
}

/// What one proposed another confirms: neither who proposed it nor the person it is about.
pub fn may_decide(proposed_by: Option<PersonId>, person: PersonId, actor: PersonId) -> Result<()> {
    if person == actor {
        return Err(Code::SelfValidation.into());
    }
    if proposed_by == Some(actor) { Err(Code::SecondPersonRequired.into()) } else { Ok(()) }
}

/// Those who run the organisation choose its rules, and answer people in its name.
pub fn may_run(membership: Option<Membership>) -> Result<()> {
    may_oversee(membership)?;
    membership.ok_or_else(Error::not_found)?.to_write().map(drop)
}

/// Those who run the organisation see what only they need, also while it is suspended.
pub fn may_oversee(membership: Option<Membership>) -> Result<()> {
    match membership.ok_or_else(Error::not_found)?.role {
        Role::Manager | Role::Admin => Ok(()),
        Role::Trainer | Role::Trainee => Err(Error::forbidden()),
    }
}

/// Staff read what their own organisation wrote about a person: those who run it, of whoever it knows; a trainer, of those
/// they trained or validated. Everybody else is nobody to them.
pub fn may_read_person(membership: Option<Membership>, circle: Circle) -> Result<()> {
    may_read(membership)?;
    let is_near = match membership.map(|membership| membership.role) {
        Some(Role::Manager | Role::Admin) => circle.is_known,
        Some(Role::Trainer) => circle.is_taught,
        Some(Role::Trainee) | None => false,
    };
    if is_near { Ok(()) } else { Err(Error::not_found()) }
}

/// What a person is to an organisation and to one of its trainers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Whether they belong to it, took part in a session of it, or have an entry by it.
    pub is_known: bool,
    /// Whether the trainer trained them in a session, or wrote an entry about them.
    pub is_taught: bool,
}

/// Experiences put before an organisation are its admins' to see.
pub fn may_review(membership: Option<Membership>) -> Result<()> {
    match membership.ok_or_else(Error::not_found)?.role {
        Role::Admin => Ok(()),
        Role::Manager | Role::Trainer | Role::Trainee => Err(Error::forbidden()),
    }
}

/// And theirs to decide, while the organisation works.
pub fn may_decide_experience(membership: Option<Membership>) -> Result<()> {
    may_review(membership)?;
    membership.ok_or_else(Error::not_found)?.to_write().map(drop)
}

/// Nobody judges what they themselves put before their organisation.
pub fn may_judge(reviewer: PersonId, person: PersonId) -> Result<()> {
    if reviewer == person { Err(Code::SelfValidation.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::orgs;

    const ONE: PersonId = PersonId(Uuid::from_u128(1));
    const TWO: PersonId = PersonId(Uuid::from_u128(2));

    const fn member(role: Role) -> Membership {
        Membership { role, status: orgs::Status::Active }
    }

    const fn suspended(role: Role) -> Membership {
        Membership { role, status: orgs::Status::Suspended }
    }

    fn code(result: Result<()>) -> Option<Code> {
        result.err().map(|error| error.code())
    }

    #[test]
    fn a_trainer_validates_somebody_else() {
        assert_eq!(code(may_validate(Some(member(Role::Trainer)), ONE, TWO)), None);
        assert_eq!(code(may_validate(Some(member(Role::Trainer)), ONE, ONE)), Some(Code::SelfValidation));
        for role in [Role::Admin, Role::Manager, Role::Trainee] {
            assert_eq!(code(may_validate(Some(member(role)), ONE, TWO)), Some(Code::Forbidden), "{role:?}");
        }
        assert_eq!(code(may_validate(None, ONE, TWO)), Some(Code::NotFound));
        let refused = may_validate(Some(suspended(Role::Trainer)), ONE, TWO);
        assert_eq!(code(refused), Some(Code::OrganisationSuspended));
    }

    #[test]
    fn only_a_trainee_is_validated() {
        assert!(is_trainee(Some(member(Role::Trainee))));
        for role in [Role::Admin, Role::Manager, Role::Trainer] {
            assert!(!is_trainee(Some(member(role))), "{role:?}");
        }
        assert!(!is_trainee(None));
    }

    #[test]
    fn experiences_are_for_admins_of_an_organisation_at_work() {
        for (membership, reads, decides) in [
            (None, Some(Code::NotFound), Some(Code::NotFound)),
            (Some(member(Role::Trainee)), Some(Code::Forbidden), Some(Code::Forbidden)),
            (Some(member(Role::Trainer)), Some(Code::Forbidden), Some(Code::Forbidden)),
            (Some(member(Role::Manager)), Some(Code::Forbidden), Some(Code::Forbidden)),
            (Some(member(Role::Admin)), None, None),
            (Some(suspended(Role::Admin)), None, Some(Code::OrganisationSuspended)),
        ] {
            assert_eq!(code(may_review(membership)), reads, "{membership:?}");
            assert_eq!(code(may_decide_experience(membership)), decides, "{membership:?}");
        }
        assert_eq!(code(may_judge(ONE, ONE)), Some(Code::SelfValidation));
        assert_eq!(code(may_judge(ONE, TWO)), None);
    }

    #[test]
    fn trainees_do_not_read_the_organisation_s_list() {
        for role in [Role::Admin, Role::Manager, Role::Trainer] {
            assert_eq!(code(may_read(Some(member(role)))), None, "{role:?}");
            assert_eq!(code(may_read(Some(suspended(role)))), None, "{role:?}");
        }
        assert_eq!(code(may_read(Some(member(Role::Trainee)))), Some(Code::Forbidden));
        assert_eq!(code(may_read(None)), Some(Code::NotFound));
    }

    #[test]
    fn a_revocation_is_the_validator_s_or_that_of_who_runs_the_organisation() {
        assert_eq!(code(may_revoke(Some(member(Role::Admin)), ONE, TWO)), None);
        assert_eq!(code(may_revoke(Some(member(Role::Manager)), ONE, TWO)), None);
        assert_eq!(code(may_revoke(Some(member(Role::Trainer)), ONE, ONE)), None);
        assert_eq!(code(may_revoke(Some(member(Role::Trainer)), ONE, TWO)), Some(Code::Forbidden));
        assert_eq!(code(may_revoke(Some(member(Role::Trainee)), ONE, ONE)), Some(Code::Forbidden));
        assert_eq!(code(may_revoke(None, ONE, ONE)), Some(Code::NotFound));
        let refused = may_revoke(Some(suspended(Role::Manager)), ONE, TWO);
        assert_eq!(code(refused), Some(Code::OrganisationSuspended));
    }

    #[test]
    fn people_are_evaluated_once_a_session_is_announced() {
        for status in [Status::Planned, Status::Running, Status::Ended, Status::Closed] {
            assert!(ensure_evaluates(status).is_ok(), "{status:?}");
        }
        for status in [Status::Draft, Status::Cancelled] {
            assert_eq!(code(ensure_evaluates(status)), Some(Code::IllegalTransition), "{status:?}");
        }
    }

    #[test]
    fn two_different_people_validate_a_third() {
        assert_eq!(code(may_decide(Some(ONE), ONE, TWO)), None);
        assert_eq!(code(may_decide(None, ONE, TWO)), None);
        assert_eq!(code(may_decide(Some(TWO), ONE, TWO)), Some(Code::SecondPersonRequired));
        assert_eq!(code(may_decide(Some(TWO), ONE, ONE)), Some(Code::SelfValidation));
    }

    #[test]
    fn those_who_run_the_organisation_choose_and_answer() {
        for role in [Role::Manager, Role::Admin] {
            assert_eq!(code(may_run(Some(member(role)))), None);
            assert_eq!(code(may_oversee(Some(suspended(role)))), None);
            assert_eq!(code(may_run(Some(suspended(role)))), Some(Code::OrganisationSuspended));
        }
        for role in [Role::Trainer, Role::Trainee] {
            assert_eq!(code(may_run(Some(member(role)))), Some(Code::Forbidden));
        }
        assert_eq!(code(may_run(None)), Some(Code::NotFound));
    }

    #[test]
    fn a_trainer_reads_of_those_they_taught() {
        let circle = |is_known, is_taught| Circle { is_known, is_taught };
        for (role, known, taught, expected) in [
            (Role::Admin, true, false, None),
            (Role::Manager, true, false, None),
            (Role::Manager, false, false, Some(Code::NotFound)),
            (Role::Trainer, true, true, None),
            (Role::Trainer, true, false, Some(Code::NotFound)),
            (Role::Trainee, true, true, Some(Code::Forbidden)),
        ] {
            let told = code(may_read_person(Some(member(role)), circle(known, taught)));
            assert_eq!(told, expected, "{role:?} {known} {taught}");
        }
        assert_eq!(code(may_read_person(None, circle(true, true))), Some(Code::NotFound));
    }
}
