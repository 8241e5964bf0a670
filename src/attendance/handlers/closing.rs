//! Closing a sheet: nothing may be missing; then it is sealed.

use axum::extract::State;
use serde_json::{json, to_value};

use super::signing::finish;
use super::views::{SheetView, view};
use super::{Locked, Place, lock, note, policy};
use crate::actor::Actor;
use crate::attendance::model::chain::{Content, LinkKind, Row};
use crate::attendance::model::sealed::{
    SealedHead, SealedOrganisation, SealedRow, SealedSignature, SealedTrainer, SealedUnit, instant,
};
use crate::attendance::model::state::Move;
use crate::attendance::model::units;
use crate::attendance::store::marks;
use crate::attendance::store::reopenings::{self, Reopening};
use crate::attendance::store::signatures::{self, Signature};
use crate::attendance::store::{alerts, links, sealed_mark, sheets};
use crate::events::Event;
use crate::ids::{OrganisationId, SlotId, TrainingSessionId};
use crate::orgs;
use crate::platform::db::Tx;
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, IfMatch, Path, Problems, Result, Versioned};
use crate::platform::seal::{SealKey, hex};
use crate::platform::state::AppState;
use crate::sessions::{self, SheetState, SlotCard};
use crate::trainings::Modality;

/// Closes the sheet of a slot, and seals it. Refused (`sheet_incomplete`) with the list of what is missing.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/close",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("If-Match" = String, Header, description = "The version of the sheet that was read, in quotes")),
    responses((status = 200, body = SheetView), Problems))]
pub async fn close_sheet(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    if_match: IfMatch,
) -> Result<Versioned<SheetView>> {
    let Locked { mut tx, slot, .. } = lock(&state, actor, place, policy::may_take, Move::Close).await?;
    let now = state.clock.now();
    let seen = view(&mut tx, &state, slot.clone()).await?;
    ensure_current(if_match.version()?, seen.version, &seen)?;
    if now < slot.starts_at || !seen.missing.is_empty() {
        let current = to_value(&seen.missing).map_err(anyhow::Error::from)?;
        return Err(Error::Blocked { code: Code::SheetIncomplete, current });
    }
    sheets::touch(&mut tx, slot.session, slot.id, now).await?;
    sheets::close(&mut tx, slot.id, actor.person, now).await?;
    let content = content(&mut tx, &state, actor, &slot).await?;
    let key = state.part::<SealKey>();
    let about = (slot.session, Some(slot.id));
    let link = links::add(&mut tx, key, about, LinkKind::Closing, content, (actor.person, now)).await?;
    sessions::set_sheet_state(&mut tx, slot.id, SheetState::Closed).await?;
    alerts::look_at(&mut tx, slot.session, now).await?;
    let told = json!({ "state": SheetState::Closed, "link": link.number, "sha256": link.seal.sha256 });
    note(&mut tx, &state, actor, &slot, (Event::SheetClosed, told)).await?;
    finish(tx, &state, slot).await
}

fn sealed_signature(signature: &Signature) -> SealedSignature {
    SealedSignature {
        method: signature.method.as_str().to_owned(),
        signed_at: instant(signature.signed_at),
        drawing_sha256: signature.drawing_sha256.clone(),
    }
}

/// A row with a salt of its own.
pub fn salted(state: &AppState, row: serde_json::Value) -> Row {
    Row::Shown { salt: hex(&state.ids.secret::<16>()), row }
}

/// Everything the sheet of a slot shows.
async fn content(tx: &mut Tx<'_>, state: &AppState, actor: Actor, slot: &SlotCard) -> Result<Content> {
    let session = sessions::session_card(&mut **tx, slot.organisation, slot.session).await?;
    let session = session.ok_or_else(Error::not_found)?;
    let issuer = orgs::issuer(&mut **tx, slot.organisation, state.clock.today()).await?;
    let issuer = issuer.ok_or_else(Error::not_found)?;
    let sheet = sheets::find(&mut **tx, slot.session, slot.id).await?;
    let reopenings = reopenings::of_session(&mut **tx, slot.session, Some(slot.id)).await?;
    let signed = signatures::of_session(&mut **tx, slot.session, Some(slot.id), false).await?;
    let units = units(slot.starts_at, slot.ends_at);
    let head = SealedHead {
        kind: LinkKind::Closing.as_str().to_owned(),
        organisation: SealedOrganisation {
            name: issuer.name,
            legal_name: issuer.legal_name,
            siret: issuer.siret,
            nda: issuer.nda,
            address: None,
            qualiopi_categories: issuer.qualiopi_categories,
        },
        session_id: slot.session,
        session_title: session.title,
        slot_id: slot.id,
        title: slot.label().to_owned(),
        course: slot.course_title.clone(),
        starts_at: instant(slot.starts_at),
        ends_at: instant(slot.ends_at),
        place: slot.place.clone(),
        is_remote: matches!(slot.modality, Some(Modality::RemoteLive | Modality::RemoteSelfPaced)),
        half_days: units
            .iter()
            .map(|unit| SealedUnit { part: unit.part, date: unit.date, minutes: unit.minutes })
            .collect(),
        trainers: sealed_trainers(&sessions::slot_trainers(&mut **tx, slot.id).await?, &signed),
        taught: sheet.taught,
        paper_sha256: sheet.paper_sha256,
        reopenings: reopenings.iter().map(Reopening::sealed).collect(),
        closed_by: sheets::name_of(&mut **tx, actor.person).await?,
    };
    let people = sessions::participants(&mut **tx, slot.session).await?;
    let marks = marks::newest(&mut **tx, slot.id).await?;
    let mut rows = Vec::new();
    for person in people {
        for unit in &units {
            let is_of = |enrolment, part| enrolment == person.enrolment && part == unit.part;
            let Some(written) = marks.iter().find(|mark| is_of(mark.enrolment, mark.part)) else { continue };
            let signature = signed.iter().find(|one| one.enrolment.is_some_and(|id| is_of(id, one.part)));
            let row = SealedRow {
                enrolment_id: person.enrolment,
                first_name: person.first_name.clone(),
                last_name: person.last_name.clone(),
                part: unit.part,
                mark: sealed_mark(written),
                signature: signature.map(sealed_signature),
            };
            rows.push(salted(state, to_value(row).map_err(anyhow::Error::from)?));
        }
    }
    Ok(Content { head: to_value(head).map_err(anyhow::Error::from)?, rows })
}

/// The trainers of a slot and whoever else signed as one.
fn sealed_trainers(trainers: &[sessions::Trainer], signed: &[Signature]) -> Vec<SealedTrainer> {
    let mut sealed: Vec<(Option<_>, SealedTrainer)> = trainers
        .iter()
        .map(|trainer| {
            let name = format!("{} {}", trainer.first_name, trainer.last_name);
            (trainer.person, SealedTrainer { name, signatures: Vec::new() })
        })
        .collect();
    for one in signed.iter().filter(|one| one.is_trainer) {
        let signature = (one.part, sealed_signature(one));
        let known = sealed.iter_mut().find(|(person, trainer)| match one.person {
            Some(signer) => *person == Some(signer),
            None => trainer.name == one.name,
        });
        if let Some((_, trainer)) = known {
            trainer.signatures.push(signature);
        } else {
            let trainer = SealedTrainer { name: one.name.clone(), signatures: vec![signature] };
            sealed.push((one.person, trainer));
        }
    }
    sealed.into_iter().map(|(_, trainer)| trainer).collect()
}
