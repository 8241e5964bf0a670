//! A request turned into conditions: what must hold, what counts, what is left out.

use std::collections::HashSet;

use super::super::request::{Criterion, SearchRequest};
use super::super::tokens::{Accepted, EntryCode};
use crate::codes::SkillCode;
use crate::level::Status;

/// Most conditions of one request; the packed order has room for this many.
pub(crate) const MAX_CONDITIONS: usize = 1_000;

/// One condition on one skill: a criterion, or a core skill of the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Condition {
    /// The skill.
    pub(crate) skill: SkillCode,
    /// The entries that meet the condition.
    pub(crate) accepted: Accepted,
    /// Whether results must meet it.
    pub(crate) required: bool,
}

/// The conditions of a request, criteria first and in the order of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Every condition.
    pub(crate) conditions: Vec<Condition>,
    /// How many optional conditions must be met.
    pub(crate) min_matching: u32,
}

impl Plan {
    /// Reads a request; a core skill already asked for or excluded is no further condition.
    pub(crate) fn of(request: &SearchRequest) -> Self {
        let mut conditions: Vec<Condition> = request.criteria.iter().copied().map(condition).collect();
        let mut known: HashSet<SkillCode> = conditions.iter().map(|condition| condition.skill).collect();
        known.extend(&request.exclude);
        for &skill in request.job.iter().flat_map(|fit| &fit.core) {
            if known.insert(skill) {
                conditions.push(Condition { skill, accepted: Accepted::ANY, required: false });
            }
        }
        let required = conditions.iter().any(|condition| condition.required);
        let optional = conditions.iter().any(|condition| !condition.required);
        let min_matching = request.min_matching.unwrap_or(u32::from(optional && !required));
        Self { conditions, min_matching }
    }

    /// Returns the same plan with one condition required and open to every entry: the ground of its counts.
    pub(crate) fn opened(&self, at: usize) -> Self {
        let mut plan = self.clone();
        let condition = &mut plan.conditions[at];
        if !condition.required {
            plan.min_matching = plan.min_matching.saturating_sub(1);
        }
        condition.required = true;
        condition.accepted = Accepted::ANY;
        plan
    }
}

fn condition(criterion: Criterion) -> Condition {
    Condition { skill: criterion.skill, accepted: Accepted::by(criterion), required: criterion.required }
}

const MET: u32 = 1 << 22;
const MET_VALIDATED: u32 = 1 << 12;

/// What one met condition adds to the tier of a profile, by entry: the greater tier comes first.
pub(crate) fn weight(code: EntryCode) -> u32 {
    let validated = if code.status() == Status::Validated { MET_VALIDATED } else { 0 };
    MET + validated + code.level().map_or(0, |level| u32::from(level.get()))
}

/// What one met condition adds to a tier when nothing but the number of met conditions is wanted.
pub(crate) fn one_met() -> u32 {
    MET
}

/// How many conditions a tier says are met.
pub(crate) fn met(tier: u32) -> u32 {
    tier / MET
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::RomeCode;
    use crate::profiles::request::JobFit;

    fn criterion(skill: u32, required: bool) -> Criterion {
        Criterion {
            skill: SkillCode(skill),
            min_level: None,
            max_level: None,
            validated_only: false,
            required,
        }
    }

    #[test]
    fn core_skills_join_unless_named_or_excluded() {
        let mut request = SearchRequest {
            criteria: vec![criterion(1, false)],
            exclude: vec![SkillCode(2)],
            job: Some(JobFit {
                job: RomeCode::parse("M1805").unwrap(),
                core: [1, 2, 3, 3, 4].map(SkillCode).to_vec(),
            }),
            ..SearchRequest::default()
        };
        let plan = Plan::of(&request);
        assert_eq!(plan.conditions.iter().map(|condition| condition.skill.0).collect::<Vec<_>>(), [1, 3, 4]);
        assert_eq!(plan.min_matching, 1);
        request.criteria[0].required = true;
        assert_eq!(Plan::of(&request).min_matching, 0);
    }

    #[test]
    fn tiers_have_room_for_every_condition() {
        let best = EntryCode(8);
        let all = weight(best) * MAX_CONDITIONS as u32;
        assert_eq!(met(all), MAX_CONDITIONS as u32);
        assert!(weight(EntryCode(9)) > weight(EntryCode(4)), "validated comes before any declared level");
        assert!(weight(best) < 2 * weight(EntryCode(1)), "one more condition met comes before everything");
    }
}
