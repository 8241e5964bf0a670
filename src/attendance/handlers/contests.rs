//! Contests: a trainee says that a sealed mark is wrong, staff decides with a reason.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{json, to_value};
use utoipa::ToSchema;

use super::closing::salted;
use super::mine::{MySlotView, my_slot};
use super::qr::{Own, own_slot};
use super::rectify::{Right, event_head, parse, rectify};
use super::signing::finish;
use super::views::{ContestView, SheetView};
use super::{OfSession, note, policy, read};
use crate::actor::Actor;
use crate::attendance::mails;
use crate::attendance::model::chain::{Content, LinkKind};
use crate::attendance::model::sealed::SealedContest;
use crate::attendance::model::state::{self, Move};
use crate::attendance::model::{MarkDraft, Part};
use crate::attendance::store::contests::{self, Contest, Decision};
use crate::attendance::store::{links, marks, sheets};
use crate::events::Event;
use crate::ids::{ContestId, FileId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Page, Path, Problems, Result, Versioned, texts};
use crate::platform::mail::{self, Mail, context};
use crate::platform::seal::SealKey;
use crate::platform::state::AppState;
use crate::sessions::{self, SlotCard};

/// Why a mark is wrong.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContestDraft {
    /// Morning or afternoon.
    part: Part,
    /// What the trainee says, 3 to 2000 characters.
    text: String,
}

/// Contests one's own mark on a sealed sheet, within seven days of its closing or of its last rectification.
#[utoipa::path(post, path = "/me/attendance/slots/{slot_id}/contests", tag = "attendance",
    params(("slot_id" = SlotId, Path)), request_body = ContestDraft,
    responses((status = 201, body = MySlotView), Problems))]
pub async fn contest_mark(
    State(state): State<AppState>,
    actor: Actor,
    Path(slot): Path<SlotId>,
    Json(draft): Json<ContestDraft>,
) -> Result<(StatusCode, Json<MySlotView>)> {
    let text = texts::paragraphs("/text", &draft.text, 3..=2000);
    let text = text.map_err(|fault| Error::Invalid(vec![fault]))?;
    let Own { mut tx, mut slot, sheet, person } = own_slot(&state, actor, slot, true).await?;
    let reached = state::after(slot.sheet_state, Move::Contest)?;
    let now = state.clock.now();
    let newest = marks::newest(&mut *tx, slot.id).await?;
    let mark = newest.iter().find(|mark| mark.enrolment == person.enrolment && mark.part == draft.part);
    let mark = mark.ok_or_else(|| {
        Error::field("/part", "no_such_half_day", "Le créneau n’a pas lieu cette demi-journée.")
    })?;
    let closed_at = sheet.closed_at.unwrap_or(now);
    let sealed_at = if mark.link.is_some() { mark.at.max(closed_at) } else { closed_at };
    policy::ensure_contestable(sealed_at, now)?;
    let id: ContestId = state.ids.ordered();
    contests::insert(&mut tx, id, (slot.id, draft.part, person.enrolment), &text, now).await?;
    let sealed = SealedContest {
        contest_id: id.0,
        enrolment_id: person.enrolment,
        part: draft.part,
        text,
        decision: None,
        by: format!("{} {}", person.first_name, person.last_name),
    };
    add_link(&mut tx, &state, actor, &slot, (LinkKind::Contest, &sealed)).await?;
    sessions::set_sheet_state(&mut tx, slot.id, reached).await?;
    sheets::touch(&mut tx, slot.session, slot.id, now).await?;
    note(&mut tx, &state, actor, &slot, (Event::MarkContested, json!({ "contest": id }))).await?;
    tell_staff(&mut tx, &state, &slot, &sealed.by).await?;
    slot.sheet_state = reached;
    let view = my_slot(&mut tx, &state, &slot, &person).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

async fn add_link(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    slot: &SlotCard,
    (kind, sealed): (LinkKind, &SealedContest),
) -> Result<()> {
    let row = to_value(sealed).map_err(anyhow::Error::from)?;
    let content = Content { head: event_head(kind, slot)?, rows: vec![salted(state, row)] };
    let (key, about) = (state.part::<SealKey>(), (slot.session, Some(slot.id)));
    links::add(tx, key, about, kind, content, (actor.person, state.clock.now())).await?;
    Ok(())
}

async fn tell_staff(tx: &mut Tx<'_>, state: &AppState, slot: &SlotCard, who: &str) -> Result<()> {
    for told in contests::told(&mut **tx, slot.organisation, slot.id).await? {
        let context = context! {
            who, decides => told.decides, slot => slot.label(), day => slot.day().format("%d/%m/%Y").to_string(),
            organisation_id => slot.organisation.to_string(), session_id => slot.session.to_string(),
            slot_id => slot.id.to_string(),
        };
        mail::send(tx, state, Mail { to: &told.email, template: &mails::MARK_CONTESTED, context }).await?;
    }
    Ok(())
}

/// Lists the contests of a session, oldest first.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/contests", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<ContestView>), Problems))]
pub async fn list_contests(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<Page<ContestView>>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    let contests = contests::of_session(&mut *tx, session.id, None).await?;
    tx.commit().await?;
    Ok(Json(Page::whole(contests.into_iter().map(ContestView::from).collect())))
}

/// Whether a contest is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContestVerdict {
    /// It is: the mark is rectified.
    Accepted,
    /// It is not: the mark stays.
    Rejected,
}

/// A decision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContestDecision {
    /// Accepted or rejected.
    decision: ContestVerdict,
    /// Why, 3 to 500 characters; the trainee reads it.
    reason: String,
    /// With `accepted`: what is right. With `rejected`: nothing.
    #[serde(default)]
    mark: Option<MarkDraft>,
    /// With `accepted`: a staged file of the organisation that proves the reason of absence.
    #[serde(default)]
    proof_file_id: Option<FileId>,
}

/// A contest, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ContestPlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    slot_id: SlotId,
    contest_id: ContestId,
}

/// Decides a contest: accepted, the mark is rectified; rejected, it stays. The trainee is told.
#[utoipa::path(post,
    path = "/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/contests/{contest_id}/decision",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("slot_id" = SlotId, Path),
           ("contest_id" = ContestId, Path)),
    request_body = ContestDecision, responses((status = 200, body = SheetView), Problems))]
pub async fn decide_contest(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ContestPlace>,
    Json(decision): Json<ContestDecision>,
) -> Result<Versioned<SheetView>> {
    let mut tx = state.pool.begin().await?;
    policy::may_run(sessions::standing(&mut *tx, place.id, place.session_id, actor.person).await?)?;
    links::lock(&mut tx, place.session_id).await?;
    let slot = sessions::lock_slot(&mut tx, place.id, place.session_id, place.slot_id).await?;
    let slot = slot.ok_or_else(Error::not_found)?;
    let all = contests::of_session(&mut *tx, slot.session, Some(slot.id)).await?;
    let contest = all.iter().find(|contest| contest.id == place.contest_id).ok_or_else(Error::not_found)?;
    if contest.decision.is_some() {
        return Err(Code::AlreadyDecided.into());
    }
    let is_last = all.iter().filter(|contest| contest.decision.is_none()).count() == 1;
    let reached = state::after(slot.sheet_state, Move::Decide { is_last })?;
    let reason = texts::line("/reason", &decision.reason, 3..=500);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    let verdict = match (decision.decision, decision.mark) {
        (ContestVerdict::Accepted, Some(draft)) => {
            let mark = parse(&slot, contest.part, draft)?;
            let (enrolment, part) = (contest.enrolment, contest.part);
            let proof_file = decision.proof_file_id;
            let right = Right { enrolment, part, mark, seen: None, proof_file, reason: &reason };
            rectify(&mut tx, &state, actor, &slot, &right).await?;
            "accepted"
        }
        (ContestVerdict::Rejected, None) if decision.proof_file_id.is_some() => {
            return Err(only_when_accepted("/proof_file_id"));
        }
        (ContestVerdict::Rejected, None) => "rejected",
        (ContestVerdict::Accepted, None) => {
            return Err(Error::field("/mark", "required", "Indiquez la mention exacte."));
        }
        (ContestVerdict::Rejected, Some(_)) => return Err(only_when_accepted("/mark")),
    };
    settle(&mut tx, &state, actor, (&slot, contest), (verdict, &reason)).await?;
    sessions::set_sheet_state(&mut tx, slot.id, reached).await?;
    finish(tx, &state, slot).await
}

fn only_when_accepted(pointer: &str) -> Error {
    Error::field(pointer, "only_when_accepted", "Une contestation rejetée ne change rien.")
}

/// Writes a decision, into the chain too, and tells the trainee.
async fn settle(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    (slot, contest): (&SlotCard, &Contest),
    (verdict, reason): (&'static str, &str),
) -> Result<()> {
    let now = state.clock.now();
    let by_name = sheets::name_of(&mut **tx, actor.person).await?;
    let decision = Decision { verdict, reason, by: actor.person, by_name: &by_name };
    contests::decide(tx, contest.id, &decision, now).await?;
    let sealed = SealedContest {
        contest_id: contest.id.0,
        enrolment_id: contest.enrolment,
        part: contest.part,
        text: reason.to_owned(),
        decision: Some(verdict.to_owned()),
        by: by_name,
    };
    add_link(tx, state, actor, slot, (LinkKind::Decision, &sealed)).await?;
    sheets::touch(tx, slot.session, slot.id, now).await?;
    note(tx, state, actor, slot, (Event::ContestDecided, json!({ "decision": verdict }))).await?;
    let people = sessions::participants(&mut **tx, slot.session).await?;
    let Some(person) = people.into_iter().find(|person| person.enrolment == contest.enrolment) else {
        return Ok(());
    };
    let Some(address) = mails::address(&mut **tx, &person).await? else { return Ok(()) };
    let context = context! {
        first_name => person.first_name, slot => slot.label(), reason, accepted => verdict == "accepted",
        day => slot.day().format("%d/%m/%Y").to_string(),
    };
    mail::send(tx, state, Mail { to: &address, template: &mails::CONTEST_DECIDED, context }).await
}
