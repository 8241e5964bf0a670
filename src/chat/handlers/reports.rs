//! Reports of messages: one is made, those who moderate read it with what is around it.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::room_views::name_of;
use super::sending::{Subject, moderators};
use super::views::{Author, ERASED, author};
use super::{begin, message_of, telling, within};
use crate::actor::Actor;
use crate::chat::model::message::State as MessageState;
use crate::chat::model::place::{Of, Place};
use crate::chat::model::report::{AROUND, Decision, Draft, Reason, held_until};
use crate::chat::model::room::{Side, Step};
use crate::chat::policy;
use crate::chat::store::messages::{self, Message, Range};
use crate::chat::store::reports::{self, Filter, New, Report};
use crate::chat::store::{hints, members, places, private};
use crate::events::Event;
use crate::files::{self, FileCard};
use crate::ids::{ChatRoomId, FileId, MessageId, PersonId, ReportId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;

/// A report that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomReportMade {
    id: ReportId,
    reported_at: DateTime<Utc>,
}

/// Reports a message. In a room of a session those who train and run it are told; of a private room, the platform's staff, who then read
/// this message and five on either side. A report is no block.
///
/// 409 `already_reported`; a private room is then held until the decision, and both are told.
#[utoipa::path(post, path = "/rooms/{id}/messages/{message_id}/reports", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path)), request_body = Draft,
    responses((status = 201, body = RoomReportMade), Problems))]
pub async fn report_message(
    State(state): State<AppState>,
    actor: Actor,
    Path((room, id)): Path<Subject>,
    Json(draft): Json<Draft>,
) -> Result<(StatusCode, Json<RoomReportMade>)> {
    let (mut tx, place) = begin(&state, actor, room).await?;
    let now = state.clock.now();
    let message = message_of(&mut tx, &place, id).await?;
    if message.position.is_none() {
        return Err(Error::not_found());
    }
    if message.author == Some(actor.person) {
        return Err(Code::OwnMessage.into());
    }
    if message.state == MessageState::Removed {
        return Err(Error::illegal_state(message.state.as_str()));
    }
    let comment = draft.parse()?;
    let new = New {
        id: state.ids.opaque(),
        room,
        message: id,
        reporter: actor.person,
        reason: draft.reason,
        comment: &comment,
    };
    if !reports::insert(&mut tx, &new, now).await? {
        return Err(Code::AlreadyReported.into());
    }
    let entry = Entry::new(Event::MessageReported, now, "room_report", new.id.0).by(actor.person);
    let told = json!({ "room": room, "message": id, "reason": draft.reason });
    audit::record(&mut tx, &state.ids, within(&place, entry).change(None, told)).await?;
    match &place.of {
        Of::Session(_) => tell_moderators(&mut tx, &state, (&place, &message), new.id, now).await?,
        Of::Offer(of) => {
            policy::state(of).after(Step::Report)?;
            hold(&mut tx, &state, &place, new.id, now).await?;
        }
    }
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(RoomReportMade { id: new.id, reported_at: now })))
}

async fn tell_moderators(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, message): (&Place, &Message),
    report: ReportId,
    now: DateTime<Utc>,
) -> Result<()> {
    // Nobody judges their own message, and the reporter knows.
    let but = message.author.unwrap_or(place.person);
    let mut there = moderators(tx, place.room, but, now).await?;
    there.retain(|one| one.person != place.person);
    let notice = |one: &Place| Notice {
        person: one.person,
        kind: NoticeKind::MessageReported,
        subject: report.0,
        facts: telling::facts(one, Side::Staff, ""),
    };
    let notices: Vec<Notice> = there.iter().map(notice).collect();
    Ok(live::tell(tx, &state.ids, &notices, now).await?)
}

/// Holds a private room, tells both that it is held, and the platform's staff that there is something to look at.
async fn hold(
    tx: &mut Tx<'_>,
    state: &AppState,
    place: &Place,
    report: ReportId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Of::Offer(of) = &place.of else { return Ok(()) };
    reports::hold(tx, place.room).await?;
    let until = held_until(now);
    let both: Vec<PersonId> = [of.candidate, of.recruiter].into_iter().flatten().collect();
    let facts = json!({ "room": place.room, "title": of.title, "held_until": until });
    private::tell_both(tx, &state.ids, (place.room, &both), (NoticeKind::RoomHeld, facts), now).await?;
    // Nothing of who they are: the staff reads that in the report, which is noted.
    let notice = |person: PersonId| Notice {
        person,
        kind: NoticeKind::MessageReported,
        subject: report.0,
        facts: json!({ "private": true }),
    };
    let admins = members::platform_admins(tx).await?;
    let notices: Vec<Notice> = admins.into_iter().filter(|admin| !both.contains(admin)).map(notice).collect();
    Ok(live::tell(tx, &state.ids, &notices, now).await?)
}

/// Which reports.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportParams {
    /// Only those that wait, or only those that were decided on; all of them by default.
    pub open: Option<bool>,
    /// Reports per page, 1 to 100 (50 by default).
    pub limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// A report, in the list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoomReport)]
pub struct ReportView {
    id: ReportId,
    room_id: ChatRoomId,
    /// Of a room of a session, its name; of a private one nothing.
    room_name: Option<String>,
    is_private: bool,
    message_id: MessageId,
    reason: Reason,
    comment: String,
    reported_at: DateTime<Utc>,
    /// Who reported it.
    reporter: String,
    decision: Option<Decision>,
    note: Option<String>,
    /// Who decided.
    decided_by: Option<String>,
    decided_at: Option<DateTime<Utc>>,
    /// Whether the message is one's own: somebody else decides.
    is_own_message: bool,
}

impl ReportView {
    fn key(&self) -> (DateTime<Utc>, Uuid) {
        (self.reported_at, self.id.0)
    }
}

/// These reports as somebody who moderates reads them.
async fn views(db: &mut PgConnection, person: PersonId, rows: &[Report]) -> sqlx::Result<Vec<ReportView>> {
    let people: Vec<PersonId> =
        rows.iter().flat_map(|row| [row.reporter, row.decided_by]).flatten().collect();
    let names = members::named(db, &people).await?;
    let rooms: Vec<ChatRoomId> = rows.iter().map(|row| row.room).collect();
    let there = places::find(db, &[person], &rooms).await?;
    let name = |who: Option<PersonId>| {
        let found = names.iter().find(|named| Some(named.person) == who);
        found.map(|named| format!("{} {}", named.first_name, named.last_name))
    };
    let view = |row: &Report| {
        let place = there.iter().find(|place| place.room == row.room && !row.is_private);
        ReportView {
            id: row.id,
            room_id: row.room,
            room_name: place.map(|place| name_of(place, Side::Staff)),
            is_private: row.is_private,
            message_id: row.message,
            reason: row.reason,
            comment: row.comment.clone(),
            reported_at: row.reported_at,
            reporter: name(row.reporter).unwrap_or_else(|| ERASED.to_owned()),
            decision: row.decision,
            note: row.note.clone(),
            decided_by: name(row.decided_by),
            decided_at: row.decided_at,
            is_own_message: row.author == Some(person),
        }
    };
    Ok(rows.iter().map(view).collect())
}

/// The reports one decides on, the oldest first: of rooms of the sessions one trains or runs; for the platform's staff, of private rooms.
#[utoipa::path(get, path = "/room-reports", tag = "rooms", params(ReportParams),
    responses((status = 200, body = Page<ReportView>), Problems))]
pub async fn list_room_reports(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<ReportParams>,
) -> Result<Json<Page<ReportView>>> {
    let ReportParams { open, limit, cursor } = params;
    let page = PageParams { limit, cursor };
    let (limit, after) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let now = state.clock.now();
    let mut connection = state.pool.acquire().await?;
    let readable = hints::readable(&mut connection, actor.person, now).await?;
    let moderated = readable.iter().filter(|place| policy::side(place, now) == Some(Side::Staff));
    let rooms: Vec<Uuid> = moderated.map(|place| place.room.0).collect();
    let private_for = actor.is_platform_admin.then_some(actor.person);
    let filter = Filter { id: None, rooms: &rooms, private_for, is_open: open, after };
    let rows = reports::list(&mut connection, filter, i64::from(limit) + 1).await?;
    let rows = views(&mut connection, actor.person, &rows).await?;
    Ok(Json(Page::cut(rows, limit, ReportView::key)))
}

/// A message in the extract of a report.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExtractedMessage {
    id: MessageId,
    position: Option<i64>,
    state: MessageState,
    author: Author,
    /// What it says; of the reported message also while it is hidden.
    text: Option<String>,
    sent_at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
    /// Whether it is the one that was reported.
    is_reported: bool,
    /// What the reported one said before, the oldest first.
    before: Vec<String>,
    /// The files of the reported one.
    files: Vec<FileCard>,
}

/// A report, with what is needed to decide.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomReportDetails {
    report: ReportView,
    /// The reported message, and five on either side at most.
    messages: Vec<ExtractedMessage>,
}

/// A report somebody may decide on, and the room as they stand to it. To the others there is none.
pub async fn judged(
    db: &mut PgConnection,
    actor: Actor,
    id: ReportId,
    now: DateTime<Utc>,
) -> Result<(Report, Option<Place>)> {
    let report = reports::one(db, id).await?.ok_or_else(Error::not_found)?;
    let place = places::of(db, actor.person, report.room).await?;
    policy::may_judge(&actor, place.as_ref(), report.is_private, now)?;
    Ok((report, place))
}

/// A report with the extract of its room. Whoever of the platform reads that of a private room leaves a trace.
#[utoipa::path(get, path = "/room-reports/{id}", tag = "rooms", params(("id" = ReportId, Path)),
    responses((status = 200, body = RoomReportDetails), Problems))]
pub async fn get_room_report(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ReportId>,
) -> Result<Json<RoomReportDetails>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let (report, _) = judged(&mut tx, actor, id, now).await?;
    let details = details(&mut tx, actor, &report).await?;
    note_reading(&mut tx, &state, actor, &report).await?;
    tx.commit().await?;
    Ok(Json(details))
}

/// Notes that somebody of the platform reads what was said in a private room.
pub async fn note_reading(tx: &mut Tx<'_>, state: &AppState, actor: Actor, report: &Report) -> Result<()> {
    if report.is_private {
        let now = state.clock.now();
        let entry = Entry::new(Event::ReportRead, now, "room_report", report.id.0).by(actor.person);
        audit::record(tx, &state.ids, entry.change(None, json!({ "room": report.room }))).await?;
    }
    Ok(())
}

/// The extract of a report, and the report itself.
pub async fn details(db: &mut PgConnection, actor: Actor, report: &Report) -> Result<RoomReportDetails> {
    let reported = messages::one(db, actor.person, report.room, report.message).await?;
    let position = reported.and_then(|message| message.position).ok_or_else(Error::not_found)?;
    let mut ids = messages::ids(db, report.room, Range::Before(position), AROUND).await?;
    ids.reverse();
    ids.extend(messages::ids(db, report.room, Range::After(position - 1), AROUND + 1).await?);
    let found = messages::find(db, actor.person, &ids).await?;
    let before = messages::history(db, report.message).await?;
    let belonging: Vec<FileId> =
        messages::files(db, &[report.message]).await?.into_iter().map(|(_, file)| file).collect();
    let cards = files::cards(&mut *db, &belonging).await?;
    let extracted = |id: &MessageId| {
        let message = found.iter().find(|message| message.id == *id)?;
        let is_reported = *id == report.message;
        Some(ExtractedMessage {
            id: *id,
            position: message.position,
            state: message.state,
            author: author(message, actor.person),
            text: message.text.clone().filter(|_| is_reported || message.state == MessageState::Visible),
            sent_at: message.sent_at,
            edited_at: message.edited_at,
            is_reported,
            before: before.iter().filter(|_| is_reported).map(|earlier| earlier.text.clone()).collect(),
            files: if is_reported { cards.clone() } else { Vec::new() },
        })
    };
    let messages = ids.iter().filter_map(extracted).collect();
    let report = views(db, actor.person, std::slice::from_ref(report)).await?.pop();
    Ok(RoomReportDetails { report: report.ok_or_else(Error::not_found)?, messages })
}
