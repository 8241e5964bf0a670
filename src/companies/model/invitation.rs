//! Invitations: how long they hold, and what accepting one proves.

use chrono::Duration;

use super::recruiter::{Move, Status};
use crate::platform::http::{Code, Error};

/// How long an invitation can be accepted; the mail says so.
pub const VALID: Duration = Duration::days(14);
/// How long it is kept once it ran out.
pub const KEPT: Duration = Duration::days(30);
/// Most invitations of one company that wait for an answer.
pub const MOST_WAITING: i64 = 50;

/// The move that accepting an invitation makes, for an account in this state; none when it waits for staff already.
///
/// Whoever accepts reads the address that was invited. At a domain accepted for the company that is the proof everybody gives,
/// and an admin vouches for them; any other address proves nothing about the company, and staff decides as usual.
pub fn joining(status: Status, is_accepted_domain: bool) -> Result<Option<Move>, Error> {
    match (status, is_accepted_domain) {
        (Status::Granted, _) => Err(Code::AlreadyColleague.into()),
        (Status::AwaitingProof | Status::AwaitingReview, true) => Ok(Some(Move::JoinByInvitation)),
        (Status::AwaitingProof, false) => Ok(Some(Move::ProveAddress)),
        (Status::AwaitingReview, false) => Ok(None),
        // What the register or staff decided is not undone by a colleague.
        (Status::PendingRegister | Status::Refused | Status::Suspended, _) => {
            Err(Error::illegal_state(status.as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::recruiter::after;
    use super::*;

    #[test]
    fn only_an_accepted_domain_opens_the_search() {
        let to = |status, is_accepted| {
            joining(status, is_accepted)
                .map(|event| event.map_or(status, |event| after(status, event).unwrap()))
        };
        assert_eq!(to(Status::AwaitingProof, true).unwrap(), Status::Granted);
        assert_eq!(to(Status::AwaitingReview, true).unwrap(), Status::Granted);
        assert_eq!(to(Status::AwaitingProof, false).unwrap(), Status::AwaitingReview);
        assert_eq!(to(Status::AwaitingReview, false).unwrap(), Status::AwaitingReview);
        for is_accepted in [true, false] {
            for status in [Status::PendingRegister, Status::Refused, Status::Suspended] {
                assert_eq!(
                    to(status, is_accepted).unwrap_err().code(),
                    Code::IllegalTransition,
                    "{status:?}"
                );
            }
            assert_eq!(to(Status::Granted, is_accepted).unwrap_err().code(), Code::AlreadyColleague);
        }
    }
}
