//! A job sheet.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use carnet_index::{RomeCode, SkillCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::cached::cached;
use super::certifications::{self, CertificationsOfJob};
use super::links::{self, EscoLink};
use crate::catalog::model::{Appellation, OgrCode, SkillKind, Weight};
use crate::catalog::snapshot::{Catalog, CatalogSnapshot, JobCard};
use crate::platform::http::problem::Problems;
use crate::platform::http::{self, Error, Path};
use crate::platform::state::AppState;

/// A code with its name.
#[derive(Debug, Serialize, ToSchema)]
pub struct Labelled {
    /// The code.
    pub code: String,
    /// Its French name.
    pub label: String,
}

/// A job with everything the catalogue says of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobSheet {
    /// Its code.
    code: String,
    /// Its title.
    label: String,
    /// What it consists of, one sentence per line.
    definition: String,
    /// How one gets to it, one sentence per line.
    access: String,
    /// Its family: the older, wider job it derives from.
    parent: Labelled,
    /// Its professional domain.
    domain: Labelled,
    /// Its grand domain.
    letter: Labelled,
    /// Its names, the title first.
    appellations: Vec<AppellationOfJob>,
    /// Its skills and knowledge items: core ones first, then by name.
    skills: Vec<SkillOfJob>,
    /// The circumstances it is done in.
    contexts: Vec<ContextOfJob>,
    /// Jobs within reach, the closest first.
    close_jobs: Vec<Labelled>,
    /// The occupations of ESCO its names stand for; empty where the publisher's API was not asked.
    esco: Vec<EscoLink>,
    /// Formacodes of the trainings that lead to it; empty where the publisher's API was not asked.
    formacodes: Vec<Labelled>,
    /// Its group in ISCO, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    isco: Option<String>,
    /// The certifications that lead to it.
    certifications: CertificationsOfJob,
    /// Whether the release in place has it.
    active: bool,
    /// The job that took its place, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<Labelled>,
}

/// A name of a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppellationOfJob {
    /// Its code.
    code: String,
    /// The name.
    label: String,
    /// The occupation of ESCO it stands for, where the publisher's API told.
    #[serde(skip_serializing_if = "Option::is_none")]
    esco: Option<EscoLink>,
}

/// A skill as a job lists it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkillOfJob {
    /// Its code.
    code: String,
    /// Its name.
    label: String,
    /// What it is.
    kind: SkillKind,
    /// The publisher's category within its kind.
    category: String,
    /// The stake it serves (enjeu), where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    stake: Option<Labelled>,
    /// Central to the job.
    core: bool,
    /// On the rise in the job.
    emerging: bool,
}

/// A circumstance in which a job is done.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContextOfJob {
    /// Its code.
    code: String,
    /// Its name.
    label: String,
    /// The group it is listed under.
    category: String,
}

impl Labelled {
    /// The professional domain of a job.
    pub fn domain(catalog: &CatalogSnapshot, job: RomeCode) -> Self {
        let code: String = job.to_string().chars().take(3).collect();
        let label = catalog.domain_label(&code).unwrap_or_default().to_owned();
        Self { code, label }
    }

    fn letter(catalog: &CatalogSnapshot, job: RomeCode) -> Self {
        let code: String = job.to_string().chars().take(1).collect();
        let label = catalog.letter_label(&code).unwrap_or_default().to_owned();
        Self { code, label }
    }

    /// A job.
    pub fn job(catalog: &CatalogSnapshot, job: RomeCode) -> Self {
        Self { code: job.to_string(), label: catalog.job_label(job).unwrap_or_default().to_owned() }
    }

    /// A skill or knowledge item.
    pub fn skill(catalog: &CatalogSnapshot, skill: SkillCode) -> Self {
        Self { code: skill.to_string(), label: catalog.skill_label(skill).unwrap_or_default().to_owned() }
    }
}

/// Gives a job sheet by its code, retired ones included.
#[utoipa::path(
    get, path = "/catalog/jobs/{code}", operation_id = "get_job", tag = "catalog", security(()),
    params(("code" = String, Path, description = "Job code, e.g. M1805")),
    responses((status = 200, body = JobSheet), Problems)
)]
pub async fn get_job(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> http::Result<Response> {
    let catalog = state.part::<Catalog>().snapshot();
    let code = RomeCode::parse(&code).map_err(|_| Error::not_found())?;
    let card = catalog.job(code).ok_or_else(Error::not_found)?;
    Ok(cached(&headers, &catalog, || sheet(&catalog, card)))
}

fn sheet(catalog: &CatalogSnapshot, card: &JobCard) -> JobSheet {
    let job = &card.job;
    JobSheet {
        code: job.code.to_string(),
        label: job.label.clone(),
        definition: job.definition.clone(),
        access: job.access.clone(),
        parent: Labelled::job(catalog, job.parent),
        domain: Labelled::domain(catalog, job.code),
        letter: Labelled::letter(catalog, job.code),
        appellations: card.appellations.iter().map(|name| appellation(catalog, name)).collect(),
        skills: skills(catalog, &card.skills),
        contexts: card.contexts.iter().filter_map(|code| context(catalog, *code)).collect(),
        close_jobs: card.close_jobs.iter().map(|code| Labelled::job(catalog, *code)).collect(),
        esco: links::esco_of_job(catalog, card),
        formacodes: links::formacodes(catalog, job.code),
        isco: links::isco(catalog, job.code),
        certifications: certifications::of_job(catalog, card),
        active: card.is_active,
        replaced_by: card.replaced_by.map(|code| Labelled::job(catalog, code)),
    }
}

fn appellation(catalog: &CatalogSnapshot, name: &Appellation) -> AppellationOfJob {
    let esco = links::esco_of_appellation(catalog, name.code).next();
    AppellationOfJob { code: name.code.to_string(), label: name.label.clone(), esco }
}

fn skills(catalog: &CatalogSnapshot, links: &[(SkillCode, Weight)]) -> Vec<SkillOfJob> {
    let mut skills: Vec<_> =
        links.iter().filter_map(|(code, weight)| skill(catalog, *code, *weight)).collect();
    skills.sort_by(|a, b| (!a.core, &a.label, &a.code).cmp(&(!b.core, &b.label, &b.code)));
    skills
}

fn skill(catalog: &CatalogSnapshot, code: SkillCode, weight: Weight) -> Option<SkillOfJob> {
    let skill = &catalog.skill(code)?.skill;
    Some(SkillOfJob {
        code: code.to_string(),
        label: skill.label.clone(),
        kind: skill.kind,
        category: skill.category.clone(),
        stake: links::groups(catalog, skill).into_iter().nth(1),
        core: weight == Weight::Core,
        emerging: weight == Weight::Emerging,
    })
}

fn context(catalog: &CatalogSnapshot, code: OgrCode) -> Option<ContextOfJob> {
    let context = catalog.context(code)?;
    Some(ContextOfJob {
        code: code.to_string(),
        label: context.label.clone(),
        category: context.category.clone(),
    })
}
