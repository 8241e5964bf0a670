//! Level grids: read by every member, written by those who run the organisation.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ensure_active;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{GridId, OrganisationId};
use crate::orgs::model::{GridDraft, StepDraft};
use crate::orgs::policy;
use crate::orgs::store::grids::{self, Grid};
use crate::orgs::store::members;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;

/// A grid to write.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrid {
    name: String,
    /// Lowest first, 1 to 12, at least one passing.
    steps: Vec<NewStep>,
}

/// A step to write.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStep {
    name: String,
    /// Place on the common scale 1..4; null = searchable only as "validated".
    common_level: Option<i16>,
    /// Whether reaching it means the skill is acquired.
    passing: bool,
}

impl NewGrid {
    fn parse(self) -> Result<GridDraft> {
        let step = |s: NewStep| StepDraft { name: s.name, common_level: s.common_level, passing: s.passing };
        GridDraft::parse(&self.name, self.steps.into_iter().map(step).collect())
    }
}

/// The newest version of a grid.
#[derive(Serialize, ToSchema)]
pub struct GridView {
    id: GridId,
    version: i32,
    name: String,
    steps: Vec<StepView>,
}

/// One step of a grid.
#[derive(Serialize, ToSchema)]
pub struct StepView {
    /// Counted from 0, lowest first.
    position: usize,
    name: String,
    common_level: Option<i16>,
    passing: bool,
}

impl GridView {
    fn new(id: GridId, version: i32, name: String, steps: Vec<StepDraft>) -> Self {
        let step = |(position, s): (usize, StepDraft)| StepView {
            position,
            name: s.name,
            common_level: s.common_level,
            passing: s.passing,
        };
        Self { id, version, name, steps: steps.into_iter().enumerate().map(step).collect() }
    }
}

/// Lists the organisation's grids, each in its newest version.
#[utoipa::path(get, path = "/organisations/{id}/grids", tag = "orgs", params(("id" = OrganisationId, Path)),
    responses((status = 200, body = Page<GridView>), Problems))]
pub async fn list_grids(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
) -> Result<Json<Page<GridView>>> {
    let asker = members::asker(&state.pool, id, actor).await?;
    policy::read_grids(asker)?;
    let grids = grids::newest(&state.pool, id, None).await?;
    let items = grids.into_iter().map(|g| GridView::new(g.id, g.version, g.name, g.steps)).collect();
    Ok(Json(Page::whole(items)))
}

/// Writes a grid.
#[utoipa::path(post, path = "/organisations/{id}/grids", tag = "orgs",
    params(("id" = OrganisationId, Path)), request_body = NewGrid,
    responses((status = 201, body = GridView), Problems))]
pub async fn create_grid(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
    Json(request): Json<NewGrid>,
) -> Result<(StatusCode, Json<GridView>)> {
    let mut tx = state.pool.begin().await?;
    let draft = admit(&mut tx, actor, id, request).await?;
    let view = write(&mut tx, &state, actor, id, (state.ids.ordered(), 1), draft).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Writes the next version of a grid. Validations made on earlier versions keep them. The same content again changes nothing.
#[utoipa::path(put, path = "/organisations/{id}/grids/{grid_id}", tag = "orgs",
    params(("id" = OrganisationId, Path), ("grid_id" = GridId, Path)), request_body = NewGrid,
    responses((status = 200, body = GridView), Problems))]
pub async fn update_grid(
    State(state): State<AppState>,
    actor: Actor,
    Path((id, grid)): Path<(OrganisationId, GridId)>,
    Json(request): Json<NewGrid>,
) -> Result<Json<GridView>> {
    let mut tx = state.pool.begin().await?;
    let draft = admit(&mut tx, actor, id, request).await?;
    let current = grids::newest(&mut *tx, id, Some(grid)).await?.pop().ok_or_else(Error::not_found)?;
    let Grid { id: grid, version, name, steps, .. } = current;
    if name == draft.name && steps == draft.steps {
        return Ok(Json(GridView::new(grid, version, name, steps)));
    }
    let view = write(&mut tx, &state, actor, id, (grid, version + 1), draft).await?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Decides whether the actor may write this grid now.
async fn admit(tx: &mut Tx<'_>, actor: Actor, id: OrganisationId, request: NewGrid) -> Result<GridDraft> {
    let (asker, status) = members::writing_asker(tx, id, actor).await?;
    policy::write_grid(asker)?;
    let draft = request.parse()?;
    ensure_active(status)?;
    Ok(draft)
}

async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    id: OrganisationId,
    (grid, version): (GridId, i32),
    draft: GridDraft,
) -> Result<GridView> {
    let now = state.clock.now();
    grids::write(tx, id, (grid, version), &draft, now).await?;
    let entry = Entry::new(Event::GridWritten, now, "grid", grid.0)
        .by(actor.person)
        .within(id)
        .change(None, json!({ "version": version }));
    audit::record(tx, &state.ids, entry).await?;
    Ok(GridView::new(grid, version, draft.name, draft.steps))
}
