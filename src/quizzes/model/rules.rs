//! From a score to a level: which share of the points proposes which level of a skill. A proposal is confirmed by somebody.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{FieldError, Fields, Result};
use crate::quizzes::model::question::draft::twice;
use crate::trainings::{SkillLine, SkillRef};

/// The rules of a quiz of a session, as they are sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizRulesDraft {
    /// One per skill; none: the quiz proposes nothing.
    rules: Vec<SkillRuleDraft>,
}

/// A rule, as it is sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkillRuleDraft {
    /// A skill of the session's revision: its code, or its id when it is the organisation's own.
    skill: String,
    /// From which percentage which level: a higher one for a higher level.
    levels: Vec<LevelRuleDraft>,
}

/// A level, as it is sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelRuleDraft {
    /// A step of the grid that the revision measures the skill by, counted from 0; without a grid, a level 1..4.
    level: i16,
    /// From which percentage of the points, 0 to 100.
    min_percent: i16,
}

/// A rule: this share proposes this level of this skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Place of the skill among those of the session's revision.
    pub skill_position: i16,
    /// The level.
    pub level: i16,
    /// From which percentage of the points.
    pub min_percent: i16,
}

/// A rule, as it is shown.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SkillRule {
    /// The skill.
    skill: String,
    /// Its name in the session's revision.
    label: String,
    /// The grid; null for the common scale.
    grid: Option<String>,
    /// From which percentage which level, lowest first.
    levels: Vec<LevelRule>,
}

/// A level, as it is shown.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LevelRule {
    /// The level.
    level: i16,
    /// Its name.
    name: String,
    /// From which percentage of the points.
    min_percent: i16,
}

impl QuizRulesDraft {
    /// The rules; `skills` are those of the session's revision. Every fault is told at its place.
    pub fn parse(&self, skills: &[SkillLine]) -> Result<Vec<Rule>> {
        let mut fields = Fields::default();
        let mut seen = HashSet::new();
        let mut rules = Vec::new();
        for (place, draft) in self.rules.iter().enumerate() {
            let pointer = format!("/rules/{place}");
            let skill: Option<SkillRef> = draft.skill.parse().ok();
            let found = (0_i16..).zip(skills).find(|(_, line)| Some(line.skill) == skill);
            match found {
                None => {
                    let message = "Cette compétence n’est pas dans la formation.";
                    fields.push(FieldError::new(format!("{pointer}/skill"), "not_in_training", message));
                }
                Some((position, _)) if !seen.insert(position) => {
                    fields.push(twice(format!("{pointer}/skill")));
                }
                Some(found) => draft.read_levels(&pointer, found, &mut rules, &mut fields),
            }
        }
        fields.finish()?;
        Ok(rules)
    }
}

impl SkillRuleDraft {
    fn read_levels(
        &self,
        pointer: &str,
        (skill_position, line): (i16, &SkillLine),
        rules: &mut Vec<Rule>,
        fields: &mut Fields,
    ) {
        if self.levels.is_empty() {
            let message = "Indiquez au moins un niveau.";
            fields.push(FieldError::new(format!("{pointer}/levels"), "required", message));
        }
        let mut read: Vec<Rule> = Vec::new();
        for (place, draft) in self.levels.iter().enumerate() {
            let pointer = format!("{pointer}/levels/{place}");
            let LevelRuleDraft { level, min_percent } = *draft;
            if line.levels.scale.name(level).is_none() {
                let message = "Cette échelle n’a pas ce niveau.";
                fields.push(FieldError::new(format!("{pointer}/level"), "unknown_level", message));
            }
            if !(0..=100).contains(&min_percent) {
                let message = "Entre 0 et 100\u{a0}%.";
                fields.push(FieldError::new(format!("{pointer}/min_percent"), "out_of_range", message));
            }
            if read.iter().any(|other| other.level == level) {
                fields.push(twice(format!("{pointer}/level")));
            } else if read.iter().any(|other| (other.level < level) != (other.min_percent < min_percent)) {
                let message = "Un niveau plus haut demande un pourcentage plus haut.";
                fields.push(FieldError::new(format!("{pointer}/min_percent"), "not_increasing", message));
            }
            read.push(Rule { skill_position, level, min_percent });
        }
        rules.append(&mut read);
    }
}

/// The rules as they are shown, in the order of the revision's skills.
pub fn show(rules: &[Rule], skills: &[SkillLine]) -> Vec<SkillRule> {
    let mut shown = Vec::new();
    for (position, line) in (0_i16..).zip(skills) {
        let mut of_skill: Vec<_> = rules.iter().filter(|rule| rule.skill_position == position).collect();
        if of_skill.is_empty() {
            continue;
        }
        of_skill.sort_by_key(|rule| rule.level);
        let scale = &line.levels.scale;
        let level = |rule: &&Rule| LevelRule {
            level: rule.level,
            name: scale.name(rule.level).unwrap_or_default().to_owned(),
            min_percent: rule.min_percent,
        };
        shown.push(SkillRule {
            skill: line.skill.to_string(),
            label: line.label.clone(),
            grid: scale.grid().map(|_| scale.title().to_owned()),
            levels: of_skill.iter().map(level).collect(),
        });
    }
    shown
}

#[cfg(test)]
mod tests {
    use carnet_index::SkillCode;
    use serde_json::{Value, json};

    use super::*;
    use crate::platform::http::Error;
    use crate::trainings::{Levels, Marks, Scale};

    fn skills() -> Vec<SkillLine> {
        let line = |code| SkillLine {
            skill: SkillRef::Catalog(SkillCode(code)),
            label: format!("Compétence {code}"),
            kind: None,
            jobs: Vec::new(),
            marks: Marks::default(),
            levels: Levels { scale: Scale::Common, target: 3, pass: 2 },
            linked: None,
        };
        vec![line(101), line(102)]
    }

    fn parse(rules: &Value) -> Result<Vec<Rule>> {
        serde_json::from_value::<QuizRulesDraft>(json!({ "rules": rules })).unwrap().parse(&skills())
    }

    #[test]
    fn rules_are_read_and_shown_in_order() {
        let levels = json!([{ "level": 3, "min_percent": 80 }, { "level": 2, "min_percent": 50 }]);
        let rules = parse(&json!([{ "skill": "102", "levels": levels }])).unwrap();
        assert_eq!(rules[0], Rule { skill_position: 1, level: 3, min_percent: 80 });
        let shown = serde_json::to_value(show(&rules, &skills())).unwrap();
        assert_eq!(shown[0]["skill"], "102");
        assert_eq!(shown[0]["levels"][0], json!({ "level": 2, "name": "Guidé", "min_percent": 50 }));
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let given = json!([
            { "skill": "999", "levels": [] },
            { "skill": "101", "levels": [] },
            { "skill": "101", "levels": [{ "level": 1, "min_percent": 10 }] },
            { "skill": "102", "levels": [
                { "level": 2, "min_percent": 50 }, { "level": 3, "min_percent": 50 }, { "level": 5, "min_percent": 101 },
                { "level": 2, "min_percent": 60 },
            ] },
        ]);
        let Err(Error::Invalid(faults)) = parse(&given) else { panic!("no fault") };
        let told: Vec<_> = faults.iter().map(|fault| (fault.pointer.as_str(), fault.code.as_ref())).collect();
        assert_eq!(
            told,
            [
                ("/rules/0/skill", "not_in_training"),
                ("/rules/1/levels", "required"),
                ("/rules/2/skill", "duplicate"),
                ("/rules/3/levels/1/min_percent", "not_increasing"),
                ("/rules/3/levels/2/level", "unknown_level"),
                ("/rules/3/levels/2/min_percent", "out_of_range"),
                ("/rules/3/levels/3/level", "duplicate"),
            ]
        );
    }
}
