//! Sending a message: once, and in the order in which the room takes them.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::pace::Pace;
use super::telling::{self, Appeared};
use super::views::{MessageView, of_messages};
use super::{entry, lock, place_of};
use crate::actor::Actor;
use crate::chat::model::message::{Content, Draft};
use crate::chat::model::place::{Of, Place};
use crate::chat::model::room::{Kind, Side};
use crate::chat::policy::{self, Taken};
use crate::chat::store::writing::{self, New};
use crate::chat::store::{hints, members, messages, places, rooms};
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{ChatRoomId, FileId, MessageId, PersonId};
use crate::notices::NoticeKind;
use crate::offers;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Error, FieldError, Fields, Json, Path, Problems, Result};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;

/// Sends a message. Sent again with the same `client_id` it is the same message (200), whatever else the request says.
///
/// Where trainees' messages are let through first, it waits (`state: waiting`). 409 `room_over` at the moment a private room ends,
/// `room_closed`, `room_paused`, `room_read_only`; 403 `silenced`, `staff_writes`; 429 `too_many_messages`.
#[utoipa::path(post, path = "/rooms/{id}/messages", tag = "rooms", params(("id" = ChatRoomId, Path)), request_body = Draft,
    responses((status = 201, body = MessageView), (status = 200, body = MessageView), Problems))]
pub async fn send_message(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    Json(draft): Json<Draft>,
) -> Result<(StatusCode, Json<MessageView>)> {
    let mut tx = state.pool.begin().await?;
    note_company(&mut tx, &state, actor, room).await?;
    let place = lock(&mut tx, actor.person, room).await?;
    // The row is held: whatever ends the room comes before this moment, or after the message.
    let now = state.clock.now();
    if policy::side(&place, now).is_some()
        && let Some(sent) = messages::sent(&mut tx, room, actor.person, draft.client_id).await?
    {
        let view = of_messages(&mut tx, &place, &[sent], now).await?.pop().ok_or_else(Error::not_found)?;
        return Ok((StatusCode::OK, Json(view)));
    }
    let (side, taken) = policy::may_write(&place, now)?;
    state.part::<Pace>().take(actor.person)?;
    let client_id = draft.client_id;
    let content = draft.parse()?;
    let mentions = named(&mut tx, (&place, side), &content, now).await?;
    claim_files(&mut tx, &state, actor.person, &content.files).await?;
    let change = rooms::next_position(&mut tx, room).await?;
    let new = New {
        id: state.ids.ordered(),
        room,
        position: (taken == Taken::AtOnce).then_some(change),
        change,
        author: actor.person,
        side,
        client_id,
        text: &content.text,
        reply_to: content.reply_to,
        mentions: &mentions,
        mentions_everybody: content.mentions_everybody,
        files: &content.files,
    };
    writing::insert(&mut tx, &new, now).await?;
    rooms::note_member(&mut tx, room, actor.person).await?;
    let told = json!({ "room": room, "waits": new.position.is_none(), "files": content.files.len() });
    let sent = entry(Event::MessageSent, (&place, actor.person), new.id, now);
    audit::record(&mut tx, &state.ids, sent.change(None, told)).await?;
    tell(&mut tx, &state, (&place, &new), now).await?;
    let view = of_messages(&mut tx, &place, &[new.id], now).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Has the offer know that the company writes: how fast it answers is shown to others. The offer is held before the room, in
/// the order in which all that ends both holds them.
async fn note_company(tx: &mut Tx<'_>, state: &AppState, actor: Actor, room: ChatRoomId) -> Result<()> {
    let place = place_of(tx, actor.person, room).await?;
    let now = state.clock.now();
    match &place.of {
        Of::Offer(of) if matches!(policy::may_write(&place, now), Ok((Side::Company, _))) => {
            Ok(offers::company_wrote(tx, of.recipient, now).await?)
        }
        _ => Ok(()),
    }
}

/// Those a message names, and what it answers, checked: they read the room, and it is there.
async fn named(
    tx: &mut Tx<'_>,
    (place, side): (&Place, Side),
    content: &Content,
    now: DateTime<Utc>,
) -> Result<Vec<PersonId>> {
    let mut fields = Fields::default();
    if content.mentions_everybody && side != Side::Staff {
        let told = "Seule l’équipe de la session s’adresse à tout le monde.";
        fields.push(FieldError::new("/mentions_everybody", "staff_only", told));
    }
    if let Some(id) = content.reply_to {
        let answered = messages::one(tx, place.person, place.room, id).await?;
        if answered.is_none_or(|message| message.position.is_none()) {
            let told = "Ce message n’est pas dans ce salon.";
            fields.push(FieldError::new("/reply_to", "unknown_message", told));
        }
    }
    let behind = members::behind(tx, &content.mentions).await?;
    let people: Vec<PersonId> = behind.iter().map(|(_, person)| *person).collect();
    let readers = hints::followers_among(tx, place.room, &people, now).await?;
    let mut mentions = Vec::new();
    for (at, profile) in content.mentions.iter().enumerate() {
        let found = behind.iter().find(|(known, person)| known == profile && readers.contains(person));
        match found {
            Some((_, person)) if mentions.contains(person) => {}
            Some((_, person)) => mentions.push(*person),
            None => {
                let told = "Cette personne n’est pas dans ce salon.";
                fields.push(FieldError::new(format!("/mentions/{at}"), "unknown_person", told));
            }
        }
    }
    fields.finish()?;
    Ok(mentions)
}

async fn claim_files(tx: &mut Tx<'_>, state: &AppState, by: PersonId, files: &[FileId]) -> Result<()> {
    for (at, file) in files.iter().enumerate() {
        let pointer = format!("/file_ids/{at}");
        let (purpose, owner) = (Purpose::RoomFile, Owner::Person(by));
        files::claim(tx, state, &Claim { file: *file, purpose, owner, by, pointer: &pointer }).await?;
    }
    Ok(())
}

/// What follows from a message: the clock of a private room begins anew, people are told; those who moderate, of one that waits.
async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, new): (&Place, &New<'_>),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(position) = new.position else {
        tell_those_who_moderate(tx, state, (place, new.author), NoticeKind::MessageWaiting, now).await?;
        return Ok(live::room_changed(tx, new.room.0, new.change).await?);
    };
    writing::note_message(tx, new.room, place.kind == Kind::Private, now).await?;
    let sent = Appeared {
        place,
        message: new.id,
        position,
        author: new.author,
        side: new.side,
        names_everybody: new.mentions_everybody,
    };
    Ok(telling::of_message(tx, &state.ids, sent, now).await?)
}

/// Tells those who train in the session of a room, or else those who run the organisation.
pub async fn tell_those_who_moderate(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, but): (&Place, PersonId),
    kind: NoticeKind,
    now: DateTime<Utc>,
) -> Result<()> {
    let moderators = moderators(tx, place.room, but, now).await?;
    let notice = |one: &Place| Notice {
        person: one.person,
        kind,
        subject: place.room.0,
        facts: telling::facts(one, Side::Staff, ""),
    };
    let notices: Vec<Notice> = moderators.iter().map(notice).collect();
    Ok(live::tell(tx, &state.ids, &notices, now).await?)
}

/// Those who moderate a room of a session, one person left out: its trainers, or those who run the organisation where there is
/// none.
pub async fn moderators(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    but: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    let near = places::people_near(tx, room).await?;
    let mut there = places::find(tx, &near, &[room]).await?;
    there.retain(|place| place.person != but && policy::side(place, now) == Some(Side::Staff));
    if there.iter().any(policy::follows) {
        there.retain(policy::follows);
    }
    Ok(there)
}

/// A message of a room that somebody wrote.
pub type Subject = (ChatRoomId, MessageId);
