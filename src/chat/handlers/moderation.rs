//! What those who train and run a session do with the messages of its rooms: let through what waits, remove what must go, read
//! what was said before.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::edits::blank;
use super::sending::Subject;
use super::telling::{self, Appeared};
use super::views::{MessageView, of_messages};
use super::{begin, begin_reading, entry, message_of};
use crate::actor::Actor;
use crate::chat::model::message::Step;
use crate::chat::model::place::Place;
use crate::chat::model::room::Side;
use crate::chat::policy;
use crate::chat::store::messages::{self, Message, Range};
use crate::chat::store::{rooms, writing};
use crate::events::Event;
use crate::ids::{ChatRoomId, MessageId, PersonId};
use crate::notices::NoticeKind;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result, texts};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;

/// Messages that wait to be let through, the oldest first: all of them for those who moderate, one's own for the others.
#[utoipa::path(get, path = "/rooms/{id}/waiting-messages", tag = "rooms", params(("id" = ChatRoomId, Path), PageParams),
    responses((status = 200, body = Page<MessageView>), Problems))]
pub async fn list_waiting_messages(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<MessageView>>> {
    let (mut tx, place) = begin_reading(&state, actor, room).await?;
    let (limit, after) = (page.limit()?, page.after::<(DateTime<Utc>, MessageId)>()?);
    let now = state.clock.now();
    let author = (policy::side(&place, now) != Some(Side::Staff)).then_some(actor.person);
    let ids = messages::ids(&mut tx, room, Range::Waiting(author, after), i64::from(limit) + 1).await?;
    let rows = of_messages(&mut tx, &place, &ids, now).await?;
    Ok(Json(Page::cut(rows, limit, MessageView::key)))
}

/// Begins to judge a message, for those who moderate; nobody judges their own.
async fn begin_judging(
    state: &AppState,
    actor: Actor,
    (room, id): Subject,
) -> Result<(Tx<'static>, Place, Message)> {
    let (mut tx, place) = begin(state, actor, room).await?;
    policy::may_moderate(&place, state.clock.now())?;
    let message = message_of(&mut tx, &place, id).await?;
    if message.author == Some(actor.person) {
        return Err(Code::OwnMessage.into());
    }
    Ok((tx, place, message))
}

/// Lets a message through that waited: it comes after all that was said meanwhile.
#[utoipa::path(post, path = "/rooms/{id}/messages/{message_id}/approval", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path)),
    responses((status = 200, body = MessageView), Problems))]
pub async fn approve_message(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Json<MessageView>> {
    let (mut tx, place, message) = begin_judging(&state, actor, subject).await?;
    let now = state.clock.now();
    let to = message.state.after(Step::Approve)?;
    let (room, id) = subject;
    let position = rooms::next_position(&mut tx, room).await?;
    writing::approve(&mut tx, id, position, message.text.as_deref().unwrap_or_default()).await?;
    writing::note_message(&mut tx, room, false, now).await?;
    let judged = entry(Event::MessageJudged, (&place, actor.person), id, now);
    let judged = judged.change(json!({ "state": message.state }), json!({ "state": to }));
    audit::record(&mut tx, &state.ids, judged).await?;
    if let Some(author) = message.author {
        let sent = Appeared {
            place: &place,
            message: id,
            position,
            author,
            side: message.side,
            names_everybody: message.mentions_everybody,
        };
        telling::of_message(&mut tx, &state.ids, sent, now).await?;
    } else {
        live::room_changed(&mut tx, room.0, position).await?;
    }
    answer(tx, &place, id, now).await
}

async fn answer(
    mut tx: Tx<'_>,
    place: &Place,
    id: MessageId,
    now: DateTime<Utc>,
) -> Result<Json<MessageView>> {
    let view = of_messages(&mut tx, place, &[id], now).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Json(view))
}

/// Why a message is not let through, or goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomMessageReason {
    /// 1 to 500 characters. Its author reads it.
    reason: String,
}

impl RoomMessageReason {
    fn parse(&self) -> Result<String> {
        texts::line("/reason", &self.reason, 1..=500).map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// Does not let a message through; its author is told why.
#[utoipa::path(post, path = "/rooms/{id}/messages/{message_id}/refusal", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path)), request_body = RoomMessageReason,
    responses((status = 200, body = MessageView), Problems))]
pub async fn refuse_message(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(body): Json<RoomMessageReason>,
) -> Result<Json<MessageView>> {
    let (mut tx, place, message) = begin_judging(&state, actor, subject).await?;
    let now = state.clock.now();
    let to = message.state.after(Step::Refuse)?;
    let reason = body.parse()?;
    let change = rooms::next_position(&mut tx, place.room).await?;
    writing::refuse(&mut tx, message.id, actor.person, change, now).await?;
    let judged = entry(Event::MessageJudged, (&place, actor.person), message.id, now).because(&reason);
    let judged = judged.change(json!({ "state": message.state }), json!({ "state": to }));
    audit::record(&mut tx, &state.ids, judged).await?;
    let told = Told { kind: NoticeKind::MessageRefused, what: "refused", reason: &reason };
    tell_author(&mut tx, &state, (&place, &message), told, now).await?;
    live::room_changed(&mut tx, place.room.0, change).await?;
    answer(tx, &place, message.id, now).await
}

/// Removes a message from a room of a session; its author is told why. « Message retiré » stays in its place.
#[utoipa::path(post, path = "/rooms/{id}/messages/{message_id}/removal", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path)), request_body = RoomMessageReason,
    responses((status = 200, body = MessageView), Problems))]
pub async fn remove_message(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(body): Json<RoomMessageReason>,
) -> Result<Json<MessageView>> {
    let (mut tx, place, message) = begin_judging(&state, actor, subject).await?;
    let now = state.clock.now();
    message.state.after(Step::Remove)?;
    let reason = body.parse()?;
    let step = (Step::Remove, Event::MessageRemoved);
    blank(&mut tx, &state, (&place, actor.person), &message, step).await?;
    let told = Told { kind: NoticeKind::ReportDecided, what: "removed", reason: &reason };
    tell_author(&mut tx, &state, (&place, &message), told, now).await?;
    answer(tx, &place, message.id, now).await
}

/// What the author of a message is told of it.
struct Told<'a> {
    kind: NoticeKind,
    what: &'static str,
    reason: &'a str,
}

async fn tell_author(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, message): (&Place, &Message),
    told: Told<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(author): Option<PersonId> = message.author else { return Ok(()) };
    let mut facts = telling::facts(place, message.side, "");
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("decision".to_owned(), json!(told.what));
        facts.insert("as".to_owned(), json!("author"));
        facts.insert("reason".to_owned(), json!(told.reason));
    }
    let notice = Notice { person: author, kind: told.kind, subject: message.id.0, facts };
    Ok(live::tell(tx, &state.ids, &[notice], now).await?)
}

/// What a message said for a while.
#[derive(Debug, Serialize, ToSchema)]
pub struct EarlierText {
    number: i32,
    text: String,
    replaced_at: DateTime<Utc>,
}

/// What a message of a room of a session said before it was edited, deleted or removed, the oldest first: for those who moderate.
/// A message is edited for ten minutes: one page.
#[utoipa::path(get, path = "/rooms/{id}/messages/{message_id}/history", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path)),
    responses((status = 200, body = Page<EarlierText>), Problems))]
pub async fn list_message_history(
    State(state): State<AppState>,
    actor: Actor,
    Path((room, id)): Path<Subject>,
) -> Result<Json<Page<EarlierText>>> {
    let (mut tx, place) = begin_reading(&state, actor, room).await?;
    policy::may_moderate(&place, state.clock.now())?;
    message_of(&mut tx, &place, id).await?;
    let rows = messages::history(&mut tx, id).await?.into_iter();
    let view = |row: messages::Earlier| EarlierText {
        number: row.number,
        text: row.text,
        replaced_at: row.replaced_at,
    };
    Ok(Json(Page::whole(rows.map(view).collect())))
}
