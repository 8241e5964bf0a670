//! The state of a quiz. Every legal transition stands here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// How far a quiz is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuizStatus)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// Being written; never published.
    Draft,
    /// Sessions may take it.
    Published,
    /// Kept; no session takes it any more.
    Archived,
}

/// What is done to a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Its content is written.
    Write,
    /// What was written, and the newest versions of its questions, are published as the next revision.
    Publish,
    /// It is put away.
    Archive,
    /// It is published again, as it was.
    Restore,
    /// It is deleted for good.
    Delete,
    /// A session takes it, or somebody is invited to it.
    Attach,
}

impl Status {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// The state after this move, or the refusal that names the current state.
    pub fn after(self, step: Move) -> Result<Self> {
        match (self, step) {
            (Self::Draft, Move::Write | Move::Delete) => Ok(Self::Draft),
            (Self::Published, Move::Write | Move::Publish | Move::Attach)
            | (Self::Draft, Move::Publish)
            | (Self::Archived, Move::Restore) => Ok(Self::Published),
            (Self::Published, Move::Archive) => Ok(Self::Archived),
            _ => Err(Error::illegal_state(self.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: [Status; 3] = [Status::Draft, Status::Published, Status::Archived];
    const MOVES: [Move; 6] =
        [Move::Write, Move::Publish, Move::Archive, Move::Restore, Move::Delete, Move::Attach];

    #[test]
    fn every_pair_of_state_and_move_is_decided() {
        use Status::{Archived, Draft, Published};
        let expected = [
            [Some(Draft), Some(Published), None, None, Some(Draft), None],
            [Some(Published), Some(Published), Some(Archived), None, None, Some(Published)],
            [None, None, None, Some(Published), None, None],
        ];
        for (state, row) in STATES.into_iter().zip(expected) {
            for (step, after) in MOVES.into_iter().zip(row) {
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
