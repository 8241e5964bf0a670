//! The state of a session. Every legal transition stands here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrainingSessionStatus)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// Being prepared: nobody is told of it.
    Draft,
    /// Announced: its slots and trainers stand.
    Planned,
    /// Under way.
    Running,
    /// Its last slot is over; sheets may still be open.
    Ended,
    /// Every sheet is closed: certificates may be issued.
    Closed,
    /// It does not take place.
    Cancelled,
}

/// What is done to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Its general part, courses, slots or participants are written.
    Write,
    /// What happened is put right: trainers of slots, rectified times, who left when; resources are added.
    Correct,
    /// What it was called and where it took place are put right, once that is no longer simply written.
    Rectify,
    /// It is announced.
    Plan,
    /// It begins.
    Start,
    /// It is over.
    End,
    /// Its papers are complete.
    Close,
    /// Its papers are taken up again.
    Reopen,
    /// It is called off.
    Cancel,
    /// It is deleted for good.
    Delete,
}

/// How long the papers of a session are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = SessionRetention)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Retention {
    /// Six years from its end.
    #[default]
    Standard,
    /// Ten years from its end: co-funded, by the European Social Fund for instance.
    Cofunded,
}

/// What is done in a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum SlotKind {
    /// Something is taught.
    #[default]
    Course,
    /// An exam or another assessment.
    Exam,
}

/// State of the attendance sheet of a slot; moved by attendance alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum SheetState {
    /// Marks and signatures are taken.
    Open,
    /// Sealed; what changes later is a rectification.
    Closed,
    /// Sealed, and a trainee contests it.
    Contested,
}

impl Status {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Ended => "ended",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state after this move, or the refusal that names the current state.
    pub fn after(self, step: Move) -> Result<Self> {
        match (self, step) {
            (Self::Draft | Self::Planned | Self::Running, Move::Write)
            | (Self::Draft | Self::Planned | Self::Running | Self::Ended, Move::Correct)
            | (Self::Ended, Move::Rectify)
            | (Self::Draft, Move::Delete) => Ok(self),
            (Self::Draft, Move::Plan) => Ok(Self::Planned),
            (Self::Planned, Move::Start) => Ok(Self::Running),
            (Self::Running, Move::End) | (Self::Closed, Move::Reopen) => Ok(Self::Ended),
            (Self::Ended, Move::Close) => Ok(Self::Closed),
            (Self::Draft | Self::Planned | Self::Running, Move::Cancel) => Ok(Self::Cancelled),
            _ => Err(Error::illegal_state(self.as_str())),
        }
    }

    /// Whether people other than those who prepare it know of it.
    pub const fn is_announced(self) -> bool {
        !matches!(self, Self::Draft)
    }
}

impl Retention {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Cofunded => "cofunded",
        }
    }
}

impl SlotKind {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Exam => "exam",
        }
    }
}

impl SheetState {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Contested => "contested",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: [Status; 6] =
        [Status::Draft, Status::Planned, Status::Running, Status::Ended, Status::Closed, Status::Cancelled];
    const MOVES: [Move; 10] = [
        Move::Write,
        Move::Correct,
        Move::Rectify,
        Move::Plan,
        Move::Start,
        Move::End,
        Move::Close,
        Move::Reopen,
        Move::Cancel,
        Move::Delete,
    ];

    #[test]
    fn every_pair_of_state_and_move_is_decided() {
        use Status::{Cancelled, Closed, Draft, Ended, Planned, Running};
        type Reached = Option<Status>;
        let stay = |status| [Some(status), Some(status), None];
        let rows: [([Reached; 3], [Reached; 7]); 6] = [
            (stay(Draft), [Some(Planned), None, None, None, None, Some(Cancelled), Some(Draft)]),
            (stay(Planned), [None, Some(Running), None, None, None, Some(Cancelled), None]),
            (stay(Running), [None, None, Some(Ended), None, None, Some(Cancelled), None]),
            ([None, Some(Ended), Some(Ended)], [None, None, None, Some(Closed), None, None, None]),
            ([None; 3], [None, None, None, None, Some(Ended), None, None]),
            ([None; 3], [None; 7]),
        ];
        for (state, (writes, moves)) in STATES.into_iter().zip(rows) {
            for (step, after) in MOVES.into_iter().zip(writes.into_iter().chain(moves)) {
                match state.after(step) {
                    Ok(reached) => assert_eq!(Some(reached), after, "{state:?} {step:?}"),
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert_eq!((after, current_state), (None, state.as_str()), "{state:?} {step:?}");
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }
}
