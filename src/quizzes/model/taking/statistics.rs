//! What the results say of the questions: how many succeed, whether those who know succeed, which choices attract.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::ChoiceId;

/// Below this many attempts nothing is said against a question: chance speaks too loudly.
pub const FEWEST: usize = 10;

/// One attempt as far as one question is concerned. Points are hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Points of the question.
    pub points: i32,
    /// What it is worth.
    pub worth: i32,
    /// Points of the attempt without the question.
    pub rest: i32,
    /// What the others are worth.
    pub rest_worth: i32,
    /// The choices that were ticked.
    pub chosen: Vec<ChoiceId>,
}

/// A choice of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The choice.
    pub id: ChoiceId,
    /// Whether it is right.
    pub is_right: bool,
}

/// How often a choice was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChoiceUse {
    /// The choice.
    pub choice_id: ChoiceId,
    /// Whether it is right.
    pub is_right: bool,
    /// By how many it was ticked.
    pub taken: i64,
    /// By how many of the better half, by the rest of the quiz.
    pub taken_by_better_half: i64,
}

/// Why a question deserves a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemFlag {
    /// Nearly everybody succeeds: it tells nothing.
    TooEasy,
    /// Nearly nobody succeeds.
    TooHard,
    /// Those who know the rest hardly succeed more often.
    WeakDiscrimination,
    /// Those who know the rest succeed less often: the key may be wrong.
    NegativeDiscrimination,
    /// A wrong choice that nobody takes.
    UnusedDistractor,
    /// A wrong choice that the better half takes more often than the right one: it may be right too.
    AttractiveDistractor,
}

/// The figures of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ItemFigures {
    /// Attempts in which it was asked and has its points.
    pub attempts: i64,
    /// Mean share of its points, in thousandths; null without an attempt.
    pub facility: Option<i32>,
    /// Correlation of its points with those of the rest of the quiz, from −1000 to 1000; null where there is none to compute.
    pub discrimination: Option<i32>,
    /// How often each choice was taken.
    pub choices: Vec<ChoiceUse>,
    /// Why it deserves a second look; nothing below ten attempts.
    pub flags: Vec<ItemFlag>,
}

/// The share that points are of their worth; what is worth nothing is half known.
fn share(points: i32, worth: i32) -> f64 {
    if worth <= 0 { 0.5 } else { (f64::from(points) / f64::from(worth)).clamp(-1.0, 1.0) }
}

fn thousandths(value: f64) -> i32 {
    (value * 1000.0).round() as i32
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Pearson's correlation; none where one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (mean_left, mean_right) = (mean(&left)?, mean(&right)?);
    let (mut both, mut one, mut other) = (0.0, 0.0, 0.0);
    for (a, b) in pairs {
        let (a, b) = (a - mean_left, b - mean_right);
        both += a * b;
        one += a * a;
        other += b * b;
    }
    let spread = (one * other).sqrt();
    (spread > 1e-9).then(|| (both / spread).clamp(-1.0, 1.0))
}

/// The figures of a question from every attempt that answered it.
pub fn figures(answered: &[Answered], offered: &[Offered]) -> ItemFigures {
    let shares: Vec<f64> = answered.iter().map(|one| share(one.points, one.worth)).collect();
    let rests: Vec<f64> = answered.iter().map(|one| share(one.rest, one.rest_worth)).collect();
    let pairs: Vec<(f64, f64)> = shares.iter().copied().zip(rests.iter().copied()).collect();
    let has_rest = answered.iter().any(|one| one.rest_worth > 0);
    let facility = mean(&shares);
    let discrimination = correlation(&pairs).filter(|_| has_rest);
    let choices = choices(answered, &rests, offered);
    let flags = flags(answered.len(), facility, discrimination, &choices);
    ItemFigures {
        attempts: answered.len() as i64,
        facility: facility.map(thousandths),
        discrimination: discrimination.map(thousandths),
        choices,
        flags,
    }
}

fn choices(answered: &[Answered], rests: &[f64], offered: &[Offered]) -> Vec<ChoiceUse> {
    let mut order: Vec<usize> = (0..answered.len()).collect();
    order.sort_by(|a, b| rests[*b].total_cmp(&rests[*a]));
    let better: Vec<usize> = order.into_iter().take(answered.len() / 2).collect();
    let takes = |place: usize, choice: ChoiceId| answered[place].chosen.contains(&choice);
    let used = |choice: &Offered| ChoiceUse {
        choice_id: choice.id,
        is_right: choice.is_right,
        taken: (0..answered.len()).filter(|place| takes(*place, choice.id)).count() as i64,
        taken_by_better_half: better.iter().filter(|place| takes(**place, choice.id)).count() as i64,
    };
    offered.iter().map(used).collect()
}

fn flags(
    attempts: usize,
    facility: Option<f64>,
    discrimination: Option<f64>,
    choices: &[ChoiceUse],
) -> Vec<ItemFlag> {
    if attempts < FEWEST {
        return Vec::new();
    }
    let mut flags = Vec::new();
    match facility {
        Some(facility) if facility >= 0.95 => flags.push(ItemFlag::TooEasy),
        Some(facility) if facility <= 0.2 => flags.push(ItemFlag::TooHard),
        _ => {}
    }
    match discrimination {
        Some(value) if value < 0.0 => flags.push(ItemFlag::NegativeDiscrimination),
        Some(value) if value < 0.2 => flags.push(ItemFlag::WeakDiscrimination),
        _ => {}
    }
    let wrong = || choices.iter().filter(|choice| !choice.is_right);
    if wrong().any(|choice| choice.taken == 0) {
        flags.push(ItemFlag::UnusedDistractor);
    }
    let right = choices.iter().filter(|choice| choice.is_right).map(|choice| choice.taken_by_better_half);
    if let Some(right) = right.max()
        && wrong().any(|choice| choice.taken_by_better_half > right)
    {
        flags.push(ItemFlag::AttractiveDistractor);
    }
    flags
}

/// How many results lie in each tenth, the last one with 100 % itself.
pub fn distribution(percents: impl IntoIterator<Item = i32>) -> [i64; 10] {
    let mut tenths = [0; 10];
    for percent in percents {
        tenths[(percent.clamp(0, 100) / 10).min(9) as usize] += 1;
    }
    tenths
}

/// The middle result, rounded down; none without results.
pub fn median(percents: &[i32]) -> Option<i32> {
    let mut sorted = percents.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 { Some(upper) } else { Some(i32::midpoint(sorted[middle - 1], upper)) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const RIGHT: ChoiceId = ChoiceId(Uuid::from_u128(1));
    const WRONG: ChoiceId = ChoiceId(Uuid::from_u128(2));
    const IDLE: ChoiceId = ChoiceId(Uuid::from_u128(3));

    fn answered(is_right: bool, rest: i32) -> Answered {
        let chosen = vec![if is_right { RIGHT } else { WRONG }];
        Answered { points: if is_right { 100 } else { 0 }, worth: 100, rest, rest_worth: 1000, chosen }
    }

    fn offered() -> Vec<Offered> {
        [(RIGHT, true), (WRONG, false), (IDLE, false)].map(|(id, is_right)| Offered { id, is_right }).into()
    }

    #[test]
    fn a_question_that_those_who_know_answer_discriminates() {
        let rows: Vec<_> = (0..12).map(|at| answered(at >= 6, at * 80)).collect();
        let told = figures(&rows, &offered());
        assert_eq!((told.attempts, told.facility), (12, Some(500)));
        assert_eq!(told.discrimination, Some(869));
        assert_eq!(told.choices.iter().map(|choice| choice.taken).collect::<Vec<_>>(), [6, 6, 0]);
        let better: Vec<_> = told.choices.iter().map(|choice| choice.taken_by_better_half).collect();
        assert_eq!(better, [6, 0, 0]);
        assert_eq!(told.flags, [ItemFlag::UnusedDistractor]);
    }

    #[test]
    fn a_wrong_key_is_seen() {
        let rows: Vec<_> = (0..12).map(|at| answered(at < 6, at * 80)).collect();
        let told = figures(&rows, &offered()[..2]);
        assert_eq!(told.discrimination, Some(-869));
        assert_eq!(told.flags, [ItemFlag::NegativeDiscrimination, ItemFlag::AttractiveDistractor]);
    }

    #[test]
    fn what_everybody_and_what_nobody_knows_tells_nothing() {
        let all: Vec<_> = (0..12).map(|at| answered(true, at * 80)).collect();
        let told = figures(&all, &offered()[..1]);
        assert_eq!((told.facility, told.discrimination), (Some(1000), None));
        assert_eq!(told.flags, [ItemFlag::TooEasy]);
        let none: Vec<_> = (0..12).map(|at| answered(false, at * 80)).collect();
        assert_eq!(figures(&none, &[]).flags, [ItemFlag::TooHard]);
    }

    #[test]
    fn too_few_attempts_say_nothing_against_a_question() {
        let rows: Vec<_> = (0..9).map(|_| answered(false, 1000)).collect();
        assert!(figures(&rows, &offered()).flags.is_empty());
        let nobody = figures(&[], &offered());
        assert_eq!((nobody.attempts, nobody.facility, nobody.discrimination), (0, None, None));
    }

    #[test]
    fn a_quiz_of_one_question_has_no_rest_to_compare_with() {
        let rows: Vec<_> =
            (0..12).map(|at| Answered { rest: 0, rest_worth: 0, ..answered(at % 2 == 0, 0) }).collect();
        assert_eq!(figures(&rows, &[]).discrimination, None);
    }

    #[test]
    fn results_are_counted_by_tenths_and_have_a_middle() {
        assert_eq!(distribution([0, 9, 10, 99, 100]), [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[90, 10, 50]), Some(50));
        assert_eq!(median(&[10, 20, 91, 100]), Some(55));
    }
}
