//! How an account is erased: asked for, planned, done; and who may not leave yet.

use chrono::{DateTime, Duration, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::identity::PlannedErasure;
use crate::platform::http::{Error, FieldError, Result};

/// What a person types to confirm.
pub const WORD: &str = "EFFACER";
/// How long they may change their mind.
pub const DELAY: Duration = Duration::days(14);

/// Where the erasure of an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ErasureState)]
pub enum State {
    /// Nobody asked for it.
    None,
    /// Asked for; the person may change their mind.
    Planned,
    /// Its time has come: a job does it within minutes.
    Due,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// The person asks for it.
    Ask,
    /// The person changes their mind.
    Cancel,
    /// The clock.
    Fall,
}

/// Every legal move.
pub const MOVES: &[(State, Move, State)] = &[
    (State::None, Move::Ask, State::Planned),
    (State::Planned, Move::Cancel, State::None),
    (State::Planned, Move::Fall, State::Due),
];

impl State {
    /// Where a planned erasure stands.
    pub fn of(planned: Option<PlannedErasure>, now: DateTime<Utc>) -> Self {
        match planned {
            None => Self::None,
            Some(plan) if plan.erase_at <= now => Self::Due,
            Some(_) => Self::Planned,
        }
    }

    /// The name programs are shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Planned => "planned",
            Self::Due => "due",
        }
    }

    /// The state after a move; 409 with the present one where the move is not in the table.
    pub fn after(self, step: Move) -> Result<Self> {
        let legal = MOVES.iter().find(|(from, by, _)| (*from, *by) == (self, step));
        legal.map(|(.., to)| *to).ok_or_else(|| Error::illegal_state(self.as_str()))
    }
}

/// The erasure planned now.
pub fn plan(now: DateTime<Utc>) -> PlannedErasure {
    PlannedErasure { asked_at: now, erase_at: now + DELAY }
}

/// Reads the word that was typed.
pub fn check_word(pointer: &str, typed: &str) -> std::result::Result<(), FieldError> {
    if typed.trim() == WORD {
        return Ok(());
    }
    let message = "Tapez le mot EFFACER, en majuscules, pour confirmer.";
    Err(FieldError::new(pointer, "wrong_word", message))
}

/// Why an account is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// The person asked.
    Asked,
    /// Nobody used it for two years.
    Inactive,
    /// It came back with a dump from before its erasure.
    Restored,
}

impl Why {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Inactive => "inactive",
            Self::Restored => "restored",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_moves_of_the_table_are_legal() {
        for state in [State::None, State::Planned, State::Due] {
            for step in [Move::Ask, Move::Cancel, Move::Fall] {
                let listed = MOVES.iter().any(|(from, by, _)| (*from, *by) == (state, step));
                assert_eq!(state.after(step).is_ok(), listed, "{state:?} {step:?}");
            }
        }
        let Err(Error::IllegalState { current_state, .. }) = State::Due.after(Move::Cancel) else {
            panic!("cancelled too late")
        };
        assert_eq!(current_state, "due");
    }

    #[test]
    fn fourteen_days_to_the_second() {
        let now: DateTime<Utc> = "2026-03-03T08:00:00Z".parse().unwrap();
        let planned = plan(now);
        assert_eq!(planned.erase_at.to_rfc3339(), "2026-03-17T08:00:00+00:00");
        let at = |seconds| State::of(Some(planned), planned.erase_at + Duration::seconds(seconds));
        assert_eq!((at(-1), at(0), at(1)), (State::Planned, State::Due, State::Due));
        assert_eq!(State::of(None, now), State::None);
    }

    #[test]
    fn the_word_is_typed_as_it_is_shown() {
        assert!(check_word("/word", " EFFACER ").is_ok());
        for wrong in ["effacer", "EFFACE", "", "EFFACER MON COMPTE"] {
            assert!(check_word("/word", wrong).is_err(), "{wrong}");
        }
    }
}
