//! Personal links: mailed to those expected, they let somebody without an account sign one slot. Opening one does nothing.

use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::mine::{MySlotView, my_slot};
use super::signing::{be_there, device, ensure_window, insert};
use super::{Locked, Place, lock, note, policy};
use crate::actor::Actor;
use crate::attendance::mails;
use crate::attendance::model::state::{self, Move};
use crate::attendance::model::strokes::Strokes;
use crate::attendance::model::{Method, Part, Unit, Window, units};
use crate::attendance::store::marks::Writer;
use crate::attendance::store::personal;
use crate::attendance::store::sheets::{self, Sheet};
use crate::attendance::store::signatures::{NewSignature, SignatureMethod};
use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;
use crate::sessions::{self, Participant, SheetState, SlotCard};

/// To whom links are sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkRequest {
    /// These people; null: everybody expected who has no account.
    #[serde(default)]
    enrolment_ids: Option<Vec<EnrolmentId>>,
}

/// Who was written to.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinksSent {
    /// Those who get a link.
    sent: Vec<EnrolmentId>,
    /// Those nobody has an address of.
    without_address: Vec<EnrolmentId>,
}

/// Mails personal links to sign a slot with. A new link makes the one before unknown.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/links",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = LinkRequest, responses((status = 200, body = LinksSent), Problems))]
pub async fn send_signature_links(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(request): Json<LinkRequest>,
) -> Result<Json<LinksSent>> {
    let Locked { mut tx, slot, .. } = lock(&state, actor, place, policy::may_take, Move::Sign).await?;
    let expected = sessions::expected(&mut *tx, &slot).await?;
    let is_wanted = |person: &Participant| match &request.enrolment_ids {
        Some(wanted) => wanted.contains(&person.enrolment),
        None => person.person.is_none(),
    };
    for (position, id) in request.enrolment_ids.iter().flatten().enumerate() {
        if !expected.iter().any(|person| person.enrolment == *id) {
            let message = "Cette personne n’est pas attendue à ce créneau.";
            return Err(Error::field(format!("/enrolment_ids/{position}"), "not_expected", message));
        }
    }
    let mut result = LinksSent { sent: Vec::new(), without_address: Vec::new() };
    for person in expected.iter().filter(|person| is_wanted(person)) {
        match mails::address(&mut *tx, person).await? {
            Some(address) => {
                send(&mut tx, &state, &slot, person, &address).await?;
                result.sent.push(person.enrolment);
            }
            None => result.without_address.push(person.enrolment),
        }
    }
    note(&mut tx, &state, actor, &slot, (Event::SignatureLinksSent, json!({ "sent": result.sent.len() })))
        .await?;
    tx.commit().await?;
    Ok(Json(result))
}

async fn send(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    person: &Participant,
    address: &str,
) -> Result<()> {
    let token = OpaqueToken::draw(&state.ids);
    personal::keep(tx, &token.hash(), (slot.id, person.enrolment), state.clock.now()).await?;
    let context = context! {
        first_name => person.first_name.as_str(), slot => slot.label(), token => token.reveal(),
        day => slot.day().format("%d/%m/%Y").to_string(),
    };
    mail::send(tx, state, Mail { to: address, template: &mails::SIGNATURE_LINK, context }).await
}

/// A slot that a link is for, and who signs with it.
struct Own {
    tx: Tx<'static>,
    slot: SlotCard,
    sheet: Sheet,
    person: Participant,
}

/// What the link is for, while its holder is expected there; otherwise it is unknown. Only who signs locks the slot.
async fn open(state: &AppState, token: &str, locks: bool) -> Result<Own> {
    let mut tx = state.pool.begin().await?;
    let hash = OpaqueToken::presented(token).hash();
    let linked = personal::find(&mut *tx, &hash).await?.ok_or_else(Error::not_found)?;
    let (organisation, session, slot) = (linked.organisation, linked.session, linked.slot);
    let slot = if locks {
        sessions::lock_slot(&mut tx, organisation, session, slot).await?
    } else {
        sessions::slot_card(&mut *tx, organisation, session, slot).await?
    };
    let slot = slot.ok_or_else(Error::not_found)?;
    let people = sessions::expected(&mut *tx, &slot).await?;
    let person = people.into_iter().find(|person| person.enrolment == linked.enrolment);
    let person = person.ok_or_else(Error::not_found)?;
    policy::ensure_held(&slot)?;
    let sheet = sheets::find(&mut *tx, session, slot.id).await?;
    Ok(Own { tx, slot, sheet, person })
}

/// Shows the slot that a personal link is for, as long as it is signed. Nothing is signed by looking, and nothing is told
/// of why its holder was away: whoever has the address sees this.
#[utoipa::path(get, path = "/attendance-links/{token}", tag = "attendance", params(("token" = String, Path)),
    responses((status = 200, body = MySlotView), Problems), security(()))]
pub async fn get_signature_link(
    State(state): State<AppState>,
    Path(token): Path<String>,
) -> Result<Json<MySlotView>> {
    let Own { mut tx, slot, sheet, person } = open(&state, &token, false).await?;
    let now = state.clock.now();
    let units = units(slot.starts_at, slot.ends_at);
    let is_ahead = |unit: &Unit| now <= Window::of(unit, slot.ends_at, sheet.reopened_until).closes_at;
    if slot.sheet_state != SheetState::Open || !units.iter().any(is_ahead) {
        return Err(Code::LinkOver.into());
    }
    let view = my_slot(&mut tx, &state, &slot, &person).await?.without_reasons();
    tx.commit().await?;
    Ok(Json(view))
}

/// A drawn signature.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkSignature {
    /// Morning or afternoon.
    part: Part,
    /// The drawing.
    drawing: Strokes,
    /// A random key the device keeps, 8 to 200 characters.
    #[serde(default)]
    device: Option<String>,
}

/// Signs a half-day with a personal link, within the same window as everybody. Whoever signs is there, and late after the
/// first ten minutes and until half an hour before the end of the half-day, unless the roll says otherwise.
#[utoipa::path(post, path = "/attendance-links/{token}/signature", tag = "attendance",
    params(("token" = String, Path)), request_body = LinkSignature,
    responses((status = 200, body = MySlotView), Problems), security(()))]
pub async fn sign_by_link(
    State(state): State<AppState>,
    headers: HeaderMap,
    Path(token): Path<String>,
    Json(signature): Json<LinkSignature>,
) -> Result<Json<MySlotView>> {
    let Own { mut tx, slot, sheet, person } = open(&state, &token, true).await?;
    state::after(slot.sheet_state, Move::Sign)?;
    let now = state.clock.now();
    ensure_window(&slot, &sheet, signature.part, now)?;
    let device = device(signature.device.as_deref(), &headers)?;
    let drawn = signature.drawing.pack("/drawing").map_err(|fault| Error::Invalid(vec![fault]))?;
    let name = format!("{} {}", person.first_name, person.last_name);
    let writer = Writer { by: None, name: &name, method: Method::Link, at: now, link: None };
    be_there(&mut tx, &state, &slot, (person.enrolment, signature.part), &writer).await?;
    let new = NewSignature {
        part: signature.part,
        enrolment: Some(person.enrolment),
        person: person.person,
        name: &name,
        method: SignatureMethod::Link,
        drawn: Some(&drawn),
        device_sha256: device.as_deref(),
        is_own_device: true,
    };
    insert(&mut tx, &state, &slot, &new).await?;
    let told = json!({ "part": new.part, "method": new.method, "is_trainer": false });
    let entry = Entry::new(Event::AttendanceSigned, now, "session_slot", slot.id.0);
    audit::record(&mut tx, &state.ids, entry.within(slot.organisation).change(None, told)).await?;
    let view = my_slot(&mut tx, &state, &slot, &person).await?.without_reasons();
    tx.commit().await?;
    Ok(Json(view))
}
