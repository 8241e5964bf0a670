//! Why somebody was found: the criteria of a search, in the words of the catalogue, and how one person fares against each.
//!
//! The same reading of a search, and the same judgement of a criterion, as the search itself.

use carnet_index::{
    Criterion, Level, Outcome, RomeFilter, SearchRequest, SkillCode, VisibleProfile, VisibleSkill,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asking::{CriteriaBody, SearchBody};
use super::entry::Entry;
use super::paging::Paging;
use super::saved::{Kept, within};
use super::vocabulary::Vocabulary;
use crate::catalog::CatalogSnapshot;
use crate::platform::http::{Error, Result};

/// The criteria that selected people.
#[derive(Debug)]
pub struct Selection {
    request: SearchRequest,
    by_name: bool,
}

/// The criteria in words, and how one person fares against each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ExplainedSearch)]
pub struct Explained {
    /// Conditions on skills, in the order of the search.
    pub criteria: Vec<ExplainedCriterion>,
    /// Skills that none of the results held.
    pub excluded: Vec<NamedEntry>,
    /// Places in the catalogue, one of which had to apply.
    pub places: Vec<NamedEntry>,
    /// The job people were compared with.
    pub job: Option<ExplainedJob>,
    /// Whether people were searched by name.
    pub by_name: bool,
}

/// A condition on a skill, and how the person fares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedCriterion {
    /// Code of the skill.
    pub skill: String,
    /// Its official label.
    pub label: String,
    /// Lowest level asked for.
    pub min_level: Option<u8>,
    /// Highest level asked for.
    pub max_level: Option<u8>,
    /// Whether only a validated skill counted.
    pub validated: bool,
    /// Whether people who did not meet it were left out.
    pub required: bool,
    /// How the person fares; null where it is shown of nobody in particular.
    pub outcome: Option<ExplainedOutcome>,
    /// The person's level.
    pub level: Option<u8>,
}

/// How a person fares against a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExplainedOutcome {
    /// Met.
    Matched,
    /// Held below the levels asked for.
    LowerLevel,
    /// Held above the levels asked for.
    HigherLevel,
    /// Only declared, while a validated skill was asked for.
    DeclaredOnly,
    /// Not held.
    Missing,
}

/// A code of the catalogue and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NamedEntry {
    /// The code, as a search writes it.
    pub code: String,
    /// Its name.
    pub label: String,
}

/// A job people were compared with, and how many of its core skills the person holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedJob {
    /// Its code.
    pub code: String,
    /// Its title.
    pub label: String,
    /// Core skills the person holds, at any level; null where it is shown of nobody in particular.
    pub covered: Option<u32>,
    /// Core skills of the job.
    pub required: u32,
}

impl From<Outcome> for ExplainedOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Matched => Self::Matched,
            Outcome::LowerLevel => Self::LowerLevel,
            Outcome::HigherLevel => Self::HigherLevel,
            Outcome::DeclaredOnly => Self::DeclaredOnly,
            Outcome::Missing => Self::Missing,
        }
    }
}

impl Selection {
    /// Reads the criteria as a saved search is read: what could not be searched today is refused, by pointer into `field`.
    pub fn parse(
        field: &str,
        body: &CriteriaBody,
        catalog: &CatalogSnapshot,
        (words, paging): (&Vocabulary, &Paging),
    ) -> Result<Self> {
        let read = Kept::parse(body, catalog, words, paging)
            .and_then(|kept| Ok((kept, SearchBody::from(body.clone()).parse(words, paging)?.0)));
        match read {
            Ok((kept, request)) => Ok(Self { request, by_name: kept.person_name.is_some() }),
            Err(refusal) => Err(Error::Invalid(within(field, refusal)?)),
        }
    }

    /// The criteria in words; how this person fares against them, where it is about one.
    pub fn explain(&self, profile: Option<&VisibleProfile>, catalog: &CatalogSnapshot) -> Explained {
        let named = |entry: Entry| NamedEntry {
            code: entry.written(),
            label: entry.label(catalog).unwrap_or_default(),
        };
        let request = &self.request;
        Explained {
            criteria: request.criteria.iter().map(|one| explained(*one, profile, &named)).collect(),
            excluded: request.exclude.iter().map(|skill| named(Entry::Skill(*skill))).collect(),
            places: request.rome.iter().map(|place| named(Entry::Place(*place))).collect(),
            job: request.job.as_ref().map(|fit| {
                let NamedEntry { code, label } = named(Entry::Place(RomeFilter::Job(fit.job)));
                let held = |profile: &VisibleProfile| {
                    fit.core.iter().filter(|skill| entry(profile, **skill).is_some()).count() as u32
                };
                ExplainedJob { code, label, covered: profile.map(held), required: fit.core.len() as u32 }
            }),
            by_name: self.by_name,
        }
    }
}

fn entry(profile: &VisibleProfile, skill: SkillCode) -> Option<VisibleSkill> {
    profile.skills.iter().copied().find(|held| held.code == skill)
}

fn explained(
    criterion: Criterion,
    profile: Option<&VisibleProfile>,
    named: &impl Fn(Entry) -> NamedEntry,
) -> ExplainedCriterion {
    let NamedEntry { code, label } = named(Entry::Skill(criterion.skill));
    let held = profile.and_then(|profile| entry(profile, criterion.skill));
    ExplainedCriterion {
        skill: code,
        label,
        min_level: criterion.min_level.map(Level::get),
        max_level: criterion.max_level.map(Level::get),
        validated: criterion.validated_only,
        required: criterion.required,
        outcome: profile.map(|_| criterion.outcome(held).into()),
        level: held.and_then(|held| held.level).map(Level::get),
    }
}
