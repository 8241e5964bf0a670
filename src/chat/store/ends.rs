//! What the clock does to rooms: warnings, pauses, the end of those that are over.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use crate::chat::model::receipt::Why;
use crate::ids::{ChatRoomId, FileId, OfferRecipientId, OrganisationId, PersonId};
use crate::platform::db::Tx;

/// A private room about which both are to be told something.
#[derive(Clone, Debug)]
pub struct ToTell {
    /// The room.
    pub room: ChatRoomId,
    /// Title of the offer.
    pub title: String,
    /// When it is deleted.
    pub ends_at: DateTime<Utc>,
    /// Who accepted the offer.
    pub person: Option<PersonId>,
    /// Who sent it.
    pub recruiter: Option<PersonId>,
}

impl ToTell {
    /// The two, those who are still there.
    pub fn people(&self) -> Vec<PersonId> {
        [self.person, self.recruiter].into_iter().flatten().collect()
    }
}

/// An open room whose warning is due, locked; none when there is none.
pub async fn take_warning(tx: &mut Tx<'_>, now: DateTime<Utc>) -> sqlx::Result<Option<ToTell>> {
    sqlx::query_as!(
        ToTell,
        r#"SELECT id AS "room: ChatRoomId", title AS "title!", ends_at AS "ends_at!", person_id AS "person: PersonId",
                  recruiter_person_id AS "recruiter: PersonId"
           FROM chat_room
           WHERE warn_at <= $1 AND ends_at > $1 ORDER BY warn_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Says when both are next told.
pub async fn set_warning(tx: &mut Tx<'_>, room: ChatRoomId, next: Option<DateTime<Utc>>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE chat_room SET warn_at = $2 WHERE id = $1", room.0, next).execute(&mut **tx).await?;
    Ok(())
}

/// Why nobody writes in an open room any more, or that people write again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// The company may not recruit at the moment.
    Suspended,
    /// One of the two is gone.
    Left,
    /// Both are there again.
    Over,
}

impl Pause {
    /// The name that notices bear.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Suspended => "suspended",
            Self::Left => "left",
            Self::Over => "over",
        }
    }
}

/// An open room that came to a pause, or whose pause is over, and of which nobody was told, locked; none when there is none.
pub async fn take_pause(tx: &mut Tx<'_>, now: DateTime<Utc>) -> sqlx::Result<Option<(ToTell, Pause)>> {
    let row = sqlx::query!(
        r#"SELECT c.id AS "room: ChatRoomId", c.title AS "title!", c.ends_at AS "ends_at!",
                  c.person_id AS "person: PersonId", c.recruiter_person_id AS "recruiter: PersonId",
                  c.paused_at IS NOT NULL AS "was_paused!",
                  (c.person_id IS NULL OR c.recruiter_person_id IS NULL OR r.id IS NULL) AS "is_left!"
           FROM chat_room c
           JOIN company k ON k.id = c.company_id
           LEFT JOIN recruiter r ON r.id = c.recruiter_id
           WHERE c.kind = 'private' AND c.closed_at IS NULL AND c.erasure_asked_at IS NULL AND c.ends_at > $1
             AND (c.paused_at IS NULL)
                 = coalesce(c.person_id IS NULL OR c.recruiter_person_id IS NULL OR r.id IS NULL
                            OR r.status <> 'granted' OR k.register_state <> 'active', true)
           ORDER BY c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| {
        let pause = match (row.was_paused, row.is_left) {
            (true, _) => Pause::Over,
            (false, true) => Pause::Left,
            (false, false) => Pause::Suspended,
        };
        let told = ToTell {
            room: row.room,
            title: row.title,
            ends_at: row.ends_at,
            person: row.person,
            recruiter: row.recruiter,
        };
        (told, pause)
    }))
}

/// Notes that both know of a pause, or of its end.
pub async fn set_paused(tx: &mut Tx<'_>, room: ChatRoomId, since: Option<DateTime<Utc>>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE chat_room SET paused_at = $2 WHERE id = $1", room.0, since)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Private rooms that are over and that nothing holds, the longest over first.
pub async fn over(
    db: &mut PgConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<(ChatRoomId, Option<OfferRecipientId>)>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "room: ChatRoomId", recipient_id AS "recipient: OfferRecipientId" FROM chat_room
           WHERE ends_at <= $1 AND (held_until IS NULL OR held_until <= $1) ORDER BY ends_at, id LIMIT $2"#,
        now,
        limit,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.room, row.recipient)).collect())
}

/// Rooms of sessions that are gone, or whose papers are kept no longer, unless a legal hold says otherwise.
pub async fn kept_too_long(
    db: &mut PgConnection,
    (standard, cofunded): (NaiveDate, NaiveDate),
    limit: i64,
) -> sqlx::Result<Vec<ChatRoomId>> {
    sqlx::query_scalar!(
        r#"SELECT c.id AS "id: ChatRoomId"
           FROM chat_room c
           LEFT JOIN session_room s ON s.id = c.session_room_id
           LEFT JOIN training_session t ON t.id = s.session_id
           WHERE c.kind = 'session'
             AND (s.id IS NULL
                  OR (t.ends_on < CASE t.retention WHEN 'cofunded' THEN $2::date ELSE $1::date END AND c.position > 0
                      AND NOT EXISTS (SELECT FROM session_attendance_setting h
                                      WHERE h.session_id = t.id AND h.legal_hold IS NOT NULL)))
           ORDER BY c.id LIMIT $3"#,
        standard,
        cofunded,
        limit,
    )
    .fetch_all(db)
    .await
}

/// What a room is, for its deletion.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Whether it is a private one.
    pub is_private: bool,
    /// Title of the offer.
    pub title: String,
    /// Who accepted it.
    pub person: Option<PersonId>,
    /// Who sent it.
    pub recruiter: Option<PersonId>,
    /// The organisation whose session it belonged to.
    pub organisation: Option<OrganisationId>,
    /// Whether the room of the session is still there: it begins anew, empty.
    pub begins_anew: bool,
    /// Why it is deleted.
    pub why: Why,
    /// How many messages it holds.
    pub messages: i64,
}

/// Locks a room that is to be deleted, unless somebody holds it; none when it is not to be deleted any more.
pub async fn lock_ending(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Ending>> {
    let row = sqlx::query!(
        r#"SELECT kind = 'private' AS "is_private!", coalesce(title, '') AS "title!", person_id AS "person: PersonId",
                  recruiter_person_id AS "recruiter: PersonId", session_room_id IS NOT NULL AS "begins_anew!",
                  closed_at IS NOT NULL AS "is_closed!", erasure_asked_at IS NOT NULL AS "is_erased!"
           FROM chat_room
           WHERE id = $1
             AND (kind = 'session' OR (ends_at <= $2 AND (held_until IS NULL OR held_until <= $2)))
           FOR UPDATE SKIP LOCKED"#,
        room.0,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let messages =
        sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM message WHERE room_id = $1"#, room.0)
            .fetch_one(&mut **tx)
            .await?;
    let organisation = sqlx::query_scalar!(
        r#"SELECT t.organisation_id AS "id: OrganisationId" FROM chat_room c
           JOIN session_room s ON s.id = c.session_room_id JOIN training_session t ON t.id = s.session_id
           WHERE c.id = $1"#,
        room.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let why = match (row.is_erased, row.is_closed) {
        (true, _) => Why::Erased,
        (false, true) => Why::Closed,
        (false, false) => Why::Expired,
    };
    Ok(Some(Ending {
        is_private: row.is_private,
        title: row.title,
        person: row.person,
        recruiter: row.recruiter,
        organisation,
        begins_anew: row.begins_anew,
        why,
        messages,
    }))
}

/// Takes the files of a room from its messages; each with its SHA-256.
pub async fn take_files(tx: &mut Tx<'_>, room: ChatRoomId) -> sqlx::Result<Vec<(FileId, Vec<u8>)>> {
    let rows = sqlx::query!(
        r#"WITH taken AS (
               DELETE FROM message_file x USING message g WHERE g.id = x.message_id AND g.room_id = $1
               RETURNING x.file_id)
           SELECT f.id AS "file: FileId", f.sha256 FROM file f JOIN taken ON taken.file_id = f.id ORDER BY f.id"#,
        room.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.file, row.sha256)).collect())
}

/// Deletes a room with all it holds. The room of a session that is still there begins anew, empty.
pub async fn delete(tx: &mut Tx<'_>, room: ChatRoomId, begins_anew: bool) -> sqlx::Result<()> {
    if begins_anew {
        sqlx::query!("DELETE FROM message WHERE room_id = $1", room.0).execute(&mut **tx).await?;
        sqlx::query!("DELETE FROM room_member WHERE room_id = $1", room.0).execute(&mut **tx).await?;
        sqlx::query!("UPDATE chat_room SET position = 0, last_message_at = NULL WHERE id = $1", room.0)
            .execute(&mut **tx)
            .await?;
    } else {
        sqlx::query!("DELETE FROM chat_room WHERE id = $1", room.0).execute(&mut **tx).await?;
    }
    Ok(())
}
