//! What an import of the catalogue means for those who use it: trainings, grids, saved searches, people.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::admin::policy;
use crate::catalog::{self, AlignmentItem, alignment};
use crate::ids::{GridId, OrganisationId};
use crate::passport;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::profiles;
use crate::trainings::{self, GridKey, TouchedGrid};

/// What an import means for those who use the catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogEffect {
    /// Whether all of it was looked into already; that takes some minutes.
    reviewed: bool,
    /// Distinct jobs and skills of the catalogue that trainings in use and own skills named then.
    linked: i32,
    /// Those of them that the release had: all, when everything was aligned.
    present: i32,
    /// Trainings with notices.
    trainings: i64,
    /// Notices it caused.
    notices: i64,
    /// Those that wait for a decision.
    undecided: i64,
    /// Own skills linked to a skill it renamed or retired.
    own_skills: i64,
    /// Grids by which lines of trainings measured a skill it renamed or retired.
    grids: i64,
    /// Saved searches that named a code it renamed, gave to something else or retired.
    saved_searches: i32,
    /// Recruiters who were told of theirs.
    recruiters_told: i32,
    /// People who declared, or hold a validation of, a skill it renamed or retired.
    people: i64,
    /// How many of them were written to; null until everybody was looked at.
    people_told: Option<i32>,
    /// How many items of each kind named the catalogue, and how many of them the release has, as last measured while it
    /// was in place; kinds that were not measured are left out.
    alignment: Vec<AlignmentItem>,
    /// When that was; null before it was measured.
    measured_at: Option<DateTime<Utc>>,
}

/// A grid by which lines of trainings measure what an import changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct TouchedGridView {
    /// The grid.
    id: GridId,
    /// Its name.
    name: String,
    /// Whose it is.
    organisation_id: OrganisationId,
    /// The organisation's name.
    organisation: String,
    /// Lines of trainings that measured by it a skill the import renamed or retired.
    lines: i64,
}

impl From<TouchedGrid> for TouchedGridView {
    fn from(grid: TouchedGrid) -> Self {
        Self {
            id: grid.id,
            name: grid.name,
            organisation_id: grid.organisation,
            organisation: grid.organisation_name,
            lines: grid.lines,
        }
    }
}

/// Tells what an import means for trainings, own skills, grids, saved searches and people.
#[utoipa::path(get, path = "/admin/catalog-imports/{import_id}/effect", operation_id = "get_catalog_effect",
    tag = "admin", params(("import_id" = Uuid, Path)),
    responses((status = 200, body = CatalogEffect), Problems))]
pub async fn get_catalog_effect(
    State(state): State<AppState>,
    actor: Actor,
    Path(import): Path<Uuid>,
) -> Result<Json<CatalogEffect>> {
    ensure_applied(&state, actor, import).await?;
    let effect = trainings::effect(&state.pool, import).await?;
    let saved = profiles::saved_effect(&state.pool, import).await?;
    let filter = alignment::Filter { import: Some(import), ..alignment::Filter::default() };
    let measured = alignment::list(&state.pool, filter, 1).await?.pop().map(|(_, measured)| measured);
    Ok(Json(CatalogEffect {
        reviewed: effect.is_reviewed && saved.is_some(),
        linked: effect.linked,
        present: effect.present,
        trainings: effect.trainings,
        notices: effect.notices,
        undecided: effect.undecided,
        own_skills: effect.own_skills,
        grids: effect.grids,
        saved_searches: saved.map_or(0, |saved| saved.searches),
        recruiters_told: saved.map_or(0, |saved| saved.recruiters),
        people: passport::people_touched(&state.pool, import).await?,
        people_told: profiles::people_told(&state.pool, import).await?,
        measured_at: measured.as_ref().map(|measured| measured.measured_at),
        alignment: measured.map(|measured| measured.items).unwrap_or_default(),
    }))
}

/// Lists the grids an import touches, by organisation and name.
#[utoipa::path(get, path = "/admin/catalog-imports/{import_id}/grids", operation_id = "list_touched_grids",
    tag = "admin", params(("import_id" = Uuid, Path), PageParams),
    responses((status = 200, body = Page<TouchedGridView>), Problems))]
pub async fn list_touched_grids(
    State(state): State<AppState>,
    actor: Actor,
    Path(import): Path<Uuid>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<TouchedGridView>>> {
    ensure_applied(&state, actor, import).await?;
    let limit = page.limit()?;
    let rows = trainings::touched_grids(&state.pool, import, page.after()?, i64::from(limit) + 1).await?;
    let key = |grid: &TouchedGrid| GridKey(grid.organisation_name.clone(), grid.name.clone(), grid.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(TouchedGridView::from)))
}

/// Staff alone, of an import that changed the catalogue.
async fn ensure_applied(state: &AppState, actor: Actor, import: Uuid) -> Result<()> {
    policy::may_operate(&actor)?;
    if catalog::is_applied(&state.pool, import).await? { Ok(()) } else { Err(Error::not_found()) }
}
