//! Who may validate, read and revoke in an organisation. Pure.

use crate::ids::PersonId;
use crate::orgs::{Membership, Role};
use crate::platform::http::{Code, Error, Result};

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

/// Experiences put before an organisation are its admins' to see.
pub fn may_review(membership: Option<Membership>) -> Result<()> {
    match membership.ok_or_else(Error::not_found)?.role {
        Role::Admin => Ok(()),
        Role::Manager | Role::Trainer | Role::Trainee => Err(Error::forbidden()),
    }
}

/// And theirs to decide, while the organisation works.
pub fn may_decide(membership: Option<Membership>) -> Result<()> {
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
    use crate::orgs::Status;

    const ONE: PersonId = PersonId(Uuid::from_u128(1));
    const TWO: PersonId = PersonId(Uuid::from_u128(2));

    const fn member(role: Role) -> Membership {
        Membership { role, status: Status::Active }
    }

    const fn suspended(role: Role) -> Membership {
        Membership { role, status: Status::Suspended }
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
            assert_eq!(code(may_decide(membership)), decides, "{membership:?}");
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
}
