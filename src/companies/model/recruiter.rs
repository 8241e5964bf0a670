//! The recruiter account's states, and the only moves between them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Code, Error};

/// Where a recruiter account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = RecruiterStatus)]
pub enum Status {
    /// The register has not answered yet; it is asked again until it does.
    PendingRegister,
    /// The establishment is active; the person must prove they represent it.
    AwaitingProof,
    /// Staff of the platform will decide.
    AwaitingReview,
    /// May search.
    Granted,
    /// Turned down; may leave and ask again.
    Refused,
    /// Was granted, and is not any more.
    Suspended,
}

impl Status {
    /// The name people's programs see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PendingRegister => "pending_register",
            Self::AwaitingProof => "awaiting_proof",
            Self::AwaitingReview => "awaiting_review",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Suspended => "suspended",
        }
    }

    /// What the person can do next.
    pub const fn next_step(self) -> NextStep {
        match self {
            Self::PendingRegister => NextStep::WaitRegister,
            Self::AwaitingProof => NextStep::ProveEmail,
            Self::AwaitingReview => NextStep::WaitReview,
            Self::Granted | Self::Refused | Self::Suspended => NextStep::None,
        }
    }
}

/// What the person can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Wait for the register's answer.
    WaitRegister,
    /// Confirm a professional address, or ask for a review.
    ProveEmail,
    /// Wait for the platform's decision.
    WaitReview,
    /// Nothing.
    None,
}

/// Who brought an account to its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum DecidedBy {
    /// A rule of ours: the register's answer, a confirmed address.
    Rule,
    /// The platform's staff.
    Staff,
}

/// Everything that can happen to a recruiter account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// The register says the establishment is active.
    RegisterActive,
    /// The register says the establishment is closed, or does not know it.
    RegisterGone,
    /// An address at a domain accepted for the company was confirmed.
    ProveAcceptedDomain,
    /// An address at another domain was confirmed.
    ProveAddress,
    /// The person asks staff to look, with a message.
    AskReview,
    /// Staff opens the search.
    Grant,
    /// Staff turns the request down.
    Refuse,
    /// Staff closes the search.
    Suspend,
    /// Staff opens it again.
    Reinstate,
    /// An admin of the company invited an address at a domain accepted for it, and its owner came.
    JoinByInvitation,
    /// Nobody of the company confirmed the account in time.
    Lapse,
    /// An admin of the company confirms an account that lapsed.
    Confirm,
}

impl Move {
    /// Who decides it.
    pub const fn decided_by(self) -> DecidedBy {
        match self {
            Self::Grant | Self::Refuse | Self::Suspend | Self::Reinstate => DecidedBy::Staff,
            _ => DecidedBy::Rule,
        }
    }

    /// Whether it opens the search, which only an active establishment allows.
    pub const fn opens_search(self) -> bool {
        matches!(
            self,
            Self::ProveAcceptedDomain
                | Self::Grant
                | Self::Reinstate
                | Self::JoinByInvitation
                | Self::Confirm
        )
    }
}

/// Every legal move. One that is not here is refused with the current state.
///
/// A request that never was granted is *refused* when its establishment is gone, never suspended: what is
/// suspended can be reinstated, and must therefore have been granted once.
const MOVES: &[(Status, Move, Status)] = &[
    (Status::PendingRegister, Move::RegisterActive, Status::AwaitingProof),
    (Status::PendingRegister, Move::RegisterGone, Status::Refused),
    (Status::PendingRegister, Move::Refuse, Status::Refused),
    (Status::AwaitingProof, Move::RegisterGone, Status::Refused),
    (Status::AwaitingProof, Move::ProveAcceptedDomain, Status::Granted),
    (Status::AwaitingProof, Move::ProveAddress, Status::AwaitingReview),
    (Status::AwaitingProof, Move::AskReview, Status::AwaitingReview),
    (Status::AwaitingProof, Move::Grant, Status::Granted),
    (Status::AwaitingProof, Move::Refuse, Status::Refused),
    (Status::AwaitingProof, Move::JoinByInvitation, Status::Granted),
    (Status::AwaitingReview, Move::RegisterGone, Status::Refused),
    (Status::AwaitingReview, Move::Grant, Status::Granted),
    (Status::AwaitingReview, Move::Refuse, Status::Refused),
    (Status::AwaitingReview, Move::JoinByInvitation, Status::Granted),
    (Status::Granted, Move::RegisterGone, Status::Suspended),
    (Status::Granted, Move::Suspend, Status::Suspended),
    (Status::Granted, Move::Lapse, Status::Suspended),
    (Status::Suspended, Move::Reinstate, Status::Granted),
    (Status::Suspended, Move::Confirm, Status::Granted),
];

/// Where this move leads from this state.
pub fn after(status: Status, event: Move) -> Result<Status, Error> {
    MOVES
        .iter()
        .find(|(from, by, _)| (*from, *by) == (status, event))
        .map(|(_, _, to)| *to)
        .ok_or_else(|| Error::illegal_state(status.as_str()))
}

/// Why a person may not leave their company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = LeaveRefusal)]
pub enum LeaveRefusal {
    /// Staff suspended the account: that cannot be shed by leaving and asking again.
    SuspendedByStaff,
    /// Colleagues recruit for the company, and nobody else runs it.
    LastAdmin,
}

/// What keeps the person from leaving the company; nothing when they may. Who waits for a review may leave, and so may who
/// is suspended because the establishment is gone, and whoever is alone there.
pub const fn kept_by(status: Status, decided_by: DecidedBy, is_last_admin: bool) -> Option<LeaveRefusal> {
    match (status, decided_by) {
        (Status::Suspended, DecidedBy::Staff) => Some(LeaveRefusal::SuspendedByStaff),
        (Status::Granted, _) if is_last_admin => Some(LeaveRefusal::LastAdmin),
        _ => None,
    }
}

/// Refuses to let the person leave where something keeps them.
pub fn may_leave(status: Status, decided_by: DecidedBy, is_last_admin: bool) -> Result<(), Error> {
    match kept_by(status, decided_by, is_last_admin) {
        None => Ok(()),
        Some(LeaveRefusal::SuspendedByStaff) => Err(Error::illegal_state(status.as_str())),
        Some(LeaveRefusal::LastAdmin) => Err(Code::LastCompanyAdmin.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUSES: [Status; 6] = [
        Status::PendingRegister,
        Status::AwaitingProof,
        Status::AwaitingReview,
        Status::Granted,
        Status::Refused,
        Status::Suspended,
    ];

    const EVENTS: [Move; 12] = [
        Move::RegisterActive,
        Move::RegisterGone,
        Move::ProveAcceptedDomain,
        Move::ProveAddress,
        Move::AskReview,
        Move::Grant,
        Move::Refuse,
        Move::Suspend,
        Move::Reinstate,
        Move::JoinByInvitation,
        Move::Lapse,
        Move::Confirm,
    ];

    /// The whole table, drawn: a row per state, a column per move in the order of `EVENTS`.
    #[test]
    fn the_table_of_moves() {
        let drawn: Vec<String> = STATUSES
            .iter()
            .map(|from| {
                let cells = EVENTS.map(|event| after(*from, event).map_or("·", Status::as_str));
                format!("{:<16} {}", from.as_str(), cells.join(" "))
            })
            .collect();
        assert_eq!(
            drawn,
            [
                "pending_register awaiting_proof refused · · · · refused · · · · ·",
                "awaiting_proof   · refused granted awaiting_review awaiting_review granted refused · · granted · ·",
                "awaiting_review  · refused · · · granted refused · · granted · ·",
                "granted          · suspended · · · · · suspended · · suspended ·",
                "refused          · · · · · · · · · · · ·",
                "suspended        · · · · · · · · granted · · granted",
            ]
        );
    }

    #[test]
    fn an_illegal_move_tells_the_current_state() {
        let refused = after(Status::Refused, Move::Grant).unwrap_err();
        let Error::IllegalState { code: Code::IllegalTransition, current_state: "refused" } = refused else {
            panic!("{refused:?}");
        };
    }

    #[test]
    fn only_what_was_granted_can_come_back() {
        for from in STATUSES.into_iter().filter(|from| *from != Status::Granted) {
            for event in EVENTS {
                assert_ne!(after(from, event).ok(), Some(Status::Suspended), "{from:?} {event:?}");
            }
        }
    }

    #[test]
    fn every_way_into_the_search_is_a_move_that_opens_it() {
        for (from, event, to) in MOVES {
            assert_eq!(*to == Status::Granted, event.opens_search(), "{from:?} {event:?}");
        }
    }

    #[test]
    fn what_staff_suspended_cannot_be_left() {
        for status in STATUSES {
            assert!(may_leave(status, DecidedBy::Rule, false).is_ok(), "{status:?}");
            assert_eq!(
                may_leave(status, DecidedBy::Staff, false).is_ok(),
                status != Status::Suspended,
                "{status:?}"
            );
        }
    }

    #[test]
    fn the_last_admin_stays_while_they_run_the_company() {
        for status in STATUSES {
            let kept = kept_by(status, DecidedBy::Rule, true);
            let expected = (status == Status::Granted).then_some(LeaveRefusal::LastAdmin);
            assert_eq!(kept, expected, "{status:?}");
        }
        let refusal = may_leave(Status::Granted, DecidedBy::Staff, true).unwrap_err();
        assert_eq!(refusal.code(), Code::LastCompanyAdmin);
        let refusal = may_leave(Status::Suspended, DecidedBy::Staff, true).unwrap_err();
        assert_eq!(refusal.code(), Code::IllegalTransition, "what staff imposed comes first");
    }

    #[test]
    fn the_stored_name_is_the_shown_name() {
        for status in STATUSES {
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
        }
    }
}
