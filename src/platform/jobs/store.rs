//! The queue's SQL.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use crate::platform::db::Tx;

/// A job to write.
pub struct NewJob {
    /// Its id.
    pub id: Uuid,
    /// Its kind.
    pub kind: &'static str,
    /// What makes it unique within its kind.
    pub key: Option<String>,
    /// What it needs.
    pub payload: Value,
    /// When it may run.
    pub run_at: DateTime<Utc>,
}

/// A job taken by a worker. The worker and the attempt number name the lease.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its id.
    pub id: Uuid,
    /// Its kind.
    pub kind: String,
    /// What it needs.
    pub payload: Value,
    /// Number of this attempt.
    pub attempts: i32,
}

/// Writes a job; a job of the same kind and key is renewed, and runs once more if it is running now.
pub async fn insert(tx: &mut Tx<'_>, job: NewJob, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO job (id, kind, key, payload, run_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT job_kind_key_key DO UPDATE SET
             payload = EXCLUDED.payload,
             run_at = CASE WHEN job.lease_until IS NULL THEN least(job.run_at, EXCLUDED.run_at) ELSE EXCLUDED.run_at END,
             again = job.lease_until IS NOT NULL",
        job.id,
        job.kind,
        job.key,
        job.payload,
        job.run_at,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes due jobs of the given kinds, oldest first, skipping what other workers are taking.
pub async fn claim(
    pool: &PgPool,
    worker: Uuid,
    kinds: &[String],
    limit: i64,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> sqlx::Result<Vec<Claimed>> {
    sqlx::query_as!(
        Claimed,
        "WITH due AS (
             SELECT id
             FROM job
             WHERE run_at <= $3 AND (lease_until IS NULL OR lease_until < $3) AND kind = ANY($2)
             ORDER BY run_at, id
             LIMIT $4
             FOR UPDATE SKIP LOCKED
         )
         UPDATE job SET leased_by = $1, lease_until = $5, attempts = attempts + 1
         FROM due
         WHERE job.id = due.id
         RETURNING job.id, job.kind, job.payload, job.attempts",
        worker,
        kinds,
        now,
        limit,
        until,
    )
    .fetch_all(pool)
    .await
}

/// Keeps a running job; false when another worker has taken it over.
pub async fn extend(pool: &PgPool, worker: Uuid, job: &Claimed, until: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE job SET lease_until = $4
         WHERE id = $1 AND leased_by = $2 AND attempts = $3",
        job.id,
        worker,
        job.attempts,
        until,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends a job that succeeded, notes the success of a timed one, and frees the job if it must run once more.
pub async fn complete(pool: &PgPool, worker: Uuid, job: &Claimed, now: DateTime<Utc>) -> sqlx::Result<()> {
    let mut tx = pool.begin().await?;
    sqlx::query!("UPDATE timed_job SET last_succeeded_at = $2 WHERE kind = $1", job.kind, now)
        .execute(&mut *tx)
        .await?;
    let deleted = sqlx::query!(
        "DELETE FROM job WHERE id = $1 AND leased_by = $2 AND attempts = $3 AND NOT again",
        job.id,
        worker,
        job.attempts,
    )
    .execute(&mut *tx)
    .await?;
    if deleted.rows_affected() == 0 {
        sqlx::query!(
            "UPDATE job SET leased_by = NULL, lease_until = NULL, again = false, attempts = 0, last_error = NULL
             WHERE id = $1 AND leased_by = $2 AND attempts = $3",
            job.id,
            worker,
            job.attempts,
        )
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await
}

/// Frees a job that failed, to be tried again later.
pub async fn retry(
    pool: &PgPool,
    worker: Uuid,
    job: &Claimed,
    run_at: DateTime<Utc>,
    error: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE job SET leased_by = NULL, lease_until = NULL, again = false, run_at = $4, last_error = $5
         WHERE id = $1 AND leased_by = $2 AND attempts = $3",
        job.id,
        worker,
        job.attempts,
        run_at,
        error,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Puts a job aside that no further attempt will help.
pub async fn bury(
    pool: &PgPool,
    worker: Uuid,
    job: &Claimed,
    now: DateTime<Utc>,
    error: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "WITH buried AS (
             DELETE FROM job
             WHERE id = $1 AND leased_by = $2 AND attempts = $3
             RETURNING id, kind, payload, attempts, created_at
         )
         INSERT INTO job_dead (id, kind, payload, attempts, last_error, created_at, died_at)
         SELECT id, kind, payload, attempts, $5, created_at, $4 FROM buried",
        job.id,
        worker,
        job.attempts,
        now,
        error,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Gives back what a stopping worker could not finish; the cut attempt does not count.
pub async fn release_all(pool: &PgPool, worker: Uuid) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "UPDATE job SET leased_by = NULL, lease_until = NULL, again = false, attempts = attempts - 1
         WHERE leased_by = $1",
        worker,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected())
}

/// Counts the jobs that are due or running.
pub async fn count_due(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM job WHERE run_at <= $1"#, now)
        .fetch_one(pool)
        .await
}

/// Deletes the jobs put aside before a date.
pub async fn purge_dead(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM job_dead WHERE died_at < $1", before).execute(pool).await?;
    Ok(done.rows_affected())
}

/// Removes the jobs that hold one of these words, all of them in lower case.
pub async fn forget(tx: &mut Tx<'_>, certain: &[String], likely: &[String]) -> sqlx::Result<u64> {
    let waiting = sqlx::query!(
        r#"DELETE FROM job
           WHERE EXISTS (SELECT FROM unnest($1::text[]) word
                         WHERE strpos(lower(payload::text || ' ' || coalesce(key, '') || ' ' || coalesce(last_error, '')), word) > 0)
              OR (attempts > 0 AND lease_until IS NULL
                  AND EXISTS (SELECT FROM unnest($2::text[]) word WHERE strpos(lower(payload::text), word) > 0))"#,
        certain,
        likely,
    )
    .execute(&mut **tx)
    .await?;
    let dead = sqlx::query!(
        "DELETE FROM job_dead
         WHERE EXISTS (SELECT FROM unnest($1::text[] || $2::text[]) word
                       WHERE strpos(lower(payload::text || ' ' || last_error), word) > 0)",
        certain,
        likely,
    )
    .execute(&mut **tx)
    .await?;
    Ok(waiting.rows_affected() + dead.rows_affected())
}

/// Moves a timed job's clock forward; false when another node did so first.
pub async fn advance_timed(tx: &mut Tx<'_>, kind: &str, scheduled_for: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO timed_job (kind, first_scheduled_for, last_scheduled_for) VALUES ($1, $2, $2)
         ON CONFLICT ON CONSTRAINT timed_job_pkey DO UPDATE SET last_scheduled_for = EXCLUDED.last_scheduled_for
         WHERE timed_job.last_scheduled_for < EXCLUDED.last_scheduled_for
            -- Written while a clock was wrong: it must not keep the job from running until that time has come.
            OR timed_job.last_scheduled_for > EXCLUDED.last_scheduled_for + interval '1 hour'",
        kind,
        scheduled_for,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// When a timed job was last due, and when it last succeeded.
pub struct TimedState {
    /// Its kind.
    pub kind: String,
    /// The first time it was due.
    pub first_scheduled_for: DateTime<Utc>,
    /// The last time it was due.
    pub last_scheduled_for: DateTime<Utc>,
    /// The last time it succeeded.
    pub last_succeeded_at: Option<DateTime<Utc>>,
}

/// Lists what is known of every timed job.
pub async fn list_timed(pool: &PgPool) -> sqlx::Result<Vec<TimedState>> {
    sqlx::query_as!(
        TimedState,
        "SELECT kind, first_scheduled_for, last_scheduled_for, last_succeeded_at FROM timed_job ORDER BY kind"
    )
    .fetch_all(pool)
    .await
}

/// Whether a job of this kind waits or runs.
pub async fn is_waiting(pool: &PgPool, kind: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM job WHERE kind = $1) AS "exists!""#, kind)
        .fetch_one(pool)
        .await
}
