//! HTTP: the index, and the imports of the catalogue.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::policy;
use crate::actor::Actor;
use crate::catalog::model::Counts;
use crate::catalog::{self, Attempt, Outcome, Source};
use crate::events::Event;
use crate::indexing::{self, IndexState, RebuildWish};
use crate::platform::db::audit;
use crate::platform::http::{Code, Json, Page, PageParams, Problems, Query, Result};
use crate::platform::state::AppState;

/// Tells the state of this node's search index.
#[utoipa::path(get, path = "/admin/index", operation_id = "get_index_state", tag = "admin",
    responses((status = 200, body = IndexState), Problems))]
pub async fn get_index_state(State(state): State<AppState>, actor: Actor) -> Result<Json<IndexState>> {
    policy::may_operate(&actor)?;
    Ok(Json(indexing::index_state(&state).await?))
}

/// Has this node's index built anew, beside the one that is served. One at a time.
#[utoipa::path(post, path = "/admin/index/rebuild", operation_id = "rebuild_index", tag = "admin",
    responses((status = 202, description = "Asked for"), Problems))]
pub async fn rebuild_index(State(state): State<AppState>, actor: Actor) -> Result<StatusCode> {
    policy::may_operate(&actor)?;
    let mut tx = state.pool.begin().await?;
    match indexing::request_rebuild(&mut tx, &state).await? {
        RebuildWish::Granted => {}
        RebuildWish::AlreadyRunning => return Err(Code::RebuildRunning.into()),
        RebuildWish::NoIndex => return Err(Code::SearchUnavailable.into()),
    }
    let entry =
        audit::Entry::new(Event::IndexRebuildRequested, state.clock.now(), "index", None).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::ACCEPTED)
}

/// One attempt to bring the catalogue up to date.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogImport {
    /// Its id.
    id: Uuid,
    /// Release of the archive, when it could be read.
    release: Option<i32>,
    /// Where the archive came from.
    source: Source,
    /// What came of it.
    outcome: Outcome,
    /// Sizes of its lists.
    counts: Option<Counts>,
    /// Entries never seen before.
    added: usize,
    /// Entries that say something else.
    changed: usize,
    /// Entries gone from the publisher's lists; nothing is deleted.
    retired: usize,
    /// Why it was refused or failed.
    error: Option<String>,
    /// When it began.
    started_at: DateTime<Utc>,
    /// When it ended.
    finished_at: DateTime<Utc>,
}

impl From<Attempt> for CatalogImport {
    fn from(attempt: Attempt) -> Self {
        Self {
            id: attempt.id,
            release: attempt.release,
            source: attempt.source,
            outcome: attempt.outcome,
            counts: attempt.counts,
            added: attempt.tally.added,
            changed: attempt.tally.changed,
            retired: attempt.tally.retired,
            error: attempt.error,
            started_at: attempt.started_at,
            finished_at: attempt.finished_at,
        }
    }
}

/// Lists the attempts to bring the catalogue up to date, latest first.
#[utoipa::path(get, path = "/admin/catalog-imports", operation_id = "list_catalog_imports", tag = "admin",
    params(PageParams), responses((status = 200, body = Page<CatalogImport>), Problems))]
pub async fn list_catalog_imports(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<CatalogImport>>> {
    policy::may_operate(&actor)?;
    Ok(Json(catalog::list_attempts(&state.pool, &params).await?.map(CatalogImport::from)))
}
