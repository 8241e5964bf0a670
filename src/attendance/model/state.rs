//! The state of a sheet. Every legal transition stands here.

use crate::platform::http::{Error, Result};
use crate::sessions::SheetState;

/// What is done to a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// A mark is written.
    Mark,
    /// Somebody signs.
    Sign,
    /// What was taught, a paper scan or a longer window is noted.
    Note,
    /// It is closed and sealed.
    Close,
    /// A sealed mark is rectified.
    Rectify,
    /// A trainee contests a mark.
    Contest,
    /// A contest is decided; others may wait.
    Decide {
        /// Whether it was the last one that waited.
        is_last: bool,
    },
}

/// The state after this move, or the refusal that names the current state.
pub fn after(state: SheetState, step: Move) -> Result<SheetState> {
    use SheetState::{Closed, Contested, Open};
    match (state, step) {
        (Open, Move::Mark | Move::Sign | Move::Note) => Ok(Open),
        (Open, Move::Close) | (Closed, Move::Rectify) | (Contested, Move::Decide { is_last: true }) => {
            Ok(Closed)
        }
        (Closed | Contested, Move::Contest)
        | (Contested, Move::Rectify | Move::Decide { is_last: false }) => Ok(Contested),
        _ => Err(Error::illegal_state(state.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use SheetState::{Closed, Contested, Open};

    use super::*;

    #[test]
    fn every_pair_of_state_and_move_is_decided() {
        let (last, others) = (Move::Decide { is_last: true }, Move::Decide { is_last: false });
        let moves =
            [Move::Mark, Move::Sign, Move::Note, Move::Close, Move::Rectify, Move::Contest, last, others];
        let expected = [
            (Open, [Some(Open), Some(Open), Some(Open), Some(Closed), None, None, None, None]),
            (Closed, [None, None, None, None, Some(Closed), Some(Contested), None, None]),
            (
                Contested,
                [None, None, None, None, Some(Contested), Some(Contested), Some(Closed), Some(Contested)],
            ),
        ];
        for (state, row) in expected {
            for (step, reached) in moves.into_iter().zip(row) {
                match after(state, step) {
                    Ok(found) => assert_eq!(Some(found), reached, "{state:?} {step:?}"),
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert_eq!((reached, current_state), (None, state.as_str()), "{state:?} {step:?}");
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }
}
