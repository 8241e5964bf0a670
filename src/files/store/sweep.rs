//! Files as jobs see them: what the antivirus says, what nobody needs any more, what the store has.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::events::Event;
use crate::files::jobs::{RemoveFile, ScanFile};
use crate::files::model::{Owner, Scan};
use crate::files::store::uploads::record;
use crate::ids::{FileId, OrganisationId, PersonId};
use crate::platform::db::Tx;
use crate::platform::db::audit::Entry;
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::platform::storage::ObjectKey;

/// What is to be looked into.
pub struct ToScan {
    /// Where it is.
    pub object_key: String,
    /// What was said of it before.
    pub scan: Scan,
}

/// A file that is still wanted.
pub async fn to_scan(pool: &PgPool, file: FileId) -> sqlx::Result<Option<ToScan>> {
    sqlx::query_as!(
        ToScan,
        r#"SELECT object_key, scan AS "scan: Scan" FROM file WHERE id = $1 AND released_at IS NULL AND lost_at IS NULL"#,
        file.0,
    )
    .fetch_optional(pool)
    .await
}

/// Writes down what the antivirus said, or that it said nothing (`Pending`, `Unchecked`).
pub async fn set_scan(pool: &PgPool, file: FileId, scan: Scan, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE file SET scan = $2, scanned_at = $3 WHERE id = $1 AND scan IN ('pending', 'unchecked')",
        file.0,
        scan.as_str(),
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Writes down that something was found.
pub async fn set_infected(state: &AppState, file: FileId, signature: &str) -> sqlx::Result<()> {
    let mut tx = state.pool.begin().await?;
    let now = state.clock.now();
    let found = sqlx::query!(
        r#"UPDATE file SET scan = 'infected', signature = $2, scanned_at = $3
           WHERE id = $1 AND scan <> 'infected'
           RETURNING organisation_id AS "organisation: OrganisationId", person_id AS "person: PersonId""#,
        file.0,
        signature,
        now,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(owner) = found.and_then(|row| owner_of(row.organisation, row.person)) {
        let entry = Entry::new(Event::FileInfected, now, "file", file.0).because(signature);
        record(&mut tx, state, owner, entry).await?;
    }
    tx.commit().await
}

fn owner_of(organisation: Option<OrganisationId>, person: Option<PersonId>) -> Option<Owner> {
    organisation.map(Owner::Organisation).or(person.map(Owner::Person))
}

/// Has files looked into that were not, or not with an answer, since then; tells how many.
pub async fn rescan(state: &AppState, before: DateTime<Utc>, limit: i64) -> sqlx::Result<usize> {
    let mut tx = state.pool.begin().await?;
    let files = sqlx::query_scalar!(
        r#"SELECT id AS "id: FileId" FROM file
           WHERE scan IN ('pending', 'unchecked') AND released_at IS NULL AND lost_at IS NULL
             AND created_at < $1 AND (scanned_at IS NULL OR scanned_at < $1)
           ORDER BY scanned_at NULLS FIRST
           LIMIT $2"#,
        before,
        limit,
    )
    .fetch_all(&mut *tx)
    .await?;
    for file in &files {
        jobs::enqueue(&mut tx, state, &ScanFile { file: *file }).await?;
    }
    tx.commit().await?;
    Ok(files.len())
}

/// Where there is no antivirus, nothing waits for it.
pub async fn await_no_scan(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done =
        sqlx::query!("UPDATE file SET scan = 'unchecked', scanned_at = $1 WHERE scan = 'pending'", now)
            .execute(pool)
            .await?;
    Ok(done.rows_affected())
}

/// Gives up files that nothing has used since then; tells how many.
pub async fn expire(state: &AppState, before: DateTime<Utc>, limit: i64) -> sqlx::Result<usize> {
    let mut tx = state.pool.begin().await?;
    let now = state.clock.now();
    let expired = sqlx::query!(
        r#"UPDATE file SET released_at = $2
           WHERE id IN (SELECT id FROM file
                        WHERE claimed_at IS NULL AND released_at IS NULL AND created_at < $1
                        ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED)
           RETURNING id AS "id: FileId", organisation_id AS "organisation: OrganisationId",
                     person_id AS "person: PersonId""#,
        before,
        now,
        limit,
    )
    .fetch_all(&mut *tx)
    .await?;
    for file in &expired {
        if let Some(owner) = owner_of(file.organisation, file.person) {
            record(&mut tx, state, owner, Entry::new(Event::FileExpired, now, "file", file.id.0)).await?;
        }
        jobs::enqueue(&mut tx, state, &RemoveFile { file: file.id }).await?;
    }
    tx.commit().await?;
    Ok(expired.len())
}

/// Has files removed that were given up before then and are still there; tells how many.
pub async fn remove_again(state: &AppState, before: DateTime<Utc>, limit: i64) -> sqlx::Result<usize> {
    let mut tx = state.pool.begin().await?;
    let left = sqlx::query_scalar!(
        r#"SELECT id AS "id: FileId" FROM file WHERE released_at < $1 ORDER BY released_at LIMIT $2"#,
        before,
        limit,
    )
    .fetch_all(&mut *tx)
    .await?;
    for file in &left {
        jobs::enqueue(&mut tx, state, &RemoveFile { file: *file }).await?;
    }
    tx.commit().await?;
    Ok(left.len())
}

/// Deletes the row of a file that was given up; its object's key, to be removed before the commit.
pub async fn delete(tx: &mut Tx<'_>, file: FileId) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "DELETE FROM file WHERE id = $1 AND released_at IS NOT NULL RETURNING object_key",
        file.0
    )
    .fetch_optional(&mut **tx)
    .await
}

/// A file whose object the store should have, unless it is one of those that may lack it.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The file.
    pub id: FileId,
    /// Where its object is.
    pub object_key: String,
    /// How long that is.
    pub bytes: i64,
    /// Whether it must be there: not new, not given up, not infected.
    pub is_due: bool,
    /// Whether it was missing before.
    pub is_lost: bool,
}

/// The files whose keys begin with this byte.
pub async fn expected(pool: &PgPool, first: u8, before: DateTime<Utc>) -> sqlx::Result<Vec<Expected>> {
    let from = format!("{first:02x}");
    let upto = first.checked_add(1).map_or_else(|| "g".to_owned(), |next| format!("{next:02x}"));
    sqlx::query_as!(
        Expected,
        r#"SELECT id AS "id: FileId", object_key, bytes,
                  (created_at < $3 AND released_at IS NULL AND scan <> 'infected') AS "is_due!",
                  lost_at IS NOT NULL AS "is_lost!"
           FROM file
           WHERE object_key >= $1 AND object_key < $2
           ORDER BY object_key"#,
        from,
        upto,
        before,
    )
    .fetch_all(pool)
    .await
}

/// Writes down that the store lost an object, or has it again.
pub async fn set_lost(pool: &PgPool, file: FileId, since: Option<DateTime<Utc>>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE file SET lost_at = $2 WHERE id = $1", file.0, since).execute(pool).await?;
    Ok(())
}

/// Reads a key back.
pub fn key(text: &str) -> anyhow::Result<ObjectKey> {
    ObjectKey::parse(text).ok_or_else(|| anyhow::anyhow!("a row of file has no object key"))
}
