//! Messages as they are read.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::chat::model::message::State;
use crate::chat::model::room::Side;
use crate::ids::{ChatRoomId, FileId, MessageId, PersonId, ProfileId};

/// A message, for one reader.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// The room.
    pub room: ChatRoomId,
    /// Its place; none while it waits.
    pub position: Option<i64>,
    /// The room's position at its newest change.
    pub change: i64,
    /// How it stands.
    pub state: State,
    /// Who wrote it; none once their account is gone.
    pub author: Option<PersonId>,
    /// Their public id.
    pub profile: Option<ProfileId>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// As whom they wrote.
    pub side: Side,
    /// What the device drew.
    pub client_id: Uuid,
    /// What it says; none once it is deleted or removed.
    pub text: Option<String>,
    /// What it answers.
    pub reply_to: Option<MessageId>,
    /// Whether it names everybody.
    pub mentions_everybody: bool,
    /// Whether it names the reader.
    pub mentions_me: bool,
    /// Whether the reader blocked its author.
    pub is_blocked: bool,
    /// Raised by every edit.
    pub version: i32,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
}

/// These messages, for one reader; in no order.
pub async fn find(db: &mut PgConnection, reader: PersonId, ids: &[MessageId]) -> sqlx::Result<Vec<Message>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Message,
        r#"SELECT g.id AS "id!: MessageId", g.room_id AS "room!: ChatRoomId", g.position AS "position?",
                  g.change AS "change!", g.state AS "state!: State", g.author_id AS "author?: PersonId",
                  a.profile_id AS "profile?: ProfileId", a.first_name AS "first_name?", a.last_name AS "last_name?",
                  g.author_side AS "side!: Side", g.client_id AS "client_id!", g.text AS "text?",
                  g.reply_to AS "reply_to?: MessageId", g.mentions_everybody AS "mentions_everybody!",
                  (g.mentions_everybody OR EXISTS (
                      SELECT FROM message_mention n WHERE n.message_id = g.id AND n.person_id = $2)) AS "mentions_me!",
                  (g.author_side <> 'staff' AND EXISTS (
                      SELECT FROM blocked_person b WHERE b.person_id = $2 AND b.blocked_id = g.author_id))
                      AS "is_blocked!",
                  g.version AS "version!", g.sent_at AS "sent_at!", g.edited_at AS "edited_at?"
           FROM message g LEFT JOIN person a ON a.id = g.author_id
           WHERE g.id = ANY($1)"#,
        &ids,
        reader.0,
    )
    .fetch_all(db)
    .await
}

/// Which messages of a room.
#[derive(Clone, Copy, Debug)]
pub enum Range {
    /// Those before this place, the nearest first.
    Before(i64),
    /// Those after it, the nearest first.
    After(i64),
    /// Those that changed after the room had this position, in the order in which they did.
    Changed(i64),
    /// Those that wait to be let through, the oldest first, after this one; of one author, or of all.
    Waiting(Option<PersonId>, Option<(DateTime<Utc>, MessageId)>),
}

/// The ids of some messages of a room, in their order.
pub async fn ids(
    db: &mut PgConnection,
    room: ChatRoomId,
    range: Range,
    limit: i64,
) -> sqlx::Result<Vec<MessageId>> {
    match range {
        Range::Before(position) => {
            sqlx::query_scalar!(
                r#"SELECT id AS "id: MessageId" FROM message
                   WHERE room_id = $1 AND position < $2 ORDER BY position DESC LIMIT $3"#,
                room.0,
                position,
                limit,
            )
            .fetch_all(db)
            .await
        }
        Range::After(position) => {
            sqlx::query_scalar!(
                r#"SELECT id AS "id: MessageId" FROM message
                   WHERE room_id = $1 AND position > $2 ORDER BY position LIMIT $3"#,
                room.0,
                position,
                limit,
            )
            .fetch_all(db)
            .await
        }
        Range::Changed(position) => {
            sqlx::query_scalar!(
                r#"SELECT id AS "id: MessageId" FROM message
                   WHERE room_id = $1 AND change > $2 AND position IS NOT NULL ORDER BY change LIMIT $3"#,
                room.0,
                position,
                limit,
            )
            .fetch_all(db)
            .await
        }
        Range::Waiting(author, after) => {
            let (at, id) = after.unzip();
            sqlx::query_scalar!(
                r#"SELECT id AS "id: MessageId" FROM message
                   WHERE room_id = $1 AND state = 'waiting' AND ($2::uuid IS NULL OR author_id = $2)
                     AND ($3::timestamptz IS NULL OR (sent_at, id) > ($3, $4))
                   ORDER BY sent_at, id LIMIT $5"#,
                room.0,
                author.map(|id| id.0),
                at,
                id.map(|id| id.0),
                limit,
            )
            .fetch_all(db)
            .await
        }
    }
}

/// A message of a room.
pub async fn one(
    db: &mut PgConnection,
    reader: PersonId,
    room: ChatRoomId,
    id: MessageId,
) -> sqlx::Result<Option<Message>> {
    let found = find(db, reader, &[id]).await?.pop();
    Ok(found.filter(|message| message.room == room))
}

/// The message that a device has sent already.
pub async fn sent(
    db: &mut PgConnection,
    room: ChatRoomId,
    author: PersonId,
    client_id: Uuid,
) -> sqlx::Result<Option<MessageId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: MessageId" FROM message WHERE room_id = $1 AND author_id = $2 AND client_id = $3"#,
        room.0,
        author.0,
        client_id,
    )
    .fetch_optional(db)
    .await
}

/// The files of these messages, in their order.
pub async fn files(db: &mut PgConnection, ids: &[MessageId]) -> sqlx::Result<Vec<(MessageId, FileId)>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT message_id AS "message: MessageId", file_id AS "file: FileId" FROM message_file
           WHERE message_id = ANY($1) ORDER BY message_id, position"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.message, row.file)).collect())
}

/// Who these messages name, by their public ids.
pub async fn mentions(db: &mut PgConnection, ids: &[MessageId]) -> sqlx::Result<Vec<(MessageId, ProfileId)>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT n.message_id AS "message: MessageId", p.profile_id AS "profile: ProfileId"
           FROM message_mention n JOIN person p ON p.id = n.person_id
           WHERE n.message_id = ANY($1) ORDER BY n.message_id, p.profile_id"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.message, row.profile)).collect())
}

/// What a message said before.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Which time.
    pub number: i32,
    /// What it said.
    pub text: String,
    /// Until when.
    pub replaced_at: DateTime<Utc>,
}

/// What a message said before, the oldest first.
pub async fn history(db: &mut PgConnection, id: MessageId) -> sqlx::Result<Vec<Earlier>> {
    sqlx::query_as!(
        Earlier,
        "SELECT number, text, replaced_at FROM message_version WHERE message_id = $1 ORDER BY number",
        id.0,
    )
    .fetch_all(db)
    .await
}
