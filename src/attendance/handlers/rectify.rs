//! Rectifications: a sealed mark is never edited; what is right is a further link, with what was before and why.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{json, to_value};
use utoipa::ToSchema;

use super::closing::salted;
use super::signing::finish;
use super::views::{MarkView, SheetView};
use super::{Locked, Place, lock, note, policy};
use crate::actor::Actor;
use crate::attendance::mails;
use crate::attendance::model::chain::{Content, LinkKind};
use crate::attendance::model::sealed::{SealedEventHead, SealedRectification};
use crate::attendance::model::state::Move;
use crate::attendance::model::{Mark, MarkDraft, Method, Part, units};
use crate::attendance::store::marks::{self, NewMark, Writer, Written};
use crate::attendance::store::{alerts, links, retention, sealed_mark, sheets};
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{EnrolmentId, FileId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Result, Versioned, texts};
use crate::platform::mail::{self, Mail, context};
use crate::platform::seal::SealKey;
use crate::platform::state::AppState;
use crate::sessions::{self, SlotCard};

/// What a sealed mark should have been.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RectificationDraft {
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// Morning or afternoon.
    part: Part,
    /// Number of the mark that was seen.
    seen_number: i32,
    /// What is right.
    mark: MarkDraft,
    /// Why, 3 to 500 characters; the trainee and an inspector read it.
    reason: String,
    /// A staged file of the organisation that proves the reason of absence; the one before stays unless another is given.
    #[serde(default)]
    proof_file_id: Option<FileId>,
}

/// Rectifies a mark of a sealed sheet. The trainee is told by mail.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/rectifications",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path)),
    request_body = RectificationDraft, responses((status = 200, body = SheetView), Problems))]
pub async fn rectify_mark(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(draft): Json<RectificationDraft>,
) -> Result<Versioned<SheetView>> {
    let Locked { mut tx, slot, .. } = lock(&state, actor, place, policy::may_run, Move::Rectify).await?;
    let reason = texts::line("/reason", &draft.reason, 3..=500);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    let right = Right {
        enrolment: draft.enrolment_id,
        part: draft.part,
        mark: parse(&slot, draft.part, draft.mark)?,
        seen: Some(draft.seen_number),
        proof_file: draft.proof_file_id,
        reason: &reason,
    };
    rectify(&mut tx, &state, actor, &slot, &right).await?;
    finish(tx, &state, slot).await
}

/// The mark that is right, for its half-day.
pub fn parse(slot: &SlotCard, part: Part, draft: MarkDraft) -> Result<Mark> {
    let unit = units(slot.starts_at, slot.ends_at).into_iter().find(|unit| unit.part == part);
    let mark = draft.parse("/mark", unit.as_ref()).map_err(Error::Invalid)?;
    if mark.status.is_final() {
        Ok(mark)
    } else {
        Err(Error::field("/mark/status", "not_final", "Une feuille close ne laisse personne sans mention."))
    }
}

/// What is right.
pub struct Right<'a> {
    /// Of whom.
    pub enrolment: EnrolmentId,
    /// Morning or afternoon.
    pub part: Part,
    /// The mark.
    pub mark: Mark,
    /// Number of the mark that was seen, where it must be the newest.
    pub seen: Option<i32>,
    /// A staged file that proves the reason.
    pub proof_file: Option<FileId>,
    /// Why.
    pub reason: &'a str,
}

/// Adds the rectification to the chain, the mark it makes, and the mail to the trainee.
pub async fn rectify(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    slot: &SlotCard,
    right: &Right<'_>,
) -> Result<()> {
    let now = state.clock.now();
    if retention::is_over(&mut **tx, slot.session, state.clock.today()).await? {
        return Err(Code::RetentionOver.into());
    }
    let newest = marks::newest(&mut **tx, slot.id).await?;
    let before = newest.iter().find(|mark| mark.enrolment == right.enrolment && mark.part == right.part);
    let before = before.ok_or_else(|| {
        Error::field("/enrolment_id", "not_on_sheet", "Cette personne ne figure pas sur cette feuille.")
    })?;
    if right.seen.is_some_and(|seen| seen != before.number) {
        return Err(Error::Stale(to_value(MarkView::from(before)).map_err(anyhow::Error::from)?));
    }
    if before.mark == right.mark && right.proof_file.is_none() {
        return Err(Error::field("/mark", "nothing_changed", "C’est déjà ce que dit la feuille."));
    }
    if let Some(file) = right.proof_file {
        let owner = Owner::Organisation(slot.organisation);
        let (purpose, by) = (Purpose::AbsenceProof, actor.person);
        let claim = Claim { file, purpose, owner, by, pointer: "/proof_file_id" };
        files::claim(tx, state, &claim).await?;
    }
    let name = sheets::name_of(&mut **tx, actor.person).await?;
    let after = Written {
        number: before.number + 1,
        mark: right.mark.clone(),
        method: Method::Trainer,
        by_name: name.clone(),
        at: now,
        ..before.clone()
    };
    let content = Content {
        head: event_head(LinkKind::Rectification, slot)?,
        rows: vec![salted(
            state,
            to_value(SealedRectification {
                enrolment_id: right.enrolment,
                part: right.part,
                before: sealed_mark(before),
                after: sealed_mark(&after),
                reason: right.reason.to_owned(),
                by: name.clone(),
            })
            .map_err(anyhow::Error::from)?,
        )],
    };
    let (key, about) = (state.part::<SealKey>(), (slot.session, Some(slot.id)));
    let link = links::add(tx, key, about, LinkKind::Rectification, content, (actor.person, now)).await?;
    let new = NewMark {
        part: right.part,
        enrolment: right.enrolment,
        number: after.number,
        mark: right.mark.clone(),
        proof_file: right.proof_file.or(before.proof_file),
        client_key: None,
    };
    let writer = Writer {
        by: Some(actor.person),
        name: &name,
        method: Method::Trainer,
        at: now,
        link: Some(link.number),
    };
    marks::insert(tx, slot.id, &[new], &writer).await?;
    sheets::touch(tx, slot.session, slot.id, now).await?;
    alerts::look_at(tx, slot.session, now).await?;
    tell(tx, state, slot, right, before).await?;
    let told = json!({ "link": link.number, "before": before.mark.status, "after": right.mark.status });
    note(tx, state, actor, slot, (Event::MarkRectified, told)).await
}

/// The head of a link about one person.
pub fn event_head(kind: LinkKind, slot: &SlotCard) -> Result<serde_json::Value> {
    let head = SealedEventHead { kind: kind.as_str().to_owned(), session_id: slot.session, slot_id: slot.id };
    Ok(to_value(head).map_err(anyhow::Error::from)?)
}

/// Tells the trainee, where there is an address.
async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    right: &Right<'_>,
    before: &Written,
) -> Result<()> {
    let people = sessions::participants(&mut **tx, slot.session).await?;
    let Some(person) = people.into_iter().find(|person| person.enrolment == right.enrolment) else {
        return Ok(());
    };
    let Some(address) = mails::address(&mut **tx, &person).await? else { return Ok(()) };
    let context = context! {
        first_name => person.first_name, slot => slot.label(), reason => right.reason,
        day => slot.day().format("%d/%m/%Y").to_string(), part => right.part.in_french(),
        before => before.mark.status.in_french(), after => right.mark.status.in_french(),
    };
    mail::send(tx, state, Mail { to: &address, template: &mails::MARK_RECTIFIED, context }).await
}
