//! Messages as they are written. Whoever calls these holds the row of the room.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::chat::model::lifetime;
use crate::chat::model::message::{State, search_words};
use crate::chat::model::room::Side;
use crate::ids::{ChatRoomId, FileId, MessageId, PersonId};
use crate::platform::db::Tx;

/// A message to write.
#[derive(Debug)]
pub struct New<'a> {
    /// Its id.
    pub id: MessageId,
    /// The room.
    pub room: ChatRoomId,
    /// Its place; none while it waits.
    pub position: Option<i64>,
    /// The room's position.
    pub change: i64,
    /// Who writes it.
    pub author: PersonId,
    /// As whom.
    pub side: Side,
    /// What the device drew.
    pub client_id: Uuid,
    /// What it says.
    pub text: &'a str,
    /// What it answers.
    pub reply_to: Option<MessageId>,
    /// Who it names.
    pub mentions: &'a [PersonId],
    /// Whether it names everybody.
    pub mentions_everybody: bool,
    /// Its files, taken into use.
    pub files: &'a [FileId],
}

/// Writes a message, visible or waiting.
pub async fn insert(tx: &mut Tx<'_>, new: &New<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    let state = if new.position.is_some() { State::Visible } else { State::Waiting };
    let words = new.position.is_some().then(|| search_words(new.text));
    sqlx::query!(
        "INSERT INTO message (id, room_id, position, change, author_id, author_side, client_id, state, text, reply_to,
                              mentions_everybody, sent_at, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, to_tsvector('french', $13::text))",
        new.id.0,
        new.room.0,
        new.position,
        new.change,
        new.author.0,
        new.side.as_str(),
        new.client_id,
        state.as_str(),
        new.text,
        new.reply_to.map(|id| id.0),
        new.mentions_everybody,
        now,
        words,
    )
    .execute(&mut **tx)
    .await?;
    let mentions: Vec<Uuid> = new.mentions.iter().map(|id| id.0).collect();
    sqlx::query!(
        "INSERT INTO message_mention (message_id, person_id) SELECT $1, * FROM unnest($2::uuid[])",
        new.id.0,
        &mentions,
    )
    .execute(&mut **tx)
    .await?;
    let files: Vec<Uuid> = new.files.iter().map(|id| id.0).collect();
    sqlx::query!(
        "INSERT INTO message_file (message_id, position, file_id)
         SELECT $1, (f.place - 1)::smallint, f.id FROM unnest($2::uuid[]) WITH ORDINALITY AS f (id, place)",
        new.id.0,
        &files,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that something was written in a room; a private one lives from then on, whoever wrote.
pub async fn note_message(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    is_private: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let ends_at = is_private.then(|| lifetime::expiry(now));
    let warn_at = ends_at.and_then(|ends_at| lifetime::next_warning(ends_at, now));
    sqlx::query!(
        "UPDATE chat_room SET last_message_at = $2, ends_at = $3, warn_at = $4 WHERE id = $1",
        room.0,
        now,
        ends_at,
        warn_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps what a message says now, before it says something else or nothing.
async fn keep_text(tx: &mut Tx<'_>, id: MessageId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO message_version (message_id, number, text, replaced_at)
         SELECT id, version, text, $2 FROM message WHERE id = $1 AND text <> ''",
        id.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives a message another text.
pub async fn edit(
    tx: &mut Tx<'_>,
    id: MessageId,
    text: &str,
    change: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    keep_text(tx, id, now).await?;
    sqlx::query!(
        "UPDATE message SET text = $2, change = $3, version = version + 1, edited_at = $4,
                            search = CASE WHEN state = 'visible' THEN to_tsvector('french', $5::text) END
         WHERE id = $1",
        id.0,
        text,
        change,
        now,
        search_words(text),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes the text of a message away: its author deleted it, or those who moderate removed it. Its place stays.
pub async fn blank(
    tx: &mut Tx<'_>,
    id: MessageId,
    state: State,
    (change, by): (i64, Option<PersonId>),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    keep_text(tx, id, now).await?;
    sqlx::query!(
        "UPDATE message SET state = $2, text = NULL, search = NULL, mentions_everybody = false, change = $3,
                            version = version + 1, ended_at = $4, ended_by = $5
         WHERE id = $1",
        id.0,
        state.as_str(),
        change,
        now,
        by.map(|id| id.0),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM message_mention WHERE message_id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Hides a message while a report is looked at, or shows it again.
pub async fn set_hidden(
    tx: &mut Tx<'_>,
    id: MessageId,
    is_hidden: bool,
    (change, text): (i64, &str),
) -> sqlx::Result<()> {
    let state = if is_hidden { State::Hidden } else { State::Visible };
    sqlx::query!(
        "UPDATE message SET state = $2, change = $3, search = CASE WHEN $2 = 'visible' THEN to_tsvector('french', $4::text) END
         WHERE id = $1",
        id.0,
        state.as_str(),
        change,
        search_words(text),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives a message that waited its place: after all that was said meanwhile.
pub async fn approve(tx: &mut Tx<'_>, id: MessageId, position: i64, text: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE message SET state = 'visible', position = $2, change = $2, search = to_tsvector('french', $3::text)
         WHERE id = $1",
        id.0,
        position,
        search_words(text),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Refuses a message that waited.
pub async fn refuse(
    tx: &mut Tx<'_>,
    id: MessageId,
    by: PersonId,
    change: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE message SET state = 'refused', change = $2, ended_at = $3, ended_by = $4 WHERE id = $1",
        id.0,
        change,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
