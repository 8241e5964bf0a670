//! A search as it arrives, and its reading: every fault is named by pointer, none is ignored.

use std::collections::HashSet;

use carnet_index::{
    Criterion, FacetSelection, JobFit, Level, NameQuery, NameRefusal, RomeCode, RomeFilter, SearchRequest,
    SkillCode, limits,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::paging::{Paging, Place};
use super::vocabulary::Vocabulary;
use crate::platform::http::{Error, FieldError, Fields};

const MOST_CRITERIA: usize = 40;
const MOST_EXCLUDED: usize = 20;
const MOST_ROME: usize = 20;
const DEFAULT_LIMIT: u32 = 20;

/// A search over the people who chose to be visible. Every field may be left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchBody {
    /// Conditions on skills; the same skill at most once, 40 at most.
    #[serde(default)]
    criteria: Vec<CriterionBody>,
    /// How many optional conditions must be met. By default 1 when no criterion is required, otherwise 0.
    min_matching: Option<u32>,
    /// Skills that no result holds, 20 at most.
    #[serde(default)]
    exclude: Vec<ExclusionBody>,
    /// Places in the catalogue, one of which must apply: `M`, `M18`, `M1805` or `family:M1805`; 20 at most.
    #[serde(default)]
    rome: Vec<String>,
    /// Ranks by fit to this job: its core skills become optional conditions.
    job: Option<String>,
    /// Beginning of a first or last name, or several; 80 characters at most.
    name: Option<String>,
    /// Leaves out the people the company excluded: they neither appear nor count.
    #[serde(default)]
    pub hide_excluded: bool,
    /// Answers without names, but for people on a list of the company. It is then not searched by name.
    #[serde(default)]
    pub blind: bool,
    /// Leaves the search out of the recruiter's history: it only counts what a change of another one would find.
    #[serde(default)]
    unnoted: bool,
    /// The counts wanted.
    #[serde(default)]
    facets: Vec<FacetName>,
    /// Results per page, 1 to 50 (20 by default).
    limit: Option<u32>,
    /// `next_cursor` or `previous_cursor` of an answer to the same search.
    cursor: Option<String>,
}

/// One condition on one skill.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionBody {
    /// Code of the skill, digits.
    pub skill: String,
    /// Lowest level, 1 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_level: Option<i64>,
    /// Highest level, 1 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_level: Option<i64>,
    /// Whether the skill must be validated.
    #[serde(default)]
    pub status: StatusBody,
    /// Whether people who do not meet it are left out.
    #[serde(default = "required_by_default")]
    pub required: bool,
}

/// A skill that no result holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExclusionBody {
    /// Code of the skill, digits.
    pub skill: String,
}

/// What a search asks, and nothing of how its answer is read. Every field may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SearchCriteria)]
pub struct CriteriaBody {
    /// Conditions on skills; the same skill at most once, 40 at most.
    #[serde(default)]
    pub criteria: Vec<CriterionBody>,
    /// How many optional conditions must be met. By default 1 when no criterion is required, otherwise 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_matching: Option<u32>,
    /// Skills that no result holds, 20 at most.
    #[serde(default)]
    pub exclude: Vec<ExclusionBody>,
    /// Places in the catalogue, one of which must apply: `M`, `M18`, `M1805` or `family:M1805`; 20 at most.
    #[serde(default)]
    pub rome: Vec<String>,
    /// Ranks by fit to this job: its core skills become optional conditions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    /// Beginning of a first or last name, or several; 80 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Leaves out the people the company excluded: they neither appear nor count.
    #[serde(default, skip_serializing_if = "is_off")]
    pub hide_excluded: bool,
}

/// How the answer to a saved search is read. Every field may be left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RunBody {
    /// Answers without names, but for people on a list of the company. It is then not searched by name.
    #[serde(default)]
    pub blind: bool,
    /// The counts wanted.
    #[serde(default)]
    facets: Vec<FacetName>,
    /// Results per page, 1 to 50 (20 by default).
    limit: Option<u32>,
    /// `next_cursor` or `previous_cursor` of an answer to the same search.
    cursor: Option<String>,
}

/// Which entries count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusBody {
    /// Declared or validated.
    #[default]
    Any,
    /// Validated only.
    Validated,
}

/// A group of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum FacetName {
    /// Letters, domains, jobs and families.
    Rome,
    /// The skills most held by the results.
    Skills,
    /// Levels of each criterion.
    Levels,
    /// Statuses of each criterion.
    Statuses,
}

fn required_by_default() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_off(switch: &bool) -> bool {
    !*switch
}

impl RunBody {
    /// Puts together what is asked and how the answer is read.
    pub fn of(self, search: CriteriaBody) -> SearchBody {
        let Self { blind, facets, limit, cursor } = self;
        SearchBody { blind, facets, limit, cursor, ..SearchBody::from(search) }
    }
}

impl From<CriteriaBody> for SearchBody {
    fn from(search: CriteriaBody) -> Self {
        let CriteriaBody { criteria, min_matching, exclude, rome, job, name, hide_excluded } = search;
        Self {
            criteria,
            min_matching,
            exclude,
            rome,
            job,
            name,
            hide_excluded,
            blind: false,
            unnoted: false,
            facets: Vec::new(),
            limit: None,
            cursor: None,
        }
    }
}

impl SearchBody {
    /// What is asked, without how its answer is read; nothing when it goes on from a page, or is not to be noted.
    pub fn asked(&self) -> Option<CriteriaBody> {
        (self.cursor.is_none() && !self.unnoted).then(|| CriteriaBody {
            criteria: self.criteria.clone(),
            min_matching: self.min_matching,
            exclude: self.exclude.clone(),
            rome: self.rome.clone(),
            job: self.job.clone(),
            name: self.name.clone(),
            hide_excluded: self.hide_excluded,
        })
    }

    /// Reads the search against the catalogue, or names all its faults.
    pub fn parse(
        &self,
        vocabulary: &Vocabulary,
        paging: &Paging,
    ) -> Result<(SearchRequest, Option<Place>), Error> {
        let mut fields = Fields::default();
        let criteria = self.criteria(vocabulary, &mut fields);
        let exclude = self.exclusions(vocabulary, &criteria, &mut fields);
        let job = self.job.as_deref().and_then(|job| fields.check(parse_job(job, vocabulary)));
        let rome = self.places(vocabulary, &mut fields);
        let name = self.name.as_deref().and_then(|name| fields.check(parse_name(name)));
        let place = self.cursor.as_deref().and_then(|cursor| fields.check(paging.read(cursor)));
        let limit = fields.check(parse_limit(self.limit)).unwrap_or(DEFAULT_LIMIT);
        let mut request = SearchRequest {
            rome,
            name,
            facets: self.facets(),
            limit: fields.check(paging.allow(place.as_ref(), limit)).unwrap_or(limit),
            cursor: place.map(|place| place.cursor),
            criteria,
            exclude,
            job,
            ..SearchRequest::default()
        };
        request.min_matching = self.min_matching;
        let optional = optional_conditions(&request);
        if self.min_matching.is_some_and(|least| least as usize > optional) {
            let message = format!("La recherche compte {optional} condition(s) facultative(s).");
            fields.push(FieldError::new("/min_matching", "out_of_range", message));
        }
        fields.finish()?;
        Ok((request, place))
    }

    fn criteria(&self, vocabulary: &Vocabulary, fields: &mut Fields) -> Vec<Criterion> {
        if !within(self.criteria.len(), MOST_CRITERIA, "/criteria", fields) {
            return Vec::new();
        }
        let mut seen = HashSet::new();
        let mut criteria = Vec::with_capacity(self.criteria.len());
        for (at, body) in self.criteria.iter().enumerate() {
            let pointer = format!("/criteria/{at}");
            let skill = fields.check(parse_skill(&body.skill, &format!("{pointer}/skill"), vocabulary));
            if skill.is_some_and(|skill| !seen.insert(skill)) {
                let message = "Cette compétence est déjà parmi les critères.";
                fields.push(FieldError::new(format!("{pointer}/skill"), "duplicate_skill", message));
            }
            let min_level = parse_level(body.min_level, &format!("{pointer}/min_level"), fields);
            let max_level = parse_level(body.max_level, &format!("{pointer}/max_level"), fields);
            if min_level.zip(max_level).is_some_and(|(min, max)| min > max) {
                let message = "Le niveau minimum dépasse le niveau maximum.";
                fields.push(FieldError::new(format!("{pointer}/min_level"), "above_max_level", message));
            }
            let validated_only = body.status == StatusBody::Validated;
            let required = body.required;
            criteria.extend(skill.map(|skill| Criterion {
                skill,
                min_level,
                max_level,
                validated_only,
                required,
            }));
        }
        criteria
    }

    fn exclusions(
        &self,
        vocabulary: &Vocabulary,
        criteria: &[Criterion],
        fields: &mut Fields,
    ) -> Vec<SkillCode> {
        if !within(self.exclude.len(), MOST_EXCLUDED, "/exclude", fields) {
            return Vec::new();
        }
        let mut excluded = Vec::with_capacity(self.exclude.len());
        for (at, body) in self.exclude.iter().enumerate() {
            let pointer = format!("/exclude/{at}/skill");
            let Some(skill) = fields.check(parse_skill(&body.skill, &pointer, vocabulary)) else { continue };
            if criteria.iter().any(|criterion| criterion.skill == skill) {
                let message = "Cette compétence est demandée et exclue à la fois.";
                fields.push(FieldError::new(pointer, "conflicting_skill", message));
            }
            if !excluded.contains(&skill) {
                excluded.push(skill);
            }
        }
        excluded
    }

    fn places(&self, vocabulary: &Vocabulary, fields: &mut Fields) -> Vec<RomeFilter> {
        if !within(self.rome.len(), MOST_ROME, "/rome", fields) {
            return Vec::new();
        }
        let parse = |(at, text): (usize, &String)| {
            let known = text.parse().ok().filter(|place| vocabulary.place(*place).is_some());
            let message = "Ce code n’existe pas dans le référentiel ROME.";
            known.ok_or_else(|| FieldError::new(format!("/rome/{at}"), "unknown_rome", message))
        };
        self.rome.iter().enumerate().filter_map(|place| fields.check(parse(place))).collect()
    }

    fn facets(&self) -> FacetSelection {
        FacetSelection {
            rome: self.facets.contains(&FacetName::Rome),
            skills: self.facets.contains(&FacetName::Skills),
            levels: self.facets.contains(&FacetName::Levels),
            statuses: self.facets.contains(&FacetName::Statuses),
        }
    }
}

/// The conditions that a result may miss: optional criteria, and the job's core skills not named otherwise.
fn optional_conditions(request: &SearchRequest) -> usize {
    let named = |skill: &SkillCode| request.criteria.iter().any(|criterion| criterion.skill == *skill);
    let core = request.job.iter().flat_map(|job| &job.core);
    request.criteria.iter().filter(|criterion| !criterion.required).count()
        + core.filter(|skill| !named(skill) && !request.exclude.contains(skill)).count()
}

fn within(length: usize, most: usize, pointer: &str, fields: &mut Fields) -> bool {
    if length > most {
        fields.push(FieldError::new(pointer, "too_many", format!("{most} éléments au plus.")));
    }
    length <= most
}

fn parse_skill(text: &str, pointer: &str, vocabulary: &Vocabulary) -> Result<SkillCode, FieldError> {
    let known = text.parse().ok().filter(|code| vocabulary.skill(*code).is_some());
    known.ok_or_else(|| {
        FieldError::new(pointer, "unknown_skill", "Cette compétence n’existe pas dans le référentiel ROME.")
    })
}

fn parse_job(text: &str, vocabulary: &Vocabulary) -> Result<JobFit, FieldError> {
    let job = RomeCode::parse(text).ok().and_then(|code| vocabulary.job(code));
    job.map(|job| JobFit { job: job.code, core: job.core.clone() }).ok_or_else(|| {
        FieldError::new("/job", "unknown_job", "Ce métier n’existe pas dans le référentiel ROME.")
    })
}

fn parse_level(level: Option<i64>, pointer: &str, fields: &mut Fields) -> Option<Level> {
    let parsed = u8::try_from(level?).ok().and_then(Level::new);
    fields.check(parsed.ok_or_else(|| FieldError::new(pointer, "out_of_range", "Un niveau va de 1 à 4.")))
}

fn parse_name(text: &str) -> Result<NameQuery, FieldError> {
    NameQuery::parse(text).map_err(|refusal| match refusal {
        NameRefusal::TooLong => {
            FieldError::new("/name", "too_long", format!("{} caractères au plus.", limits::QUERY_NAME_CHARS))
        }
        NameRefusal::TooManyWords => {
            FieldError::new("/name", "too_many_words", format!("{} mots au plus.", limits::QUERY_NAME_WORDS))
        }
    })
}

fn parse_limit(limit: Option<u32>) -> Result<u32, FieldError> {
    let limit = limit.unwrap_or(DEFAULT_LIMIT);
    let message = || format!("Entre 1 et {} résultats par page.", limits::PAGE);
    if (1..=limits::PAGE).contains(&limit) {
        Ok(limit)
    } else {
        Err(FieldError::new("/limit", "out_of_range", message()))
    }
}

/// The fault of a cursor that is malformed or belongs to another search.
pub fn invalid_cursor() -> FieldError {
    FieldError::new("/cursor", "invalid_cursor", "Ce repère de page n’appartient pas à cette recherche.")
}
