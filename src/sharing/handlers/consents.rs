//! The history of consents, for the person it is about.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::platform::http::{Json, Page, PageParams, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sharing::model::ConsentKind;
use crate::sharing::store;

/// One consent given or taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsentView {
    /// Its id.
    id: Uuid,
    /// What was said.
    kind: ConsentKind,
    /// SIREN of the company that was chosen, or is no longer.
    siren: Option<String>,
    /// Version of the text it refers to.
    policy_version: String,
    /// When.
    at: DateTime<Utc>,
}

/// Lists the person's consents, newest first.
#[utoipa::path(get, path = "/me/consents", operation_id = "list_consents", tag = "sharing",
    params(PageParams), responses((status = 200, body = Page<ConsentView>), Problems))]
pub async fn list_consents(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<ConsentView>>> {
    let (limit, before) = (params.limit()?, params.after::<(DateTime<Utc>, Uuid)>()?);
    let rows = store::list_consents(&state.pool, actor.person, before, limit).await?;
    let page = Page::cut(rows, limit, |row| (row.at, row.id)).map(|row| ConsentView {
        id: row.id,
        kind: row.kind,
        siren: row.siren,
        policy_version: row.policy_version,
        at: row.at,
    });
    Ok(Json(page))
}
