//! The state of an attempt. Every legal transition stands here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// How far somebody is with a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = QuizAttemptState)]
pub enum AttemptState {
    /// May begin; nothing is stored of it.
    Invited,
    /// Answers, and the clock runs.
    Started,
    /// Handed in; its automatic score is being computed.
    Submitted,
    /// Some answers wait for somebody who corrects them.
    ToGrade,
    /// Every answer has its points; the person does not see them yet.
    Graded,
    /// The person sees the result.
    Published,
    /// The person stepped back: its answers are erased.
    Withdrawn,
}

/// What happens to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The person has read the notice, and begins.
    Start,
    /// An answer is saved.
    Save,
    /// The person, or the clock, hands it in.
    Submit,
    /// The automatic score is known.
    Score {
        /// Whether somebody has to correct some of it.
        needs_grading: bool,
    },
    /// Somebody corrects an answer.
    Grade {
        /// Whether no other one waits.
        is_last: bool,
    },
    /// A corrected key gives other points.
    Regrade,
    /// The person is shown the result.
    Publish,
    /// The person steps back.
    Withdraw,
}

impl AttemptState {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Started => "started",
            Self::Submitted => "submitted",
            Self::ToGrade => "to_grade",
            Self::Graded => "graded",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// As people read it.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Invited => "invité",
            Self::Started => "commencé",
            Self::Submitted => "remis",
            Self::ToGrade => "à corriger",
            Self::Graded => "corrigé",
            Self::Published => "publié",
            Self::Withdrawn => "retiré",
        }
    }

    /// The state after this move, or the refusal that names the current state.
    pub fn after(self, step: Move) -> Result<Self> {
        match (self, step) {
            (Self::Invited, Move::Start) | (Self::Started, Move::Save) => Ok(Self::Started),
            (Self::Started, Move::Submit) => Ok(Self::Submitted),
            (Self::Submitted, Move::Score { needs_grading: true })
            | (Self::ToGrade, Move::Grade { is_last: false } | Move::Regrade) => Ok(Self::ToGrade),
            (Self::Submitted, Move::Score { needs_grading: false })
            | (Self::ToGrade | Self::Graded, Move::Grade { is_last: true })
            | (Self::Graded, Move::Regrade) => Ok(Self::Graded),
            (Self::Graded, Move::Publish)
            | (Self::Published, Move::Grade { is_last: true } | Move::Regrade) => Ok(Self::Published),
            (Self::Invited | Self::Started, Move::Withdraw) => Ok(Self::Withdrawn),
            _ => Err(Error::illegal_state(self.as_str())),
        }
    }

    /// Whether it is over for the person: nothing of it is answered any more.
    pub const fn is_handed_in(self) -> bool {
        matches!(self, Self::Submitted | Self::ToGrade | Self::Graded | Self::Published)
    }

    /// Whether every answer has its points.
    pub const fn has_result(self) -> bool {
        matches!(self, Self::Graded | Self::Published)
    }
}

#[cfg(test)]
mod tests {
    use AttemptState::{Graded, Invited, Published, Started, Submitted, ToGrade, Withdrawn};

    use super::*;

    #[test]
    fn every_pair_of_state_and_move_is_decided() {
        let (waits, done) = (Move::Score { needs_grading: true }, Move::Score { needs_grading: false });
        let (one, last) = (Move::Grade { is_last: false }, Move::Grade { is_last: true });
        let moves = [
            Move::Start,
            Move::Save,
            Move::Submit,
            waits,
            done,
            one,
            last,
            Move::Regrade,
            Move::Publish,
            Move::Withdraw,
        ];
        let legal = [
            (Invited, Move::Start, Started),
            (Invited, Move::Withdraw, Withdrawn),
            (Started, Move::Save, Started),
            (Started, Move::Submit, Submitted),
            (Started, Move::Withdraw, Withdrawn),
            (Submitted, waits, ToGrade),
            (Submitted, done, Graded),
            (ToGrade, one, ToGrade),
            (ToGrade, last, Graded),
            (ToGrade, Move::Regrade, ToGrade),
            (Graded, last, Graded),
            (Graded, Move::Regrade, Graded),
            (Graded, Move::Publish, Published),
            (Published, last, Published),
            (Published, Move::Regrade, Published),
        ];
        for state in [Invited, Started, Submitted, ToGrade, Graded, Published, Withdrawn] {
            for step in moves {
                let expected = legal.iter().find(|(from, by, _)| (*from, *by) == (state, step));
                match state.after(step) {
                    Ok(reached) => {
                        assert_eq!(Some(reached), expected.map(|(.., to)| *to), "{state:?} {step:?}");
                    }
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert_eq!((expected, current_state), (None, state.as_str()), "{state:?} {step:?}");
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }

    #[test]
    fn a_result_is_known_once_every_answer_has_its_points() {
        let all = [Invited, Started, Submitted, ToGrade, Graded, Published, Withdrawn];
        let told = |is: fn(AttemptState) -> bool| all.map(is);
        assert_eq!(told(AttemptState::has_result), [false, false, false, false, true, true, false]);
        assert_eq!(told(AttemptState::is_handed_in), [false, false, true, true, true, true, false]);
    }
}
