//! Downloads of everything held about a person: asked for, put together, erased.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{FileId, PersonId};
use crate::platform::db::Tx;
use crate::privacy::model::export::{Status, Step};

/// A download.
#[derive(Clone, Debug)]
pub struct Export {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub person: PersonId,
    /// Where it stands.
    pub status: Status,
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
    /// Its file.
    pub file: Option<FileId>,
    /// Its length.
    pub bytes: Option<i64>,
    /// Why it could not be put together.
    pub failure: Option<String>,
}

/// Which downloads: every condition given must hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Of this person.
    pub person: Option<PersonId>,
    /// This one.
    pub id: Option<Uuid>,
    /// Before this one, newest first.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

/// The downloads that a filter lets through, newest first.
pub async fn list(db: impl PgExecutor<'_>, filter: Filter, rows: i64) -> sqlx::Result<Vec<Export>> {
    let (at, id) = filter.before.unzip();
    sqlx::query_as!(
        Export,
        r#"SELECT id, person_id AS "person: PersonId", status AS "status: Status", step AS "step: Step", percent,
                  requested_at, ready_at, erase_at, file_id AS "file: FileId", bytes, failure
           FROM data_export
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
    .await
}

/// One download of a person.
pub async fn find(db: impl PgExecutor<'_>, person: PersonId, id: Uuid) -> sqlx::Result<Option<Export>> {
    let filter = Filter { person: Some(person), id: Some(id), before: None };
    Ok(list(db, filter, 1).await?.pop())
}

/// Locks one download of a person until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId, id: Uuid) -> sqlx::Result<Option<Export>> {
    sqlx::query!("SELECT id FROM data_export WHERE id = $1 AND person_id = $2 FOR UPDATE", id, person.0)
        .fetch_optional(&mut **tx)
        .await?;
    find(&mut **tx, person, id).await
}

/// How many a person asked for since then.
pub async fn count_since(tx: &mut Tx<'_>, person: PersonId, since: DateTime<Utc>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM data_export WHERE person_id = $1 AND requested_at > $2"#,
        person.0,
        since,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Writes a request. `data_export_one_underway` refuses a second one under way.
pub async fn insert(tx: &mut Tx<'_>, id: Uuid, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO data_export (id, person_id, requested_at) VALUES ($1, $2, $3)",
        id,
        person.0,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes how far it is; false when nobody waits for it any more.
pub async fn progress(db: impl PgExecutor<'_>, id: Uuid, step: Step, percent: i16) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE data_export SET status = 'running', step = $2, percent = $3
         WHERE id = $1 AND status IN ('waiting', 'running')",
        id,
        step.as_str(),
        percent,
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that it is ready; false when nobody waits for it any more.
pub async fn ready(
    tx: &mut Tx<'_>,
    id: Uuid,
    (file, bytes): (FileId, i64),
    (now, erase_at): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE data_export SET status = 'ready', step = 'done', percent = 100, ready_at = $4, erase_at = $5, file_id = $2,
                                bytes = $3
         WHERE id = $1 AND status IN ('waiting', 'running')",
        id,
        file.0,
        bytes,
        now,
        erase_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that it cannot be put together; false when it ended otherwise before.
pub async fn fail(tx: &mut Tx<'_>, id: Uuid, failure: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE data_export SET status = 'failed', failure = $2 WHERE id = $1 AND status IN ('waiting', 'running')",
        id,
        failure,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the file away; the row stays.
pub async fn erase(tx: &mut Tx<'_>, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE data_export SET status = 'erased', file_id = NULL WHERE id = $1 AND status = 'ready'",
        id
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets a request that has no file.
pub async fn delete(tx: &mut Tx<'_>, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM data_export WHERE id = $1", id).execute(&mut **tx).await?;
    Ok(())
}

/// Downloads whose file is to go, locked until the transaction ends: the download, and its file.
pub async fn due(tx: &mut Tx<'_>, now: DateTime<Utc>, limit: i64) -> sqlx::Result<Vec<(Uuid, FileId)>> {
    let rows = sqlx::query!(
        r#"SELECT id, file_id AS "file!: FileId" FROM data_export
           WHERE status = 'ready' AND erase_at <= $1 ORDER BY erase_at LIMIT $2 FOR UPDATE SKIP LOCKED"#,
        now,
        limit,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.file)).collect())
}

/// Ends what nobody has finished since then: a worker that was killed at its last attempt says nothing. Gives their ids.
pub async fn abandon(tx: &mut Tx<'_>, before: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "UPDATE data_export SET status = 'failed', failure = 'unavailable'
         WHERE status IN ('waiting', 'running') AND requested_at < $1
         RETURNING id",
        before,
    )
    .fetch_all(&mut **tx)
    .await
}
