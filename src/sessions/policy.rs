//! Who may do what with sessions. Pure; the table of tests below is the rule.

use crate::ids::EnrolmentId;
use crate::orgs::{Membership, Role};
use crate::platform::http::{Error, Result};

/// What somebody is to a session of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Their place in the organisation; none for strangers.
    pub membership: Option<Membership>,
    /// Whether they train in the session, or at one of its slots.
    pub is_assigned: bool,
    /// Whether they take part, or took part.
    pub enrolment: Option<EnrolmentId>,
}

impl Standing {
    fn role(self) -> Result<Role> {
        self.membership.map(|membership| membership.role).ok_or_else(Error::not_found)
    }

    /// Whether they run the organisation.
    pub fn is_staff(self) -> bool {
        matches!(self.membership.map(|membership| membership.role), Some(Role::Admin | Role::Manager))
    }

    /// Whether they train in this session, as somebody who trains for the organisation today.
    pub fn is_trainer(self) -> bool {
        self.is_assigned && self.membership.is_some_and(|membership| membership.role >= Role::Trainer)
    }
}

/// Those who run the organisation, and the session's trainers, read all of it. To other trainers it does not exist.
pub fn may_read(standing: Standing) -> Result<()> {
    match standing.role()? {
        Role::Admin | Role::Manager => Ok(()),
        Role::Trainer if standing.is_assigned => Ok(()),
        Role::Trainer => Err(Error::not_found()),
        Role::Trainee => Err(Error::forbidden()),
    }
}

/// Those who run the organisation write, while it works.
pub fn may_write(standing: Standing) -> Result<()> {
    match standing.role()? {
        Role::Admin | Role::Manager => writing(standing),
        Role::Trainer if !standing.is_assigned => Err(Error::not_found()),
        Role::Trainer | Role::Trainee => Err(Error::forbidden()),
    }
}

/// The session's trainers take attendance and add resources; those who run the organisation do so too.
pub fn may_teach(standing: Standing) -> Result<()> {
    may_read(standing)?;
    writing(standing)
}

/// Who opens sessions: those who run the organisation.
pub fn may_open(membership: Option<Membership>) -> Result<()> {
    may_write(Standing { membership, is_assigned: true, enrolment: None })
}

/// Which sessions somebody sees in the organisation's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// All of them.
    All,
    /// Those where they train.
    Assigned,
}

/// Those who run the organisation list every session, a trainer those where they train.
pub fn may_list(membership: Option<Membership>) -> Result<Seen> {
    match membership.ok_or_else(Error::not_found)?.role {
        Role::Admin | Role::Manager => Ok(Seen::All),
        Role::Trainer => Ok(Seen::Assigned),
        Role::Trainee => Err(Error::forbidden()),
    }
}

fn writing(standing: Standing) -> Result<()> {
    standing.membership.ok_or_else(Error::not_found)?.to_write().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orgs::Status;
    use crate::platform::http::Code;

    fn told(result: Result<()>) -> Option<Code> {
        result.err().map(|error| error.code())
    }

    fn standing(role: Role, status: Status, is_assigned: bool) -> Standing {
        let membership = Some(Membership { role, status });
        Standing { membership, is_assigned, enrolment: None }
    }

    #[test]
    fn a_trainer_sees_the_sessions_they_train_in_and_no_other() {
        let (forbidden, hidden) = (Some(Code::Forbidden), Some(Code::NotFound));
        let suspended = Some(Code::OrganisationSuspended);
        // Role, assigned, read, write, teach; then write and teach while the organisation is suspended.
        let cases = [
            (Role::Admin, false, None, None, None, suspended, suspended),
            (Role::Manager, false, None, None, None, suspended, suspended),
            (Role::Trainer, true, None, forbidden, None, forbidden, suspended),
            (Role::Trainer, false, hidden, hidden, hidden, hidden, hidden),
            (Role::Trainee, false, forbidden, forbidden, forbidden, forbidden, forbidden),
            // Somebody who trained once and is a trainee today.
            (Role::Trainee, true, forbidden, forbidden, forbidden, forbidden, forbidden),
        ];
        for (role, assigned, read, write, teach, write_suspended, teach_suspended) in cases {
            let at = standing(role, Status::Active, assigned);
            let found = (told(may_read(at)), told(may_write(at)), told(may_teach(at)));
            assert_eq!(found, (read, write, teach), "{role:?} {assigned}");
            let at = standing(role, Status::Suspended, assigned);
            let found = (told(may_read(at)), told(may_write(at)), told(may_teach(at)));
            assert_eq!(found, (read, write_suspended, teach_suspended), "{role:?} {assigned}, suspended");
        }
    }

    #[test]
    fn to_strangers_there_is_nothing_even_when_they_trained_or_take_part() {
        let enrolment = Some(EnrolmentId(uuid::Uuid::nil()));
        let stranger = Standing { membership: None, is_assigned: true, enrolment };
        for result in [may_read(stranger), may_write(stranger), may_teach(stranger)] {
            assert_eq!(told(result), Some(Code::NotFound));
        }
        assert_eq!(told(may_open(None)), Some(Code::NotFound));
        assert!(!stranger.is_trainer() && !stranger.is_staff());
    }

    #[test]
    fn sessions_are_opened_by_those_who_run_the_organisation() {
        let member = |role| Some(Membership { role, status: Status::Active });
        assert!(may_open(member(Role::Admin)).is_ok() && may_open(member(Role::Manager)).is_ok());
        assert_eq!(told(may_open(member(Role::Trainer))), Some(Code::Forbidden));
        assert_eq!(may_list(member(Role::Manager)).unwrap(), Seen::All);
        assert_eq!(may_list(member(Role::Trainer)).unwrap(), Seen::Assigned);
        assert_eq!(told(may_list(member(Role::Trainee)).map(drop)), Some(Code::Forbidden));
        assert_eq!(told(may_list(None).map(drop)), Some(Code::NotFound));
    }
}
