//! A room: which one it is, who writes in it, where a private one stands, and what somebody wants to be told of it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// Which room it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChatRoomKind)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// Everybody of a session.
    General,
    /// Everybody of a session reads; who writes is a setting.
    Moderated,
    /// Those who train and run a session.
    Staff,
    /// Some trainees, with those who train and run the session.
    Group,
    /// A person and the recruiter whose offer they accepted.
    Private,
}

/// Who writes in a room of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomWriting)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Writing {
    /// Everybody who reads it.
    Everybody,
    /// Those who train and run the session.
    Staff,
    /// The trainees too, once one of these let their message through.
    Approval,
}

/// What somebody wants to be told of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomLevel)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Level {
    /// Every message.
    All,
    /// Messages that name them.
    Mentions,
    /// Nothing.
    None,
}

/// As whom somebody is in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomSide)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Side {
    /// Trains in the session, or runs it: moderates its rooms.
    Staff,
    /// Takes part in the session.
    Member,
    /// The person who accepted the offer.
    Person,
    /// The recruiter who sent it.
    Company,
}

/// Where a private room stands; deleted, it is not there any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PrivateRoomState)]
pub enum State {
    /// Both write.
    Open,
    /// Read only, for a day, then deleted.
    Closed,
    /// Its erasure was asked for and waits for a decision on a report: nobody reads it.
    Erasing,
}

/// What happens to a private room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A message is written: the clock begins anew.
    Write,
    /// Both are told that it ends.
    Warn,
    /// Either closes it.
    Close,
    /// Either has it erased at once.
    Erase,
    /// A message is reported.
    Report,
}

/// Every legal step, and where it leads. What is not here is refused with the current state. Deleting is no step: it is
/// what the clock does to whatever is over.
const STEPS: &[(State, Step, State)] = &[
    (State::Open, Step::Write, State::Open),
    (State::Open, Step::Warn, State::Open),
    (State::Open, Step::Close, State::Closed),
    (State::Open, Step::Erase, State::Erasing),
    (State::Open, Step::Report, State::Open),
    (State::Closed, Step::Erase, State::Erasing),
    (State::Closed, Step::Report, State::Closed),
];

impl State {
    /// The name programs see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Erasing => "erasing",
        }
    }

    /// The state after a step, or the refusal that names the current one.
    pub fn after(self, step: Step) -> Result<Self> {
        let found = STEPS.iter().find(|(from, taken, _)| (*from, *taken) == (self, step));
        found.map(|(_, _, to)| *to).ok_or_else(|| Error::illegal_state(self.as_str()))
    }
}

impl Writing {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Staff => "staff",
            Self::Approval => "approval",
        }
    }
}

impl Level {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Mentions => "mentions",
            Self::None => "none",
        }
    }

    /// What people are told of who did not say: everything where they are two, and where they are named otherwise.
    pub const fn usual(kind: Kind) -> Self {
        match kind {
            Kind::Private => Self::All,
            _ => Self::Mentions,
        }
    }
}

impl Side {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Member => "member",
            Self::Person => "person",
            Self::Company => "company",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_room_is_written_in_no_more_and_what_is_being_erased_takes_no_step() {
        use State::{Closed, Erasing, Open};
        use Step::{Close, Erase, Report, Warn, Write};
        for state in [Open, Closed, Erasing] {
            for step in [Write, Warn, Close, Erase, Report] {
                let expected = match (state, step) {
                    (Open, Write | Warn | Report) => Some(Open),
                    (Open, Close) | (Closed, Report) => Some(Closed),
                    (Open | Closed, Erase) => Some(Erasing),
                    _ => None,
                };
                assert_eq!(state.after(step).ok(), expected, "{state:?} {step:?}");
            }
        }
        match Closed.after(Write) {
            Err(Error::IllegalState { current_state, .. }) => assert_eq!(current_state, "closed"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn two_people_are_told_of_everything_and_a_class_of_what_names_them() {
        assert_eq!(Level::usual(Kind::Private), Level::All);
        for kind in [Kind::General, Kind::Moderated, Kind::Staff, Kind::Group] {
            assert_eq!(Level::usual(kind), Level::Mentions);
        }
    }
}
