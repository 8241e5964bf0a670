//! The search index of this node.

use axum::extract::State;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::admin::policy;
use crate::events::Event;
use crate::indexing::{self, IndexState, RebuildWish};
use crate::platform::db::audit;
use crate::platform::http::{Code, Json, Problems, Result};
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
