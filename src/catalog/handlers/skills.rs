//! A skill and the jobs that use it.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use carnet_index::{RomeCode, SkillCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::cached::cached;
use super::jobs::Labelled;
use super::links::{self, EscoLink};
use crate::catalog::model::{SkillKind, Weight};
use crate::catalog::snapshot::{Catalog, CatalogSnapshot, SkillCard};
use crate::platform::http::problem::Problems;
use crate::platform::http::{self, Error, Path};
use crate::platform::state::AppState;

/// A skill with everything the catalogue says of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkillSheet {
    /// Its code.
    code: String,
    /// Its name.
    label: String,
    /// What it is.
    kind: SkillKind,
    /// The publisher's category within its kind.
    category: String,
    /// Further words of the publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<String>,
    /// The macro-skill it belongs to; detailed skills only.
    #[serde(skip_serializing_if = "Option::is_none")]
    macro_skill: Option<Labelled>,
    /// The groups it belongs to, the widest first: domain, stake, objective; empty where unknown.
    groups: Vec<Labelled>,
    /// The skills of ESCO it stands for; empty where the publisher's API was not asked.
    esco: Vec<EscoLink>,
    /// The jobs that list it: where it is core first, then by code.
    jobs: Vec<JobOfSkill>,
    /// Whether the release in place has it.
    active: bool,
    /// The skill that took its place, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<Labelled>,
}

/// A job as a skill lists it.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobOfSkill {
    /// Its code.
    code: String,
    /// Its title.
    label: String,
    /// The skill is central to it.
    core: bool,
}

/// Gives a skill or knowledge item by its code, retired ones included.
#[utoipa::path(
    get, path = "/catalog/skills/{code}", operation_id = "get_skill", tag = "catalog", security(()),
    params(("code" = String, Path, description = "Skill code, digits only")),
    responses((status = 200, body = SkillSheet), Problems)
)]
pub async fn get_skill(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> http::Result<Response> {
    let catalog = state.part::<Catalog>().snapshot();
    let code: SkillCode = code.parse().map_err(|_| Error::not_found())?;
    let card = catalog.skill(code).ok_or_else(Error::not_found)?;
    Ok(cached(&headers, &catalog, || sheet(&catalog, code, card)))
}

fn sheet(catalog: &CatalogSnapshot, code: SkillCode, card: &SkillCard) -> SkillSheet {
    let skill = &card.skill;
    let mut jobs: Vec<_> =
        card.jobs.iter().map(|(job, weight)| job_of_skill(catalog, *job, *weight)).collect();
    jobs.sort_by(|a, b| (!a.core, &a.code).cmp(&(!b.core, &b.code)));
    SkillSheet {
        code: code.to_string(),
        label: skill.label.clone(),
        kind: skill.kind,
        category: skill.category.clone(),
        definition: Some(skill.definition.clone()).filter(|text| !text.is_empty()),
        macro_skill: skill.macro_skill.map(|code| Labelled::skill(catalog, code.as_skill())),
        groups: links::groups(catalog, skill),
        esco: links::esco_of_skill(catalog, skill.code),
        jobs,
        active: card.is_active,
        replaced_by: card.replaced_by.map(|code| Labelled::skill(catalog, code)),
    }
}

fn job_of_skill(catalog: &CatalogSnapshot, job: RomeCode, weight: Weight) -> JobOfSkill {
    let label = catalog.job_label(job).unwrap_or_default().to_owned();
    JobOfSkill { code: job.to_string(), label, core: weight == Weight::Core }
}
