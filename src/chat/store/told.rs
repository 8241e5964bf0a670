//! Who is told of what happens in a room, and what becomes of notices once it is read or gone.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::chat::model::room::Level;
use crate::ids::{ChatRoomId, MessageId, PersonId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::live::{self, Topic};

/// Those who said that they want to be told of every message of a room.
pub async fn listeners(db: &mut PgConnection, room: ChatRoomId) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id: PersonId" FROM room_member WHERE room_id = $1 AND level = $2 AND NOT is_muted"#,
        room.0,
        Level::All.as_str(),
    )
    .fetch_all(db)
    .await
}

/// Those among these people who blocked somebody.
pub async fn blocking(
    db: &mut PgConnection,
    people: &[PersonId],
    blocked: PersonId,
) -> sqlx::Result<Vec<PersonId>> {
    let people: Vec<Uuid> = people.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id: PersonId" FROM blocked_person WHERE person_id = ANY($1) AND blocked_id = $2"#,
        &people,
        blocked.0,
    )
    .fetch_all(db)
    .await
}

/// Those a message names.
pub async fn named_in(db: &mut PgConnection, message: MessageId) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id: PersonId" FROM message_mention WHERE message_id = $1"#,
        message.0
    )
    .fetch_all(db)
    .await
}

/// Marks somebody's notices of messages of a room as read, up to a place in it: they have seen them there.
pub async fn seen(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    person: PersonId,
    position: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let done = sqlx::query!(
        "UPDATE notification n SET read_at = $4
         WHERE n.person_id = $1 AND n.read_at IS NULL
           AND ((n.kind = $5 AND n.subject_id = $2 AND NOT EXISTS (
                    SELECT FROM message g WHERE g.room_id = $2 AND g.position > $3 AND g.state = 'visible'
                      AND g.author_id IS DISTINCT FROM $1))
             OR (n.kind = $6 AND n.subject_id IN (
                    SELECT g.id FROM message g WHERE g.room_id = $2 AND g.position <= $3)))",
        person.0,
        room.0,
        position,
        now,
        NoticeKind::MessageWritten.kind(),
        NoticeKind::Mentioned.kind(),
    )
    .execute(&mut **tx)
    .await?;
    if done.rows_affected() > 0 {
        live::changed(tx, &[person], Topic::Notices).await?;
    }
    Ok(())
}

/// Deletes every notice about a message: it is not there any more.
pub async fn forget_message(tx: &mut Tx<'_>, message: MessageId) -> sqlx::Result<()> {
    forget(tx, &[message.0]).await
}

/// Deletes every notice about a room, its messages and their reports, mails of them that wait included.
pub async fn forget_room(tx: &mut Tx<'_>, room: ChatRoomId) -> sqlx::Result<()> {
    let subjects = sqlx::query_scalar!(
        r#"SELECT id AS "id!" FROM message WHERE room_id = $1
           UNION ALL SELECT id FROM room_report WHERE room_id = $1
           UNION ALL SELECT $1"#,
        room.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    forget(tx, &subjects).await
}

async fn forget(tx: &mut Tx<'_>, subjects: &[Uuid]) -> sqlx::Result<()> {
    let mut people = sqlx::query_scalar!(
        r#"DELETE FROM notification WHERE subject_id = ANY($1) RETURNING person_id AS "id: PersonId""#,
        subjects,
    )
    .fetch_all(&mut **tx)
    .await?;
    people.sort_unstable();
    people.dedup();
    live::changed(tx, &people, Topic::Notices).await
}
