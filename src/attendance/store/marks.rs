//! Marks: the newest of each half-day and person counts, the others are kept.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::attendance::model::{Mark, MarkStatus, Method, Part, Reason};
use crate::ids::{EnrolmentId, FileId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::Marked;

/// A mark that was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// Where.
    pub slot: SlotId,
    /// Morning or afternoon.
    pub part: Part,
    /// Of whom.
    pub enrolment: EnrolmentId,
    /// Its number, from 1.
    pub number: i32,
    /// What it says.
    pub mark: Mark,
    /// What proves the reason.
    pub proof_file: Option<FileId>,
    /// How it came to be.
    pub method: Method,
    /// By whom.
    pub by_name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The rectification that wrote it.
    pub link: Option<i32>,
}

struct Row {
    slot_id: SlotId,
    part: Part,
    enrolment_id: EnrolmentId,
    number: i32,
    status: MarkStatus,
    minutes_late: i32,
    justified: bool,
    reason: Option<Reason>,
    note: Option<String>,
    proof_file: Option<FileId>,
    entered_at: Option<DateTime<Utc>>,
    left_at: Option<DateTime<Utc>>,
    method: Method,
    marked_by_name: String,
    marked_at: DateTime<Utc>,
    link_number: Option<i32>,
}

impl From<Row> for Written {
    fn from(row: Row) -> Self {
        Self {
            slot: row.slot_id,
            part: row.part,
            enrolment: row.enrolment_id,
            number: row.number,
            mark: Mark {
                status: row.status,
                minutes_late: row.minutes_late,
                justified: row.justified,
                reason: row.reason,
                note: row.note,
                entered_at: row.entered_at,
                left_at: row.left_at,
            },
            proof_file: row.proof_file,
            method: row.method,
            by_name: row.marked_by_name,
            at: row.marked_at,
            link: row.link_number,
        }
    }
}

/// The newest marks of a slot.
pub async fn newest(db: impl PgExecutor<'_>, slot: SlotId) -> sqlx::Result<Vec<Written>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT DISTINCT ON (part, enrolment_id)
                  slot_id AS "slot_id: SlotId", part AS "part: Part", enrolment_id AS "enrolment_id: EnrolmentId", number,
                  status AS "status: MarkStatus", minutes_late, justified, reason_code AS "reason: Reason", note,
                  proof_file_id AS "proof_file: FileId", entered_at, left_at, method AS "method: Method",
                  marked_by_name, marked_at, link_number
           FROM attendance_mark WHERE slot_id = $1
           ORDER BY part, enrolment_id, number DESC"#,
        slot.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Written::from).collect())
}

/// The newest marks of a whole session, or of one enrolment in it.
pub async fn newest_of_session(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    enrolment: Option<EnrolmentId>,
) -> sqlx::Result<Vec<Written>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT DISTINCT ON (m.slot_id, m.part, m.enrolment_id)
                  m.slot_id AS "slot_id: SlotId", m.part AS "part: Part", m.enrolment_id AS "enrolment_id: EnrolmentId",
                  m.number, m.status AS "status: MarkStatus", m.minutes_late, m.justified,
                  m.reason_code AS "reason: Reason", m.note, m.proof_file_id AS "proof_file: FileId", m.entered_at,
                  m.left_at, m.method AS "method: Method", m.marked_by_name,
                  m.marked_at, m.link_number
           FROM attendance_mark m JOIN session_slot s ON s.id = m.slot_id
           WHERE s.session_id = $1 AND ($2::uuid IS NULL OR m.enrolment_id = $2)
           ORDER BY m.slot_id, m.part, m.enrolment_id, m.number DESC"#,
        session.0,
        enrolment.map(|id| id.0),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Written::from).collect())
}

/// The newest marks of somebody, those that say nothing left out.
pub async fn newest_of_person(db: impl PgExecutor<'_>, enrolment: EnrolmentId) -> sqlx::Result<Vec<Marked>> {
    sqlx::query_as!(
        Marked,
        r#"SELECT slot_id AS "slot!: SlotId", status IN ('present', 'late') AS "was_there!"
           FROM (SELECT DISTINCT ON (slot_id, part) slot_id, status FROM attendance_mark WHERE enrolment_id = $1
                 ORDER BY slot_id, part, number DESC) newest
           WHERE status <> 'unmarked'"#,
        enrolment.0,
    )
    .fetch_all(db)
    .await
}

/// Every mark of somebody in a slot, oldest first.
pub async fn history(
    db: impl PgExecutor<'_>,
    slot: SlotId,
    enrolment: EnrolmentId,
) -> sqlx::Result<Vec<Written>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT slot_id AS "slot_id: SlotId", part AS "part: Part", enrolment_id AS "enrolment_id: EnrolmentId", number,
                  status AS "status: MarkStatus", minutes_late, justified, reason_code AS "reason: Reason", note,
                  proof_file_id AS "proof_file: FileId", entered_at, left_at, method AS "method: Method",
                  marked_by_name, marked_at, link_number
           FROM attendance_mark WHERE slot_id = $1 AND enrolment_id = $2
           ORDER BY part, number"#,
        slot.0,
        enrolment.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Written::from).collect())
}

/// Which of these keys, drawn by devices, came before in a slot: the number of the mark of each.
pub async fn known_keys(
    db: impl PgExecutor<'_>,
    slot: SlotId,
    keys: &[String],
) -> sqlx::Result<HashMap<(Part, EnrolmentId, String), i32>> {
    let rows = sqlx::query!(
        r#"SELECT part AS "part: Part", enrolment_id AS "enrolment: EnrolmentId", client_key AS "key!", number
           FROM attendance_mark WHERE slot_id = $1 AND client_key = ANY($2)"#,
        slot.0,
        keys,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.part, row.enrolment, row.key), row.number)).collect())
}

/// A mark to be written.
pub struct NewMark {
    /// Morning or afternoon.
    pub part: Part,
    /// Of whom.
    pub enrolment: EnrolmentId,
    /// Its number.
    pub number: i32,
    /// What it says.
    pub mark: Mark,
    /// What proves the reason.
    pub proof_file: Option<FileId>,
    /// Drawn by the device.
    pub client_key: Option<String>,
}

/// Who writes marks, how and when.
pub struct Writer<'a> {
    /// The account; none where a personal link was used.
    pub by: Option<PersonId>,
    /// The name.
    pub name: &'a str,
    /// How.
    pub method: Method,
    /// When.
    pub at: DateTime<Utc>,
    /// The rectification they belong to.
    pub link: Option<i32>,
}

/// Writes marks, all in one statement. The slot is locked by whoever calls.
pub async fn insert(
    tx: &mut Tx<'_>,
    slot: SlotId,
    marks: &[NewMark],
    writer: &Writer<'_>,
) -> sqlx::Result<()> {
    if marks.is_empty() {
        return Ok(());
    }
    let texts = |form: fn(&NewMark) -> Option<&str>| -> Vec<Option<String>> {
        marks.iter().map(|mark| form(mark).map(str::to_owned)).collect()
    };
    let parts: Vec<String> = marks.iter().map(|mark| mark.part.as_str().to_owned()).collect();
    let enrolments: Vec<Uuid> = marks.iter().map(|mark| mark.enrolment.0).collect();
    let numbers: Vec<i32> = marks.iter().map(|mark| mark.number).collect();
    let statuses: Vec<String> = marks.iter().map(|mark| mark.mark.status.as_str().to_owned()).collect();
    let late: Vec<i32> = marks.iter().map(|mark| mark.mark.minutes_late).collect();
    let justified: Vec<bool> = marks.iter().map(|mark| mark.mark.justified).collect();
    let reasons = texts(|mark| mark.mark.reason.map(Reason::as_str));
    let notes = texts(|mark| mark.mark.note.as_deref());
    let proofs: Vec<Option<Uuid>> = marks.iter().map(|mark| mark.proof_file.map(|file| file.0)).collect();
    let entered: Vec<Option<DateTime<Utc>>> = marks.iter().map(|mark| mark.mark.entered_at).collect();
    let left: Vec<Option<DateTime<Utc>>> = marks.iter().map(|mark| mark.mark.left_at).collect();
    let keys = texts(|mark| mark.client_key.as_deref());
    sqlx::query!(
        "INSERT INTO attendance_mark (slot_id, part, enrolment_id, number, status, minutes_late, justified, reason_code,
                                      note, proof_file_id, entered_at, left_at, client_key, method, marked_by,
                                      marked_by_name, marked_at, link_number)
         SELECT $1, new.*, $14, $15, $16, $17, $18
         FROM UNNEST($2::text[], $3::uuid[], $4::integer[], $5::text[], $6::integer[], $7::boolean[], $8::text[],
                     $9::text[], $10::uuid[], $11::timestamptz[], $12::timestamptz[], $13::text[]) AS new",
        slot.0,
        &parts,
        &enrolments,
        &numbers,
        &statuses,
        &late,
        &justified,
        &reasons as &[Option<String>],
        &notes as &[Option<String>],
        &proofs as &[Option<Uuid>],
        &entered as &[Option<DateTime<Utc>>],
        &left as &[Option<DateTime<Utc>>],
        &keys as &[Option<String>],
        writer.method.as_str(),
        writer.by.map(|id| id.0),
        writer.name,
        writer.at,
        writer.link,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
