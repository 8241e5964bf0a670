//! Reading a room: its messages, what changed in it, up to where one has read, files.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::views::{MessageView, of_messages, shows};
use super::{begin_reading, message_of, place_of};
use crate::actor::Actor;
use crate::chat::model::place::Place;
use crate::chat::policy;
use crate::chat::store::messages::{self, Range};
use crate::chat::store::{files as message_files, rooms, told};
use crate::files;
use crate::ids::{ChatRoomId, FileId, MessageId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, FieldError, Fields, Json, Path, Problems, Query, Result};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;

/// Which messages of a room: at most one of `before`, `after` and `around` is given; none: the newest.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MessageParams {
    /// Messages per page, 1 to 100 (50 by default).
    pub limit: Option<u32>,
    /// Those before this place.
    pub before: Option<i64>,
    /// Those after this place.
    pub after: Option<i64>,
    /// Those around a place: `first_unread`, or its number.
    pub around: Option<String>,
}

/// Some messages of a room, in order.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomMessages {
    items: Vec<MessageView>,
    /// To be sent as `before` for what came before; null at the beginning.
    before: Option<i64>,
    /// To be sent as `after` for what comes after; null when there is nothing yet.
    after: Option<i64>,
    /// The first message the reader has not read.
    first_unread: Option<i64>,
    /// The room's newest change: to be sent as `after` when asking for changes.
    position: i64,
}

/// Where to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Newest,
    Before(i64),
    After(i64),
    Around(i64),
    FirstUnread,
}

fn limit(asked: Option<u32>) -> std::result::Result<i64, FieldError> {
    match asked {
        None => Ok(50),
        Some(limit @ 1..=100) => Ok(i64::from(limit)),
        Some(_) => Err(FieldError::new("/limit", "out_of_range", "Entre 1 et 100 messages par page.")),
    }
}

impl MessageParams {
    fn parse(&self) -> Result<(Start, i64)> {
        let mut fields = Fields::default();
        let limit = fields.check(limit(self.limit));
        let start = fields.check(self.start());
        fields.finish()?;
        Ok((start.unwrap_or(Start::Newest), limit.unwrap_or(50)))
    }

    fn start(&self) -> std::result::Result<Start, FieldError> {
        match (self.before, self.after, self.around.as_deref()) {
            (None, None, None) => Ok(Start::Newest),
            (Some(before), None, None) => Ok(Start::Before(before)),
            (None, Some(after), None) => Ok(Start::After(after)),
            (None, None, Some("first_unread")) => Ok(Start::FirstUnread),
            (None, None, Some(place)) => place.parse().map(Start::Around).map_err(|_| {
                let told = "Indiquez un message, ou first_unread.";
                FieldError::new("/around", "invalid_type", told)
            }),
            _ => {
                let told = "Choisissez l’un des trois\u{a0}: avant, après ou autour.";
                Err(FieldError::new("/around", "one_of", told))
            }
        }
    }
}

/// What was found: the ids in order, and whether there is more on either side.
struct Found {
    ids: Vec<MessageId>,
    has_before: bool,
    has_after: bool,
}

async fn before(tx: &mut Tx<'_>, place: &Place, position: i64, limit: i64) -> sqlx::Result<Found> {
    let mut ids = messages::ids(tx, place.room, Range::Before(position), limit + 1).await?;
    let has_before = ids.len() as i64 > limit;
    ids.truncate(limit as usize);
    ids.reverse();
    let after = messages::ids(tx, place.room, Range::After(position.saturating_sub(1)), 1).await?;
    Ok(Found { ids, has_before, has_after: !after.is_empty() })
}

async fn after(tx: &mut Tx<'_>, place: &Place, position: i64, limit: i64) -> sqlx::Result<Found> {
    let mut ids = messages::ids(tx, place.room, Range::After(position), limit + 1).await?;
    let has_after = ids.len() as i64 > limit;
    ids.truncate(limit as usize);
    let earlier = messages::ids(tx, place.room, Range::Before(position.saturating_add(1)), 1).await?;
    Ok(Found { ids, has_before: !earlier.is_empty(), has_after })
}

/// Half a page before a place, and the rest of it from there on.
async fn around(tx: &mut Tx<'_>, place: &Place, position: i64, limit: i64) -> sqlx::Result<Found> {
    let half = limit / 2;
    let first = if half == 0 {
        let earlier = messages::ids(tx, place.room, Range::Before(position), 1).await?;
        Found { ids: Vec::new(), has_before: !earlier.is_empty(), has_after: true }
    } else {
        before(tx, place, position, half).await?
    };
    let rest = after(tx, place, position.saturating_sub(1), limit - half).await?;
    let ids = [first.ids, rest.ids].concat();
    Ok(Found { ids, has_before: first.has_before, has_after: rest.has_after })
}

/// Messages of a room, in the order in which they were sent: the newest, or those before, after or around a place.
#[utoipa::path(get, path = "/rooms/{id}/messages", tag = "rooms", params(("id" = ChatRoomId, Path), MessageParams),
    responses((status = 200, body = RoomMessages), Problems))]
pub async fn list_messages(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    Query(params): Query<MessageParams>,
) -> Result<Json<RoomMessages>> {
    let (mut tx, place) = begin_reading(&state, actor, room).await?;
    let (start, limit) = params.parse()?;
    let unread = rooms::first_unread(&mut tx, actor.person, room, place.own.read_position).await?;
    let found = match (start, unread) {
        (Start::Before(position), _) => before(&mut tx, &place, position, limit).await?,
        (Start::After(position), _) => after(&mut tx, &place, position, limit).await?,
        (Start::Around(position), _) | (Start::FirstUnread, Some(position)) => {
            around(&mut tx, &place, position, limit).await?
        }
        (Start::Newest, _) | (Start::FirstUnread, None) => before(&mut tx, &place, i64::MAX, limit).await?,
    };
    let items = of_messages(&mut tx, &place, &found.ids, state.clock.now()).await?;
    let at = |message: Option<&MessageView>| message.and_then(MessageView::position);
    Ok(Json(RoomMessages {
        before: at(items.first()).filter(|_| found.has_before),
        after: at(items.last()).filter(|_| found.has_after),
        items,
        first_unread: unread,
        position: place.position,
    }))
}

/// Since when changes are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ChangeParams {
    /// The newest change that was seen.
    pub after: i64,
    /// Changes per answer, 1 to 100 (50 by default).
    pub limit: Option<u32>,
}

/// What changed in a room.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomChanges {
    /// Messages that are new or were edited, deleted, removed, hidden or shown again, as they are now, in the order of their changes.
    items: Vec<MessageView>,
    /// To be sent as `after` the next time.
    after: i64,
    /// Whether there is more to ask for at once.
    has_more: bool,
}

/// What changed in a room since a change that was seen: how a page catches up after a hint, or a time without a connection.
#[utoipa::path(get, path = "/rooms/{id}/changes", tag = "rooms", params(("id" = ChatRoomId, Path), ChangeParams),
    responses((status = 200, body = RoomChanges), Problems))]
pub async fn list_room_changes(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    Query(params): Query<ChangeParams>,
) -> Result<Json<RoomChanges>> {
    let (mut tx, place) = begin_reading(&state, actor, room).await?;
    let limit = limit(params.limit).map_err(|fault| Error::Invalid(vec![fault]))?;
    let mut ids = messages::ids(&mut tx, room, Range::Changed(params.after), limit + 1).await?;
    let has_more = ids.len() as i64 > limit;
    ids.truncate(limit as usize);
    let items = of_messages(&mut tx, &place, &ids, state.clock.now()).await?;
    let last = items.last().filter(|_| has_more).map(MessageView::change);
    Ok(Json(RoomChanges { items, after: last.unwrap_or(place.position), has_more }))
}

/// Up to where one has read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadPosition {
    /// The newest message one has read; a smaller one than before marks what comes after it as unread.
    #[schema(minimum = 0)]
    position: i64,
    /// Whether one marks the room unread, whatever one has read.
    #[serde(default)]
    is_marked_unread: bool,
}

/// Notes up to where one has read a room. Nobody else learns of it, and it does not keep a private room alive.
#[utoipa::path(put, path = "/rooms/{id}/read-position", tag = "rooms", params(("id" = ChatRoomId, Path)),
    request_body = ReadPosition, responses((status = 204), Problems))]
pub async fn set_read_position(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    Json(read): Json<ReadPosition>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let place = place_of(&mut tx, actor.person, room).await?;
    let now = state.clock.now();
    policy::may_read(&place, now)?;
    if !(0..=place.position).contains(&read.position) {
        return Err(Error::field("/position", "out_of_range", "Ce salon n’a pas encore ce message."));
    }
    rooms::set_read(&mut tx, room, actor.person, read.position, read.is_marked_unread).await?;
    if !read.is_marked_unread {
        told::seen(&mut tx, room, actor.person, read.position, now).await?;
    }
    live::changed(&mut tx, &[actor.person], Topic::Rooms).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A file of a message.
pub type FileOfMessage = (ChatRoomId, MessageId, FileId);

/// Downloads a file of a message, for whoever reads the message at this moment.
#[utoipa::path(get, path = "/rooms/{id}/messages/{message_id}/files/{file_id}", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_message_file(
    State(state): State<AppState>,
    actor: Actor,
    Path((room, id, file)): Path<FileOfMessage>,
    request: HeaderMap,
) -> Result<Response> {
    let (mut tx, place) = begin_reading(&state, actor, room).await?;
    let message = message_of(&mut tx, &place, id).await?;
    let is_there = message_files::belongs(&mut tx, id, file).await?;
    if !is_there || !shows(&message, &place, state.clock.now()) {
        return Err(Error::not_found());
    }
    drop(tx);
    files::serve(&state, file, &request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_to_read_from_is_enough() {
        let params = |before, after, around: Option<&str>| MessageParams {
            limit: None,
            before,
            after,
            around: around.map(str::to_owned),
        };
        let start = |params: MessageParams| params.start().map_err(|fault| fault.code.into_owned());
        assert_eq!(start(params(None, None, None)), Ok(Start::Newest));
        assert_eq!(start(params(Some(3), None, None)), Ok(Start::Before(3)));
        assert_eq!(start(params(None, Some(3), None)), Ok(Start::After(3)));
        assert_eq!(start(params(None, None, Some("7"))), Ok(Start::Around(7)));
        assert_eq!(start(params(None, None, Some("first_unread"))), Ok(Start::FirstUnread));
        assert_eq!(start(params(None, None, Some("x"))), Err("invalid_type".to_owned()));
        assert_eq!(start(params(Some(1), Some(2), None)), Err("one_of".to_owned()));
    }
}
