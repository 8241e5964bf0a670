//! What was asked for, how far it is, and what became of it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::{FileId, PersonId};
use crate::passport::model::export::{Audience, Choice};
use crate::passport::store::declared::stored;
use crate::passport::store::validations::skill;
use crate::platform::db::Tx;

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportFormat)]
pub enum Format {
    /// To be read and printed, with the signed JSON attached.
    Pdf,
    /// Complete and signed.
    Json,
    /// Both, with the files of proofs and a signed manifest.
    Zip,
}

impl Format {
    /// The name that is stored and shown to programs; the end of the file's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Zip => "zip",
        }
    }

    /// What its bytes are.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
            Self::Zip => "application/zip",
        }
    }
}

/// Where an export stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportExportStatus)]
pub enum ExportStatus {
    /// Nobody works on it yet.
    Waiting,
    /// It is being written.
    Running,
    /// Its file can be fetched.
    Ready,
    /// It could not be written.
    Failed,
    /// Its file is gone: ask for another.
    Erased,
}

impl ExportStatus {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Erased => "erased",
        }
    }
}

/// What an export is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportExportStep)]
pub enum Step {
    /// Nothing yet.
    Waiting,
    /// The passport is read.
    Gathering,
    /// The PDF is drawn.
    Drawing,
    /// Proofs are packed.
    Packing,
    /// The file is put away.
    Keeping,
    /// All of it.
    Done,
}

impl Step {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Gathering => "gathering",
            Self::Drawing => "drawing",
            Self::Packing => "packing",
            Self::Keeping => "keeping",
            Self::Done => "done",
        }
    }
}

/// An export.
#[derive(Clone, Debug)]
pub struct Export {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub person: PersonId,
    /// In which form.
    pub format: Format,
    /// What was chosen.
    pub choice: Choice,
    /// Where it stands.
    pub status: ExportStatus,
    /// What it is at.
    pub step: Step,
    /// How far it is.
    pub percent: i16,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// When it was ready.
    pub ready_at: Option<DateTime<Utc>>,
    /// When its file goes.
    pub erase_at: Option<DateTime<Utc>>,
    /// The number of what was issued.
    pub number: Option<String>,
    /// Its file.
    pub file: Option<FileId>,
    /// Its length.
    pub bytes: Option<i64>,
    /// Why it could not be written.
    pub failure: Option<String>,
}

struct Row {
    id: Uuid,
    person: PersonId,
    format: Format,
    skill_codes: Vec<i32>,
    from_day: Option<NaiveDate>,
    to_day: Option<NaiveDate>,
    with_proofs: bool,
    with_contact: bool,
    audience: Audience,
    status: ExportStatus,
    step: Step,
    percent: i16,
    requested_at: DateTime<Utc>,
    ready_at: Option<DateTime<Utc>>,
    erase_at: Option<DateTime<Utc>>,
    number: Option<String>,
    file: Option<FileId>,
    bytes: Option<i64>,
    failure: Option<String>,
}

impl From<Row> for Export {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: row.person,
            format: row.format,
            choice: Choice {
                skills: row.skill_codes.into_iter().map(skill).collect(),
                from: row.from_day,
                to: row.to_day,
                with_proofs: row.with_proofs,
                with_contact: row.with_contact,
                audience: row.audience,
            },
            status: row.status,
            step: row.step,
            percent: row.percent,
            requested_at: row.requested_at,
            ready_at: row.ready_at,
            erase_at: row.erase_at,
            number: row.number,
            file: row.file,
            bytes: row.bytes,
            failure: row.failure,
        }
    }
}

/// The chosen skills as they are stored.
pub fn codes(choice: &Choice) -> Vec<i32> {
    choice.skills.iter().copied().map(stored).collect()
}

/// Which exports: every condition given must hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Of this person.
    pub person: Option<PersonId>,
    /// This one.
    pub id: Option<Uuid>,
    /// Before this one, newest first.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

/// The exports that a filter lets through, newest first.
pub async fn list(db: impl PgExecutor<'_>, filter: Filter, rows: i64) -> sqlx::Result<Vec<Export>> {
    let (at, id) = filter.before.unzip();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, person_id AS "person: PersonId", format AS "format: Format", skill_codes, from_day, to_day, with_proofs,
                  with_contact, audience AS "audience: Audience", status AS "status: ExportStatus", step AS "step: Step",
                  percent, requested_at, ready_at, erase_at, number, file_id AS "file: FileId", bytes, failure
           FROM passport_export
           WHERE ($1::uuid IS NULL OR person_id = $1) AND ($2::uuid IS NULL OR id = $2)
             AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL)
             AND ($3::timestamptz IS NULL OR (requested_at, id) < ($3, $4))
           ORDER BY requested_at DESC, id DESC LIMIT $5"#,
        filter.person.map(|person| person.0),
        filter.id,
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Export::from).collect())
}

/// One export of a person.
pub async fn find(db: impl PgExecutor<'_>, person: PersonId, id: Uuid) -> sqlx::Result<Option<Export>> {
    let filter = Filter { person: Some(person), id: Some(id), before: None };
    Ok(list(db, filter, 1).await?.pop())
}

/// How many exports of a person wait or run, and how many they asked for since then; the person stays locked, so that two
/// requests at once count one another.
pub async fn counts(tx: &mut Tx<'_>, person: PersonId, since: DateTime<Utc>) -> sqlx::Result<(i64, i64)> {
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_one(&mut **tx)
        .await?;
    let row = sqlx::query!(
        r#"SELECT count(*) FILTER (WHERE status IN ('waiting', 'running')) AS "underway!",
                  count(*) FILTER (WHERE requested_at > $2) AS "recent!"
           FROM passport_export WHERE person_id = $1"#,
        person.0,
        since,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok((row.underway, row.recent))
}

/// Writes a request.
pub async fn insert(
    tx: &mut Tx<'_>,
    (id, person): (Uuid, PersonId),
    format: Format,
    choice: &Choice,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO passport_export (id, person_id, format, skill_codes, from_day, to_day, with_proofs, with_contact,
                                      audience, requested_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        person.0,
        format.as_str(),
        &codes(choice),
        choice.from,
        choice.to,
        choice.with_proofs,
        choice.with_contact,
        choice.audience.as_str(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes how far it is; false when nobody waits for it any more.
pub async fn progress(db: impl PgExecutor<'_>, id: Uuid, step: Step, percent: i16) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE passport_export SET status = 'running', step = $2, percent = $3
         WHERE id = $1 AND status IN ('waiting', 'running')",
        id,
        step.as_str(),
        percent,
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was written.
pub struct Written<'a> {
    /// Its file.
    pub file: FileId,
    /// Its length.
    pub bytes: i64,
    /// The number of the document.
    pub number: &'a str,
    /// When it is ready.
    pub now: DateTime<Utc>,
    /// When the file goes.
    pub erase_at: DateTime<Utc>,
}

/// Notes that it is ready; false when nobody waits for it any more.
pub async fn ready(tx: &mut Tx<'_>, id: Uuid, written: &Written<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE passport_export SET status = 'ready', step = 'done', percent = 100, ready_at = $2, erase_at = $3, number = $4,
                                    file_id = $5, bytes = $6
         WHERE id = $1 AND status IN ('waiting', 'running')",
        id,
        written.now,
        written.erase_at,
        written.number,
        written.file.0,
        written.bytes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that it cannot be written; false when it ended otherwise before.
pub async fn fail(tx: &mut Tx<'_>, id: Uuid, failure: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE passport_export SET status = 'failed', failure = $2 WHERE id = $1 AND status IN ('waiting', 'running')",
        id,
        failure,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the file of an export away; the row stays.
pub async fn erase(tx: &mut Tx<'_>, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE passport_export SET status = 'erased', file_id = NULL WHERE id = $1 AND status = 'ready'",
        id,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Exports whose file is to go, locked until the transaction ends: the export, and its file.
pub async fn due(tx: &mut Tx<'_>, now: DateTime<Utc>, limit: i64) -> sqlx::Result<Vec<(Uuid, FileId)>> {
    let rows = sqlx::query!(
        r#"SELECT id, file_id AS "file!: FileId" FROM passport_export
           WHERE status = 'ready' AND erase_at <= $1 ORDER BY erase_at LIMIT $2 FOR UPDATE SKIP LOCKED"#,
        now,
        limit,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.file)).collect())
}

/// Locks one export of a person until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId, id: Uuid) -> sqlx::Result<Option<Export>> {
    sqlx::query!("SELECT id FROM passport_export WHERE id = $1 AND person_id = $2 FOR UPDATE", id, person.0)
        .fetch_optional(&mut **tx)
        .await?;
    find(&mut **tx, person, id).await
}

/// Forgets a request that has no file.
pub async fn delete(tx: &mut Tx<'_>, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM passport_export WHERE id = $1", id).execute(&mut **tx).await?;
    Ok(())
}

/// Ends what nobody has finished since then: a worker that was killed at its last attempt says nothing. Gives their ids.
pub async fn abandon(tx: &mut Tx<'_>, before: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "UPDATE passport_export SET status = 'failed', failure = 'unavailable'
         WHERE status IN ('waiting', 'running') AND requested_at < $1
         RETURNING id",
        before,
    )
    .fetch_all(&mut **tx)
    .await
}
