//! The files a person sent: where they stand, and taking them back.

use axum::extract::State;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::files::model::FileCard;
use crate::files::store::uploads;
use crate::ids::FileId;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// Lists the files one sent that nothing uses yet, newest first. Each goes a day after it was sent.
#[utoipa::path(get, path = "/me/files", tag = "files", params(PageParams),
    responses((status = 200, body = Page<FileCard>), Problems))]
pub async fn list_my_files(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<FileCard>>> {
    let limit = page.limit()?;
    let rows = uploads::list_staged(&state.pool, actor.person, page.after()?, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |card: &FileCard| (card.created_at, card.id.0))))
}

/// Shows a file one sent, in use or not; e.g. what the antivirus says.
#[utoipa::path(get, path = "/me/files/{file_id}", tag = "files", params(("file_id" = FileId, Path)),
    responses((status = 200, body = FileCard), Problems))]
pub async fn get_my_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(file): Path<FileId>,
) -> Result<Json<FileCard>> {
    let card = uploads::find_mine(&state.pool, actor.person, file).await?;
    card.map(Json).ok_or_else(Error::not_found)
}

/// Takes back a file that nothing uses.
#[utoipa::path(delete, path = "/me/files/{file_id}", tag = "files", params(("file_id" = FileId, Path)),
    responses((status = 204), Problems))]
pub async fn discard_my_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(file): Path<FileId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    uploads::discard(&mut tx, &state, actor.person, file).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
