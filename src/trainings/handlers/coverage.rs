//! How much of its jobs a training covers, what is missing, and where else its skills lead.

use std::collections::HashMap;

use axum::extract::State;
use carnet_index::SkillCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::revisions::begin_reading;
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::ids::{CourseId, OrganisationId, TrainingId};
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::trainings::model::coverage::{JobCoverage, other_jobs, own_jobs};
use crate::trainings::store::{contents, courses, revisions};

/// A training beside the jobs of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrainingCoverage)]
pub struct CoverageView {
    /// The training's own jobs, in its order.
    jobs: Vec<CoveredJob>,
    /// Other jobs, at least 60 % of whose core skills it teaches; 20 at most, the largest share first.
    other_jobs: Vec<CoveredJob>,
}

/// A job and how much of it is covered.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoveredJob {
    code: String,
    label: String,
    /// How many core skills it has; without any, there is nothing to cover.
    core: usize,
    /// How many of them the training teaches.
    covered: usize,
    missing: Vec<MissingSkill>,
}

/// A core skill that the training does not teach.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingSkill {
    code: String,
    label: String,
    /// The organisation's courses that teach it in some training.
    courses: Vec<ClosingCourse>,
}

/// A course that would close a gap.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClosingCourse {
    id: CourseId,
    title: String,
}

/// Measures what a training covers: what is being written, otherwise its newest revision.
#[utoipa::path(get, path = "/organisations/{id}/trainings/{training_id}/coverage", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path)),
    responses((status = 200, body = CoverageView), Problems))]
pub async fn get_coverage(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
) -> Result<Json<CoverageView>> {
    let mut tx = begin_reading(&state, actor, organisation, id).await?;
    let newest = revisions::list(&mut *tx, id, None).await?.first().map(|revision| revision.number);
    let number = newest.ok_or_else(Error::not_found)?;
    let content = contents::read(&mut tx, id, number).await?.ok_or_else(Error::not_found)?;
    let catalog = state.part::<Catalog>().snapshot();
    let (own, others) = (own_jobs(&catalog, &content), other_jobs(&catalog, &content));
    let missing: Vec<i32> =
        own.iter().chain(&others).flat_map(|job| &job.missing).map(|code| code.0.cast_signed()).collect();
    let mut closing: HashMap<SkillCode, Vec<ClosingCourse>> = HashMap::new();
    for row in courses::teaching(&mut *tx, organisation, &missing).await? {
        let course = ClosingCourse { id: row.id, title: row.title };
        closing.entry(SkillCode(row.skill.cast_unsigned())).or_default().push(course);
    }
    let show = |job| show(&catalog, job, &closing);
    Ok(Json(CoverageView {
        jobs: own.iter().map(show).collect(),
        other_jobs: others.iter().map(show).collect(),
    }))
}

fn show(
    catalog: &CatalogSnapshot,
    job: &JobCoverage,
    closing: &HashMap<SkillCode, Vec<ClosingCourse>>,
) -> CoveredJob {
    let missing = job.missing.iter().map(|code| MissingSkill {
        code: code.to_string(),
        label: catalog.skill_label(*code).unwrap_or_default().to_owned(),
        courses: closing.get(code).cloned().unwrap_or_default(),
    });
    CoveredJob {
        code: job.job.to_string(),
        label: catalog.job_label(job.job).unwrap_or_default().to_owned(),
        core: job.core,
        covered: job.covered(),
        missing: missing.collect(),
    }
}
