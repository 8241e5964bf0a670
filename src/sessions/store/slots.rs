//! Slots as they are written, and as pages show them.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{PersonId, SessionCourseId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};
use crate::sessions::model::slot::{SlotContent, SlotSubject, Times};
use crate::sessions::model::{SheetState, SlotKind};
use crate::trainings::Modality;

/// A slot, as it was written.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// What is done in it.
    pub kind: SlotKind,
    /// The course of the session's list.
    pub course: Option<SessionCourseId>,
    /// Title of the course.
    pub course_title: Option<String>,
    /// How the course is held.
    pub modality: Option<Modality>,
    /// What is done, beside or instead of the course; may be empty.
    pub title: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Its own place; empty: that of the session.
    pub place: String,
    /// Its own address at a distance.
    pub remote_url: Option<String>,
    /// Why it stands although something is taken.
    pub override_reason: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Why.
    pub cancel_reason: Option<String>,
    /// Whether a mark or a signature was taken.
    pub has_attendance: bool,
    /// State of its sheet.
    pub sheet_state: SheetState,
    /// Raised by every write.
    pub version: i32,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
}

impl Slot {
    /// Whether its times stand: attendance was taken, or its sheet is sealed, be it without anybody on it.
    pub fn is_attended(&self) -> bool {
        self.has_attendance || self.sheet_state != SheetState::Open
    }
}

/// The slots of a session by time, cancelled ones included; or one of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    only: Option<SlotId>,
) -> sqlx::Result<Vec<Slot>> {
    sqlx::query_as!(
        Slot,
        r#"SELECT s.id AS "id: SlotId", s.kind AS "kind: SlotKind", s.session_course_id AS "course: SessionCourseId",
                  c.title AS "course_title?", c.modality AS "modality?: Modality", s.title, s.starts_at, s.ends_at, s.place,
                  s.remote_url, s.override_reason, s.cancelled_at, s.cancel_reason, s.has_attendance,
                  s.sheet_state AS "sheet_state: SheetState", s.version, s.updated_at
           FROM session_slot s LEFT JOIN session_course c ON c.id = s.session_course_id
           WHERE s.session_id = $1 AND ($2::uuid IS NULL OR s.id = $2)
           ORDER BY s.starts_at, s.id"#,
        session.0,
        only.map(|slot| slot.0),
    )
    .fetch_all(db)
    .await
}

/// Locks a slot of the session until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, session: TrainingSessionId, slot: SlotId) -> sqlx::Result<Option<Slot>> {
    sqlx::query!(
        "SELECT id FROM session_slot WHERE id = $1 AND session_id = $2 FOR UPDATE",
        slot.0,
        session.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(list(&mut **tx, session, Some(slot)).await?.pop())
}

/// How many slots a session has, cancelled ones included.
pub async fn count(db: impl PgExecutor<'_>, session: TrainingSessionId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM session_slot WHERE session_id = $1"#, session.0)
        .fetch_one(db)
        .await
}

/// Whether the session's list has this course.
pub async fn has_course(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    course: SessionCourseId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM session_course WHERE id = $1 AND session_id = $2) AS "exists!""#,
        course.0,
        session.0,
    )
    .fetch_one(db)
    .await
}

/// Writes a new slot. The same one twice is refused.
pub async fn insert(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: SlotId,
    content: &SlotContent,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO session_slot (id, session_id, kind, session_course_id, title, starts_at, ends_at, place, remote_url,
             override_reason, version, created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11, $12)",
        id.0,
        session.0,
        content.kind.as_str(),
        content.course.map(|course| course.0),
        content.title,
        content.times.starts_at,
        content.times.ends_at,
        content.place,
        content.remote_url,
        content.override_reason,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("session_slot_twice_key", Code::SlotTwice)?;
    Ok(())
}

/// Writes a slot anew, and raises its version and sequence.
pub async fn update(
    tx: &mut Tx<'_>,
    id: SlotId,
    content: &SlotContent,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE session_slot
         SET kind = $2, session_course_id = $3, title = $4, starts_at = $5, ends_at = $6, place = $7, remote_url = $8,
             override_reason = $9, version = version + 1, sequence = sequence + 1, updated_at = $10, updated_by = $11
         WHERE id = $1",
        id.0,
        content.kind.as_str(),
        content.course.map(|course| course.0),
        content.title,
        content.times.starts_at,
        content.times.ends_at,
        content.place,
        content.remote_url,
        content.override_reason,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("session_slot_twice_key", Code::SlotTwice)?;
    Ok(())
}

/// Raises the version and sequence of a slot: who trains at it changed.
pub async fn touch(
    tx: &mut Tx<'_>,
    id: SlotId,
    override_reason: Option<&str>,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_slot
         SET version = version + 1, sequence = sequence + 1, override_reason = coalesce($4, override_reason),
             updated_at = $2, updated_by = $3
         WHERE id = $1",
        id.0,
        now,
        by.0,
        override_reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Raises the sequence of every slot of a session that is to come: calendars learn that something about it changed.
/// `inherited`: only of those that take their place or address from the session.
pub async fn renew_all(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    inherited: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<SlotId>> {
    sqlx::query_scalar!(
        r#"UPDATE session_slot SET sequence = sequence + 1, updated_at = $3
           WHERE session_id = $1 AND cancelled_at IS NULL AND ends_at > $3
             AND (NOT $2 OR place = '' OR remote_url IS NULL)
           RETURNING id AS "id: SlotId""#,
        session.0,
        inherited,
        now,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Cancels a slot. It stays, so that calendars learn of it.
pub async fn cancel(
    tx: &mut Tx<'_>,
    id: SlotId,
    reason: &str,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_slot
         SET cancelled_at = $3, cancel_reason = $2, version = version + 1, sequence = sequence + 1, updated_at = $3,
             updated_by = $4
         WHERE id = $1",
        id.0,
        reason,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Cancels the slots of a session that do not take place any more: those to come, and where it never ran, those nobody attended.
pub async fn cancel_rest(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    (has_run, reason): (bool, &str),
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_slot
         SET cancelled_at = $4, cancel_reason = $3, version = version + 1, sequence = sequence + 1, updated_at = $4,
             updated_by = $5
         WHERE session_id = $1 AND cancelled_at IS NULL AND NOT has_attendance AND sheet_state = 'open'
           AND (starts_at > $4 OR NOT $2)",
        session.0,
        has_run,
        reason,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a slot of a draft.
pub async fn delete(tx: &mut Tx<'_>, id: SlotId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM session_slot WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Times that were put right.
pub struct Rectification {
    /// What they were.
    pub old: Times,
    /// What they are.
    pub new: Times,
    /// Why.
    pub reason: String,
    /// Who did it; nobody once the account is gone.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Puts the times of a slot right; what they were is kept.
pub async fn rectify(
    tx: &mut Tx<'_>,
    ids: &crate::ids::Ids,
    slot: &Slot,
    (new, reason): (Times, &str),
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO slot_rectification (id, slot_id, old_starts_at, old_ends_at, new_starts_at, new_ends_at, reason,
             rectified_by, rectified_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        ids.ordered::<uuid::Uuid>(),
        slot.id.0,
        slot.starts_at,
        slot.ends_at,
        new.starts_at,
        new.ends_at,
        reason,
        by.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE session_slot
         SET starts_at = $2, ends_at = $3, version = version + 1, sequence = sequence + 1, updated_at = $4, updated_by = $5
         WHERE id = $1",
        slot.id.0,
        new.starts_at,
        new.ends_at,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("session_slot_twice_key", Code::SlotTwice)?;
    Ok(())
}

/// Says of a slot what it was about, and where.
pub async fn reword(
    tx: &mut Tx<'_>,
    id: SlotId,
    subject: &SlotSubject,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_slot
         SET session_course_id = $2, title = $3, place = $4, version = version + 1, sequence = sequence + 1,
             updated_at = $5, updated_by = $6
         WHERE id = $1",
        id.0,
        subject.course.map(|course| course.0),
        subject.title,
        subject.place,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether the sheet of a slot of the session is sealed.
pub async fn any_sealed(db: impl PgExecutor<'_>, session: TrainingSessionId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM session_slot WHERE session_id = $1 AND sheet_state <> 'open') AS "any!""#,
        session.0,
    )
    .fetch_one(db)
    .await
}

/// The slots whose sheets were sealed with the place of the session, by time.
pub async fn sealed_in_its_place(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<SlotId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: SlotId" FROM session_slot
           WHERE session_id = $1 AND sheet_state <> 'open' AND place = '' ORDER BY starts_at, id"#,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// Slots whose sheets are sealed took place where the session was to be: this becomes their own place.
pub async fn keep_sealed_places(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    place: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_slot SET place = $2 WHERE session_id = $1 AND sheet_state <> 'open' AND place = ''",
        session.0,
        place,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The rectifications of a slot, in order.
pub async fn rectifications(db: impl PgExecutor<'_>, slot: SlotId) -> sqlx::Result<Vec<Rectification>> {
    let rows = sqlx::query!(
        r#"SELECT r.old_starts_at, r.old_ends_at, r.new_starts_at, r.new_ends_at, r.reason, r.rectified_at,
                  p.first_name || ' ' || p.last_name AS by
           FROM slot_rectification r LEFT JOIN person p ON p.id = r.rectified_by
           WHERE r.slot_id = $1 ORDER BY r.id"#,
        slot.0,
    )
    .fetch_all(db)
    .await?;
    let rectification = rows.into_iter().map(|row| Rectification {
        old: Times { starts_at: row.old_starts_at, ends_at: row.old_ends_at },
        new: Times { starts_at: row.new_starts_at, ends_at: row.new_ends_at },
        reason: row.reason,
        by: row.by,
        at: row.rectified_at,
    });
    Ok(rectification.collect())
}
