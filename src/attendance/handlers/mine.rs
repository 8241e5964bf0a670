//! What a trainee sees and does of their own attendance. Others are never named here.

use axum::extract::State;
use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::half_days::{UnitView, unit_views};
use super::qr::{Own, own};
use super::signing::{OwnSignature, add, be_there, ensure_window};
use super::views::{ContestView, MarkView, SignatureView};
use crate::actor::Actor;
use crate::attendance::model::{Method, Part, Totals};
use crate::attendance::policy;
use crate::attendance::store::marks::{self, Writer, Written};
use crate::attendance::store::sheets::{self, Sheet};
use crate::attendance::store::signatures::{self, NewSignature, Signature};
use crate::attendance::store::{contests, facts, mine, settings};
use crate::files;
use crate::ids::{EnrolmentId, FileId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Peer, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sessions::{self, Participant, SheetState, SlotCard, Status};

/// One's own half-day of a slot.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyHalfDayView {
    /// The half-day, and when one may sign.
    half_day: UnitView,
    /// What is said of one.
    mark: Option<MarkView>,
    /// One's signature.
    signature: Option<SignatureView>,
    /// Until when one may contest; null where nothing is sealed, or it is too late.
    contest_until: Option<DateTime<Utc>>,
}

/// A slot, as one of those expected sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MySlotView {
    /// The slot.
    slot_id: SlotId,
    /// What people call it.
    label: String,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
    /// Where.
    place: String,
    /// When it was cancelled.
    cancelled_at: Option<DateTime<Utc>>,
    /// State of its sheet.
    state: SheetState,
    /// What was taught.
    taught: String,
    /// Whether entry and exit are noted.
    asks_entry_exit: bool,
    /// One's half-days.
    half_days: Vec<MyHalfDayView>,
    /// What one says against it, and what was decided.
    contests: Vec<ContestView>,
}

impl MySlotView {
    /// The same for eyes that may be anybody's: without reasons, remarks, proofs and contests.
    pub fn without_reasons(mut self) -> Self {
        for half in &mut self.half_days {
            if let Some(mark) = &mut half.mark {
                (mark.reason, mark.note, mark.proof_file_id) = (None, None, None);
            }
        }
        self.contests.clear();
        self
    }
}

/// A session, as one of those who take part sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyAttendance {
    /// The organisation.
    organisation_id: OrganisationId,
    /// Its name.
    organisation: String,
    /// The session.
    session_id: TrainingSessionId,
    /// One's enrolment.
    enrolment_id: EnrolmentId,
    /// Its title.
    title: String,
    /// Its state.
    status: Status,
    /// Hours over the whole session.
    totals: Totals,
    /// The rate of attendance so far, in thousandths.
    rate: Option<i32>,
    /// The slots where one is expected, by time.
    slots: Vec<MySlotView>,
}

struct Seen<'a> {
    sheet: &'a Sheet,
    marks: &'a (dyn Fn(Part) -> Option<&'a Written> + Sync),
    signed: &'a (dyn Fn(Part) -> Option<&'a Signature> + Sync),
    asks_entry_exit: bool,
    now: DateTime<Utc>,
}

fn slot_view(slot: &SlotCard, seen: &Seen<'_>, contests: Vec<ContestView>) -> MySlotView {
    let half_day = |unit: UnitView| {
        let mark = (seen.marks)(unit.part);
        let sealed_at = seen.sheet.closed_at.filter(|_| mark.is_some()).map(|closed| match mark {
            Some(written) if written.link.is_some() => written.at.max(closed),
            _ => closed,
        });
        let contest_until =
            sealed_at.map(|at| at + policy::CONTEST_WITHIN).filter(|until| seen.now <= *until);
        let signature = (seen.signed)(unit.part).map(SignatureView::from);
        MyHalfDayView { half_day: unit, mark: mark.map(MarkView::from), signature, contest_until }
    };
    MySlotView {
        slot_id: slot.id,
        label: slot.label().to_owned(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        place: slot.place.clone(),
        cancelled_at: slot.cancelled_at,
        state: slot.sheet_state,
        taught: seen.sheet.taught.clone(),
        asks_entry_exit: seen.asks_entry_exit,
        half_days: unit_views(slot, seen.sheet, seen.now).into_iter().map(half_day).collect(),
        contests,
    }
}

/// One's own slot, as it is now.
pub async fn my_slot(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: &SlotCard,
    person: &Participant,
) -> Result<MySlotView> {
    let sheet = sheets::find(&mut **tx, slot.session, slot.id).await?;
    let mut marks = marks::newest(&mut **tx, slot.id).await?;
    marks.retain(|mark| mark.enrolment == person.enrolment);
    let mut signed = signatures::of_session(&mut **tx, slot.session, Some(slot.id), false).await?;
    signed.retain(|one| one.enrolment == Some(person.enrolment));
    let mut contests = contests::of_session(&mut **tx, slot.session, Some(slot.id)).await?;
    contests.retain(|contest| contest.enrolment == person.enrolment);
    let asks_entry_exit = settings::of_session(&mut **tx, slot.session).await?.asks_entry_exit;
    let seen = Seen {
        sheet: &sheet,
        marks: &|part| marks.iter().find(|mark| mark.part == part),
        signed: &|part| signed.iter().find(|one| one.part == part),
        asks_entry_exit,
        now: state.clock.now(),
    };
    Ok(slot_view(slot, &seen, contests.into_iter().map(ContestView::from).collect()))
}

/// Lists one's own attendance, session by session, the latest first: each mark as soon as it is written.
#[utoipa::path(get, path = "/me/attendance", tag = "attendance", params(PageParams),
    responses((status = 200, body = Page<MyAttendance>), Problems))]
pub async fn list_my_attendance(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<MyAttendance>>> {
    let limit = page.limit()?;
    let before: Option<mine::Key> = page.after()?;
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let found = mine::sessions(&mut *tx, actor.person, before, i64::from(limit) + 1).await?;
    let page = Page::cut(found, limit, mine::MySession::key);
    let mut items = Vec::with_capacity(page.items.len());
    for mine in page.items {
        items.extend(my_session(&mut tx, &state, mine).await?);
    }
    tx.commit().await?;
    Ok(Json(Page { items, next_cursor: page.next_cursor }))
}

/// Shows a slot of one's own as it is now: what is said of one, from when to when one signs, and from when to when that is
/// late.
#[utoipa::path(get, path = "/me/attendance/slots/{slot_id}", tag = "attendance",
    params(("slot_id" = SlotId, Path)), responses((status = 200, body = MySlotView), Problems))]
pub async fn get_my_attendance(
    State(state): State<AppState>,
    actor: Actor,
    Path(slot): Path<SlotId>,
) -> Result<Json<MySlotView>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let home = sheets::home_of(&mut *tx, slot, actor.person).await?.ok_or_else(Error::not_found)?;
    let slot = sessions::slot_card(&mut *tx, home.organisation, home.session, slot).await?;
    let slot = slot.ok_or_else(Error::not_found)?;
    let people = sessions::expected(&mut *tx, &slot).await?;
    let person = people.into_iter().find(|person| person.enrolment == home.enrolment);
    let view = my_slot(&mut tx, &state, &slot, &person.ok_or_else(Error::not_found)?).await?;
    tx.commit().await?;
    Ok(Json(view))
}

async fn my_session(
    tx: &mut Tx<'_>,
    state: &AppState,
    mine: mine::MySession,
) -> Result<Option<MyAttendance>> {
    let session = sessions::session_card(&mut **tx, mine.organisation, mine.session).await?;
    let Some(session) = session else { return Ok(None) };
    let wanted = facts::Wanted { only: Some(mine.enrolment), ..facts::Wanted::default() };
    let facts = facts::of_session(tx, session, wanted, state.clock.today()).await?;
    let Some(person) = facts.participants.iter().find(|person| person.enrolment == mine.enrolment) else {
        return Ok(None);
    };
    let asks_entry_exit = settings::of_session(&mut **tx, mine.session).await?.asks_entry_exit;
    let (none, now) = (Sheet::default(), state.clock.now());
    let mut slots = Vec::new();
    for slot in facts.slots.iter().filter(|slot| facts.expects(slot, person)) {
        let seen = Seen {
            sheet: facts.sheets.get(&slot.id).unwrap_or(&none),
            marks: &|part| facts.mark(slot.id, part, person.enrolment),
            signed: &|part| facts.signature(slot.id, part, person.enrolment),
            asks_entry_exit,
            now,
        };
        let is_mine =
            |contest: &&contests::Contest| contest.slot == slot.id && contest.enrolment == person.enrolment;
        let contests = facts.contests.iter().filter(is_mine).cloned().map(ContestView::from);
        slots.push(slot_view(slot, &seen, contests.collect()));
    }
    let totals = facts.totals(person, |_| true);
    Ok(Some(MyAttendance {
        organisation_id: mine.organisation,
        organisation: mine.organisation_name,
        session_id: mine.session,
        enrolment_id: mine.enrolment,
        title: facts.session.title.clone(),
        status: facts.session.status,
        rate: totals.rate_so_far(),
        totals,
        slots,
    }))
}

/// Signs a half-day with one's own account: drawn, or with the password given once more. Whoever signs is there, and late
/// after the first ten minutes and until half an hour before the end of the half-day, unless the roll says otherwise.
#[utoipa::path(post, path = "/me/attendance/slots/{slot_id}/signature", tag = "attendance",
    params(("slot_id" = SlotId, Path)), request_body = OwnSignature,
    responses((status = 200, body = MySlotView), Problems))]
pub async fn sign_my_attendance(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    headers: HeaderMap,
    Path(slot): Path<SlotId>,
    Json(signature): Json<OwnSignature>,
) -> Result<Json<MySlotView>> {
    // To whoever has no such slot there is none, whatever they sign with.
    sheets::home_of(&state.pool, slot, actor.person).await?.ok_or_else(Error::not_found)?;
    let signed = signature.check(&state, actor, peer, &headers).await?;
    let Own { mut tx, slot, sheet, person } = own(&state, actor, slot).await?;
    let now = state.clock.now();
    ensure_window(&slot, &sheet, signature.part, now)?;
    let name = format!("{} {}", person.first_name, person.last_name);
    let writer = Writer { by: Some(actor.person), name: &name, method: Method::Account, at: now, link: None };
    be_there(&mut tx, &state, &slot, (person.enrolment, signature.part), &writer).await?;
    let new = NewSignature {
        part: signature.part,
        enrolment: Some(person.enrolment),
        person: Some(actor.person),
        name: &name,
        method: signed.method,
        drawn: signed.drawn.as_ref(),
        device_sha256: signed.device.as_deref(),
        is_own_device: true,
    };
    add(&mut tx, &state, actor, &slot, &new).await?;
    let view = my_slot(&mut tx, &state, &slot, &person).await?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Downloads a file that proves one's own reason of absence, or one's own attendance.
#[utoipa::path(get, path = "/me/attendance/files/{file_id}", tag = "attendance", params(("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_my_attendance_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(file): Path<FileId>,
    headers: HeaderMap,
) -> Result<axum::response::Response> {
    if !mine::has_file(&state.pool, actor.person, file).await? {
        return Err(Error::not_found());
    }
    files::serve(&state, file, &headers).await
}
