//! What one of the two of a private room takes away.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::chat::model::message::State;
use crate::chat::model::room::Side;
use crate::ids::{ChatRoomId, FileId, MessageId, PersonId};

/// A message of the copy.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its id.
    pub id: MessageId,
    /// Its place.
    pub position: i64,
    /// Whose it is.
    pub side: Side,
    /// How it stands.
    pub state: State,
    /// What it says, while it is visible.
    pub text: Option<String>,
    /// What it answers.
    pub reply_to: Option<MessageId>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
}

/// Everything that was said in a room, in order.
pub async fn said(db: &mut PgConnection, room: ChatRoomId) -> sqlx::Result<Vec<Said>> {
    sqlx::query_as!(
        Said,
        r#"SELECT id AS "id: MessageId", position AS "position!", author_side AS "side: Side", state AS "state: State",
                  CASE WHEN state = 'visible' THEN text END AS "text?", reply_to AS "reply_to: MessageId", sent_at, edited_at
           FROM message WHERE room_id = $1 AND position IS NOT NULL ORDER BY position"#,
        room.0,
    )
    .fetch_all(db)
    .await
}

/// The files somebody sent in a room, with their messages, in order.
pub async fn own_files(
    db: &mut PgConnection,
    room: ChatRoomId,
    person: PersonId,
) -> sqlx::Result<Vec<(MessageId, FileId)>> {
    let rows = sqlx::query!(
        r#"SELECT g.id AS "message: MessageId", x.file_id AS "file: FileId"
           FROM message_file x JOIN message g ON g.id = x.message_id
           WHERE g.room_id = $1 AND g.author_id = $2 ORDER BY g.position, x.position"#,
        room.0,
        person.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.message, row.file)).collect())
}
