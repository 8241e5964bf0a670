//! Rooms in a list: what is unread, who waits for whom; and how somebody stands to one.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::chat::model::place::Place;
use crate::chat::model::room::{Level, Side, Writing};
use crate::ids::{ChatRoomId, PersonId};
use crate::platform::db::Tx;

/// Unread messages that are counted; there may be more.
pub const MOST_COUNTED: i64 = 100;

/// What somebody has not read of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The room.
    pub room: ChatRoomId,
    /// Messages of others, at most a hundred.
    pub messages: i64,
    /// Those among them that name the person.
    pub mentions: i64,
}

/// What somebody has not read of these rooms.
pub async fn unread(db: &mut PgConnection, person: PersonId, places: &[Place]) -> sqlx::Result<Vec<Unread>> {
    let rooms: Vec<_> = places.iter().map(|place| place.room.0).collect();
    let read: Vec<_> = places.iter().map(|place| place.own.read_position).collect();
    sqlx::query_as!(
        Unread,
        r#"SELECT w.room AS "room!: ChatRoomId",
                  (SELECT count(*) FROM (
                      SELECT FROM message g
                      WHERE g.room_id = w.room AND g.position > w.read AND g.state = 'visible'
                        AND g.author_id IS DISTINCT FROM $1
                        AND (g.author_side = 'staff' OR NOT EXISTS (
                            SELECT FROM blocked_person b WHERE b.person_id = $1 AND b.blocked_id = g.author_id))
                      LIMIT $4) AS new) AS "messages!",
                  (SELECT count(*) FROM (
                      SELECT FROM message g
                      WHERE g.room_id = w.room AND g.position > w.read AND g.state = 'visible'
                        AND g.author_id IS DISTINCT FROM $1
                        AND (g.mentions_everybody OR EXISTS (
                            SELECT FROM message_mention n WHERE n.message_id = g.id AND n.person_id = $1))
                        AND (g.author_side = 'staff' OR NOT EXISTS (
                            SELECT FROM blocked_person b WHERE b.person_id = $1 AND b.blocked_id = g.author_id))
                      LIMIT $4) AS named) AS "mentions!"
           FROM unnest($2::uuid[], $3::bigint[]) AS w (room, read)"#,
        person.0,
        &rooms,
        &read,
        MOST_COUNTED,
    )
    .fetch_all(db)
    .await
}

/// The place of the first message somebody has not read.
pub async fn first_unread(
    db: &mut PgConnection,
    person: PersonId,
    room: ChatRoomId,
    read: i64,
) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar!(
        r#"SELECT g.position AS "position!" FROM message g
           WHERE g.room_id = $2 AND g.position > $3 AND g.state = 'visible' AND g.author_id IS DISTINCT FROM $1
             AND (g.author_side = 'staff' OR NOT EXISTS (
                 SELECT FROM blocked_person b WHERE b.person_id = $1 AND b.blocked_id = g.author_id))
           ORDER BY g.position LIMIT 1"#,
        person.0,
        room.0,
        read,
    )
    .fetch_optional(db)
    .await
}

/// The last word in a private room: whose it was, and when.
#[derive(Clone, Copy, Debug)]
pub struct LastWord {
    /// The room.
    pub room: ChatRoomId,
    /// Whose it was.
    pub side: Side,
    /// When the side that spoke last spoke after the other, for the first time: since then the other is waited for.
    pub since: DateTime<Utc>,
}

/// The last words of these private rooms.
pub async fn last_words(db: &mut PgConnection, rooms: &[ChatRoomId]) -> sqlx::Result<Vec<LastWord>> {
    let rooms: Vec<_> = rooms.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        LastWord,
        r#"SELECT w.room AS "room!: ChatRoomId", last.author_side AS "side!: Side", first.sent_at AS "since!"
           FROM unnest($1::uuid[]) AS w (room)
           CROSS JOIN LATERAL (
               SELECT g.author_side, g.position FROM message g
               WHERE g.room_id = w.room AND g.state = 'visible' ORDER BY g.position DESC LIMIT 1) AS last
           CROSS JOIN LATERAL (
               SELECT g.sent_at FROM message g
               WHERE g.room_id = w.room AND g.state = 'visible' AND g.author_side = last.author_side
                 AND g.position > coalesce((SELECT max(h.position) FROM message h
                                            WHERE h.room_id = w.room AND h.state = 'visible'
                                              AND h.author_side <> last.author_side), 0)
               ORDER BY g.position LIMIT 1) AS first"#,
        &rooms,
    )
    .fetch_all(db)
    .await
}

/// Locks a room until the transaction ends: whatever is written in it is written one after the other.
pub async fn lock(tx: &mut Tx<'_>, room: ChatRoomId) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!("SELECT id FROM chat_room WHERE id = $1 FOR UPDATE", room.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(found.is_some())
}

/// The next place in a room, whose row the transaction holds.
pub async fn next_position(tx: &mut Tx<'_>, room: ChatRoomId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        "UPDATE chat_room SET position = position + 1 WHERE id = $1 RETURNING position",
        room.0
    )
    .fetch_one(&mut **tx)
    .await
}

/// Notes up to where somebody has read, which may also go back, and whether they marked the room unread.
pub async fn set_read(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    person: PersonId,
    position: i64,
    is_marked_unread: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO room_member (room_id, person_id, read_position, is_marked_unread) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT room_member_pkey
         DO UPDATE SET read_position = excluded.read_position, is_marked_unread = excluded.is_marked_unread",
        room.0,
        person.0,
        position,
        is_marked_unread,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes what somebody wants to be told of a room; no level: the usual one.
pub async fn set_preferences(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    person: PersonId,
    (level, is_muted): (Option<Level>, bool),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO room_member (room_id, person_id, level, is_muted) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT room_member_pkey
         DO UPDATE SET level = excluded.level, is_muted = excluded.is_muted",
        room.0,
        person.0,
        level.map(Level::as_str),
        is_muted,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Says who writes in a room, and raises the version of its settings.
pub async fn set_writing(tx: &mut Tx<'_>, room: ChatRoomId, writing: Writing) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE chat_room SET writing = $2, version = version + 1 WHERE id = $1",
        room.0,
        writing.as_str()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that somebody did something in a room: from now on they follow it.
pub async fn note_member(tx: &mut Tx<'_>, room: ChatRoomId, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO room_member (room_id, person_id) VALUES ($1, $2)
         ON CONFLICT ON CONSTRAINT room_member_pkey DO NOTHING",
        room.0,
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
