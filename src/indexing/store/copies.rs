//! The register of index copies.

use chrono::{DateTime, Utc};
use sqlx::{Connection, PgConnection, PgExecutor};
use uuid::Uuid;

use crate::indexing::model::{Database, Registration};

/// Which database this is.
pub async fn database(connection: &mut PgConnection) -> sqlx::Result<Database> {
    let row = sqlx::query!(
        r#"SELECT system_identifier AS "system_identifier!",
                  (SELECT oid FROM pg_database WHERE datname = current_database()) AS "oid!"
           FROM pg_control_system()"#
    )
    .fetch_one(connection)
    .await?;
    Ok(Database { system_identifier: row.system_identifier.cast_unsigned(), oid: row.oid.0 })
}

/// Waits until no transaction that marked is open, and holds up those that would. Whoever wants to mark waits behind this
/// one, so it gives up soon when a transaction stays open; the keeper comes back.
async fn lock_out_markers(tx: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("SET LOCAL lock_timeout = '1s'").execute(&mut *tx).await?;
    sqlx::query!("SELECT pg_advisory_xact_lock(4242, 1)").execute(&mut *tx).await?;
    Ok(())
}

/// Whether a statement gave up waiting for a lock.
pub fn is_locked_out(failure: &sqlx::Error) -> bool {
    matches!(failure, sqlx::Error::Database(failure) if failure.code().as_deref() == Some("55P03"))
}

/// Lists a new copy and tells the epoch it starts from. From then on every change leaves a mark for it.
pub async fn register(
    connection: &mut PgConnection,
    id: Uuid,
    home: Uuid,
    generation: u64,
    catalog_revision: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<i64> {
    let mut tx = connection.begin().await?;
    // Waits for every writer that looked at the register before this copy was in it.
    lock_out_markers(&mut tx).await?;
    sqlx::query!(
        "DELETE FROM index_node WHERE home = $1 AND generation = $2",
        home,
        generation.cast_signed()
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO index_node (id, home, generation, registered_at, last_seen_at, catalog_revision)
         VALUES ($1, $2, $3, $4, $4, $5)",
        id,
        home,
        generation.cast_signed(),
        now,
        catalog_revision,
    )
    .execute(&mut *tx)
    .await?;
    let epoch = sqlx::query_scalar!("SELECT epoch FROM search_epoch").fetch_one(&mut *tx).await?;
    tx.commit().await?;
    Ok(epoch)
}

/// What is known of the copy in this place.
pub async fn registration(
    executor: impl PgExecutor<'_>,
    home: Uuid,
    generation: u64,
) -> sqlx::Result<Option<Registration>> {
    let row = sqlx::query!(
        r#"SELECT id, built_at IS NOT NULL AS "is_built!", applied_batch, started_batch, catalog_revision,
                  rebuild_requested_at IS NOT NULL AS "is_rebuild_asked!"
           FROM index_node
           WHERE home = $1 AND generation = $2"#,
        home,
        generation.cast_signed(),
    )
    .fetch_optional(executor)
    .await?;
    Ok(row.map(|row| Registration {
        id: row.id,
        is_built: row.is_built,
        applied_batch: row.applied_batch.cast_unsigned(),
        started_batch: row.started_batch.cast_unsigned(),
        catalog_revision: row.catalog_revision.unwrap_or_default(),
        is_rebuild_asked: row.is_rebuild_asked,
    }))
}

/// Gives the next index commit its number, which no other commit of this copy ever bears; nothing when the copy is no
/// longer listed. Asked right before the commit, on the connection that carries the writer's lock: who cannot ask
/// may not write.
pub async fn start_batch(connection: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<u64>> {
    let number = sqlx::query_scalar!(
        "UPDATE index_node SET started_batch = greatest(started_batch, applied_batch) + 1 WHERE id = $1
         RETURNING started_batch",
        id
    )
    .fetch_optional(connection)
    .await?;
    Ok(number.map(i64::cast_unsigned))
}

/// Agrees with an index found ahead by the batch under way: its marks are applied again, whatever happens next.
pub async fn resume_at(connection: &mut PgConnection, id: Uuid, batch: u64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE index_node SET applied_batch = $2 WHERE id = $1", id, batch.cast_signed())
        .execute(connection)
        .await?;
    Ok(())
}

/// Shows how far a build has come.
pub async fn note_progress(
    connection: &mut PgConnection,
    id: Uuid,
    profiles: u64,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE index_node SET read_profiles = $2, last_seen_at = $3 WHERE id = $1",
        id,
        profiles.cast_signed(),
        now
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends a build.
pub async fn finish_build(
    connection: &mut PgConnection,
    id: Uuid,
    profiles: u64,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE index_node SET read_profiles = $2, built_at = $3, applied_at = $3, last_seen_at = $3 WHERE id = $1",
        id,
        profiles.cast_signed(),
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What a copy hears of itself.
#[derive(Clone, Copy, Debug)]
pub struct Beat {
    /// Marks waiting.
    pub pending: i64,
    /// When the oldest of them was made.
    pub oldest: Option<DateTime<Utc>>,
    /// Profiles set aside.
    pub parked: i64,
    /// Whether someone asked for a rebuild.
    pub is_rebuild_asked: bool,
}

/// Shows that the copy is alive; nothing when it is no longer listed.
pub async fn beat(connection: &mut PgConnection, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<Option<Beat>> {
    sqlx::query_as!(
        Beat,
        r#"WITH seen AS (
               UPDATE index_node SET last_seen_at = $2 WHERE id = $1
               RETURNING rebuild_requested_at IS NOT NULL AS is_rebuild_asked
           )
           SELECT seen.is_rebuild_asked AS "is_rebuild_asked!",
                  (SELECT count(*) FROM search_dirty WHERE node_id = $1) AS "pending!",
                  (SELECT min(marked_at) FROM search_dirty WHERE node_id = $1) AS oldest,
                  (SELECT count(*) FROM search_parked) AS "parked!"
           FROM seen"#,
        id,
        now,
    )
    .fetch_optional(connection)
    .await
}

/// Takes every other copy of this folder off the register.
pub async fn drop_other_copies(connection: &mut PgConnection, home: Uuid, keep: Uuid) -> sqlx::Result<()> {
    // Mostly there is none, and nobody is made to wait.
    let is_any = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM index_node WHERE home = $1 AND id <> $2) AS "is_any!""#,
        home,
        keep
    )
    .fetch_one(&mut *connection)
    .await?;
    if !is_any {
        return Ok(());
    }
    let mut tx = connection.begin().await?;
    // No writer may be about to mark a copy that vanishes.
    lock_out_markers(&mut tx).await?;
    sqlx::query!("DELETE FROM index_node WHERE home = $1 AND id <> $2", home, keep).execute(&mut *tx).await?;
    tx.commit().await
}

/// Takes copies off the register that have not been seen since: their marks would pile up for ever.
pub async fn drop_silent_copies(connection: &mut PgConnection, since: DateTime<Utc>) -> sqlx::Result<u64> {
    let is_any = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM index_node WHERE last_seen_at < $1) AS "is_any!""#,
        since
    )
    .fetch_one(&mut *connection)
    .await?;
    if !is_any {
        return Ok(0);
    }
    let mut tx = connection.begin().await?;
    lock_out_markers(&mut tx).await?;
    let dropped =
        sqlx::query!("DELETE FROM index_node WHERE last_seen_at < $1", since).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(dropped.rows_affected())
}

/// Asks for the copy in this folder to be built anew; false when that is asked or under way already.
pub async fn ask_rebuild(
    executor: impl PgExecutor<'_>,
    home: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let asked = sqlx::query!(
        "UPDATE index_node
         SET rebuild_requested_at = $2
         WHERE home = $1 AND rebuild_requested_at IS NULL AND built_at IS NOT NULL
           AND NOT EXISTS (SELECT FROM index_node other WHERE other.home = $1 AND other.built_at IS NULL)",
        home,
        now,
    )
    .execute(executor)
    .await?;
    Ok(asked.rows_affected() > 0)
}

/// Asks for every copy to be built anew: after changes that left no marks.
pub async fn ask_rebuild_everywhere(executor: impl PgExecutor<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE index_node SET rebuild_requested_at = coalesce(rebuild_requested_at, $1)", now)
        .execute(executor)
        .await?;
    Ok(())
}

/// Forgets the request: the build failed, and its reason is in the log.
pub async fn cancel_rebuild(connection: &mut PgConnection, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!("UPDATE index_node SET rebuild_requested_at = NULL WHERE id = $1", id)
        .execute(connection)
        .await?;
    Ok(())
}

/// One copy, as people are told of it.
#[derive(Clone, Debug)]
pub struct CopyRow {
    /// Its place in the folder.
    pub generation: i64,
    /// When its build began.
    pub registered_at: DateTime<Utc>,
    /// When its build ended.
    pub built_at: Option<DateTime<Utc>>,
    /// Profiles read into it.
    pub read_profiles: i64,
    /// When a batch was last applied.
    pub applied_at: Option<DateTime<Utc>>,
    /// Marks waiting.
    pub pending: i64,
    /// When the oldest of them was made.
    pub oldest: Option<DateTime<Utc>>,
    /// Whether someone asked for a rebuild.
    pub is_rebuild_asked: bool,
}

/// The copies of one folder, newest last.
pub async fn list_copies(executor: impl PgExecutor<'_>, home: Uuid) -> sqlx::Result<Vec<CopyRow>> {
    sqlx::query_as!(
        CopyRow,
        r#"SELECT n.generation, n.registered_at, n.built_at, n.read_profiles, n.applied_at,
                  n.rebuild_requested_at IS NOT NULL AS "is_rebuild_asked!",
                  (SELECT count(*) FROM search_dirty d WHERE d.node_id = n.id) AS "pending!",
                  (SELECT min(d.marked_at) FROM search_dirty d WHERE d.node_id = n.id) AS oldest
           FROM index_node n
           WHERE n.home = $1
           ORDER BY n.generation"#,
        home,
    )
    .fetch_all(executor)
    .await
}
