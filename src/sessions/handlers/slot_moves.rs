//! What is done to a slot beside writing it: cancelled, deleted, given to other trainers.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::slot_rectify::{seal_words, words_of};
use super::slots::{SlotDetails, SlotSubject, details, lock, record, trainers_to_be};
use super::{begin, changes};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::http::{Code, Error, Fields, IfMatch, Json, Path, Problems, Result, Versioned, texts};
use crate::platform::state::AppState;
use crate::sessions::model::conflict::Conflict;
use crate::sessions::model::general::each_once;
use crate::sessions::model::slot::Times;
use crate::sessions::model::{Move, SheetState, Status};
use crate::sessions::store::cards::slot_card;
use crate::sessions::store::changes::Kind;
use crate::sessions::store::conflicts::{self, Candidate};
use crate::sessions::store::{slots, trainers};

/// Why something is done; people concerned read it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SessionReason)]
pub struct ReasonDraft {
    /// 1 to 500 characters.
    reason: String,
}

impl ReasonDraft {
    /// The reason.
    pub fn parse(&self) -> Result<String> {
        texts::line("/reason", &self.reason, 1..=500).map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// Cancels a slot. It stays in the list and in calendars as cancelled; the people concerned are told. One that has attendance
/// can be cancelled too, while its sheet is open: what was marked stays.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/cancel", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = ReasonDraft, responses((status = 200, body = SlotDetails), Problems))]
pub async fn cancel_slot(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<SlotSubject>,
    if_match: IfMatch,
    Json(request): Json<ReasonDraft>,
) -> Result<Versioned<SlotDetails>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let slot = lock(&mut tx, &card, id, if_match).await?;
    if slot.sheet_state != SheetState::Open {
        return Err(Code::SheetSealed.into());
    }
    let reason = request.parse()?;
    let before = slot_card(&mut *tx, organisation, session, id).await?.ok_or_else(Error::not_found)?;
    slots::cancel(&mut tx, id, &reason, actor.person, state.clock.now()).await?;
    changes::note(&mut tx, &state, &card, (&before, Some(&before)), Kind::Cancelled, Vec::new()).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::SlotCancelled, Some(&reason)).await?;
    let view = details(&mut tx, &card, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.slot.version, view))
}

/// Deletes a slot of a draft: nobody was told of it. Later it is cancelled instead.
#[utoipa::path(delete, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_slot(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<SlotSubject>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Write).await?;
    if card.status != Status::Draft {
        return Err(Error::illegal_state(card.status.as_str()));
    }
    let slot = slots::lock(&mut tx, session, id).await?.ok_or_else(Error::not_found)?;
    let asked = if_match.version()?;
    if asked != slot.version {
        crate::platform::http::versions::ensure_current(
            asked,
            slot.version,
            &details(&mut tx, &card, id).await?,
        )?;
    }
    slots::delete(&mut tx, id).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::SlotDeleted, None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who trains at a slot from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotTrainersDraft {
    /// Members of the organisation who train or run it, 50 at most, each once.
    trainers: Vec<PersonId>,
    /// Why somebody is replaced, 1 to 500 characters: it stays with the slot.
    reason: String,
    /// Why they stand although one of them trains elsewhere at that time, 500 characters at most.
    #[serde(default)]
    override_reason: Option<String>,
}

/// Gives a slot to other trainers. Who was to be there stays in its history, so that the right person signs. Once its sheet is
/// sealed, the change is a further link of its chain.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/trainers", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SlotTrainersDraft, responses((status = 200, body = SlotDetails), Problems))]
pub async fn update_slot_trainers(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<SlotSubject>,
    if_match: IfMatch,
    Json(request): Json<SlotTrainersDraft>,
) -> Result<Versioned<SlotDetails>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Correct).await?;
    let slot = lock(&mut tx, &card, id, if_match).await?;
    let mut fields = Fields::default();
    let reason = fields.check(texts::line("/reason", &request.reason, 1..=500)).unwrap_or_default();
    fields.check(each_once("/trainers", &request.trainers));
    let stands = request.override_reason.map(|text| texts::line("/override_reason", &text, 0..=500));
    let stands = stands.and_then(|read| fields.check(read)).filter(|text| !text.is_empty());
    fields.finish()?;
    let assigned = trainers_to_be(&mut tx, &card, Some(id), Some(&request.trainers)).await?;
    if stands.is_none() {
        let times = Times { starts_at: slot.starts_at, ends_at: slot.ends_at };
        let candidate = Candidate { id: Some(id), times, place: String::new(), trainers: request.trainers };
        let found = conflicts::find(&mut tx, organisation, session, &[candidate]).await?;
        let taken = found
            .iter()
            .flatten()
            .filter(|one| one.kind == crate::sessions::model::conflict::ConflictKind::Trainer);
        let faults: Vec<_> = taken.map(Conflict::as_fault).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
    }
    let before = slot_card(&mut *tx, organisation, session, id).await?.ok_or_else(Error::not_found)?;
    let said = words_of(&mut tx, &card, id).await?;
    let former = trainers::set_of_slot(&mut tx, &state, id, &assigned, Some(&reason)).await?;
    slots::touch(&mut tx, id, stands.as_deref(), actor.person, state.clock.now()).await?;
    if slot.sheet_state != SheetState::Open {
        let changes = said.changes(words_of(&mut tx, &card, id).await?);
        seal_words(&mut tx, &state, &card, (Some(id), changes), (actor, &reason)).await?;
    }
    let now = slot_card(&mut *tx, organisation, session, id).await?.ok_or_else(Error::not_found)?;
    changes::note(&mut tx, &state, &card, (&now, Some(&before)), Kind::Changed, former).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::SlotTrainersChanged, Some(&reason)).await?;
    let view = details(&mut tx, &card, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.slot.version, view))
}
