//! HTTP of rooms.

pub mod blocks;
pub mod closing;
pub mod copies;
pub mod edits;
pub mod judging;
pub mod lists;
pub mod moderation;
pub mod pace;
pub mod private;
pub mod reading;
pub mod receipts;
pub mod reports;
pub mod room_views;
pub mod search;
pub mod sending;
pub mod telling;
pub mod views;

use chrono::{DateTime, Utc};

use crate::actor::Actor;
use crate::chat::model::place::{Of, Place};
use crate::chat::policy;
use crate::chat::store::messages::{self, Message};
use crate::chat::store::{places, rooms};
use crate::events::Event;
use crate::ids::{ChatRoomId, MessageId, PersonId};
use crate::platform::db::Tx;
use crate::platform::db::audit::Entry;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;

/// Begins to read a room, in one state from beginning to end, for somebody who may.
async fn begin_reading(state: &AppState, actor: Actor, room: ChatRoomId) -> Result<(Tx<'static>, Place)> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let place = place_of(&mut tx, actor.person, room).await?;
    policy::may_read(&place, state.clock.now())?;
    Ok((tx, place))
}

/// Begins to change something in a room, for somebody who reads it: its row is held until the end.
async fn begin(state: &AppState, actor: Actor, room: ChatRoomId) -> Result<(Tx<'static>, Place)> {
    let mut tx = state.pool.begin().await?;
    let place = lock(&mut tx, actor.person, room).await?;
    policy::may_read(&place, state.clock.now())?;
    Ok((tx, place))
}

/// Holds the row of a room, and says what somebody is to it then. Nothing of their rights is checked yet.
async fn lock(tx: &mut Tx<'_>, person: PersonId, room: ChatRoomId) -> Result<Place> {
    if !rooms::lock(tx, room).await? {
        return Err(Error::not_found());
    }
    place_of(tx, person, room).await
}

async fn place_of(tx: &mut Tx<'_>, person: PersonId, room: ChatRoomId) -> Result<Place> {
    places::of(tx, person, room).await?.ok_or_else(Error::not_found)
}

/// A message of a room, as somebody reads it.
async fn message_of(tx: &mut Tx<'_>, place: &Place, id: MessageId) -> Result<Message> {
    messages::one(tx, place.person, place.room, id).await?.ok_or_else(Error::not_found)
}

/// An entry of the trail about a message, in the organisation's name where there is one.
fn entry(event: Event, (place, by): (&Place, PersonId), id: MessageId, now: DateTime<Utc>) -> Entry {
    within(place, Entry::new(event, now, "message", id.0).by(by))
}

/// The same entry, in the name of the organisation whose session the room belongs to.
fn within(place: &Place, entry: Entry) -> Entry {
    match &place.of {
        Of::Session(of) => entry.within(of.organisation),
        Of::Offer(_) => entry,
    }
}
