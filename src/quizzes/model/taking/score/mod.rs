//! The points of an answer, computed here and nowhere else, in hundredths.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::Given;
use crate::ids::ChoiceId;
use crate::quizzes::model::question::{Accepted, Choice, Expected, Normalisation, PartialCredit, Question};

/// Weights of right choices add up to this, give or take what thirds lose.
const WHOLE: i64 = 10_000;

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = AnswerVerdict)]
pub enum Verdict {
    /// It brings everything.
    Right,
    /// It brings something.
    Partial,
    /// It brings nothing, or costs something.
    Wrong,
    /// There is none.
    Missing,
}

impl Verdict {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Partial => "partial",
            Self::Wrong => "wrong",
            Self::Missing => "missing",
        }
    }

    /// What so many points of so many say.
    pub const fn of(points: i32, worth: i32) -> Self {
        if points >= worth {
            Self::Right
        } else if points > 0 {
            Self::Partial
        } else {
            Self::Wrong
        }
    }
}

/// The points of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Hundredths of a point; below 0 where a wrong answer costs.
    pub points: i32,
    /// How good it is.
    pub verdict: Verdict,
}

/// A part of something: `part` of `whole`.
type Share = (i64, i64);

const NOTHING: Share = (0, 1);
const ALL: Share = (1, 1);

/// The points of an answer to a question of this worth; none when somebody has to look at it. `negative_percent` is the
/// share of its points that a wrong answer to a single choice, or to true or false, costs.
pub fn automatic(
    question: &Question,
    given: Option<&Given>,
    worth: i32,
    negative_percent: i16,
) -> Option<Scored> {
    let Some(given) = given else {
        return Some(Scored { points: 0, verdict: Verdict::Missing });
    };
    let (share, may_cost) = match (&question.answer, given) {
        (Expected::Single { choices }, Given::Single { choice_id }) => {
            (if is_right(choices, *choice_id) { ALL } else { NOTHING }, true)
        }
        (Expected::Multiple { choices, partial_credit }, Given::Multiple { choice_ids }) => {
            (credit(choices, *partial_credit, choice_ids), false)
        }
        (Expected::TrueFalse { is_true, .. }, Given::TrueFalse { is_true: said }) => {
            (if is_true == said { ALL } else { NOTHING }, true)
        }
        (Expected::ShortText { accepted, ignores }, Given::ShortText { text }) => {
            (words(accepted, *ignores, text), false)
        }
        (Expected::Number { value, tolerance, .. }, Given::Number { value: said }) => {
            (if is_close(*value, *tolerance, *said) { ALL } else { NOTHING }, false)
        }
        (Expected::LongText { .. } | Expected::File { .. }, _) => return None,
        // A corrected question of another kind than what was answered: nothing of it can be right.
        _ => (NOTHING, false),
    };
    let points = if share.0 == 0 && may_cost {
        -part_of(worth, (negative_percent.into(), 100))
    } else {
        part_of(worth, share)
    };
    let verdict =
        if share.0 == share.1 { Verdict::Right } else { Verdict::of(points, worth.max(points + 1)) };
    Some(Scored { points, verdict })
}

/// The words that an accepted answer, the best one that fits, says afterwards.
pub fn fitting<'a>(accepted: &'a [Accepted], ignores: Normalisation, text: &str) -> Option<&'a Accepted> {
    let said = ignores.apply(text);
    let fits = accepted.iter().filter(|one| ignores.apply(&one.text) == said);
    fits.max_by_key(|one| one.percent)
}

/// So much of so many points, rounded to the nearest hundredth, halves up.
fn part_of(worth: i32, (part, whole): Share) -> i32 {
    let points = (2 * i64::from(worth) * part + whole).div_euclid(2 * whole);
    i32::try_from(points).unwrap_or(i32::MAX)
}

fn is_right(choices: &[Choice], chosen: ChoiceId) -> bool {
    choices.iter().any(|choice| choice.id == chosen && choice.is_right)
}

fn credit(choices: &[Choice], rule: PartialCredit, chosen: &[ChoiceId]) -> Share {
    let is_ticked = |choice: &Choice| chosen.contains(&choice.id);
    let count = |counts: &dyn Fn(&Choice) -> bool| choices.iter().filter(|one| counts(one)).count() as i64;
    let is_exact = choices.iter().all(|choice| choice.is_right == is_ticked(choice));
    if is_exact {
        return ALL;
    }
    match rule {
        PartialCredit::AllOrNothing => NOTHING,
        PartialCredit::PerChoice => {
            (count(&|choice| choice.is_right == is_ticked(choice)), choices.len().max(1) as i64)
        }
        PartialCredit::RightMinusWrong => {
            let right = count(&|choice| choice.is_right && is_ticked(choice));
            let wrong = count(&|choice| !choice.is_right && is_ticked(choice));
            ((right - wrong).max(0), count(&|choice| choice.is_right).max(1))
        }
        PartialCredit::Weighted => {
            let ticked = choices.iter().filter(|choice| is_ticked(choice));
            let sum: i64 = ticked.filter_map(|choice| choice.weight).map(i64::from).sum();
            (sum.clamp(0, WHOLE), WHOLE)
        }
    }
}

fn words(accepted: &[Accepted], ignores: Normalisation, text: &str) -> Share {
    fitting(accepted, ignores, text).map_or(NOTHING, |one| (one.percent.into(), 100))
}

/// Whether a number is no further than the tolerance, decimal fractions being what they are in binary.
fn is_close(expected: f64, tolerance: f64, said: f64) -> bool {
    let slack = f64::EPSILON * 8.0 * expected.abs().max(said.abs()).max(1.0);
    (said - expected).abs() <= tolerance + slack
}

/// The result of an attempt: its points, never below nothing nor above what it is worth, and their whole percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// Hundredths of a point.
    pub points: i32,
    /// What it is worth.
    pub worth: i32,
    /// Whole percent, rounded down: whoever reaches a mark has reached it.
    pub percent: i16,
}

/// The result of answers with these points and worths.
pub fn total(answers: impl IntoIterator<Item = (i32, i32)>) -> Total {
    let (mut points, mut worth) = (0_i64, 0_i64);
    for (one, of) in answers {
        points += i64::from(one);
        worth += i64::from(of);
    }
    let points = points.clamp(0, worth.max(0));
    let percent = if worth > 0 { points * 100 / worth } else { 0 };
    Total { points: points as i32, worth: worth as i32, percent: percent as i16 }
}

#[cfg(test)]
mod tests;
