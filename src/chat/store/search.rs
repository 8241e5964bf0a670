//! Words of messages, in the rooms somebody reads at this moment.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{ChatRoomId, MessageId, PersonId};

/// Where a page of hits starts: after this time and message, going back.
pub type Key = (DateTime<Utc>, Uuid);

/// A message that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// Its room.
    pub room: ChatRoomId,
    /// It.
    pub message: MessageId,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
}

/// The visible messages of these rooms that hold all of these words, newest first. What is deleted, removed, hidden or waits
/// has no words, and what comes from somebody the reader blocked is left out.
pub async fn find(
    db: &mut PgConnection,
    reader: PersonId,
    (rooms, words): (&[ChatRoomId], &str),
    after: Option<Key>,
    limit: i64,
) -> sqlx::Result<Vec<Hit>> {
    let rooms: Vec<Uuid> = rooms.iter().map(|id| id.0).collect();
    let (at, id) = after.unzip();
    sqlx::query_as!(
        Hit,
        r#"SELECT g.room_id AS "room: ChatRoomId", g.id AS "message: MessageId", g.sent_at
           FROM message g
           WHERE g.room_id = ANY($2) AND g.state = 'visible' AND g.search @@ plainto_tsquery('french', $3::text)
             AND (g.author_side = 'staff' OR NOT EXISTS (
                 SELECT FROM blocked_person b WHERE b.person_id = $1 AND b.blocked_id = g.author_id))
             AND ($4::timestamptz IS NULL OR (g.sent_at, g.id) < ($4, $5))
           ORDER BY g.sent_at DESC, g.id DESC LIMIT $6"#,
        reader.0,
        &rooms,
        words,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}
