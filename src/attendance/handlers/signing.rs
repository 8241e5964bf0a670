//! Signatures: the trainer's, those of trainees on the trainer's device, and signing opened again.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::views::{SheetView, view};
use super::{Locked, Place, lock, note, policy, roll};
use crate::actor::Actor;
use crate::attendance::model::state::Move;
use crate::attendance::model::strokes::{Drawn, Strokes};
use crate::attendance::model::{Mark, MarkStatus, Method, Part, Window, units};
use crate::attendance::store::marks::{self, NewMark, Writer};
use crate::attendance::store::reopenings;
use crate::attendance::store::sheets::{self, Sheet};
use crate::attendance::store::signatures::{self, NewSignature, SignatureMethod};
use crate::events::Event;
use crate::identity;
use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Peer, Problems, Result, Versioned, texts};
use crate::platform::seal::sha256;
use crate::platform::state::AppState;
use crate::sessions::{self, SlotCard};

/// A signature: drawn, or with one's own account and its password. One of both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnSignature {
    /// Morning or afternoon.
    pub part: Part,
    /// The drawing.
    #[serde(default)]
    pub drawing: Option<Strokes>,
    /// The account's password, given once more.
    #[serde(default)]
    pub password: Option<String>,
    /// A random key the device keeps, 8 to 200 characters: only tells that two signatures came from one device.
    #[serde(default)]
    pub device: Option<String>,
}

/// What was signed with, checked.
pub struct Signed {
    /// How.
    pub method: SignatureMethod,
    /// What was drawn.
    pub drawn: Option<Drawn>,
    /// What tells one device.
    pub device: Option<String>,
}

impl OwnSignature {
    /// Checks the drawing or the password.
    pub async fn check(
        &self,
        state: &AppState,
        actor: Actor,
        peer: Peer,
        headers: &HeaderMap,
    ) -> Result<Signed> {
        let device = device(self.device.as_deref(), headers)?;
        match (&self.drawing, &self.password) {
            (Some(drawing), None) => {
                let drawn = drawing.pack("/drawing").map_err(|fault| Error::Invalid(vec![fault]))?;
                Ok(Signed { method: SignatureMethod::Drawn, drawn: Some(drawn), device })
            }
            (None, Some(password)) => {
                identity::confirm_password(state, actor, peer, ("/password", password)).await?;
                Ok(Signed { method: SignatureMethod::Password, drawn: None, device })
            }
            _ => {
                let message = "Signez d’un trait, ou saisissez votre mot de passe.";
                Err(Error::field("/drawing", "drawing_or_password", message))
            }
        }
    }
}

/// What tells one device from another: a hash of its random key and of what its browser calls itself.
pub fn device(key: Option<&str>, headers: &HeaderMap) -> Result<Option<String>> {
    let Some(key) = key else { return Ok(None) };
    let key = texts::line("/device", key, 8..=200).map_err(|fault| Error::Invalid(vec![fault]))?;
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    Ok(Some(sha256(format!("{key}\n{agent}"))))
}

/// Refuses a signature outside of its window.
pub fn ensure_window(slot: &SlotCard, sheet: &Sheet, part: Part, now: DateTime<Utc>) -> Result<()> {
    let unit = units(slot.starts_at, slot.ends_at).into_iter().find(|unit| unit.part == part);
    let unit = unit.ok_or_else(|| {
        Error::field("/part", "no_such_half_day", "Le créneau n’a pas lieu cette demi-journée.")
    })?;
    let window = Window::of(&unit, slot.ends_at, sheet.reopened_until);
    match now {
        now if now < window.opens_at => Err(Code::SigningNotOpen.into()),
        now if now > window.closes_at => Err(Code::SigningOver.into()),
        _ => Ok(()),
    }
}

/// Signs a half-day as its trainer.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/signature",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = OwnSignature, responses((status = 200, body = SheetView), Problems))]
pub async fn sign_sheet(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    headers: HeaderMap,
    Path(place): Path<Place>,
    Json(signature): Json<OwnSignature>,
) -> Result<Versioned<SheetView>> {
    let standing = sessions::standing(&state.pool, place.id, place.session_id, actor.person).await?;
    policy::may_take(standing)?;
    // Before the slot is locked: checking a password takes its time.
    let signed = signature.check(&state, actor, peer, &headers).await?;
    let Locked { mut tx, slot, sheet } = lock(&state, actor, place, policy::may_take, Move::Sign).await?;
    ensure_window(&slot, &sheet, signature.part, state.clock.now())?;
    let trainers = sessions::slot_trainers(&mut *tx, slot.id).await?;
    if !trainers.iter().any(|trainer| trainer.person == Some(actor.person)) {
        // Whoever only runs the organisation, or trains at other slots, does not sign in the trainer's place.
        return Err(Error::forbidden());
    }
    let name = sheets::name_of(&mut *tx, actor.person).await?;
    let new = NewSignature {
        part: signature.part,
        enrolment: None,
        person: Some(actor.person),
        name: &name,
        method: signed.method,
        drawn: signed.drawn.as_ref(),
        device_sha256: signed.device.as_deref(),
        is_own_device: true,
    };
    add(&mut tx, &state, actor, &slot, &new).await?;
    finish(tx, &state, slot).await
}

/// A trainee's signature on the trainer's device.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CollectedSignature {
    /// Who signs.
    enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    part: Part,
    /// The drawing.
    drawing: Strokes,
}

/// Takes the signature a trainee draws on the trainer's device. Whoever signs is there: an unmarked half-day becomes present.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/collected-signatures",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = CollectedSignature, responses((status = 200, body = SheetView), Problems))]
pub async fn collect_signature(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(collected): Json<CollectedSignature>,
) -> Result<Versioned<SheetView>> {
    let Locked { mut tx, slot, sheet } = lock(&state, actor, place, policy::may_take, Move::Sign).await?;
    ensure_window(&slot, &sheet, collected.part, state.clock.now())?;
    let expected = sessions::expected(&mut *tx, &slot).await?;
    let person = expected.into_iter().find(|person| person.enrolment == collected.enrolment_id);
    let person = person.ok_or_else(|| {
        Error::field("/enrolment_id", "not_expected", "Cette personne n’est pas attendue à ce créneau.")
    })?;
    let drawn = collected.drawing.pack("/drawing").map_err(|fault| Error::Invalid(vec![fault]))?;
    let trainer = sheets::name_of(&mut *tx, actor.person).await?;
    let writer = Writer {
        by: Some(actor.person),
        name: &trainer,
        method: Method::Trainer,
        at: state.clock.now(),
        link: None,
    };
    be_there(&mut tx, &state, &slot, (person.enrolment, collected.part), &writer).await?;
    let new = NewSignature {
        part: collected.part,
        enrolment: Some(person.enrolment),
        person: person.person,
        name: &format!("{} {}", person.first_name, person.last_name),
        method: SignatureMethod::Drawn,
        drawn: Some(&drawn),
        device_sha256: None,
        is_own_device: false,
    };
    add(&mut tx, &state, actor, &slot, &new).await?;
    finish(tx, &state, slot).await
}

/// Marks somebody who signs as present where nothing is said yet, or as late where they declare themselves late into the
/// half-day and not near its end; refused where they are said to be away.
pub async fn be_there(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    (enrolment, part): (EnrolmentId, Part),
    writer: &Writer<'_>,
) -> Result<()> {
    let newest = marks::newest(&mut **tx, slot.id).await?;
    let newest = newest.into_iter().find(|mark| mark.enrolment == enrolment && mark.part == part);
    match newest.as_ref().map(|written| written.mark.status) {
        Some(MarkStatus::Present | MarkStatus::Late) => return Ok(()),
        Some(MarkStatus::Absent | MarkStatus::Excused) => return Err(Code::MarkedOtherwise.into()),
        Some(MarkStatus::Unmarked) | None => {}
    }
    let unit = units(slot.starts_at, slot.ends_at).into_iter().find(|unit| unit.part == part);
    let declares = unit.filter(|_| writer.method.is_own());
    let mut mark = match declares.and_then(|unit| unit.declared_late(writer.at)) {
        Some(minutes_late) => Mark { minutes_late, ..Mark::plain(MarkStatus::Late) },
        None => Mark::plain(MarkStatus::Present),
    };
    // Who scans after the half-day did not come in then.
    let is_on = unit.is_some_and(|unit| writer.at <= unit.ends_at);
    mark.entered_at = (writer.method == Method::Qr && is_on).then_some(writer.at);
    let number = newest.map_or(1, |written| written.number + 1);
    let new = NewMark { part, enrolment, number, mark, proof_file: None, client_key: None };
    roll::write(tx, state, slot, &[new], writer).await?;
    Ok(())
}

/// Writes a signature with all that hangs on it.
pub async fn add(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    slot: &SlotCard,
    new: &NewSignature<'_>,
) -> Result<()> {
    insert(tx, state, slot, new).await?;
    let told = json!({ "part": new.part, "method": new.method, "is_trainer": new.enrolment.is_none() });
    note(tx, state, actor, slot, (Event::AttendanceSigned, told)).await
}

/// The same without the trail, for whoever has no account.
pub async fn insert(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    new: &NewSignature<'_>,
) -> Result<()> {
    let now = state.clock.now();
    signatures::insert(tx, state.ids.ordered(), slot.id, new, now).await?;
    sessions::mark_attended(tx, slot.id, &new.enrolment.into_iter().collect::<Vec<_>>()).await?;
    sheets::touch(tx, slot.session, slot.id, now).await?;
    Ok(())
}

/// Shows the sheet as it is now, and ends the write.
pub async fn finish(mut tx: Tx<'_>, state: &AppState, slot: SlotCard) -> Result<Versioned<SheetView>> {
    let slot = sessions::slot_card(&mut *tx, slot.organisation, slot.session, slot.id).await?;
    let view = view(&mut tx, state, slot.ok_or_else(Error::not_found)?).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// How long signing is open again, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    /// From now, 5 minutes to 7 days.
    minutes: i64,
    /// Why; an inspector reads it. 3 to 500 characters.
    reason: String,
}

/// Opens signing again after its window, for a while and with a reason.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/reopening",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = Reopening, responses((status = 200, body = SheetView), Problems))]
pub async fn reopen_signing(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(reopening): Json<Reopening>,
) -> Result<Versioned<SheetView>> {
    let Locked { mut tx, slot, .. } = lock(&state, actor, place, policy::may_take, Move::Note).await?;
    if !(5..=7 * 24 * 60).contains(&reopening.minutes) {
        return Err(Error::field("/minutes", "out_of_range", "De 5 minutes à 7 jours."));
    }
    let reason = texts::line("/reason", &reopening.reason, 3..=500);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    let now = state.clock.now();
    sheets::touch(&mut tx, slot.session, slot.id, now).await?;
    let until = now + Duration::minutes(reopening.minutes);
    sheets::reopen(&mut tx, slot.id, (until, &reason), actor.person).await?;
    let told = json!({ "until": until, "reason": reason });
    let by_name = sheets::name_of(&mut *tx, actor.person).await?;
    let new = reopenings::Reopening { slot: slot.id, until, reason, at: now, by_name };
    reopenings::insert(&mut tx, state.ids.ordered(), &new, actor.person).await?;
    note(&mut tx, &state, actor, &slot, (Event::SigningReopened, told)).await?;
    finish(tx, &state, slot).await
}
