//! What an attempt asks, drawn once when it starts: the same on every device, and whatever becomes of the quiz.

use std::collections::HashSet;

use rand::Rng;
use rand::seq::SliceRandom;

use crate::ids::{ChoiceId, QuestionId};
use crate::quizzes::model::question::{Expected, Points, Question};

/// A version of a question.
pub type Version = (QuestionId, i32);

/// What a revision of a quiz asks at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The part of the quiz it belongs to.
    pub section: i16,
    /// What it is worth; none: what the question says.
    pub points: Option<Points>,
    /// The question, or those some are drawn among.
    pub asks: Asks,
}

/// One question, or some of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// This one.
    One(Version),
    /// So many of these.
    Some {
        /// How many.
        count: usize,
        /// Among which.
        pool: Vec<Version>,
    },
}

/// A question of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The part of the quiz.
    pub section: i16,
    /// The version that is asked.
    pub version: Version,
    /// What it is worth; none: what the question says.
    pub points: Option<Points>,
}

/// Draws what an attempt asks: no question twice; parts stay in order, and what they ask too unless it is shuffled.
pub fn questions(items: &[Item], is_shuffled: bool, dice: &mut impl Rng) -> Vec<Drawn> {
    let one = |item: &Item| match &item.asks {
        Asks::One((question, _)) => Some(*question),
        Asks::Some { .. } => None,
    };
    let mut taken: HashSet<QuestionId> = items.iter().filter_map(one).collect();
    let mut drawn = Vec::new();
    for item in items {
        let mut add = |version| drawn.push(Drawn { section: item.section, version, points: item.points });
        match &item.asks {
            Asks::One(version) => add(*version),
            Asks::Some { count, pool } => {
                let mut left: Vec<Version> =
                    pool.iter().copied().filter(|(question, _)| !taken.contains(question)).collect();
                left.shuffle(dice);
                for version in left.into_iter().take(*count) {
                    taken.insert(version.0);
                    add(version);
                }
            }
        }
    }
    if is_shuffled {
        drawn.shuffle(dice);
    }
    drawn.sort_by_key(|question| question.section);
    drawn
}

/// The order in which the choices of a question are shown; nothing for questions without any.
pub fn choices(question: &Question, is_shuffled: bool, dice: &mut impl Rng) -> Vec<ChoiceId> {
    let mut order: Vec<ChoiceId> = match &question.answer {
        Expected::Single { choices } | Expected::Multiple { choices, .. } => {
            choices.iter().map(|choice| choice.id).collect()
        }
        _ => Vec::new(),
    };
    if is_shuffled {
        order.shuffle(dice);
    }
    order
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use uuid::Uuid;

    use super::*;

    fn version(number: u128) -> Version {
        (QuestionId(Uuid::from_u128(number)), 1)
    }

    fn one(section: i16, number: u128) -> Item {
        Item { section, points: None, asks: Asks::One(version(number)) }
    }

    fn some(section: i16, count: usize, pool: std::ops::Range<u128>) -> Item {
        let points = Some(Points::of_hundredths(150));
        Item { section, points, asks: Asks::Some { count, pool: pool.map(version).collect() } }
    }

    fn numbers(drawn: &[Drawn]) -> Vec<u128> {
        drawn.iter().map(|question| question.version.0.0.as_u128()).collect()
    }

    #[test]
    fn nothing_is_asked_twice_and_parts_stay_in_order() {
        let items = [one(0, 1), some(0, 3, 1..6), some(1, 2, 1..9), one(1, 8)];
        for seed in 0..200 {
            let mut dice = StdRng::seed_from_u64(seed);
            let drawn = questions(&items, seed % 2 == 0, &mut dice);
            assert_eq!(drawn.len(), 7);
            assert!(drawn.is_sorted_by_key(|question| question.section));
            let different: HashSet<_> = numbers(&drawn).into_iter().collect();
            assert_eq!(different.len(), 7, "{drawn:?}");
            for question in drawn.iter().filter(|question| question.points.is_some()) {
                let number = question.version.0.0.as_u128();
                assert!(number != 1 && number != 8, "a question that is asked anyway is not drawn");
            }
        }
    }

    #[test]
    fn without_shuffling_the_order_is_the_quiz_s() {
        let items = [one(0, 3), one(0, 1), one(1, 2)];
        let mut dice = StdRng::seed_from_u64(7);
        assert_eq!(numbers(&questions(&items, false, &mut dice)), [3, 1, 2]);
    }

    #[test]
    fn every_question_of_a_pool_comes_up() {
        let items = [some(0, 2, 1..6)];
        let mut seen = HashSet::new();
        for seed in 0..100 {
            seen.extend(numbers(&questions(&items, false, &mut StdRng::seed_from_u64(seed))));
        }
        assert_eq!(seen.len(), 5);
    }

    #[test]
    fn a_pool_that_is_too_small_gives_what_it_has() {
        let items = [one(0, 1), some(0, 5, 1..4)];
        assert_eq!(questions(&items, false, &mut StdRng::seed_from_u64(1)).len(), 3);
    }
}
