//! What is done to a session as a whole: announced, started, ended, closed, taken up again, cancelled.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::letters;
use super::places;
use super::readiness::Readiness;
use super::sessions::ensure_version;
use super::slot_moves::ReasonDraft;
use super::views::{SessionView, view};
use super::{Subject, begin};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{
    Code, Error, FieldError, Fields, IfMatch, Json, Path, Problems, Result, Versioned, texts,
};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::sessions::mails;
use crate::sessions::model::local_time::french_date;
use crate::sessions::model::{EnrolmentStatus, Move, SheetState, Status, Step};
use crate::sessions::store::cards::SessionCard;
use crate::sessions::store::enrolments::{self, What};
use crate::sessions::store::keeper::{Keeper, ReopenedSession};
use crate::sessions::store::{changes, facts, sessions, slots, trainers};

/// Announces a draft: from now on the people concerned see it. Needs a slot and a trainer. Those who were enrolled or invited
/// so far are written to, and so are those who train.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/plan", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = SessionView), Problems))]
pub async fn plan_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = admit(&state, actor, subject, if_match, Move::Plan).await?;
    let mut fields = Fields::default();
    let slots = slots::list(&mut *tx, card.id, None).await?;
    if !slots.iter().any(|slot| slot.cancelled_at.is_none()) {
        fields.push(FieldError::new("/slots", "required", "Il faut au moins un créneau."));
    }
    let at_slots = trainers::by_slot(&mut *tx, card.id).await?.into_iter().map(|(_, trainer)| trainer);
    let named = trainers::of_session(&mut *tx, card.id).await?.into_iter().chain(at_slots);
    let named: Vec<PersonId> = named.filter_map(|trainer| trainer.person).collect();
    if trainers::assignable(&mut *tx, card.organisation, &named).await?.is_empty() {
        fields.push(FieldError::new("/trainers", "required", "Il faut au moins une personne qui forme."));
    }
    fields.finish()?;
    set(&mut tx, &state, &card, (Status::Planned, None), Some(actor.person)).await?;
    for enrolment in enrolments::list(&mut *tx, card.id, None).await? {
        places::tell(&mut tx, &state, card.organisation, card.id, enrolment.id).await?;
    }
    letters::tell_trainers(&mut tx, &state, &card).await?;
    finish(tx, &state, subject).await
}

/// Why a session starts although something is not ready.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionStart {
    /// Null when nothing blocks; otherwise 1 to 500 characters, kept with the session.
    #[serde(default)]
    override_reason: Option<String>,
}

/// Starts a session before its first slot does. Refused with `not_ready` and the list of what blocks, unless a reason is given.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/start", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SessionStart, responses((status = 200, body = SessionView), Problems))]
pub async fn start_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(request): Json<SessionStart>,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = admit(&state, actor, subject, if_match, Move::Start).await?;
    let reason =
        request.override_reason.map(|text| texts::line("/override_reason", &text, 1..=500)).transpose();
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    let readiness = Readiness::new(facts::read(&mut tx, &card).await?.items(&card));
    if !readiness.is_ready {
        let Some(reason) = &reason else { return Err(Error::blocked(Code::NotReady, &readiness)) };
        sessions::set_start_override(&mut tx, card.id, reason).await?;
    }
    set(&mut tx, &state, &card, (Status::Running, None), Some(actor.person)).await?;
    finish(tx, &state, subject).await
}

/// Ends a session whose slots are all over. It ends by itself after its last slot, on its last day.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/end", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = SessionView), Problems))]
pub async fn end_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = admit(&state, actor, subject, if_match, Move::End).await?;
    let now = state.clock.now();
    let slots = slots::list(&mut *tx, card.id, None).await?;
    if slots.iter().any(|slot| slot.cancelled_at.is_none() && slot.ends_at > now) {
        return Err(Code::SlotsToCome.into());
    }
    end(&mut tx, &state, &card, Some(actor.person)).await?;
    finish(tx, &state, subject).await
}

/// Ends a session: who took part to the end has finished, and whoever has a sheet to close is reminded of it.
pub async fn end(tx: &mut Tx<'_>, state: &AppState, card: &SessionCard, by: Option<PersonId>) -> Result<()> {
    set(tx, state, card, (Status::Ended, None), by).await?;
    for enrolment in enrolments::list(&mut **tx, card.id, None).await? {
        if let Ok(status) = enrolment.status.after(Step::Finish) {
            let what = What { event: Step::Finish.as_str(), ..What::default() };
            enrolments::set_status(tx, state, &enrolment, (status, enrolment.ends_on), &what, by).await?;
        }
    }
    letters::remind_of_open_sheets(tx, state, card).await
}

/// Closes a session: its papers are complete. Refused with `sheets_open` and the slots whose sheets are not closed.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/close", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = SessionView), Problems))]
pub async fn close_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = admit(&state, actor, subject, if_match, Move::Close).await?;
    let mut open = slots::list(&mut *tx, card.id, None).await?;
    open.retain(|slot| slot.cancelled_at.is_none() && slot.sheet_state != SheetState::Closed);
    if !open.is_empty() {
        let told: Vec<_> = open
            .iter()
            .map(|slot| json!({ "slot_id": slot.id, "starts_at": slot.starts_at, "sheet_state": slot.sheet_state }))
            .collect();
        return Err(Error::blocked(Code::SheetsOpen, &told));
    }
    set(&mut tx, &state, &card, (Status::Closed, None), Some(actor.person)).await?;
    finish(tx, &state, subject).await
}

/// Takes the papers of a closed session up again. The reason is kept, and is a link of the session's chain.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/reopen", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = ReasonDraft, responses((status = 200, body = SessionView), Problems))]
pub async fn reopen_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(request): Json<ReasonDraft>,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = admit(&state, actor, subject, if_match, Move::Reopen).await?;
    let reason = request.parse()?;
    set(&mut tx, &state, &card, (Status::Ended, Some(&reason)), Some(actor.person)).await?;
    let reopened = ReopenedSession { session: card.id, reason: &reason, by: actor.person };
    state.part::<Keeper>().session_reopened(&mut tx, &state, &reopened).await?;
    finish(tx, &state, subject).await
}

/// Cancels a session before it ends. Everybody concerned is told the reason; its slots to come are cancelled, in calendars too.
/// Those that took place stay, and their attendance is taken and sealed as ever.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/cancel", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = ReasonDraft, responses((status = 200, body = SessionView), Problems))]
pub async fn cancel_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(request): Json<ReasonDraft>,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = admit(&state, actor, subject, if_match, Move::Cancel).await?;
    let reason = request.parse()?;
    let now = state.clock.now();
    if card.status.is_announced() {
        tell_everybody(&mut tx, &state, &card, &reason).await?;
    }
    set(&mut tx, &state, &card, (Status::Cancelled, Some(&reason)), Some(actor.person)).await?;
    let how = (card.status == Status::Running, reason.as_str());
    slots::cancel_rest(&mut tx, card.id, how, actor.person, now).await?;
    changes::take(&mut tx, card.id).await?;
    letters::remind_of_open_sheets(&mut tx, &state, &card).await?;
    finish(tx, &state, subject).await
}

/// Writes to everybody who trains, takes part, was invited or waits, each once.
async fn tell_everybody(tx: &mut Tx<'_>, state: &AppState, card: &SessionCard, reason: &str) -> Result<()> {
    let states = [
        EnrolmentStatus::Waiting,
        EnrolmentStatus::Invited,
        EnrolmentStatus::Enrolled,
        EnrolmentStatus::Confirmed,
    ];
    let people = changes::trainers(tx, card.id, state.clock.now()).await?;
    let mut readers = changes::accounts(tx, &people).await?;
    readers.extend(changes::participants(tx, card.id, &states.map(EnrolmentStatus::as_str)).await?);
    readers.sort_by_cached_key(|email| email.to_lowercase());
    readers.dedup_by_key(|email| email.to_lowercase());
    let (_, organisation) = changes::organisation_of(tx, card.id).await?.ok_or_else(Error::not_found)?;
    for email in readers {
        let context = context! {
            organisation => organisation.clone(), session => card.title.clone(), reason,
            starts_on => french_date(card.starts_on), ends_on => french_date(card.ends_on),
        };
        mail::send(tx, state, Mail { to: &email, template: &mails::CANCELLED, context }).await?;
    }
    Ok(())
}

/// Begins a move: rights first, then the state, then the version.
async fn admit(
    state: &AppState,
    actor: Actor,
    subject: Subject,
    if_match: IfMatch,
    step: Move,
) -> Result<(Tx<'static>, SessionCard)> {
    let (mut tx, card) = begin(state, actor, subject, step).await?;
    ensure_version(&mut tx, state, &card, if_match).await?;
    Ok((tx, card))
}

/// Moves a session and notes it. Nobody in particular does it when the clock does.
pub async fn set(
    tx: &mut Tx<'_>,
    state: &AppState,
    card: &SessionCard,
    (status, reason): (Status, Option<&str>),
    by: Option<PersonId>,
) -> Result<()> {
    let now = state.clock.now();
    sessions::set_status(tx, card.id, (status, reason), by, now).await?;
    let told = |status: Status| json!({ "status": status });
    let entry = Entry::new(Event::SessionStatusChanged, now, "training_session", card.id.0);
    let mut entry = entry.within(card.organisation).change(told(card.status), told(status));
    if let Some(person) = by {
        entry = entry.by(person);
    }
    if let Some(reason) = reason {
        entry = entry.because(reason);
    }
    Ok(audit::record(tx, &state.ids, entry).await?)
}

async fn finish(mut tx: Tx<'_>, state: &AppState, subject: Subject) -> Result<Versioned<SessionView>> {
    let view = view(&mut tx, state, subject).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
