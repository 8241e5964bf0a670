//! Autocomplete: jobs and skills as people type them.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use carnet_index::{RomeCode, SkillCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::cached::cached;
use super::jobs::Labelled;
use crate::catalog::model::SkillKind;
use crate::catalog::snapshot::{Catalog, CatalogSnapshot};
use crate::platform::http::problem::Problems;
use crate::platform::http::{self, Error, FieldError, Fields, Page, Query};
use crate::platform::state::AppState;

/// Longest text searched: the longest label has 253 characters, and nobody types it.
const MAX_QUERY: usize = 200;
/// Suggestions by default.
const DEFAULT_LIMIT: usize = 10;
/// Most suggestions in one answer.
const MAX_LIMIT: usize = 50;
/// Suggestions drawn for each one wanted, so that retired entries do not take the place of active ones.
const RESERVE: usize = 2;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchParams {
    /// Words or a code, as typed; blank finds nothing.
    #[serde(default)]
    #[param(max_length = 200)]
    q: String,
    /// Most suggestions wanted, 1 to 50 (10 by default).
    #[param(minimum = 1, maximum = 50)]
    limit: Option<usize>,
}

/// A job found.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobFound {
    /// Its code.
    code: String,
    /// Its title.
    label: String,
    /// The name of the job that answers what was typed; the title when that does.
    matched: String,
    /// Its professional domain.
    domain: Labelled,
    /// Whether the release in place has it.
    active: bool,
}

/// A skill found.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkillFound {
    /// Its code.
    code: String,
    /// Its name.
    label: String,
    /// What it is.
    kind: SkillKind,
    /// Whether the release in place has it.
    active: bool,
}

impl SearchParams {
    fn checked(&self) -> Result<(&str, usize), Error> {
        let mut faults = Fields::default();
        if self.q.chars().count() > MAX_QUERY {
            faults.push(FieldError::new("/q", "too_long", "200 caractères au plus."));
        }
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=MAX_LIMIT).contains(&limit) {
            faults.push(FieldError::new("/limit", "out_of_range", "Entre 1 et 50 suggestions."));
        }
        faults.finish()?;
        Ok((self.q.trim(), limit))
    }
}

/// Finds jobs by code, title or any of their names: blind to accents, case and gender, with one typo from five letters.
#[utoipa::path(
    get, path = "/catalog/jobs", operation_id = "search_jobs", tag = "catalog", params(SearchParams), security(()),
    responses((status = 200, body = Page<JobFound>), Problems)
)]
pub async fn search_jobs(
    State(state): State<AppState>,
    Query(params): Query<SearchParams>,
    headers: HeaderMap,
) -> http::Result<Response> {
    let (text, limit) = params.checked()?;
    let catalog = state.part::<Catalog>().snapshot();
    Ok(cached(&headers, &catalog, || Page::whole(find_jobs(&catalog, text, limit))))
}

fn find_jobs(catalog: &CatalogSnapshot, text: &str, limit: usize) -> Vec<JobFound> {
    let suggestions = catalog.index().suggest_jobs(text, limit * RESERVE);
    let found = suggestions.into_iter().filter_map(|found| job_found(catalog, found.code, found.matched));
    active_first(found, limit, |job| job.active)
}

/// Keeps the order of relevance among active entries, and again among retired ones.
fn active_first<T>(found: impl Iterator<Item = T>, limit: usize, is_active: impl Fn(&T) -> bool) -> Vec<T> {
    let (mut active, retired): (Vec<T>, Vec<T>) = found.partition(is_active);
    active.extend(retired);
    active.truncate(limit);
    active
}

fn job_found(catalog: &CatalogSnapshot, code: RomeCode, matched: String) -> Option<JobFound> {
    let card = catalog.job(code)?;
    Some(JobFound {
        code: code.to_string(),
        label: card.job.label.clone(),
        matched,
        domain: Labelled::domain(catalog, code),
        active: card.is_active,
    })
}

/// Finds skills and knowledge items by code or name, as `search_jobs` finds jobs.
#[utoipa::path(
    get, path = "/catalog/skills", operation_id = "search_skills", tag = "catalog", params(SearchParams), security(()),
    responses((status = 200, body = Page<SkillFound>), Problems)
)]
pub async fn search_skills(
    State(state): State<AppState>,
    Query(params): Query<SearchParams>,
    headers: HeaderMap,
) -> http::Result<Response> {
    let (text, limit) = params.checked()?;
    let catalog = state.part::<Catalog>().snapshot();
    Ok(cached(&headers, &catalog, || Page::whole(find_skills(&catalog, text, limit))))
}

fn find_skills(catalog: &CatalogSnapshot, text: &str, limit: usize) -> Vec<SkillFound> {
    let suggestions = catalog.index().suggest_skills(text, limit * RESERVE);
    let found = suggestions.into_iter().filter_map(|found| skill_found(catalog, found.code));
    active_first(found, limit, |skill| skill.active)
}

fn skill_found(catalog: &CatalogSnapshot, code: SkillCode) -> Option<SkillFound> {
    let card = catalog.skill(code)?;
    Some(SkillFound {
        code: code.to_string(),
        label: card.skill.label.clone(),
        kind: card.skill.kind,
        active: card.is_active,
    })
}
