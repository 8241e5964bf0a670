//! Slots: when a session meets.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::sessions::assignable;
use super::slot_rectify::ensure_sheet_stays;
use super::views::TrainerView;
use super::{Subject, begin, begin_reading, changes};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, SessionCourseId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, IfMatch, Json, Page, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::sessions::model::conflict::Conflict;
use crate::sessions::model::half_days::day_of;
use crate::sessions::model::slot::{MOST_SLOTS, SlotContent, SlotDraft, Times};
use crate::sessions::model::{HalfDay, Move, SheetState, SlotKind, half_days};
use crate::sessions::store::cards::{SessionCard, Trainer, slot_card, slot_trainers};
use crate::sessions::store::changes::Kind;
use crate::sessions::store::conflicts::{self, Candidate};
use crate::sessions::store::slots::{self, Rectification, Slot};
use crate::sessions::store::trainers::{self, Assignable, Replaced};
use crate::trainings::Modality;

/// A slot as an address names it.
pub type SlotSubject = (OrganisationId, TrainingSessionId, SlotId);

/// A slot of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotView {
    pub id: SlotId,
    kind: SlotKind,
    /// The course of the session's list; its title and modality.
    session_course_id: Option<SessionCourseId>,
    course_title: Option<String>,
    modality: Option<Modality>,
    /// What is done, beside or instead of the course; may be empty.
    title: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    /// How long it lasts.
    minutes: i64,
    /// The half-days in Paris it counts for.
    half_days: Vec<HalfDay>,
    /// Its own room or address; empty: that of the session.
    place: String,
    /// Its own address at a distance; null: that of the session.
    remote_url: Option<String>,
    trainers: Vec<TrainerView>,
    /// Why it stands although somebody or the place is taken.
    override_reason: Option<String>,
    cancelled_at: Option<DateTime<Utc>>,
    cancel_reason: Option<String>,
    /// Whether attendance was taken: its times then change by rectification only.
    has_attendance: bool,
    sheet_state: SheetState,
    /// To be sent back as `If-Match`.
    pub version: i32,
    updated_at: DateTime<Utc>,
}

/// A slot with its history and what else is at that time.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotDetails {
    #[serde(flatten)]
    pub slot: SlotView,
    /// Who trained, or was to train, before somebody replaced them.
    replaced_trainers: Vec<ReplacedTrainer>,
    /// Times that were put right after attendance was taken, oldest first.
    rectifications: Vec<SlotRectification>,
    /// Who or what is taken at that time.
    conflicts: Vec<Conflict>,
}

/// Somebody who was taken off a slot.
#[derive(Debug, Serialize, ToSchema)]
struct ReplacedTrainer {
    first_name: String,
    last_name: String,
    assigned_at: DateTime<Utc>,
    removed_at: DateTime<Utc>,
    reason: Option<String>,
}

/// Times that were put right.
#[derive(Debug, Serialize, ToSchema)]
struct SlotRectification {
    old_starts_at: DateTime<Utc>,
    old_ends_at: DateTime<Utc>,
    new_starts_at: DateTime<Utc>,
    new_ends_at: DateTime<Utc>,
    reason: String,
    /// Null once the account is gone.
    rectified_by: Option<String>,
    rectified_at: DateTime<Utc>,
}

impl SlotView {
    /// A slot with who trains at it.
    pub fn new(slot: Slot, trainers: Vec<TrainerView>) -> Self {
        Self {
            id: slot.id,
            kind: slot.kind,
            session_course_id: slot.course,
            course_title: slot.course_title,
            modality: slot.modality,
            title: slot.title,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            minutes: (slot.ends_at - slot.starts_at).num_minutes(),
            half_days: half_days(slot.starts_at, slot.ends_at),
            place: slot.place,
            remote_url: slot.remote_url,
            trainers,
            override_reason: slot.override_reason,
            cancelled_at: slot.cancelled_at,
            cancel_reason: slot.cancel_reason,
            has_attendance: slot.has_attendance,
            sheet_state: slot.sheet_state,
            version: slot.version,
            updated_at: slot.updated_at,
        }
    }
}

impl SlotView {
    /// Leaves out what is between those who run the session.
    pub fn for_trainees(&mut self) {
        self.override_reason = None;
    }
}

impl From<Replaced> for ReplacedTrainer {
    fn from(replaced: Replaced) -> Self {
        let Replaced { first_name, last_name, assigned_at, removed_at, reason } = replaced;
        Self { first_name, last_name, assigned_at, removed_at, reason }
    }
}

impl From<Rectification> for SlotRectification {
    fn from(rectification: Rectification) -> Self {
        Self {
            old_starts_at: rectification.old.starts_at,
            old_ends_at: rectification.old.ends_at,
            new_starts_at: rectification.new.starts_at,
            new_ends_at: rectification.new.ends_at,
            reason: rectification.reason,
            rectified_by: rectification.by,
            rectified_at: rectification.at,
        }
    }
}

/// Which slots to list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSlots {
    /// On this day in Paris or later.
    from: Option<NaiveDate>,
    /// On this day in Paris or earlier.
    to: Option<NaiveDate>,
    /// Cancelled ones only, or those that take place only.
    cancelled: Option<bool>,
}

/// Lists the slots of a session by time, on one page.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/slots", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ListSlots),
    responses((status = 200, body = Page<SlotView>), Problems))]
pub async fn list_slots(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Query(query): Query<ListSlots>,
) -> Result<Json<Page<SlotView>>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let mut rows = slots::list(&mut *tx, subject.1, None).await?;
    rows.retain(|slot| {
        let day = day_of(slot.starts_at);
        query.from.is_none_or(|from| day >= from)
            && query.to.is_none_or(|to| day <= to)
            && query.cancelled.is_none_or(|cancelled| slot.cancelled_at.is_some() == cancelled)
    });
    Ok(Json(Page::whole(with_trainers(&mut tx, subject.1, rows).await?)))
}

/// Slots with who trains at them.
pub async fn with_trainers(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    rows: Vec<Slot>,
) -> Result<Vec<SlotView>> {
    let mut trainers: HashMap<SlotId, Vec<TrainerView>> = HashMap::new();
    for (slot, trainer) in trainers::by_slot(&mut **tx, session).await? {
        trainers.entry(slot).or_default().push(trainer.into());
    }
    Ok(rows
        .into_iter()
        .map(|slot| {
            let of_slot = trainers.remove(&slot.id).unwrap_or_default();
            SlotView::new(slot, of_slot)
        })
        .collect())
}

/// Adds a slot. What is already taken at that time is refused with one fault each, unless `override_reason` says why it
/// stands all the same.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = SlotDraft,
    responses((status = 201, body = SlotDetails), Problems))]
pub async fn create_slot(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(draft): Json<SlotDraft>,
) -> Result<(StatusCode, Versioned<SlotDetails>)> {
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    let content = draft.parse()?;
    ensure_known_course(&mut tx, card.id, content.course).await?;
    let assigned = trainers_to_be(&mut tx, &card, None, content.trainers.as_deref()).await?;
    ensure_space(&mut tx, card.id, 1).await?;
    ensure_no_conflict(&mut tx, &card, (None, &content), &assigned).await?;
    let id: SlotId = state.ids.ordered();
    create(&mut tx, &state, actor, &card, (id, &content), &assigned).await?;
    record(&mut tx, &state, (actor, card.organisation, id), Event::SlotWritten, None).await?;
    let view = details(&mut tx, &card, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.slot.version, view)))
}

/// Writes one new slot with its trainers, and notes it for the people concerned.
pub async fn create(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    card: &SessionCard,
    (id, content): (SlotId, &SlotContent),
    assigned: &[Assignable],
) -> Result<()> {
    slots::insert(tx, card.id, id, content, actor.person, state.clock.now()).await?;
    trainers::set_of_slot(tx, state, id, assigned, None).await?;
    let written = slot_card(&mut **tx, card.organisation, card.id, id).await?.ok_or_else(Error::not_found)?;
    changes::note(tx, state, card, (&written, None), Kind::Added, Vec::new()).await
}

/// Shows a slot with its history, and what else is at that time.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    responses((status = 200, body = SlotDetails), Problems))]
pub async fn get_slot(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, slot)): Path<SlotSubject>,
) -> Result<Versioned<SlotDetails>> {
    let mut tx = begin_reading(&state, actor, (organisation, session)).await?;
    let card = crate::sessions::store::cards::session_card(&mut *tx, organisation, session).await?;
    let view = details(&mut tx, &card.ok_or_else(Error::not_found)?, slot).await?;
    Ok(Versioned(view.slot.version, view))
}

/// Writes a slot anew. Once attendance was taken its times stay: they are rectified, and nobody is taken off it here. A replacement
/// with its reason is an operation of its own, `…/trainers`. What a sealed sheet says is rectified too.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SlotDraft, responses((status = 200, body = SlotDetails), Problems))]
pub async fn update_slot(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<SlotSubject>,
    if_match: IfMatch,
    Json(draft): Json<SlotDraft>,
) -> Result<Versioned<SlotDetails>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let locked = lock(&mut tx, &card, id, if_match).await?;
    let content = draft.parse()?;
    let times = Times { starts_at: locked.starts_at, ends_at: locked.ends_at };
    if locked.is_attended() && times != content.times {
        return Err(Code::SlotHasAttendance.into());
    }
    ensure_sheet_stays(&mut tx, &locked, &content).await?;
    ensure_known_course(&mut tx, card.id, content.course).await?;
    let assigned = trainers_to_be(&mut tx, &card, Some(id), content.trainers.as_deref()).await?;
    ensure_no_conflict(&mut tx, &card, (Some(id), &content), &assigned).await?;
    let before = slot_card(&mut *tx, organisation, session, id).await?.ok_or_else(Error::not_found)?;
    slots::update(&mut tx, id, &content, actor.person, state.clock.now()).await?;
    let former = match content.trainers {
        Some(_) if locked.is_attended() => {
            ensure_nobody_replaced(&mut tx, id, &assigned).await?;
            trainers::set_of_slot(&mut tx, &state, id, &assigned, None).await?
        }
        Some(_) => trainers::set_of_slot(&mut tx, &state, id, &assigned, None).await?,
        None => Vec::new(),
    };
    let now = slot_card(&mut *tx, organisation, session, id).await?.ok_or_else(Error::not_found)?;
    changes::note(&mut tx, &state, &card, (&now, Some(&before)), Kind::Changed, former).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::SlotWritten, None).await?;
    let view = details(&mut tx, &card, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.slot.version, view))
}

/// Locks a slot of the session that takes place, and refuses a change that starts from an older version of it.
pub async fn lock(tx: &mut Tx<'_>, card: &SessionCard, id: SlotId, if_match: IfMatch) -> Result<Slot> {
    let slot = slots::lock(tx, card.id, id).await?.ok_or_else(Error::not_found)?;
    if slot.cancelled_at.is_some() {
        return Err(Error::illegal_state("cancelled"));
    }
    let asked = if_match.version()?;
    if asked != slot.version {
        ensure_current(asked, slot.version, &details(tx, card, id).await?)?;
    }
    Ok(slot)
}

/// Refuses to take somebody off a slot that has attendance without a reason: that is a replacement.
async fn ensure_nobody_replaced(tx: &mut Tx<'_>, slot: SlotId, assigned: &[Assignable]) -> Result<()> {
    let today = slot_trainers(&mut **tx, slot).await?;
    let stays = |trainer: &Trainer| assigned.iter().any(|one| Some(one.person) == trainer.person);
    if today.iter().all(stays) {
        return Ok(());
    }
    let told = "Ce créneau porte des émargements\u{a0}: remplacez cette personne, avec un motif.";
    Err(Error::field("/trainers", "replaced_without_reason", told))
}

/// Refuses a course that is not of the session.
pub async fn ensure_known_course(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    course: Option<SessionCourseId>,
) -> Result<()> {
    match course {
        Some(course) if !slots::has_course(&mut **tx, session, course).await? => {
            Err(Error::field("/session_course_id", "unknown_course", "La session n’a pas ce module."))
        }
        _ => Ok(()),
    }
}

/// Refuses more slots than a session takes.
pub async fn ensure_space(tx: &mut Tx<'_>, session: TrainingSessionId, more: i64) -> Result<()> {
    if slots::count(&mut **tx, session).await? + more > MOST_SLOTS {
        return Err(Code::TooManySlots.into());
    }
    Ok(())
}

/// Who trains at a slot: those named, or those who do today, or else the trainers of the session.
pub async fn trainers_to_be(
    tx: &mut Tx<'_>,
    card: &SessionCard,
    slot: Option<SlotId>,
    named: Option<&[crate::ids::PersonId]>,
) -> Result<Vec<Assignable>> {
    if let Some(named) = named {
        return assignable(tx, (card.organisation, Some(card.id)), "/trainers", named).await;
    }
    let today = match slot {
        Some(slot) => slot_trainers(&mut **tx, slot).await?,
        None => trainers::of_session(&mut **tx, card.id).await?,
    };
    let people: Vec<_> = today.into_iter().filter_map(|trainer| trainer.person).collect();
    let still = trainers::assignable(&mut **tx, card.organisation, &people).await?;
    Ok(people.iter().filter_map(|id| still.iter().find(|one| one.person == *id).cloned()).collect())
}

/// Refuses a slot at whose time somebody or the place is taken, unless it says why it stands all the same.
async fn ensure_no_conflict(
    tx: &mut Tx<'_>,
    card: &SessionCard,
    (id, content): (Option<SlotId>, &SlotContent),
    assigned: &[Assignable],
) -> Result<()> {
    if content.override_reason.is_some() {
        return Ok(());
    }
    let candidate = candidate(card, (id, content), assigned);
    let found = conflicts::find(tx, card.organisation, card.id, &[candidate]).await?;
    let faults: Vec<_> = found.iter().flatten().map(Conflict::as_fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// A slot as conflicts are looked for.
pub fn candidate(
    card: &SessionCard,
    (id, content): (Option<SlotId>, &SlotContent),
    assigned: &[Assignable],
) -> Candidate {
    let place = if content.place.is_empty() { &card.place } else { &content.place };
    let trainers = assigned.iter().map(|trainer| trainer.person).collect();
    Candidate { id, times: content.times, place: place.clone(), trainers }
}

/// A slot with its history, as this transaction sees it.
pub async fn details(tx: &mut Tx<'_>, card: &SessionCard, id: SlotId) -> Result<SlotDetails> {
    let slot = slots::list(&mut **tx, card.id, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let today = slot_trainers(&mut **tx, id).await?;
    let place = if slot.place.is_empty() { &card.place } else { &slot.place };
    let candidate = Candidate {
        id: Some(id),
        times: Times { starts_at: slot.starts_at, ends_at: slot.ends_at },
        place: place.clone(),
        trainers: today.iter().filter_map(|trainer| trainer.person).collect(),
    };
    let conflicts = match slot.cancelled_at {
        None => conflicts::find(tx, card.organisation, card.id, &[candidate]).await?.concat(),
        Some(_) => Vec::new(),
    };
    let replaced = trainers::replaced(&mut **tx, id).await?;
    let rectifications = slots::rectifications(&mut **tx, id).await?;
    Ok(SlotDetails {
        slot: SlotView::new(slot, today.into_iter().map(TrainerView::from).collect()),
        replaced_trainers: replaced.into_iter().map(ReplacedTrainer::from).collect(),
        rectifications: rectifications.into_iter().map(SlotRectification::from).collect(),
        conflicts,
    })
}

/// Notes what was done to a slot.
pub async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, SlotId),
    event: Event,
    reason: Option<&str>,
) -> Result<()> {
    let entry =
        Entry::new(event, state.clock.now(), "session_slot", id.0).by(actor.person).within(organisation);
    let entry = match reason {
        Some(reason) => entry.because(reason).change(None, json!({ "reason": true })),
        None => entry,
    };
    Ok(audit::record(tx, &state.ids, entry).await?)
}
