//! Who may do what with questions and quizzes. Pure; the table of tests below is the rule.
//!
//! Who attaches a quiz to a session is the sessions' rule: its trainers, and those who run the organisation.

use crate::orgs::{Membership, Role};
use crate::platform::http::{Error, Result};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orgs::Status;
    use crate::platform::http::Code;

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
            let member = Some(Membership { role, status: Status::Active });
            assert_eq!((told(may_read(member)), told(may_write(member))), (read, write), "{role:?}");
            let member = Some(Membership { role, status: Status::Suspended });
            assert_eq!((told(may_read(member)), told(may_write(member))), (read, suspended), "{role:?}");
        }
        assert_eq!(told(may_read(None)), Some(Code::NotFound));
        assert_eq!(told(may_write(None)), Some(Code::NotFound));
    }
}
