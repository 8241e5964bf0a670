//! What the author of a message does with it: edits it for ten minutes, deletes it at any time.

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::json;

use super::sending::Subject;
use super::views::{MessageView, of_messages, shows};
use super::{begin, entry, message_of};
use crate::actor::Actor;
use crate::chat::model::lifetime::EDITABLE;
use crate::chat::model::message::{Edit, State as MessageState, Step};
use crate::chat::model::place::Place;
use crate::chat::policy;
use crate::chat::store::messages::{self, Message};
use crate::chat::store::{files, reports, rooms, told, writing};
use crate::events::Event;
use crate::ids::{ChatRoomId, MessageId, PersonId};
use crate::platform::db::{Tx, audit};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, IfMatch, Json, Path, Problems, Result, Versioned};
use crate::platform::live;
use crate::platform::state::AppState;

/// A message that somebody may read, and wrote. Somebody else's is there, and not theirs to change.
async fn own(tx: &mut Tx<'_>, state: &AppState, place: &Place, id: MessageId) -> Result<Message> {
    let message = message_of(tx, place, id).await?;
    if message.author == Some(place.person) {
        return Ok(message);
    }
    let is_seen = message.position.is_some() || shows(&message, place, state.clock.now());
    Err(if is_seen { Error::forbidden() } else { Error::not_found() })
}

/// Edits a message of one's own, for ten minutes. What it said before is kept for those who moderate.
///
/// 409 `edit_over` afterwards.
#[utoipa::path(put, path = "/rooms/{id}/messages/{message_id}", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = Edit, responses((status = 200, body = MessageView), Problems))]
pub async fn update_message(
    State(state): State<AppState>,
    actor: Actor,
    Path((room, id)): Path<Subject>,
    if_match: IfMatch,
    Json(edit): Json<Edit>,
) -> Result<Versioned<MessageView>> {
    let (mut tx, place) = begin(&state, actor, room).await?;
    let now = state.clock.now();
    let message = own(&mut tx, &state, &place, id).await?;
    policy::may_write(&place, now)?;
    message.state.after(Step::Edit)?;
    if message.sent_at + EDITABLE <= now {
        return Err(Code::EditOver.into());
    }
    let view = of_messages(&mut tx, &place, &[id], now).await?.pop().ok_or_else(Error::not_found)?;
    ensure_current(if_match.version()?, message.version, &view)?;
    let text = edit.parse(messages::files(&mut tx, &[id]).await?.len())?;
    if message.text.as_deref() != Some(text.as_str()) {
        let change = rooms::next_position(&mut tx, room).await?;
        writing::edit(&mut tx, id, &text, change, now).await?;
        let edited = entry(Event::MessageEdited, (&place, actor.person), id, now);
        audit::record(&mut tx, &state.ids, edited.change(None, json!({ "room": room }))).await?;
        live::room_changed(&mut tx, room.0, change).await?;
    }
    let view = of_messages(&mut tx, &place, &[id], now).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}

/// Deletes a message of one's own: « message supprimé » stays in its place, its files go. What it said is kept for those who moderate,
/// as long as the room.
#[utoipa::path(delete, path = "/rooms/{id}/messages/{message_id}", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("message_id" = MessageId, Path)), responses((status = 204), Problems))]
pub async fn delete_message(
    State(state): State<AppState>,
    actor: Actor,
    Path((room, id)): Path<Subject>,
) -> Result<StatusCode> {
    let (mut tx, place) = begin(&state, actor, room).await?;
    let message = own(&mut tx, &state, &place, id).await?;
    let step = (Step::Delete, Event::MessageDeleted);
    blank(&mut tx, &state, (&place, actor.person), &message, step).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the text of a message away, with its notices; its files too, unless a report of it waits: then with the decision.
pub async fn blank(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, by): (&Place, PersonId),
    message: &Message,
    (step, event): (Step, Event),
) -> Result<MessageState> {
    let now = state.clock.now();
    let to = message.state.after(step)?;
    let change = rooms::next_position(tx, message.room).await?;
    writing::blank(tx, message.id, to, (change, Some(by)), now).await?;
    if reports::waiting(tx, message.id).await?.is_empty() {
        files::release_of(tx, &state.ids, message.id, now).await?;
    }
    told::forget_message(tx, message.id).await?;
    let before = json!({ "room": message.room, "state": message.state });
    let entry = entry(event, (place, by), message.id, now).change(before, json!({ "state": to }));
    audit::record(tx, &state.ids, entry).await?;
    live::room_changed(tx, message.room.0, change).await?;
    Ok(to)
}
