//! What goes with a sheet: what was taught, and the scan of one signed on paper.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::signing::finish;
use super::views::SheetView;
use super::{Locked, Place, lock, note, policy, read};
use crate::actor::Actor;
use crate::attendance::model::state::Move;
use crate::attendance::store::{facts, sheets};
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{FileId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::http::{Error, Json, Path, Problems, Result, Versioned, texts};
use crate::platform::state::AppState;

/// What was taught.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Taught {
    /// In the trainer's words; 4000 characters at most, empty for nothing.
    text: String,
}

/// Notes what was taught: it is printed on the sheet.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/taught",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = Taught, responses((status = 200, body = SheetView), Problems))]
pub async fn set_taught_content(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(taught): Json<Taught>,
) -> Result<Versioned<SheetView>> {
    let Locked { mut tx, slot, .. } = lock(&state, actor, place, policy::may_take, Move::Note).await?;
    let text = texts::paragraphs("/text", &taught.text, 0..=4000);
    let text = text.map_err(|fault| Error::Invalid(vec![fault]))?;
    sheets::touch(&mut tx, slot.session, slot.id, state.clock.now()).await?;
    sheets::set_taught(&mut tx, slot.id, &text).await?;
    note(&mut tx, &state, actor, &slot, (Event::SheetNoted, json!({ "taught": !text.is_empty() }))).await?;
    finish(tx, &state, slot).await
}

/// A scanned paper sheet.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperScan {
    /// A staged file of the organisation (PDF, PNG or JPEG); null to take the scan away.
    file_id: Option<FileId>,
}

/// Attaches the scan of a sheet that was signed on paper, in the place of the one before.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/paper",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = PaperScan, responses((status = 200, body = SheetView), Problems))]
pub async fn attach_paper_sheet(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(scan): Json<PaperScan>,
) -> Result<Versioned<SheetView>> {
    let Locked { mut tx, slot, sheet } = lock(&state, actor, place, policy::may_take, Move::Note).await?;
    let card = match scan.file_id {
        Some(file) => {
            let owner = Owner::Organisation(slot.organisation);
            let (purpose, by) = (Purpose::PaperSheet, actor.person);
            let claim = Claim { file, purpose, owner, by, pointer: "/file_id" };
            Some(files::claim(&mut tx, &state, &claim).await?)
        }
        None => None,
    };
    sheets::touch(&mut tx, slot.session, slot.id, state.clock.now()).await?;
    let paper = card.as_ref().map(|card| (card.id, card.sha256.as_str()));
    sheets::set_paper(&mut tx, slot.id, paper).await?;
    if let Some(before) = sheet.paper_file {
        files::release(&mut tx, &state, before).await?;
    }
    note(&mut tx, &state, actor, &slot, (Event::SheetNoted, json!({ "paper": card.is_some() }))).await?;
    finish(tx, &state, slot).await
}

/// A file of a session's attendance, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct FilePlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    file_id: FileId,
}

/// Downloads a file of a session's attendance: a scanned sheet, what proves a reason of absence, an element of proof.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance-files/{file_id}", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_attendance_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<FilePlace>,
    headers: axum::http::HeaderMap,
) -> Result<axum::response::Response> {
    let of = super::OfSession { id: place.id, session_id: place.session_id };
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    if !facts::has_file(&mut *tx, session.id, place.file_id).await? {
        return Err(Error::not_found());
    }
    tx.commit().await?;
    files::serve(&state, place.file_id, &headers).await
}
