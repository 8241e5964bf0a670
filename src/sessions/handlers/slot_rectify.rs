//! Slots put right after attendance was taken: their times, and what a sealed sheet says of them.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::slots::{SlotDetails, SlotSubject, details, ensure_known_course, lock};
use super::{begin, changes};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{
    Code, Error, FieldError, IfMatch, Json, Path, Problems, Result, Versioned, texts,
};
use crate::platform::state::AppState;
use crate::sessions::model::general::General;
use crate::sessions::model::slot::{HoursDraft, SlotContent, SubjectDraft, Times};
use crate::sessions::model::words::{Word, WordChange, Words};
use crate::sessions::model::{Move, SheetState};
use crate::sessions::store::cards::{SessionCard, slot_card, slot_trainers};
use crate::sessions::store::changes::Kind;
use crate::sessions::store::keeper::{Keeper, MovedSlot, Reworded};
use crate::sessions::store::slots::{self, Slot};

/// What is right about a slot: its times, what its sealed sheet should say, or both.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotCorrection {
    /// The times as they were in truth; null: they stay.
    #[serde(default)]
    hours: Option<HoursDraft>,
    /// What a sealed sheet should say that it was about, and where; null: it stays.
    #[serde(default)]
    subject: Option<SubjectDraft>,
    /// Why it was wrong, 1 to 500 characters: sheets show it.
    reason: String,
}

/// Puts a slot right after attendance was taken. What was said is kept, and shown on sheets. Of a sealed sheet, the day and the
/// half-days stay, and the change is a further link of its chain; of other times the people on it are told.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/rectify", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SlotCorrection, responses((status = 200, body = SlotDetails), Problems))]
pub async fn rectify_slot(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<SlotSubject>,
    if_match: IfMatch,
    Json(request): Json<SlotCorrection>,
) -> Result<Versioned<SlotDetails>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Correct).await?;
    let slot = lock(&mut tx, &card, id, if_match).await?;
    if !slot.is_attended() {
        return Err(Code::SlotWithoutAttendance.into());
    }
    let reason =
        texts::line("/reason", &request.reason, 1..=500).map_err(|fault| Error::Invalid(vec![fault]))?;
    if request.hours.is_none() && request.subject.is_none() {
        let told = "Dites ce qui est à rectifier\u{a0}: les horaires, ou ce que porte la feuille.";
        return Err(Error::field("/hours", "required", told));
    }
    if let Some(subject) = &request.subject {
        say_right(&mut tx, &state, (&card, &slot), subject, (actor, &reason)).await?;
    }
    if let Some(hours) = &request.hours {
        let times = hours.parse().map_err(|error| within(error, "/hours"))?;
        put_right(&mut tx, &state, (&card, &slot), times, (actor, &reason)).await?;
    }
    let view = details(&mut tx, &card, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.slot.version, view))
}

/// Writes the right times.
async fn put_right(
    tx: &mut Tx<'static>,
    state: &AppState,
    (card, slot): (&SessionCard, &Slot),
    times: Times,
    (actor, reason): (Actor, &str),
) -> Result<()> {
    let old = Times { starts_at: slot.starts_at, ends_at: slot.ends_at };
    if old == times {
        return Err(Error::field("/hours", "nothing_changed", "Ce sont déjà les horaires du créneau."));
    }
    let is_sealed = slot.sheet_state != SheetState::Open;
    if is_sealed {
        old.ensure_same_half_days(times)?;
    }
    let before = slot_card(&mut **tx, card.organisation, card.id, slot.id).await?;
    let before = before.ok_or_else(Error::not_found)?;
    let now = state.clock.now();
    slots::rectify(tx, &state.ids, slot, (times, reason), actor.person, now).await?;
    let after = slot_card(&mut **tx, card.organisation, card.id, slot.id).await?;
    let after = after.ok_or_else(Error::not_found)?;
    changes::note(tx, state, card, (&after, Some(&before)), Kind::Changed, Vec::new()).await?;
    if is_sealed {
        let moved = MovedSlot { slot: &after, before: old, reason, by: actor.person };
        state.part::<Keeper>().times_rectified(tx, state, &moved).await?;
    }
    let told = |times: Times| json!({ "starts_at": times.starts_at, "ends_at": times.ends_at });
    let entry = Entry::new(Event::SlotRectified, now, "session_slot", slot.id.0).by(actor.person);
    let entry = entry.within(card.organisation).because(reason).change(told(old), told(times));
    Ok(audit::record(tx, &state.ids, entry).await?)
}

/// Writes what a sealed sheet should say.
async fn say_right(
    tx: &mut Tx<'static>,
    state: &AppState,
    (card, slot): (&SessionCard, &Slot),
    draft: &SubjectDraft,
    (actor, reason): (Actor, &str),
) -> Result<()> {
    if slot.sheet_state == SheetState::Open {
        // What no seal holds is simply written anew.
        return Err(Error::illegal_state(slot.sheet_state.as_str()));
    }
    let subject = draft.parse(slot.kind).map_err(|error| within(error, "/subject"))?;
    let known = ensure_known_course(tx, card.id, subject.course).await;
    known.map_err(|error| within(error, "/subject"))?;
    let said = words_of(tx, card, slot.id).await?;
    slots::reword(tx, slot.id, &subject, actor.person, state.clock.now()).await?;
    let changes = said.changes(words_of(tx, card, slot.id).await?);
    if changes.is_empty() {
        return Err(Error::field("/subject", "nothing_changed", "La feuille le dit déjà ainsi."));
    }
    let told = json!({ "words": changes.iter().map(|change| change.what).collect::<Vec<_>>() });
    seal_words(tx, state, card, (Some(slot.id), changes), (actor, reason)).await?;
    let entry = Entry::new(Event::SlotRectified, state.clock.now(), "session_slot", slot.id.0);
    let entry = entry.by(actor.person).within(card.organisation).because(reason).change(None, told);
    Ok(audit::record(tx, &state.ids, entry).await?)
}

/// What the sheet of a slot says of it beside its times, as this transaction sees it.
pub async fn words_of(tx: &mut Tx<'_>, card: &SessionCard, id: SlotId) -> Result<Words> {
    let slot = slot_card(&mut **tx, card.organisation, card.id, id).await?.ok_or_else(Error::not_found)?;
    let trainers = slot_trainers(&mut **tx, id).await?;
    let names = trainers.iter().map(|trainer| format!("{} {}", trainer.first_name, trainer.last_name));
    Ok(Words {
        title: slot.label().to_owned(),
        course: slot.course_title.unwrap_or_default(),
        place: slot.place,
        trainers: names.collect::<Vec<_>>().join(", "),
    })
}

/// Adds what sealed sheets say otherwise to their chain; nothing where they say the same.
pub async fn seal_words(
    tx: &mut Tx<'static>,
    state: &AppState,
    card: &SessionCard,
    (slot, changes): (Option<SlotId>, Vec<WordChange>),
    (actor, reason): (Actor, &str),
) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let reworded = Reworded { session: card.id, slot, changes, reason, by: actor.person };
    state.part::<Keeper>().reworded(tx, state, &reworded).await
}

/// Refuses to write anew what the sealed sheet of a slot says: that is put right, with a reason.
pub async fn ensure_sheet_stays(tx: &mut Tx<'_>, slot: &Slot, content: &SlotContent) -> Result<()> {
    if slot.sheet_state == SheetState::Open {
        return Ok(());
    }
    let says_the_same = (slot.kind, slot.course, &slot.title, &slot.place)
        == (content.kind, content.course, &content.title, &content.place);
    let today = slot_trainers(&mut **tx, slot.id).await?;
    let train_as_before = |named: &[PersonId]| {
        named.len() == today.len()
            && today.iter().all(|trainer| trainer.person.is_some_and(|person| named.contains(&person)))
    };
    if says_the_same && content.trainers.as_deref().is_none_or(train_as_before) {
        Ok(())
    } else {
        Err(Code::SlotSealed.into())
    }
}

/// Keeps what sealed sheets say when the general part of their session is written anew: where they took place, and under which
/// title, which changes with a reason alone.
pub async fn keep_sheets(
    tx: &mut Tx<'static>,
    state: &AppState,
    (card, now): (&SessionCard, &General),
    (actor, why): (Actor, Option<String>),
) -> Result<()> {
    if !slots::any_sealed(&mut **tx, card.id).await? {
        return Ok(());
    }
    if card.place != now.place {
        slots::keep_sealed_places(tx, card.id, &card.place).await?;
    }
    if card.title == now.title {
        return Ok(());
    }
    let why = why.ok_or_else(|| {
        let told = "Des feuilles sont scellées sous l’ancien titre\u{a0}: dites pourquoi il change.";
        Error::field("/title_reason", "required", told)
    })?;
    let change =
        WordChange { what: Word::SessionTitle, before: card.title.clone(), after: now.title.clone() };
    seal_words(tx, state, card, (None, vec![change]), (actor, &why)).await
}

/// The same faults, of a part of the body.
fn within(error: Error, place: &str) -> Error {
    match error {
        Error::Invalid(faults) => Error::Invalid(
            faults
                .into_iter()
                .map(|fault| FieldError { pointer: format!("{place}{}", fault.pointer), ..fault })
                .collect(),
        ),
        other => other,
    }
}
