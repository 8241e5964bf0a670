//! Slots at regular times: shown first, then created together or not at all.

use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::slots::{candidate, create, ensure_space, trainers_to_be};
use super::{Subject, begin};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, FieldError, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::model::conflict::Conflict;
use crate::sessions::model::local_time::instant;
use crate::sessions::model::recurrence::{Given, Recurrence};
use crate::sessions::model::slot::{SlotContent, SlotGeneration, Times};
use crate::sessions::store::{conflicts, slots};

/// What was created, or would be.
#[derive(Debug, Serialize, ToSchema)]
pub struct GeneratedSlots {
    /// Whether nothing was written.
    dry_run: bool,
    slots: Vec<GeneratedSlot>,
    /// Days of the rule that were left out.
    left_out: Vec<LeftOut>,
}

/// A slot of a generation.
#[derive(Debug, Serialize, ToSchema)]
pub struct GeneratedSlot {
    /// Null while nothing was written.
    id: Option<SlotId>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    /// Whether the session has it already: creating them is refused then.
    exists: bool,
    /// Who or what is taken at that time: creating them needs a reason then.
    conflicts: Vec<Conflict>,
}

/// A day that was left out.
#[derive(Debug, Serialize, ToSchema)]
struct LeftOut {
    date: NaiveDate,
    /// The public holiday; null when it is one of the closures.
    holiday: Option<&'static str>,
}

/// Generates slots by weekdays and hours, without public holidays and closures. `dry_run` shows what would be created, what
/// exists already and what is taken. Otherwise all of them are created in one transaction, or none.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slot-generations", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = SlotGeneration,
    responses((status = 200, body = GeneratedSlots), Problems))]
pub async fn generate_slots(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(request): Json<SlotGeneration>,
) -> Result<Json<GeneratedSlots>> {
    let (organisation, session) = subject;
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    let (dry_run, skip_holidays) = (request.dry_run, request.skip_holidays);
    let (content, rule) = request.parse()?;
    let rule = Recurrence { holidays: skip_holidays.then_some(card.holidays), ..rule };
    let given = rule.days().map_err(|fault| Error::Invalid(vec![fault]))?;
    let wanted = times(&given, &rule)?;
    if let Some(course) = content.course
        && !slots::has_course(&mut *tx, session, course).await?
    {
        return Err(Error::field("/session_course_id", "unknown_course", "La session n’a pas ce module."));
    }
    let assigned = trainers_to_be(&mut tx, &card, None, content.trainers.as_deref()).await?;
    let drafts: Vec<_> =
        wanted.iter().map(|times| SlotContent { times: *times, ..content.clone() }).collect();
    let candidates: Vec<_> = drafts.iter().map(|draft| candidate(&card, (None, draft), &assigned)).collect();
    let found = conflicts::find(&mut tx, organisation, session, &candidates).await?;
    let there = slots::list(&mut *tx, session, None).await?;
    let exists = |draft: &SlotContent| {
        there.iter().any(|slot| {
            slot.cancelled_at.is_none()
                && (slot.starts_at, slot.ends_at) == (draft.times.starts_at, draft.times.ends_at)
                && (slot.kind, slot.course) == (draft.kind, draft.course)
                && (&slot.title, &slot.place) == (&draft.title, &draft.place)
        })
    };
    let mut shown: Vec<_> = drafts
        .iter()
        .zip(found)
        .map(|(draft, conflicts)| GeneratedSlot {
            id: None,
            starts_at: draft.times.starts_at,
            ends_at: draft.times.ends_at,
            exists: exists(draft),
            conflicts,
        })
        .collect();
    if !dry_run {
        ensure_may_stand(&shown, content.override_reason.is_some())?;
        ensure_space(&mut tx, session, drafts.len() as i64).await?;
        for (draft, shown) in drafts.iter().zip(&mut shown) {
            let id: SlotId = state.ids.ordered();
            create(&mut tx, &state, actor, &card, (id, draft), &assigned).await?;
            shown.id = Some(id);
        }
        let entry = Entry::new(Event::SlotsGenerated, state.clock.now(), "training_session", session.0);
        let entry =
            entry.by(actor.person).within(organisation).change(None, json!({ "slots": drafts.len() }));
        audit::record(&mut tx, &state.ids, entry).await?;
        tx.commit().await?;
    }
    let left_out = given.iter().filter_map(|given| match given {
        Given::Day(_) => None,
        Given::Holiday(date, name) => Some(LeftOut { date: *date, holiday: Some(name) }),
        Given::Closed(date) => Some(LeftOut { date: *date, holiday: None }),
    });
    let left_out = left_out.collect();
    Ok(Json(GeneratedSlots { dry_run, slots: shown, left_out }))
}

/// The instants of each day's hours.
fn times(given: &[Given], rule: &Recurrence) -> Result<Vec<Times>> {
    let days = given.iter().filter_map(|given| match given {
        Given::Day(day) => Some(*day),
        _ => None,
    });
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for day in days {
        for (at, (start, end)) in rule.hours.iter().enumerate() {
            let starts_at = instant(&format!("/hours/{at}/start_time"), day, *start);
            let ends_at = instant(&format!("/hours/{at}/end_time"), day, *end);
            match (starts_at, ends_at) {
                (Ok(starts_at), Ok(ends_at)) => found.push(Times { starts_at, ends_at }),
                (first, second) => faults.extend(first.err().into_iter().chain(second.err())),
            }
        }
    }
    if found.is_empty() && faults.is_empty() {
        faults.push(FieldError::new("/weekdays", "no_day", "Cette règle ne donne aucun jour."));
    }
    if faults.is_empty() { Ok(found) } else { Err(Error::Invalid(faults)) }
}

/// Refuses what exists already, and what is taken unless a reason was given.
fn ensure_may_stand(slots: &[GeneratedSlot], has_reason: bool) -> Result<()> {
    if slots.iter().any(|slot| slot.exists) {
        return Err(crate::platform::http::Code::SlotTwice.into());
    }
    if has_reason {
        return Ok(());
    }
    let faults: Vec<_> =
        slots.iter().flat_map(|slot| &slot.conflicts).take(50).map(Conflict::as_fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}
