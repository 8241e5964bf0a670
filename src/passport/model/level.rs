//! What an entry finds: a step of an organisation's grid, a level of the common scale, or not acquired.

use carnet_index::Level;

use crate::ids::GridId;
use crate::orgs::GridStep;
use crate::trainings::Scale;

/// What is written where a skill was found not acquired without saying how far the person is.
pub const NOT_ACQUIRED: &str = "Non acquis";

/// What an entry finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The step of a version of a grid, where one was used.
    pub step: Option<(GridId, i32, i16)>,
    /// In words, as the passport shows it for ever.
    pub name: String,
    /// Its place on the common scale 1..4, if it has one.
    pub common_level: Option<i16>,
    /// Whether the skill is acquired.
    pub passing: bool,
}

impl Outcome {
    /// A step of a grid, by that grid's own rule.
    pub fn step(step: &GridStep) -> Self {
        Self {
            step: Some((step.grid, step.version, step.position)),
            name: step.name.clone(),
            common_level: step.common_level,
            passing: step.passing,
        }
    }

    /// A step of a grid, acquired from this position on: what a training asks for may be more than its grid does, never
    /// less.
    pub fn step_from(step: &GridStep, pass: i16) -> Self {
        Self { passing: step.passing && step.position >= pass, ..Self::step(step) }
    }

    /// A level of the common scale, acquired from this one on.
    pub fn common(level: Level, pass: i16) -> Self {
        let value = i16::from(level.get());
        let name = Scale::Common.name(value).unwrap_or_default().to_owned();
        Self { step: None, name, common_level: Some(value), passing: value >= pass }
    }

    /// Not acquired, without a step.
    pub fn not_acquired() -> Self {
        Self { step: None, name: NOT_ACQUIRED.to_owned(), common_level: None, passing: false }
    }
}

/// The step of a grid that stands for a level of the common scale, by the mapping stored with the grid: the only one on
/// that level. Where none is, or several are, nothing is guessed.
pub fn converted(steps: &[GridStep], common_level: i16) -> Option<&GridStep> {
    let mut mapped = steps.iter().filter(|step| step.common_level == Some(common_level));
    mapped.next().filter(|_| mapped.next().is_none())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn step(position: i16, common_level: Option<i16>, passing: bool) -> GridStep {
        GridStep {
            grid: GridId(Uuid::from_u128(1)),
            version: 2,
            position,
            name: format!("Échelon {position}"),
            common_level,
            passing,
        }
    }

    #[test]
    fn a_training_may_ask_for_more_than_the_grid_and_never_for_less() {
        for (position, passing, pass, expected) in
            [(2, true, 2, true), (2, true, 3, false), (1, false, 0, false), (3, true, 0, true)]
        {
            let found = Outcome::step_from(&step(position, Some(2), passing), pass);
            assert_eq!(found.passing, expected, "{position} {passing} {pass}");
            assert_eq!(found.step, Some((GridId(Uuid::from_u128(1)), 2, position)));
        }
    }

    #[test]
    fn the_common_scale_has_names() {
        let told = |level| Outcome::common(Level::new(level).unwrap(), 3);
        assert_eq!((told(1).name.as_str(), told(1).passing), ("Notions", false));
        assert_eq!((told(4).name.as_str(), told(4).passing, told(4).common_level), ("Expert", true, Some(4)));
        assert_eq!(Outcome::not_acquired().common_level, None);
        assert!(!Outcome::not_acquired().passing);
    }

    #[test]
    fn a_level_is_converted_where_one_step_stands_for_it_and_guessed_nowhere() {
        let steps =
            [step(0, None, false), step(1, Some(2), false), step(2, Some(3), true), step(3, Some(3), true)];
        assert_eq!(converted(&steps, 2).map(|step| step.position), Some(1));
        assert_eq!(converted(&steps, 3), None, "two steps on one level");
        assert_eq!(converted(&steps, 4), None, "no step on the level");
    }
}
