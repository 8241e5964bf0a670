//! Says how a profile fares against each criterion and how much of a job it covers.

use std::collections::HashSet;

use super::super::document::{VisibleProfile, VisibleSkill};
use super::super::page::{Coverage, Hit, MatchLine, Outcome};
use super::super::request::{Criterion, JobFit, SearchRequest};
use crate::codes::SkillCode;
use crate::level::Status;

/// Explains hits of one request.
pub(crate) struct Explainer<'a> {
    criteria: &'a [Criterion],
    /// The job, each core skill once.
    fit: Option<JobFit>,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(request: &'a SearchRequest) -> Self {
        Self { criteria: &request.criteria, fit: request.job.as_ref().map(once_each) }
    }

    /// Explains a hit.
    pub(crate) fn hit(&self, profile: VisibleProfile) -> Hit {
        let matches = self.criteria.iter().map(|&criterion| line(&profile, criterion)).collect();
        let coverage = self.fit.as_ref().map(|fit| coverage(&profile, fit));
        Hit { profile, matches, coverage }
    }
}

fn once_each(fit: &JobFit) -> JobFit {
    let mut seen = HashSet::with_capacity(fit.core.len());
    JobFit { job: fit.job, core: fit.core.iter().copied().filter(|skill| seen.insert(*skill)).collect() }
}

fn line(profile: &VisibleProfile, criterion: Criterion) -> MatchLine {
    let entry = find(profile, criterion.skill);
    MatchLine {
        skill: criterion.skill,
        outcome: entry.map_or(Outcome::Missing, |&entry| outcome(entry, criterion)),
        level: entry.and_then(|entry| entry.level),
    }
}

fn outcome(entry: VisibleSkill, criterion: Criterion) -> Outcome {
    if criterion.validated_only && entry.status == Status::Declared {
        return Outcome::DeclaredOnly;
    }
    let bounded = criterion.min_level.is_some() || criterion.max_level.is_some();
    match entry.level {
        None if bounded => Outcome::LowerLevel,
        Some(level) if criterion.min_level.is_some_and(|min| level < min) => Outcome::LowerLevel,
        Some(level) if criterion.max_level.is_some_and(|max| level > max) => Outcome::HigherLevel,
        None | Some(_) => Outcome::Matched,
    }
}

fn coverage(profile: &VisibleProfile, fit: &JobFit) -> Coverage {
    let missing: Vec<SkillCode> =
        fit.core.iter().copied().filter(|skill| find(profile, *skill).is_none()).collect();
    let required = fit.core.len() as u32;
    Coverage { job: fit.job, covered: required - missing.len() as u32, required, missing }
}

/// Finds an entry of a stored profile, whose skills are sorted.
fn find(profile: &VisibleProfile, code: SkillCode) -> Option<&VisibleSkill> {
    profile.skills.binary_search_by_key(&code, |skill| skill.code).ok().map(|at| &profile.skills[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{ProfileId, RomeCode};
    use crate::level::Level;

    fn entry(level: u8, status: Status) -> VisibleSkill {
        VisibleSkill { code: SkillCode(1), level: Level::new(level), status }
    }

    #[test]
    fn every_outcome_is_told() {
        let asked = |min, max, validated_only| Criterion {
            skill: SkillCode(1),
            min_level: Level::new(min),
            max_level: Level::new(max),
            validated_only,
            required: true,
        };
        let declared = entry(3, Status::Declared);
        assert_eq!(outcome(declared, asked(2, 0, false)), Outcome::Matched);
        assert_eq!(outcome(declared, asked(4, 0, true)), Outcome::DeclaredOnly);
        assert_eq!(outcome(declared, asked(4, 0, false)), Outcome::LowerLevel);
        assert_eq!(outcome(declared, asked(1, 2, false)), Outcome::HigherLevel);
        let bare = entry(0, Status::Validated);
        assert_eq!(outcome(bare, asked(0, 0, true)), Outcome::Matched);
        assert_eq!(outcome(bare, asked(0, 4, false)), Outcome::LowerLevel);
    }

    #[test]
    fn coverage_counts_each_core_skill_once() {
        let profile = VisibleProfile {
            id: ProfileId(1),
            first_name: String::new(),
            last_name: String::new(),
            skills: vec![entry(1, Status::Declared)],
            jobs: vec![],
            families: vec![],
        };
        let job = RomeCode::parse("M1805").unwrap();
        let fit = JobFit { job, core: [2, 1, 1, 3].map(SkillCode).to_vec() };
        let expected = Coverage { job, covered: 1, required: 3, missing: vec![SkillCode(2), SkillCode(3)] };
        assert_eq!(coverage(&profile, &once_each(&fit)), expected);
    }
}
