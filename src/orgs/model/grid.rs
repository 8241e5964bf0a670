//! A level grid: ordered, named steps, each mapped to the common scale or to nothing.

use std::collections::HashSet;

use crate::platform::http::{Error, FieldError, Fields, texts};

const MOST_STEPS: usize = 12;

/// A grid as it is written, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridDraft {
    /// Its name.
    pub name: String,
    /// Its steps, lowest first.
    pub steps: Vec<StepDraft>,
}

/// One step of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDraft {
    /// Its name, unique in the grid.
    pub name: String,
    /// Its place on the common scale 1..4, if it has one.
    pub common_level: Option<i16>,
    /// Whether reaching it means the skill is acquired.
    pub passing: bool,
}

impl GridDraft {
    /// Checks a grid; every fault is told at once.
    pub fn parse(name: &str, steps: Vec<StepDraft>) -> Result<Self, Error> {
        let mut fields = Fields::default();
        let name = fields.check(texts::line("/name", name, 1..=100));
        if steps.is_empty() || steps.len() > MOST_STEPS {
            fields.push(FieldError::new(
                "/steps",
                "out_of_range",
                format!("Entre 1 et {MOST_STEPS} échelons."),
            ));
        } else if !steps.iter().any(|step| step.passing) {
            fields.push(FieldError::new(
                "/steps",
                "no_passing_step",
                "Au moins un échelon vaut acquisition.",
            ));
        }
        let steps = check_steps(&mut fields, steps);
        fields.finish()?;
        Ok(Self { name: name.unwrap_or_default(), steps })
    }
}

fn check_steps(fields: &mut Fields, steps: Vec<StepDraft>) -> Vec<StepDraft> {
    let mut names = HashSet::new();
    let mut highest = 0;
    let mut checked = Vec::with_capacity(steps.len());
    for (position, step) in steps.into_iter().enumerate() {
        let pointer = |field| format!("/steps/{position}/{field}");
        let name = fields.check(texts::line(&pointer("name"), &step.name, 1..=60)).unwrap_or_default();
        if !name.is_empty() && !names.insert(name.to_lowercase()) {
            fields.push(FieldError::new(pointer("name"), "duplicate", "Deux échelons portent ce nom."));
        }
        match step.common_level {
            Some(level) if !(1..=4).contains(&level) => {
                fields.push(FieldError::new(
                    pointer("common_level"),
                    "out_of_range",
                    "Un niveau va de 1 à 4.",
                ));
            }
            Some(level) if level < highest => {
                let message = "Les échelons vont du plus bas au plus haut niveau.";
                fields.push(FieldError::new(pointer("common_level"), "not_ascending", message));
            }
            Some(level) => highest = level,
            None => {}
        }
        checked.push(StepDraft { name, ..step });
    }
    checked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str, common_level: Option<i16>, passing: bool) -> StepDraft {
        StepDraft { name: name.to_owned(), common_level, passing }
    }

    fn faults(name: &str, steps: Vec<StepDraft>) -> Vec<(String, String)> {
        match GridDraft::parse(name, steps) {
            Err(Error::Invalid(faults)) => {
                faults.into_iter().map(|f| (f.pointer, f.code.into_owned())).collect()
            }
            Err(other) => panic!("{other}"),
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn a_grid_has_ordered_steps_of_which_one_passes() {
        let steps = vec![
            step(" Non acquis ", None, false),
            step("En cours", Some(2), false),
            step("Acquis", Some(3), true),
            step("Très bien", Some(3), true),
        ];
        let grid = GridDraft::parse(" Grille ", steps).unwrap();
        assert_eq!((grid.name.as_str(), grid.steps[0].name.as_str()), ("Grille", "Non acquis"));
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let told = |pointer: &str, code: &str| (pointer.to_owned(), code.to_owned());
        assert_eq!(faults("", vec![]), [told("/name", "required"), told("/steps", "out_of_range")]);
        assert_eq!(faults("G", vec![step("A", None, false)]), [told("/steps", "no_passing_step")]);
        let steps = vec![
            step("A", Some(3), true),
            step("a", Some(2), true),
            step("", Some(5), true),
            step(&"x".repeat(61), Some(0), true),
        ];
        assert_eq!(
            faults("G", steps),
            [
                told("/steps/1/name", "duplicate"),
                told("/steps/1/common_level", "not_ascending"),
                told("/steps/2/name", "required"),
                told("/steps/2/common_level", "out_of_range"),
                told("/steps/3/name", "too_long"),
                told("/steps/3/common_level", "out_of_range"),
            ]
        );
        assert_eq!(faults("G", vec![step("A", None, true); 13])[0], told("/steps", "out_of_range"));
    }
}
