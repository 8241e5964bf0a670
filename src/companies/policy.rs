//! Who may do what with recruiter accounts. Pure.

use super::model::recruiter::Status;
use super::model::role::Role;
use crate::actor::Actor;
use crate::platform::http::{Code, Error};
use crate::registers::RegisterState;

/// Recruiter accounts are reviewed by the platform's staff alone.
pub fn may_review(actor: &Actor) -> Result<(), Error> {
    if actor.is_platform_admin { Ok(()) } else { Err(Error::forbidden()) }
}

/// People are searched by those whose account is granted, while their company is active. The others learn which
/// of the two refusals is theirs, and nothing else.
pub fn may_search(account: Option<(Status, RegisterState)>) -> Result<(), Error> {
    match account {
        None => Err(Code::RecruiterRequired.into()),
        Some((Status::Granted, RegisterState::Active)) => Ok(()),
        Some(_) => Err(Code::RecruiterNotVerified.into()),
    }
}

/// Colleagues are invited, confirmed, removed and given roles by the admins of the company, while they may recruit.
pub fn may_run(status: Status, role: Role) -> Result<(), Error> {
    match (status, role) {
        (Status::Granted, Role::Admin) => Ok(()),
        (Status::Granted, Role::Member) => Err(Error::forbidden()),
        _ => Err(Code::RecruiterNotVerified.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_run_by_granted_admins() {
        let statuses = [
            Status::PendingRegister,
            Status::AwaitingProof,
            Status::AwaitingReview,
            Status::Granted,
            Status::Refused,
            Status::Suspended,
        ];
        for status in statuses {
            for role in [Role::Admin, Role::Member] {
                let answer = may_run(status, role).map_err(|error| error.code());
                let expected = match (status, role) {
                    (Status::Granted, Role::Admin) => Ok(()),
                    (Status::Granted, Role::Member) => Err(Code::Forbidden),
                    _ => Err(Code::RecruiterNotVerified),
                };
                assert_eq!(answer, expected, "{status:?} {role:?}");
            }
        }
    }

    #[test]
    fn one_pair_of_states_opens_the_search() {
        use RegisterState::{Active, Closed, NotFound, Unknown};
        use Status::{AwaitingProof, AwaitingReview, Granted, PendingRegister, Refused, Suspended};
        assert_eq!(may_search(None).unwrap_err().code(), Code::RecruiterRequired);
        for status in [PendingRegister, AwaitingProof, AwaitingReview, Granted, Refused, Suspended] {
            for register in [Unknown, Active, Closed, NotFound] {
                let answer = may_search(Some((status, register))).map_err(|error| error.code());
                let expected = match (status, register) {
                    (Granted, Active) => Ok(()),
                    _ => Err(Code::RecruiterNotVerified),
                };
                assert_eq!(answer, expected, "{status:?} {register:?}");
            }
        }
    }
}
