//! The proof that what an organisation names of the catalogue exists in each release.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::ensure_reader;
use crate::actor::Actor;
use crate::catalog::{Alignment, AlignmentItem, alignment};
use crate::ids::OrganisationId;
use crate::platform::http::{Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// How well an organisation was aligned with a release.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogAlignment {
    release: i32,
    /// When it was last measured: within minutes of the release, then every hour while it is in place.
    measured_at: DateTime<Utc>,
    /// What named the catalogue, kind by kind.
    items: Vec<AlignmentItem>,
    /// All kinds together.
    linked: i64,
    /// Those of them that the release has: all, when everything was aligned.
    present: i64,
    /// Those that waited for a decision.
    to_decide: i64,
}

impl From<Alignment> for CatalogAlignment {
    fn from(alignment: Alignment) -> Self {
        let sum = |count: fn(&AlignmentItem) -> i64| alignment.items.iter().map(count).sum();
        Self {
            release: alignment.release,
            measured_at: alignment.measured_at,
            linked: sum(|item| item.linked),
            present: sum(|item| item.present),
            to_decide: sum(|item| item.to_decide),
            items: alignment.items,
        }
    }
}

/// Tells how well the organisation was aligned with each release, newest first: its trainings in use, its own skills, the
/// validations it recorded.
#[utoipa::path(get, path = "/organisations/{id}/catalog-alignments", tag = "trainings",
    params(("id" = OrganisationId, Path), PageParams),
    responses((status = 200, body = Page<CatalogAlignment>), Problems))]
pub async fn list_catalog_alignments(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<CatalogAlignment>>> {
    ensure_reader(&state, actor, organisation).await?;
    let limit = page.limit()?;
    let filter = alignment::Filter { organisation: Some(organisation), before: page.after()?, import: None };
    let rows = alignment::list(&state.pool, filter, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |(number, _)| *number).map(|(_, alignment)| alignment.into())))
}
