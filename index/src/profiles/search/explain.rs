//! Says how a profile fares against each criterion and how much of a job it covers.

use std::collections::HashSet;

use super::super::card::ProfileCard;
use super::super::document::VisibleSkill;
use super::super::page::{Coverage, Hit, MatchLine, Outcome};
use super::super::request::{Criterion, JobFit, SearchRequest};
use crate::codes::SkillCode;
use crate::level::Status;

/// Explains hits of one request.
pub(crate) struct Explainer<'a> {
    criteria: &'a [Criterion],
    fit: Option<Fit>,
}

/// The job, each core skill once.
struct Fit {
    job: JobFit,
    /// The core skills and their places, by code.
    sorted: Vec<(SkillCode, usize)>,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(request: &'a SearchRequest) -> Self {
        Self { criteria: &request.criteria, fit: request.job.as_ref().map(Fit::new) }
    }

    /// Explains a hit; anything but a whole card gives nothing.
    pub(crate) fn hit(&self, card: &[u8]) -> Option<Hit> {
        let card = ProfileCard::take(card)?;
        let line = |criterion: &Criterion| {
            let entry = card.skill(criterion.skill);
            MatchLine {
                skill: criterion.skill,
                outcome: criterion.outcome(entry),
                level: entry.and_then(|entry| entry.level),
            }
        };
        let matches = self.criteria.iter().map(line).collect();
        let coverage = self.fit.as_ref().map(|fit| {
            let mut held = fit.held();
            card.skills().for_each(|entry| held.see(entry.code));
            held.coverage()
        });
        Some(Hit { card, matches, coverage })
    }
}

impl Fit {
    fn new(fit: &JobFit) -> Self {
        let mut seen = HashSet::with_capacity(fit.core.len());
        let core: Vec<SkillCode> = fit.core.iter().copied().filter(|skill| seen.insert(*skill)).collect();
        let mut sorted: Vec<(SkillCode, usize)> = core.iter().copied().zip(0..).collect();
        sorted.sort_unstable();
        Self { job: JobFit { job: fit.job, core }, sorted }
    }

    fn held(&self) -> Held<'_> {
        Held { fit: self, rest: &self.sorted, found: vec![false; self.sorted.len()] }
    }
}

/// The core skills a profile holds, found while its skills go by in the order of their codes.
struct Held<'a> {
    fit: &'a Fit,
    /// The core skills that may still come.
    rest: &'a [(SkillCode, usize)],
    found: Vec<bool>,
}

impl Held<'_> {
    fn see(&mut self, code: SkillCode) {
        while let [(skill, place), rest @ ..] = self.rest
            && *skill <= code
        {
            self.found[*place] = *skill == code;
            self.rest = rest;
        }
    }

    fn coverage(self) -> Coverage {
        let JobFit { job, core } = &self.fit.job;
        let missing: Vec<SkillCode> =
            core.iter().zip(&self.found).filter(|(_, held)| !**held).map(|(skill, _)| *skill).collect();
        let required = core.len() as u32;
        Coverage { job: *job, covered: required - missing.len() as u32, required, missing }
    }
}

impl Criterion {
    /// How a person fares against it, by their entry of its skill.
    pub fn outcome(self, entry: Option<VisibleSkill>) -> Outcome {
        entry.map_or(Outcome::Missing, |entry| outcome(entry, self))
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

#[cfg(test)]
mod tests {
    use super::super::super::card;
    use super::super::super::document::VisibleProfile;
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
        let request = SearchRequest {
            job: Some(JobFit { job, core: [2, 1, 1, 3].map(SkillCode).to_vec() }),
            ..SearchRequest::default()
        };
        let hit = Explainer::new(&request).hit(&card::encode(&profile)).unwrap();
        let expected = Coverage { job, covered: 1, required: 3, missing: vec![SkillCode(2), SkillCode(3)] };
        assert_eq!(hit.coverage, Some(expected));
    }
}
