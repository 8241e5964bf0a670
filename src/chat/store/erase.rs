//! What the slice holds about a person, for their download; and what becomes of it when their account is erased.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::private;
use crate::files;
use crate::ids::{ChatRoomId, FileId, Ids, PersonId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::live::{self, Topic};

/// Everything the rooms hold about a person: what they wrote, how they stand to rooms, what they reported, whom they blocked,
/// their receipts. What others wrote is not theirs.
pub async fn personal_data(db: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let messages = written(db, person).await?;
    let rooms = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('room', m.room_id, 'name', coalesce(s.name, c.title),
                      'read_position', m.read_position, 'is_marked_unread', m.is_marked_unread, 'is_muted', m.is_muted,
                      'level', m.level, 'silenced_until', m.silenced_until, 'expelled_at', m.expelled_at) AS "value!"
           FROM room_member m JOIN chat_room c ON c.id = m.room_id LEFT JOIN session_room s ON s.id = c.session_room_id
           WHERE m.person_id = $1 ORDER BY m.room_id"#,
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let private_rooms = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('room', c.id, 'title', c.title, 'as',
                      CASE WHEN c.person_id = $1 THEN 'person' ELSE 'company' END, 'company_siret', k.siret,
                      'opened_at', c.opened_at, 'closed_at', c.closed_at, 'deleted_at', c.ends_at,
                      'held_until', c.held_until) AS "value!"
           FROM chat_room c JOIN company k ON k.id = c.company_id
           WHERE c.person_id = $1 OR c.recruiter_person_id = $1 ORDER BY c.opened_at, c.id"#,
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let reports = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('room', room_id, 'message', message_id, 'reason', reason, 'comment', comment,
                      'reported_at', reported_at, 'decision', decision, 'decided_at', decided_at) AS "value!"
           FROM room_report WHERE reporter_id = $1 ORDER BY reported_at, id"#,
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let decisions = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('message', message_id, 'decision', decision, 'note', note, 'decided_at', decided_at)
                      AS "value!"
           FROM room_report WHERE decided_by = $1 ORDER BY decided_at, id"#,
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let blocked = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('profile', p.profile_id, 'first_name', p.first_name, 'last_name', p.last_name,
                      'blocked_at', b.blocked_at) AS "value!"
           FROM blocked_person b JOIN person p ON p.id = b.blocked_id
           WHERE b.person_id = $1 ORDER BY b.blocked_at, p.profile_id"#,
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    let receipts = sqlx::query_scalar!(
        "SELECT document FROM room_receipt WHERE person_id = $1 ORDER BY deleted_at, id",
        person.0
    )
    .fetch_all(&mut *db)
    .await?;
    Ok(json!({
        "messages": messages, "rooms": rooms, "private_rooms": private_rooms, "reports": reports,
        "decisions_on_reports": decisions, "blocked_people": blocked, "room_receipts": receipts,
    }))
}

/// What somebody wrote, with what it said before and the names of its files.
async fn written(db: &mut PgConnection, person: PersonId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('id', g.id, 'room', g.room_id, 'position', g.position, 'state', g.state, 'text', g.text,
                      'sent_at', g.sent_at, 'edited_at', g.edited_at, 'ended_at', g.ended_at, 'as', g.author_side,
                      'reply_to', g.reply_to, 'mentions_everybody', g.mentions_everybody,
                      'before', (SELECT coalesce(jsonb_agg(jsonb_build_object('text', v.text, 'until', v.replaced_at)
                                                           ORDER BY v.number), '[]')
                                 FROM message_version v WHERE v.message_id = g.id),
                      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name)
                                                          ORDER BY x.position), '[]')
                                FROM message_file x JOIN file f ON f.id = x.file_id WHERE x.message_id = g.id)) AS "value!"
           FROM message g WHERE g.author_id = $1 ORDER BY g.sent_at, g.id"#,
        person.0,
    )
    .fetch_all(db)
    .await
}

/// Takes a person out of the rooms: their messages stay, without their name, as long as the others' do; their files, what they
/// said before, their settings, blocks and receipts go. The other of a private room is told that nobody answers any more.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    leave_private_rooms(tx, ids, person, now).await?;
    let files = sqlx::query_scalar!(
        r#"DELETE FROM message_file x USING message g WHERE g.id = x.message_id AND g.author_id = $1
           RETURNING x.file_id AS "id: FileId""#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    files::give_up(tx, ids, &files, now).await?;
    sqlx::query!(
        "DELETE FROM message_version v USING message g WHERE g.id = v.message_id AND g.author_id = $1",
        person.0
    )
    .execute(&mut **tx)
    .await?;
    // What nobody has let through, nobody but its author knows.
    sqlx::query!("DELETE FROM message WHERE author_id = $1 AND state IN ('waiting', 'refused')", person.0)
        .execute(&mut **tx)
        .await?;
    for room in forget_author(tx, person).await? {
        let position = super::rooms::next_position(tx, room).await?;
        sqlx::query!(
            "UPDATE message SET author_id = NULL, change = $3 WHERE room_id = $1 AND author_id = $2",
            room.0,
            person.0,
            position,
        )
        .execute(&mut **tx)
        .await?;
        live::room_changed(tx, room.0, position).await?;
    }
    detach(tx, person).await
}

/// The rooms somebody wrote in, locked in order.
async fn forget_author(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Vec<ChatRoomId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: ChatRoomId" FROM chat_room
           WHERE id IN (SELECT room_id FROM message WHERE author_id = $1) ORDER BY id FOR UPDATE"#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Leaves the private rooms: the other reads them until they end, and is told.
async fn leave_private_rooms(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let rooms = sqlx::query!(
        r#"SELECT id AS "room: ChatRoomId", title AS "title!", ends_at AS "ends_at!",
                  coalesce(nullif(person_id, $1), nullif(recruiter_person_id, $1)) AS "other: PersonId",
                  (closed_at IS NULL AND erasure_asked_at IS NULL) AS "is_open!"
           FROM chat_room WHERE person_id = $1 OR recruiter_person_id = $1 ORDER BY id FOR UPDATE"#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rooms {
        sqlx::query!(
            "UPDATE chat_room
             SET person_id = nullif(person_id, $2), recruiter_person_id = nullif(recruiter_person_id, $2),
                 paused_at = CASE WHEN $3 THEN coalesce(paused_at, $4) ELSE paused_at END
             WHERE id = $1",
            row.room.0,
            person.0,
            row.is_open,
            now,
        )
        .execute(&mut **tx)
        .await?;
        let Some(other) = row.other.filter(|_| row.is_open) else { continue };
        let facts = json!({ "room": row.room, "title": row.title, "why": "left", "deleted_at": row.ends_at });
        private::tell_both(tx, ids, (row.room, &[other]), (NoticeKind::RoomPaused, facts), now).await?;
    }
    Ok(())
}

/// What else names the person.
async fn detach(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    for statement in [
        sqlx::query!("DELETE FROM room_member WHERE person_id = $1", person.0),
        sqlx::query!("DELETE FROM message_mention WHERE person_id = $1", person.0),
        sqlx::query!("DELETE FROM blocked_person WHERE person_id = $1 OR blocked_id = $1", person.0),
        sqlx::query!("DELETE FROM room_receipt WHERE person_id = $1", person.0),
        sqlx::query!("UPDATE message SET ended_by = NULL WHERE ended_by = $1", person.0),
        sqlx::query!("UPDATE room_report SET decided_by = NULL WHERE decided_by = $1", person.0),
        sqlx::query!("UPDATE room_report SET reporter_id = NULL WHERE reporter_id = $1", person.0),
    ] {
        statement.execute(&mut **tx).await?;
    }
    live::changed(tx, &[person], Topic::Rooms).await
}
