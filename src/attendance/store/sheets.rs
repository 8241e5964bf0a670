//! What is known of a sheet beside marks and signatures.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{EnrolmentId, FileId, OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;

/// A sheet; every slot has one, written or not.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Raised by every write; 0 before the first.
    pub version: i32,
    /// What was taught.
    pub taught: String,
    /// Until when signatures are taken although the window is over.
    pub reopened_until: Option<DateTime<Utc>>,
    /// Why.
    pub reopened_reason: Option<String>,
    /// The scanned paper sheet.
    pub paper_file: Option<FileId>,
    /// Of its bytes.
    pub paper_sha256: Option<String>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// The sheets of a session that were written, by slot.
pub async fn of_session(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    only: Option<SlotId>,
) -> sqlx::Result<Vec<(SlotId, Sheet)>> {
    let rows = sqlx::query!(
        r#"SELECT slot_id AS "slot: SlotId", version, taught, reopened_until, reopened_reason,
                  paper_file_id AS "paper_file: FileId", paper_sha256, closed_at
           FROM attendance_sheet WHERE session_id = $1 AND ($2::uuid IS NULL OR slot_id = $2)"#,
        session.0,
        only.map(|slot| slot.0),
    )
    .fetch_all(db)
    .await?;
    let sheets = rows.into_iter().map(|row| {
        let sheet = Sheet {
            version: row.version,
            taught: row.taught,
            reopened_until: row.reopened_until,
            reopened_reason: row.reopened_reason,
            paper_file: row.paper_file,
            paper_sha256: row.paper_sha256,
            closed_at: row.closed_at,
        };
        (row.slot, sheet)
    });
    Ok(sheets.collect())
}

/// The sheet of one slot.
pub async fn find(db: impl PgExecutor<'_>, session: TrainingSessionId, slot: SlotId) -> sqlx::Result<Sheet> {
    Ok(of_session(db, session, Some(slot)).await?.pop().map(|(_, sheet)| sheet).unwrap_or_default())
}

/// Raises the version of a sheet, which is written if it was not, and gives it.
pub async fn touch(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    slot: SlotId,
    now: DateTime<Utc>,
) -> sqlx::Result<i32> {
    sqlx::query_scalar!(
        "INSERT INTO attendance_sheet (slot_id, session_id, version, updated_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT ON CONSTRAINT attendance_sheet_pkey
         DO UPDATE SET version = attendance_sheet.version + 1, updated_at = excluded.updated_at
         RETURNING version",
        slot.0,
        session.0,
        now,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Notes what was taught.
pub async fn set_taught(tx: &mut Tx<'_>, slot: SlotId, taught: &str) -> sqlx::Result<()> {
    sqlx::query!("UPDATE attendance_sheet SET taught = $2 WHERE slot_id = $1", slot.0, taught)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Takes signatures until then, although the window is over.
pub async fn reopen(
    tx: &mut Tx<'_>,
    slot: SlotId,
    (until, reason): (DateTime<Utc>, &str),
    by: PersonId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE attendance_sheet SET reopened_until = $2, reopened_reason = $3, reopened_by = $4 WHERE slot_id = $1",
        slot.0,
        until,
        reason,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps the scan of a paper sheet, or none.
pub async fn set_paper(tx: &mut Tx<'_>, slot: SlotId, paper: Option<(FileId, &str)>) -> sqlx::Result<()> {
    let (file, sha256) = paper.map_or((None, None), |(file, sha256)| (Some(file.0), Some(sha256)));
    sqlx::query!(
        "UPDATE attendance_sheet SET paper_file_id = $2, paper_sha256 = $3 WHERE slot_id = $1",
        slot.0,
        file,
        sha256,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that a sheet is closed.
pub async fn close(tx: &mut Tx<'_>, slot: SlotId, by: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE attendance_sheet SET closed_at = $2, closed_by = $3 WHERE slot_id = $1",
        slot.0,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// First and last name of an account, as it is written on sheets.
pub async fn name_of(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<String> {
    sqlx::query_scalar!(
        r#"SELECT first_name || ' ' || last_name AS "name!" FROM person WHERE id = $1"#,
        person.0
    )
    .fetch_one(db)
    .await
}

/// Where a slot is, and the enrolment through which a trainee is concerned by it.
pub struct Home {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The session.
    pub session: TrainingSessionId,
    /// Their enrolment.
    pub enrolment: EnrolmentId,
}

/// The home of a slot for somebody who takes part; nothing for everybody else.
pub async fn home_of(db: impl PgExecutor<'_>, slot: SlotId, person: PersonId) -> sqlx::Result<Option<Home>> {
    sqlx::query_as!(
        Home,
        r#"SELECT t.organisation_id AS "organisation: OrganisationId", t.id AS "session: TrainingSessionId",
                  e.id AS "enrolment: EnrolmentId"
           FROM session_slot s
           JOIN training_session t ON t.id = s.session_id
           JOIN enrolment e ON e.session_id = t.id AND e.person_id = $2
                AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
           WHERE s.id = $1 AND t.status <> 'draft'"#,
        slot.0,
        person.0,
    )
    .fetch_optional(db)
    .await
}
