//! Who may do what with trainings. Pure.

use crate::orgs::{Membership, Role};
use crate::platform::http::{Error, Result};

/// Those who teach and those who run the organisation read; to strangers there is nothing.
pub fn may_read(membership: Option<Membership>) -> Result<()> {
    match membership.map(|membership| membership.role) {
        None => Err(Error::not_found()),
        Some(Role::Trainer | Role::Manager | Role::Admin) => Ok(()),
        Some(Role::Trainee) => Err(Error::forbidden()),
    }
}

/// Those who run the organisation write, while it works.
pub fn may_write(membership: Option<Membership>) -> Result<()> {
    let membership = membership.ok_or_else(Error::not_found)?;
    match membership.role {
        Role::Manager | Role::Admin => membership.to_write().map(drop),
        Role::Trainer | Role::Trainee => Err(Error::forbidden()),
    }
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
    fn those_who_run_the_organisation_write_and_those_who_teach_read() {
        let cases = [
            (Role::Admin, None, None, Some(Code::OrganisationSuspended)),
            (Role::Manager, None, None, Some(Code::OrganisationSuspended)),
            (Role::Trainer, None, Some(Code::Forbidden), Some(Code::Forbidden)),
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
