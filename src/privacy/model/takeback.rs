//! The operation that takes back what somebody shows: named, so that a page need not know which it is.

use std::fmt::Display;

use serde::Serialize;
use utoipa::ToSchema;

/// How something is taken back: its operation, and where it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TakeBack {
    /// The operation, as the description of the API names it.
    pub operation: &'static str,
    /// Its method.
    pub method: &'static str,
    /// Its address below `/api/v1`.
    pub path: String,
}

/// A way to take things of one kind back.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    operation: &'static str,
    method: &'static str,
    /// The address, as the description of the API writes it: at most one thing is filled in.
    path: &'static str,
}

/// Makes the person invisible.
pub const HIDE: Way = way("set_visibility", "PUT", "/me/visibility");
/// Takes a company off the chosen ones.
pub const UNCHOOSE: Way = way("unchoose_company", "DELETE", "/me/chosen-companies/{siren}");
/// Lets a company see the person again.
pub const UNBLOCK: Way = way("unblock_company", "DELETE", "/me/blocked-companies/{siren}");
/// Ends a share.
pub const REVOKE_SHARE: Way = way("revoke_share", "DELETE", "/me/shares/{id}");
/// Ends a link to the passport.
pub const REVOKE_LINK: Way = way("revoke_passport_share", "POST", "/me/passport/shares/{id}/revoke");
/// Erases an exported passport.
pub const DELETE_EXPORT: Way = way("delete_passport_export", "DELETE", "/me/passport/exports/{id}");
/// Erases a download of all data.
pub const DELETE_DATA: Way = way("delete_data_export", "DELETE", "/me/data-exports/{id}");
/// Closes a private room, and the offer it belongs to.
pub const CLOSE_ROOM: Way = way("close_room", "POST", "/rooms/{id}/close");
/// Refuses an offer.
pub const REFUSE_OFFER: Way = way("refuse_offer", "POST", "/me/offers/{id}/refusal");
/// Refuses an invitation to a quiz.
pub const REFUSE_QUIZ: Way =
    way("withdraw_quiz_invitation", "POST", "/me/quiz-invitations/{invitation_id}/withdrawal");

/// Every way, for the test that compares them with the API.
pub const ALL: [Way; 10] = [
    HIDE,
    UNCHOOSE,
    UNBLOCK,
    REVOKE_SHARE,
    REVOKE_LINK,
    DELETE_EXPORT,
    DELETE_DATA,
    CLOSE_ROOM,
    REFUSE_OFFER,
    REFUSE_QUIZ,
];

const fn way(operation: &'static str, method: &'static str, path: &'static str) -> Way {
    Way { operation, method, path }
}

impl Way {
    /// The way to take this one back.
    pub fn of(self, id: impl Display) -> TakeBack {
        let path = match self.path.split_once('{') {
            None => self.path.to_owned(),
            Some((before, rest)) => {
                let after = rest.split_once('}').map_or("", |(_, after)| after);
                format!("{before}{id}{after}")
            }
        };
        TakeBack { operation: self.operation, method: self.method, path }
    }

    /// Operation, method and address, as the description of the API has them.
    pub const fn described(self) -> (&'static str, &'static str, &'static str) {
        (self.operation, self.method, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_is_filled_in() {
        assert_eq!(REVOKE_LINK.of("7").path, "/me/passport/shares/7/revoke");
        assert_eq!(UNBLOCK.of("552100554").path, "/me/blocked-companies/552100554");
        assert_eq!(HIDE.of("").path, "/me/visibility");
        assert_eq!(ALL.map(|way| way.of("x").operation)[9], "withdraw_quiz_invitation");
    }
}
