//! The scale on which a level was reached: a version of an organisation's grid, or the platform's common one.

use serde_json::{Value, json};

use super::award::Award;
use crate::trainings::COMMON;

/// A scale, and the step that was reached on it.
pub(super) struct Scale<'a> {
    /// What names it in the credential.
    pub id: String,
    /// What people call it.
    pub name: &'a str,
    steps: Vec<Step<'a>>,
    /// Place of the step, from 0.
    pub reached: usize,
    /// Place of the lowest step that means acquired, where the scale says so: the common one leaves it to the training.
    required: Option<usize>,
}

struct Step<'a> {
    name: &'a str,
    common_level: Option<u8>,
}

impl<'a> Scale<'a> {
    /// That of a validation; none when its step is on no scale.
    pub fn of(platform: &str, award: &Award<'a>) -> Option<Self> {
        let level = &award.validation.level;
        let scale = match award.grid {
            None => Self {
                id: format!("{platform}/levels"),
                name: "Niveaux de Carnet",
                steps: COMMON
                    .into_iter()
                    .zip(1..)
                    .map(|(name, at)| Step { name, common_level: Some(at) })
                    .collect(),
                reached: usize::from(level.common_level?.checked_sub(1)?),
                required: None,
            },
            Some(grid) => Self {
                id: format!("urn:uuid:{}#v{}", grid.id, grid.version),
                name: &grid.name,
                steps: grid
                    .steps
                    .iter()
                    .map(|it| Step { name: &it.name, common_level: it.common_level })
                    .collect(),
                reached: usize::try_from(level.step?).ok()?,
                required: grid.steps.iter().position(|step| step.is_passing),
            },
        };
        let named = award.grid.map(|grid| (grid.id, grid.version));
        let is_its = level.grid_id.zip(level.grid_version) == named;
        (is_its && scale.reached < scale.steps.len()).then_some(scale)
    }

    /// What names a step.
    pub fn step_id(&self, position: usize) -> String {
        let mark = if self.id.contains('#') { '-' } else { '#' };
        format!("{}{mark}{position}", self.id)
    }

    /// As a result that can be reached.
    pub fn described(&self) -> Value {
        let level = |(position, step): (usize, &Step<'_>)| {
            let mut level = json!({
                "id": self.step_id(position), "type": ["RubricCriterionLevel"], "name": step.name,
            });
            if let Some(common) = step.common_level {
                // The common scale of the platform, so that steps of two organisations compare.
                level["level"] = common.to_string().into();
            }
            level
        };
        let levels: Vec<Value> = self.steps.iter().enumerate().map(level).collect();
        let mut described = json!({
            "id": self.id, "type": ["ResultDescription"], "name": self.name,
            "resultType": "RubricCriterionLevel", "rubricCriterionLevel": levels,
        });
        if let Some(required) = self.required {
            described["requiredLevel"] = self.step_id(required).into();
        }
        described
    }
}
