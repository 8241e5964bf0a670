//! Reports, and what was decided on them.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::chat::model::report::{Decision, Reason, held_until};
use crate::ids::{ChatRoomId, MessageId, PersonId, ReportId};
use crate::platform::db::Tx;

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its id.
    pub id: ReportId,
    /// The room.
    pub room: ChatRoomId,
    /// Whether that is a private one.
    pub is_private: bool,
    /// The message.
    pub message: MessageId,
    /// Who reported it; none once their account is gone.
    pub reporter: Option<PersonId>,
    /// Who wrote it.
    pub author: Option<PersonId>,
    /// What is wrong with it.
    pub reason: Reason,
    /// More about it.
    pub comment: String,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// Why.
    pub note: Option<String>,
    /// By whom.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

/// A report to write.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Its id.
    pub id: ReportId,
    /// The room.
    pub room: ChatRoomId,
    /// The message.
    pub message: MessageId,
    /// Who reports it.
    pub reporter: PersonId,
    /// What is wrong with it.
    pub reason: Reason,
    /// More about it.
    pub comment: &'a str,
}

/// Writes a report; false when this person's report of this message waits already.
pub async fn insert(tx: &mut Tx<'_>, new: &New<'_>, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO room_report (id, room_id, message_id, reporter_id, reason, comment, reported_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (message_id, reporter_id) WHERE decision IS NULL DO NOTHING",
        new.id.0,
        new.room.0,
        new.message.0,
        new.reporter.0,
        new.reason.as_str(),
        new.comment,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Which reports.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// This one.
    pub id: Option<ReportId>,
    /// Of these rooms of sessions.
    pub rooms: &'a [Uuid],
    /// Beside them those of private rooms, for this person of the platform's staff: not of rooms of their own.
    pub private_for: Option<PersonId>,
    /// Waiting ones, or decided ones.
    pub is_open: Option<bool>,
    /// After this one, oldest first.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

/// The reports that a filter lets through, the oldest first.
pub async fn list(db: &mut PgConnection, filter: Filter<'_>, limit: i64) -> sqlx::Result<Vec<Report>> {
    let (at, id) = filter.after.unzip();
    sqlx::query_as!(
        Report,
        r#"SELECT r.id AS "id: ReportId", r.room_id AS "room: ChatRoomId", c.kind = 'private' AS "is_private!",
                  r.message_id AS "message: MessageId", r.reporter_id AS "reporter: PersonId",
                  g.author_id AS "author: PersonId", r.reason AS "reason: Reason", r.comment, r.reported_at,
                  r.decision AS "decision: Decision", r.note, r.decided_by AS "decided_by: PersonId", r.decided_at
           FROM room_report r
           JOIN chat_room c ON c.id = r.room_id
           JOIN message g ON g.id = r.message_id
           WHERE ($1::uuid IS NULL OR r.id = $1)
             AND ($1::uuid IS NOT NULL OR r.room_id = ANY($2)
                  OR ($3::uuid IS NOT NULL AND c.kind = 'private' AND c.person_id IS DISTINCT FROM $3
                      AND c.recruiter_person_id IS DISTINCT FROM $3))
             AND ($4::boolean IS NULL OR (r.decision IS NULL) = $4)
             AND ($5::timestamptz IS NULL OR (r.reported_at, r.id) > ($5, $6))
           ORDER BY r.reported_at, r.id LIMIT $7"#,
        filter.id.map(|id| id.0),
        filter.rooms,
        filter.private_for.map(|id| id.0),
        filter.is_open,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// A report.
pub async fn one(db: &mut PgConnection, id: ReportId) -> sqlx::Result<Option<Report>> {
    Ok(list(db, Filter { id: Some(id), ..Filter::default() }, 1).await?.pop())
}

/// The reports of a message that wait, the oldest first.
pub async fn waiting(tx: &mut Tx<'_>, message: MessageId) -> sqlx::Result<Vec<(ReportId, Option<PersonId>)>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: ReportId", reporter_id AS "reporter: PersonId" FROM room_report
           WHERE message_id = $1 AND decision IS NULL ORDER BY reported_at, id FOR UPDATE"#,
        message.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.reporter)).collect())
}

/// Writes a decision on every report of a message that waits.
pub async fn decide(
    tx: &mut Tx<'_>,
    message: MessageId,
    (decision, note): (Decision, &str),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE room_report SET decision = $2, note = nullif($3, ''), decided_by = $4, decided_at = $5
         WHERE message_id = $1 AND decision IS NULL",
        message.0,
        decision.as_str(),
        note,
        by.map(|id| id.0),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Says until when a private room is held: as long as a report of it waits, ninety days after the first of them at most.
pub async fn hold(tx: &mut Tx<'_>, room: ChatRoomId) -> sqlx::Result<()> {
    let first = sqlx::query_scalar!(
        "SELECT min(reported_at) FROM room_report WHERE room_id = $1 AND decision IS NULL",
        room.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE chat_room SET held_until = $2 WHERE id = $1 AND kind = 'private'",
        room.0,
        first.map(held_until),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A message whose reports have waited since before then; none when there is none.
pub async fn overdue(
    db: &mut PgConnection,
    before: DateTime<Utc>,
) -> sqlx::Result<Option<(ChatRoomId, MessageId)>> {
    let row = sqlx::query!(
        r#"SELECT room_id AS "room: ChatRoomId", message_id AS "message: MessageId" FROM room_report
           WHERE decision IS NULL GROUP BY room_id, message_id HAVING min(reported_at) <= $1
           ORDER BY min(reported_at) LIMIT 1"#,
        before,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.room, row.message)))
}
