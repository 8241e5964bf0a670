//! Rooms of a session.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{Subject, begin, begin_reading};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, RoomId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Code, Error, FieldError, IfMatch, Json, Page, Path, Problems, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::model::attachments::{MOST, RoomDraft, RoomKind};
use crate::sessions::store::rooms::{self, Room};

/// A room as an address names it.
type RoomSubject = (OrganisationId, TrainingSessionId, RoomId);

/// A room of a session. Those who train and run the session belong to every room.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionRoom)]
pub struct RoomView {
    id: RoomId,
    kind: RoomKind,
    name: String,
    /// The trainees of a group, by their enrolments; other rooms name nobody.
    members: Vec<EnrolmentId>,
    /// To be sent back as `If-Match`.
    version: i32,
}

impl From<Room> for RoomView {
    fn from(room: Room) -> Self {
        let Room { id, kind, name, members, version } = room;
        Self { id, kind, name, members, version }
    }
}

/// Lists the rooms of a session, on one page.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/rooms", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<RoomView>), Problems))]
pub async fn list_session_rooms(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Json<Page<RoomView>>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let rows = rooms::list(&mut *tx, subject.1, None).await?;
    Ok(Json(Page::whole(rows.into_iter().map(RoomView::from).collect())))
}

/// Opens a room for a group of trainees, or a moderated one for everybody.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/rooms", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = RoomDraft,
    responses((status = 201, body = RoomView), Problems))]
pub async fn create_session_room(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(draft): Json<RoomDraft>,
) -> Result<(StatusCode, Versioned<RoomView>)> {
    let (organisation, session) = subject;
    let (mut tx, _) = begin(&state, actor, subject, Move::Write).await?;
    let kind = RoomKind::from(draft.kind);
    let name = draft.parse(kind)?;
    if rooms::list(&mut *tx, session, None).await?.len() >= MOST {
        return Err(Error::field("", "too_many", format!("{MOST} salons au plus.")));
    }
    ensure_known(&mut tx, session, &draft.members).await?;
    let id: RoomId = state.ids.ordered();
    rooms::insert(&mut tx, session, id, (kind, &name), state.clock.now()).await?;
    rooms::set_members(&mut tx, id, &draft.members).await?;
    finish(tx, &state, (actor, (organisation, session, id)), "created")
        .await
        .map(|room| (StatusCode::CREATED, room))
}

/// Gives a room another name; a group other members too.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/rooms/{room_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("room_id" = RoomId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = RoomDraft, responses((status = 200, body = RoomView), Problems))]
pub async fn update_session_room(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<RoomSubject>,
    if_match: IfMatch,
    Json(draft): Json<RoomDraft>,
) -> Result<Versioned<RoomView>> {
    let (organisation, session, id) = subject;
    let (mut tx, _) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let room = find(&mut tx, session, id, if_match).await?;
    let name = draft.parse(room.kind)?;
    ensure_known(&mut tx, session, &draft.members).await?;
    rooms::rename(&mut tx, id, &name, state.clock.now()).await?;
    rooms::set_members(&mut tx, id, &draft.members).await?;
    finish(tx, &state, (actor, subject), "written").await
}

/// Deletes the room of a group, or a moderated one, with what was written in it. The usual rooms stay.
#[utoipa::path(delete, path = "/organisations/{id}/sessions/{session_id}/rooms/{room_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("room_id" = RoomId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_session_room(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<RoomSubject>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    let (mut tx, _) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let room = find(&mut tx, session, id, if_match).await?;
    if matches!(room.kind, RoomKind::General | RoomKind::Staff) {
        return Err(Code::UsualRoom.into());
    }
    rooms::delete(&mut tx, id).await?;
    record(&mut tx, &state, (actor, organisation, id), "deleted").await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn find(tx: &mut Tx<'_>, session: TrainingSessionId, id: RoomId, if_match: IfMatch) -> Result<Room> {
    let room = rooms::list(&mut **tx, session, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let (asked, version) = (if_match.version()?, room.version);
    if asked == version {
        return Ok(room);
    }
    Err(ensure_current(asked, version, &RoomView::from(room)).err().unwrap_or_else(Error::not_found))
}

async fn ensure_known(tx: &mut Tx<'_>, session: TrainingSessionId, members: &[EnrolmentId]) -> Result<()> {
    let known = rooms::known_members(&mut **tx, session, members).await?;
    let unknown = |(at, _): (usize, _)| {
        FieldError::new(
            format!("/members/{at}"),
            "unknown_enrolment",
            "Cette personne n’est pas inscrite à la session.",
        )
    };
    let faults: Vec<_> =
        members.iter().enumerate().filter(|(_, id)| !known.contains(id)).map(unknown).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, RoomId),
    what: &str,
) -> Result<()> {
    let entry = Entry::new(Event::RoomWritten, state.clock.now(), "session_room", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "what": what }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}

async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (actor, (organisation, session, id)): (Actor, RoomSubject),
    what: &str,
) -> Result<Versioned<RoomView>> {
    record(&mut tx, state, (actor, organisation, id), what).await?;
    let room = rooms::list(&mut *tx, session, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Versioned(room.version, room.into()))
}
