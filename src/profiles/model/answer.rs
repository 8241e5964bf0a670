//! The answer to a search, drawn from the engine's page and the words of the catalogue.

use carnet_index::{
    Coverage, Facets, Hit, Level, MatchLine, Outcome, RomeCode, RomeFilter, SearchPage, SearchRequest,
    SkillCode, StatusChoice,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::names::Names;
use super::view::{ProfileView, as_text, label};
use super::vocabulary::{Label, Vocabulary};
use crate::platform::http::{Error, Result};

/// What an answer takes beside its hits, and a hit, more often than not.
const BYTES: usize = 4_096;
const BYTES_OF_A_HIT: usize = 3_072;

/// What a search answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchAnswer<'a> {
    /// Exact number of results over all pages.
    total: u64,
    /// How many of them can be paged through.
    reachable: u64,
    /// The results of this page, in the published order.
    hits: Vec<HitView<'a>>,
    /// The counts asked for.
    facets: FacetsView<'a>,
    /// Where the next page starts; null on the last one.
    next_cursor: Option<String>,
    /// Where the previous page ends; null on the first one.
    previous_cursor: Option<String>,
}

/// One result.
#[derive(Debug, Serialize, ToSchema)]
struct HitView<'a> {
    #[serde(flatten)]
    profile: ProfileView<'a>,
    /// One line per criterion, in the order of the request.
    #[serde(rename = "match")]
    matches: Vec<MatchView>,
    /// Fit to the job asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<CoverageView<'a>>,
}

/// How one criterion fares.
#[derive(Debug, Serialize, ToSchema)]
struct MatchView {
    /// The criterion's skill.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    skill: SkillCode,
    /// How it fares.
    outcome: OutcomeView,
    /// Level of the person's entry.
    level: Option<u8>,
}

/// How a criterion fares.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum OutcomeView {
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

/// How much of a job's core skills a person holds.
#[derive(Debug, Serialize, ToSchema)]
struct CoverageView<'a> {
    /// The job.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    job: RomeCode,
    /// Core skills held, at any level.
    covered: u32,
    /// Core skills of the job.
    required: u32,
    /// Those not held.
    missing: Vec<SkillName<'a>>,
}

/// A skill by code and label.
#[derive(Debug, Serialize, ToSchema)]
struct SkillName<'a> {
    /// Its code.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    code: SkillCode,
    /// Its official label.
    #[schema(value_type = String)]
    label: &'a Label,
}

/// The counts asked for; each group says how many results the search would have after that choice.
#[derive(Debug, Serialize, ToSchema)]
struct FacetsView<'a> {
    /// Places in the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    rome: Option<Vec<RomeCountView<'a>>>,
    /// Skills most held by the results.
    #[serde(skip_serializing_if = "Option::is_none")]
    skills: Option<Vec<SkillCountView<'a>>>,
    /// Lowest levels of each criterion.
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<Vec<LevelCountView>>,
    /// Statuses of each criterion.
    #[serde(skip_serializing_if = "Option::is_none")]
    statuses: Option<Vec<StatusCountView>>,
}

/// Results in one place of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
struct RomeCountView<'a> {
    /// The value to put into `rome`.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    code: RomeFilter,
    /// What it is.
    kind: PlaceKind,
    /// Its label.
    #[schema(value_type = String)]
    label: &'a Label,
    /// Results.
    count: u64,
}

/// A kind of place in the catalogue.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PlaceKind {
    /// A main domain.
    Letter,
    /// A domain.
    Domain,
    /// A job.
    Job,
    /// A family of jobs.
    Family,
}

/// Results that hold a skill.
#[derive(Debug, Serialize, ToSchema)]
struct SkillCountView<'a> {
    /// Its code.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    code: SkillCode,
    /// Its official label.
    #[schema(value_type = String)]
    label: &'a Label,
    /// Results.
    count: u64,
}

/// Results a criterion would leave with this lowest level.
#[derive(Debug, Serialize, ToSchema)]
struct LevelCountView {
    /// The criterion's skill.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    skill: SkillCode,
    /// The lowest level.
    level: u8,
    /// Results.
    count: u64,
}

/// Results a criterion would leave with this status.
#[derive(Debug, Serialize, ToSchema)]
struct StatusCountView {
    /// The criterion's skill.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    skill: SkillCode,
    /// The status.
    status: StatusChoiceView,
    /// Results.
    count: u64,
}

/// The choices of status.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum StatusChoiceView {
    /// Declared or validated.
    Any,
    /// Validated only.
    Validated,
}

impl<'a> SearchAnswer<'a> {
    /// Draws the page, with the names it may show.
    pub fn draw(
        (page, names): (&'a SearchPage, &Names),
        request: &SearchRequest,
        (next_cursor, previous_cursor): (Option<String>, Option<String>),
        reachable: u64,
        words: &'a Vocabulary,
    ) -> Self {
        let asked: Vec<_> = request.criteria.iter().map(|criterion| criterion.skill).collect();
        let hit = |hit: &'a Hit| HitView {
            profile: ProfileView::of_card(&hit.card, &asked, words).naming(names),
            matches: hit.matches.iter().map(MatchView::from).collect(),
            coverage: hit.coverage.as_ref().map(|coverage| CoverageView::draw(coverage, words)),
        };
        Self {
            total: page.total,
            reachable,
            hits: page.hits.iter().map(hit).collect(),
            facets: FacetsView::draw(&page.facets, words),
            next_cursor,
            previous_cursor,
        }
    }
}

impl SearchAnswer<'_> {
    /// Writes the answer as it is sent.
    pub fn to_json(&self) -> Result<Vec<u8>> {
        let mut json = Vec::with_capacity(BYTES + self.hits.len() * BYTES_OF_A_HIT);
        serde_json::to_writer(&mut json, self).map_err(|failure| {
            Error::Internal(anyhow::Error::new(failure).context("an answer is no JSON"))
        })?;
        Ok(json)
    }
}

impl From<&MatchLine> for MatchView {
    fn from(line: &MatchLine) -> Self {
        let outcome = match line.outcome {
            Outcome::Matched => OutcomeView::Matched,
            Outcome::LowerLevel => OutcomeView::LowerLevel,
            Outcome::HigherLevel => OutcomeView::HigherLevel,
            Outcome::DeclaredOnly => OutcomeView::DeclaredOnly,
            Outcome::Missing => OutcomeView::Missing,
        };
        Self { skill: line.skill, outcome, level: line.level.map(Level::get) }
    }
}

impl<'a> CoverageView<'a> {
    fn draw(coverage: &Coverage, words: &'a Vocabulary) -> Self {
        let name = |code| SkillName { code, label: label(code, words) };
        Self {
            job: coverage.job,
            covered: coverage.covered,
            required: coverage.required,
            missing: coverage.missing.iter().copied().map(name).collect(),
        }
    }
}

impl<'a> FacetsView<'a> {
    fn draw(facets: &Facets, words: &'a Vocabulary) -> Self {
        let place = |value| words.place(value).unwrap_or(words.nameless());
        let rome = facets.rome.as_ref().map(|counts| {
            let draw =
                |value, count| RomeCountView { code: value, kind: kind(value), label: place(value), count };
            counts.iter().map(|line| draw(line.value, line.count)).collect()
        });
        let skills = facets.skills.as_ref().map(|counts| {
            let draw = |code, count| SkillCountView { code, label: label(code, words), count };
            counts.iter().map(|line| draw(line.skill, line.count)).collect()
        });
        let levels = facets.levels.as_ref().map(|counts| {
            let draw = |skill, level: Level, count| LevelCountView { skill, level: level.get(), count };
            counts.iter().map(|line| draw(line.skill, line.level, line.count)).collect()
        });
        let statuses = facets.statuses.as_ref().map(|counts| {
            let draw = |skill, status, count| StatusCountView { skill, status, count };
            counts.iter().map(|line| draw(line.skill, choice(line.status), line.count)).collect()
        });
        Self { rome, skills, levels, statuses }
    }
}

fn kind(place: RomeFilter) -> PlaceKind {
    match place {
        RomeFilter::Letter(_) => PlaceKind::Letter,
        RomeFilter::Domain(_) => PlaceKind::Domain,
        RomeFilter::Job(_) => PlaceKind::Job,
        RomeFilter::Family(_) => PlaceKind::Family,
    }
}

fn choice(status: StatusChoice) -> StatusChoiceView {
    match status {
        StatusChoice::Any => StatusChoiceView::Any,
        StatusChoice::Validated => StatusChoiceView::Validated,
    }
}
