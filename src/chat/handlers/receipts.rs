//! Receipts of deleted rooms.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::chat::model::receipt::{Receipt, Why};
use crate::chat::store::receipts::{self, Kept};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::seal::SignedDocument;
use crate::platform::state::AppState;

/// That a private room was deleted, and how much it held.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoomReceipt)]
pub struct ReceiptView {
    id: Uuid,
    deleted_at: DateTime<Utc>,
    why: Why,
    /// SHA-256 of the id the room had: both receipts of a room say the same.
    room_sha256: String,
    /// How many messages it held, deleted ones included.
    messages: i64,
    /// How many files were still there.
    files: i64,
    /// SHA-256 of the list of their SHA-256.
    files_sha256: String,
}

fn view(kept: &Kept) -> Result<ReceiptView> {
    let signed: SignedDocument = serde_json::from_str(&kept.document).map_err(anyhow::Error::from)?;
    let receipt: Receipt = serde_json::from_value(signed.document).map_err(anyhow::Error::from)?;
    Ok(ReceiptView {
        id: kept.id,
        deleted_at: kept.deleted_at,
        why: receipt.why,
        room_sha256: receipt.room_sha256,
        messages: receipt.messages,
        files: receipt.files,
        files_sha256: receipt.files_sha256,
    })
}

/// One's receipts of deleted private rooms, newest first.
#[utoipa::path(get, path = "/me/room-receipts", tag = "rooms", params(PageParams),
    responses((status = 200, body = Page<ReceiptView>), Problems))]
pub async fn list_room_receipts(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ReceiptView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let mut connection = state.pool.acquire().await?;
    let rows = receipts::list(&mut connection, actor.person, (None, before), i64::from(limit) + 1).await?;
    let rows = rows.iter().map(view).collect::<Result<Vec<_>>>()?;
    Ok(Json(Page::cut(rows, limit, |row| (row.deleted_at, row.id))))
}

/// The signed receipt, byte for byte: `carnet verify-document` checks it with the platform's public keys.
#[utoipa::path(get, path = "/me/room-receipts/{id}", tag = "rooms", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "application/json", body = String), Problems))]
pub async fn get_room_receipt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<Response> {
    let mut connection = state.pool.acquire().await?;
    let found = receipts::list(&mut connection, actor.person, (Some(id), None), 1).await?.pop();
    let kept = found.ok_or_else(Error::not_found)?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_DISPOSITION, "attachment; filename=\"recepisse-de-suppression.json\""),
    ];
    Ok((headers, kept.document).into_response())
}
