//! The dirty set, read and emptied.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use super::people::park;
use crate::profiles::{RawProfile, Whose, read_profiles};

/// Whether a round has something to do.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    /// The revocation epoch.
    pub epoch: i64,
    /// Whether the copy is listed.
    pub is_listed: bool,
    /// Whether a mark waits.
    pub is_marked: bool,
}

/// Looks, at the price of three index look-ups.
pub async fn probe(connection: &mut PgConnection, copy: Uuid) -> sqlx::Result<Probe> {
    sqlx::query_as!(
        Probe,
        r#"SELECT epoch,
                  EXISTS (SELECT FROM index_node WHERE id = $1) AS "is_listed!",
                  EXISTS (SELECT FROM search_dirty WHERE node_id = $1) AS "is_marked!"
           FROM search_epoch"#,
        copy
    )
    .fetch_one(connection)
    .await
}

/// One mark as it was read; a later change gives the profile another version.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The profile.
    pub profile_id: Uuid,
    /// The version.
    pub version: i64,
    /// Whether something was withdrawn.
    pub is_urgent: bool,
}

/// What one commit will hold.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The marks, withdrawals first.
    pub marks: Vec<Mark>,
    /// The marked people who may be found; those missing here leave the index.
    pub people: Vec<RawProfile>,
    /// The epoch of the snapshot all of this was read in.
    pub epoch: i64,
    /// Whether a withdrawal of this snapshot may be left out.
    pub withdrawals_left: bool,
}

/// Reads marks, rows and epoch in one snapshot.
pub async fn read_batch(
    connection: &mut PgConnection,
    copy: Uuid,
    limit: usize,
    today: NaiveDate,
) -> sqlx::Result<Batch> {
    let mut tx = connection.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let marks = sqlx::query_as!(
        Mark,
        "SELECT profile_id, version, is_urgent
         FROM search_dirty
         WHERE node_id = $1
         ORDER BY is_urgent DESC, version
         LIMIT $2",
        copy,
        limit as i64,
    )
    .fetch_all(&mut *tx)
    .await?;
    let epoch = sqlx::query_scalar!("SELECT epoch FROM search_epoch").fetch_one(&mut *tx).await?;
    let ids: Vec<Uuid> = marks.iter().map(|mark| mark.profile_id).collect();
    let people = read_profiles(&mut tx, &ids, Whose::Searchable, today).await?;
    tx.commit().await?;
    let withdrawals_left = marks.len() == limit && marks.last().is_some_and(|mark| mark.is_urgent);
    Ok(Batch { marks, people, epoch, withdrawals_left })
}

/// A profile that the index refused, and why.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The profile.
    pub profile_id: Uuid,
    /// Why.
    pub error: String,
}

/// Removes the marks that an index commit made good, unless their profiles changed again meanwhile; sets aside
/// what the index refused, and takes back what it now accepts.
pub async fn remove_marks(
    connection: &mut PgConnection,
    copy: Uuid,
    marks: &[Mark],
    refused: &[Refused],
    batch: u64,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (profiles, versions): (Vec<_>, Vec<_>) =
        marks.iter().map(|mark| (mark.profile_id, mark.version)).unzip();
    let mut tx = connection.begin().await?;
    // A locked mark is being renewed by a writer: it stays, and nobody waits.
    sqlx::query!(
        "WITH done AS (
             SELECT d.profile_id
             FROM search_dirty d
             JOIN unnest($2::uuid[], $3::bigint[]) AS m (profile_id, version) USING (profile_id, version)
             WHERE d.node_id = $1
             FOR UPDATE OF d SKIP LOCKED
         )
         DELETE FROM search_dirty d
         USING done
         WHERE d.node_id = $1 AND d.profile_id = done.profile_id",
        copy,
        &profiles,
        &versions,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("DELETE FROM search_parked WHERE profile_id = ANY($1)", &profiles).execute(&mut *tx).await?;
    for Refused { profile_id, error } in refused {
        park(&mut tx, *profile_id, error, now).await?;
    }
    let own = sqlx::query!(
        "UPDATE index_node SET applied_batch = $2, applied_at = $3, last_seen_at = $3
         WHERE id = $1 AND started_batch = $2",
        copy,
        batch.cast_signed(),
        now,
    )
    .execute(&mut *tx)
    .await?;
    // Another number was given out meanwhile: another process writes, and the marks are its own.
    if own.rows_affected() == 0 {
        return Err(sqlx::Error::RowNotFound);
    }
    tx.commit().await
}

/// Which of these profiles wait to be indexed again by this copy.
pub async fn is_pending(
    connection: &mut PgConnection,
    copy: Uuid,
    profiles: &[Uuid],
) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "SELECT profile_id FROM search_dirty WHERE node_id = $1 AND profile_id = ANY($2)",
        copy,
        profiles
    )
    .fetch_all(connection)
    .await
}

/// Which of these profiles are set aside.
pub async fn parked(connection: &mut PgConnection, profiles: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!("SELECT profile_id FROM search_parked WHERE profile_id = ANY($1)", profiles)
        .fetch_all(connection)
        .await
}
