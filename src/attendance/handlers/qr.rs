//! The code shown in the room, and the trainees who scan it.

use axum::extract::State;
use axum::http::HeaderMap;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::mine::{MySlotView, my_slot};
use super::signing::{add, be_there, device, ensure_window};
use super::{Place, policy, read, roll};
use crate::actor::Actor;
use crate::attendance::model::part::GRACE;
use crate::attendance::model::qr::QrCodes;
use crate::attendance::model::state::{self, Move};
use crate::attendance::model::{Method, Part, units};
use crate::attendance::store::marks::{self, NewMark, Writer};
use crate::attendance::store::signatures::{self, NewSignature, SignatureMethod};
use crate::attendance::store::{links, sheets};
use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sessions::{self, Participant, SlotCard};

/// Which half-day.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WhichPart {
    /// Morning or afternoon; the one under way unless said.
    part: Option<Part>,
}

/// The code to show.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceQr)]
pub struct QrView {
    /// The half-day it is good for.
    part: Part,
    /// The code, changed every 20 seconds.
    code: String,
    /// The address that the QR shows: scanned with any phone, it opens Carnet there.
    url: String,
    /// Seconds until it changes, 1 to 20.
    seconds_left: i64,
    /// What people call the slot: shown beside the code, so that nobody scans another room's.
    label: String,
    /// Until when one may sign.
    closes_at: DateTime<Utc>,
}

/// Shows the code of the half-day under way, for trainees to scan.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/qr", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path), WhichPart),
    responses((status = 200, body = QrView), Problems))]
pub async fn get_attendance_qr(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Query(which): Query<WhichPart>,
) -> Result<Json<QrView>> {
    let (mut tx, _) = read(&state, actor, place.of(), policy::may_take).await?;
    let slot = sessions::slot_card(&mut *tx, place.id, place.session_id, place.slot_id).await?;
    let slot = slot.ok_or_else(Error::not_found)?;
    policy::ensure_held(&slot)?;
    state::after(slot.sheet_state, Move::Sign)?;
    let sheet = sheets::find(&mut *tx, slot.session, slot.id).await?;
    tx.commit().await?;
    let now = state.clock.now();
    let units = units(slot.starts_at, slot.ends_at);
    let under_way = units.iter().rev().find(|unit| unit.starts_at <= now).or(units.first());
    let part = which.part.or(under_way.map(|unit| unit.part)).unwrap_or(Part::Am);
    ensure_window(&slot, &sheet, part, now)?;
    let code = state.part::<QrCodes>().at(slot.id.0, part, now);
    let url = format!("{}/emargement?creneau={}&code={code}", state.config.public_url(), slot.id);
    let closes_at = sheet.reopened_until.unwrap_or(slot.ends_at).max(slot.ends_at + GRACE);
    let label = slot.label().to_owned();
    Ok(Json(QrView { part, code, url, seconds_left: QrCodes::seconds_left(now), label, closes_at }))
}

/// A scanned code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScannedQr {
    /// The slot it names.
    slot_id: SlotId,
    /// The code.
    code: String,
    /// Whether one leaves; coming in unless said.
    #[serde(default)]
    exit: bool,
    /// A random key the device keeps, 8 to 200 characters.
    #[serde(default)]
    device: Option<String>,
}

/// Marks one's own presence with the code shown in the room, and signs with it; or, leaving, notes when.
///
/// Whoever scans after the first ten minutes is noted late, unless the roll says otherwise, until half an hour before the
/// end of the half-day: many sign as they leave. A scan that comes too early is
/// refused and leaves nothing: it works once the half-day has begun. Twice does no harm.
#[utoipa::path(post, path = "/me/attendance/qr", tag = "attendance", request_body = ScannedQr,
    responses((status = 200, body = MySlotView), Problems))]
pub async fn scan_attendance_qr(
    State(state): State<AppState>,
    actor: Actor,
    headers: HeaderMap,
    Json(scanned): Json<ScannedQr>,
) -> Result<Json<MySlotView>> {
    let device = device(scanned.device.as_deref(), &headers)?;
    let Own { mut tx, slot, sheet, person } = own(&state, actor, scanned.slot_id).await?;
    let now = state.clock.now();
    let codes = state.part::<QrCodes>();
    let part =
        [Part::Am, Part::Pm].into_iter().find(|part| codes.accepts(slot.id.0, *part, &scanned.code, now));
    let part = part.ok_or(Code::QrExpired)?;
    ensure_window(&slot, &sheet, part, now)?;
    let name = format!("{} {}", person.first_name, person.last_name);
    let writer = Writer { by: Some(actor.person), name: &name, method: Method::Qr, at: now, link: None };
    if scanned.exit {
        leave(&mut tx, &state, &slot, (person.enrolment, part), &writer).await?;
    } else {
        be_there(&mut tx, &state, &slot, (person.enrolment, part), &writer).await?;
        let signed = signatures::of_session(&mut *tx, slot.session, Some(slot.id), false).await?;
        if !signed.iter().any(|one| one.enrolment == Some(person.enrolment) && one.part == part) {
            let new = NewSignature {
                part,
                enrolment: Some(person.enrolment),
                person: Some(actor.person),
                name: &name,
                method: SignatureMethod::Qr,
                drawn: None,
                device_sha256: device.as_deref(),
                is_own_device: true,
            };
            add(&mut tx, &state, actor, &slot, &new).await?;
        }
    }
    let view = my_slot(&mut tx, &state, &slot, &person).await?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Notes when somebody left.
async fn leave(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    (enrolment, part): (EnrolmentId, Part),
    writer: &Writer<'_>,
) -> Result<()> {
    let newest = marks::newest(&mut **tx, slot.id).await?;
    let newest = newest.into_iter().find(|mark| mark.enrolment == enrolment && mark.part == part);
    let newest = newest.filter(|written| written.mark.status.was_there()).ok_or(Code::NotPresent)?;
    let mut mark = newest.mark;
    let unit = units(slot.starts_at, slot.ends_at).into_iter().find(|unit| unit.part == part);
    // Whoever was marked by the roll came in with the others, or so much later; who scans long after the end left with them.
    let came_at = unit.map(|unit| unit.starts_at + Duration::minutes(mark.minutes_late.into()));
    mark.entered_at = mark.entered_at.or(came_at);
    let left_at = unit.map_or(writer.at, |unit| writer.at.min(unit.ends_at + GRACE));
    mark.left_at = mark.entered_at.max(Some(left_at));
    let number = newest.number + 1;
    let new = NewMark { part, enrolment, number, mark, proof_file: newest.proof_file, client_key: None };
    roll::write(tx, state, slot, &[new], writer).await?;
    Ok(())
}

/// A slot that a trainee writes on for themselves.
pub struct Own {
    /// The transaction; the slot is locked.
    pub tx: Tx<'static>,
    /// The slot.
    pub slot: SlotCard,
    /// Its sheet.
    pub sheet: sheets::Sheet,
    /// The trainee.
    pub person: Participant,
}

/// Begins a trainee's signature: their own slot, where they are expected, whose sheet is open.
pub async fn own(state: &AppState, actor: Actor, slot: SlotId) -> Result<Own> {
    let own = own_slot(state, actor, slot, false).await?;
    policy::ensure_held(&own.slot)?;
    state::after(own.slot.sheet_state, Move::Sign)?;
    Ok(own)
}

/// Begins a trainee's write on a slot of theirs, with the chain of the session locked where a link is to be added; to
/// everybody else there is none.
pub async fn own_slot(state: &AppState, actor: Actor, slot: SlotId, with_chain: bool) -> Result<Own> {
    let mut tx = state.pool.begin().await?;
    let home = sheets::home_of(&mut *tx, slot, actor.person).await?.ok_or_else(Error::not_found)?;
    if with_chain {
        links::lock(&mut tx, home.session).await?;
    }
    let slot = sessions::lock_slot(&mut tx, home.organisation, home.session, slot).await?;
    let slot = slot.ok_or_else(Error::not_found)?;
    let people = sessions::participants(&mut *tx, home.session).await?;
    let person = people.into_iter().find(|person| person.enrolment == home.enrolment);
    let person = person.filter(|person| person.is_expected_at(&slot)).ok_or_else(Error::not_found)?;
    let sheet = sheets::find(&mut *tx, home.session, slot.id).await?;
    Ok(Own { tx, slot, sheet, person })
}
