//! Who may send files. Pure. Who may read one is decided by the feature that uses it.

use crate::orgs::{Membership, Role};
use crate::platform::http::{Error, Result};

/// In the name of an organisation: those who teach and those who run it, while it works.
pub fn may_send(membership: Option<Membership>) -> Result<()> {
    let membership = membership.ok_or_else(Error::not_found)?;
    match membership.role {
        Role::Trainer | Role::Manager | Role::Admin => membership.to_write().map(drop),
        Role::Trainee => Err(Error::forbidden()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orgs::Status;
    use crate::platform::http::Code;

    #[test]
    fn those_who_teach_and_those_who_run_the_organisation_send_files() {
        let told = |role, status| may_send(Some(Membership { role, status })).err().map(|error| error.code());
        for role in [Role::Trainer, Role::Manager, Role::Admin] {
            assert_eq!(told(role, Status::Active), None, "{role:?}");
            assert_eq!(told(role, Status::Suspended), Some(Code::OrganisationSuspended), "{role:?}");
        }
        assert_eq!(told(Role::Trainee, Status::Active), Some(Code::Forbidden));
        assert_eq!(may_send(None).unwrap_err().code(), Code::NotFound);
    }
}
