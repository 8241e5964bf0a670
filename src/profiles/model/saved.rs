//! A saved search: what it asks, code by code, and what each code was called when it was written.

use carnet_index::{Criterion, Level, RomeFilter};

use super::asking::{CriteriaBody, CriterionBody, SearchBody, StatusBody};
use super::drift;
use super::entry::Entry;
use super::paging::Paging;
use super::vocabulary::Vocabulary;
use crate::catalog::CatalogSnapshot;
use crate::platform::http::{Error, FieldError, Fields, Result, texts};

/// Saved searches of one recruiter.
pub const MOST_SAVED: i64 = 100;
const LONGEST_PERSON_NAME: usize = 80;

/// A search as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Release of the catalogue it was written on; 0 when there was none.
    pub release: i32,
    /// Number of the import that catalogue came from.
    pub revision: i64,
    /// How many optional conditions must be met; none leaves the default.
    pub min_matching: Option<u32>,
    /// The name of a person that is searched for.
    pub person_name: Option<String>,
    /// Whether the people the company excluded are left out.
    pub hide_excluded: bool,
    /// Its codes: conditions, exclusions, places, then the job, each in the order they were given.
    pub lines: Vec<Line>,
}

/// One code of a saved search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is there for.
    pub part: Part,
    /// The code.
    pub entry: Entry,
    /// Its name on the day it was written.
    pub label: String,
}

/// What a code is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A condition on a skill.
    Criterion(Demand),
    /// A skill no result holds.
    Excluded,
    /// One of the places that must apply.
    Place,
    /// The job to compare with.
    Job,
}

/// What is asked of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Lowest level.
    pub min_level: Option<Level>,
    /// Highest level.
    pub max_level: Option<Level>,
    /// Whether only validated entries count.
    pub validated: bool,
    /// Whether people who do not meet it are left out.
    pub required: bool,
}

impl Kept {
    /// Reads a search to be kept: what could not be searched, or is no longer in the catalogue, is refused by pointer.
    pub fn parse(
        body: &CriteriaBody,
        catalog: &CatalogSnapshot,
        words: &Vocabulary,
        paging: &Paging,
    ) -> Result<Self> {
        let (request, _) = SearchBody::from(body.clone()).parse(words, paging)?;
        let mut fields = Fields::default();
        let typed = body.name.as_deref().unwrap_or_default();
        let name = fields.check(texts::line("/name", typed, 0..=LONGEST_PERSON_NAME)).unwrap_or_default();
        let mut lines: Vec<Line> = Vec::new();
        let mut keep = |part: Part, entry: Entry, pointer: &dyn Fn() -> String| {
            if entry.is_current(catalog) {
                lines.push(Line { part, entry, label: entry.label(catalog).unwrap_or_default() });
            } else {
                fields.push(gone(pointer(), entry, catalog));
            }
        };
        for (at, criterion) in request.criteria.iter().enumerate() {
            let pointer = || format!("/criteria/{at}/skill");
            keep(Part::Criterion(criterion.into()), Entry::Skill(criterion.skill), &pointer);
        }
        for skill in &request.exclude {
            let said = |asked: &super::asking::ExclusionBody| asked.skill == skill.to_string();
            let pointer = || format!("/exclude/{}/skill", place(&body.exclude, said));
            keep(Part::Excluded, Entry::Skill(*skill), &pointer);
        }
        let mut places: Vec<RomeFilter> = Vec::new();
        for (at, asked) in request.rome.iter().enumerate() {
            if !places.contains(asked) {
                places.push(*asked);
                keep(Part::Place, Entry::Place(*asked), &|| format!("/rome/{at}"));
            }
        }
        if let Some(fit) = &request.job {
            keep(Part::Job, Entry::Place(RomeFilter::Job(fit.job)), &|| "/job".to_owned());
        }
        fields.finish()?;
        Ok(Self {
            release: catalog.release().map_or(0, |card| card.release.version),
            revision: catalog.lists_revision(),
            min_matching: body.min_matching,
            person_name: Some(name).filter(|name| !name.is_empty()),
            hide_excluded: body.hide_excluded,
            lines,
        })
    }
}

/// Where the first that fits stands.
fn place<T>(items: &[T], fits: impl Fn(&T) -> bool) -> usize {
    items.iter().position(fits).unwrap_or_default()
}

/// The fault of a code that left the catalogue: nothing new is written with it.
fn gone(pointer: String, entry: Entry, catalog: &CatalogSnapshot) -> FieldError {
    let label = entry.label(catalog).unwrap_or_else(|| entry.written());
    let heir = drift::heir(entry, catalog).and_then(|heir| Some((heir, heir.label(catalog)?)));
    let message = match heir {
        Some((heir, name)) => {
            format!(
                "« {label} » n’est plus au référentiel ; « {name} » ({}) en tient lieu.",
                heir.stored_code()
            )
        }
        None => format!("« {label} » n’est plus au référentiel."),
    };
    FieldError::new(pointer, "retired_code", message)
}

/// The same refusal, of a request that holds the search in a field.
pub fn within(field: &str, refusal: Error) -> Result<Vec<FieldError>> {
    match refusal {
        Error::Invalid(faults) => {
            let at = |fault: FieldError| FieldError { pointer: format!("{field}{}", fault.pointer), ..fault };
            Ok(faults.into_iter().map(at).collect())
        }
        other => Err(other),
    }
}

impl From<&Criterion> for Demand {
    fn from(criterion: &Criterion) -> Self {
        Self {
            min_level: criterion.min_level,
            max_level: criterion.max_level,
            validated: criterion.validated_only,
            required: criterion.required,
        }
    }
}

impl Demand {
    /// The condition on this skill, as a search writes it.
    pub fn on(self, skill: String) -> CriterionBody {
        let number = |level: Level| i64::from(level.get());
        CriterionBody {
            skill,
            min_level: self.min_level.map(number),
            max_level: self.max_level.map(number),
            status: if self.validated { StatusBody::Validated } else { StatusBody::Any },
            required: self.required,
        }
    }
}
