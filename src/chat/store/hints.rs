//! What the live updates ask: which rooms somebody follows, and who among those with an open page may be told of a room.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{places, rooms};
use crate::chat::model::place::Place;
use crate::chat::policy;
use crate::ids::{ChatRoomId, PersonId};

/// A room somebody reads at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiveRoom {
    /// The room.
    pub room: ChatRoomId,
    /// Its newest change.
    pub position: i64,
    /// Messages of others that are unread, at most a hundred.
    pub unread: i64,
}

/// The rooms somebody reads at this moment.
pub async fn live_rooms(
    db: &mut PgConnection,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<LiveRoom>> {
    let readable = readable(db, person, now).await?;
    let followed: Vec<Place> = readable.iter().filter(|place| policy::follows(place)).cloned().collect();
    let unread = rooms::unread(db, person, &followed).await?;
    let count = |room| unread.iter().find(|one| one.room == room).map_or(0, |one| one.messages);
    let live = readable.iter().map(|place| LiveRoom {
        room: place.room,
        position: place.position,
        unread: count(place.room),
    });
    Ok(live.collect())
}

/// Those among these people who may read a room at this moment.
pub async fn followers_among(
    db: &mut PgConnection,
    room: ChatRoomId,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<PersonId>> {
    let places = places::find(db, people, &[room]).await?;
    Ok(places.iter().filter(|place| policy::side(place, now).is_some()).map(|place| place.person).collect())
}

/// The rooms somebody reads at this moment, as they stand to them.
pub async fn readable(
    db: &mut PgConnection,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    let near = places::near(db, person).await?;
    let mut places = places::find(db, &[person], &near).await?;
    places.retain(|place| policy::side(place, now).is_some());
    Ok(places)
}
