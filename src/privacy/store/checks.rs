//! Results of the nightly check of disclosure.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

/// One run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its id.
    pub id: Uuid,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: DateTime<Utc>,
    /// How many people were asked about.
    pub people: i32,
    /// How many answers were compared.
    pub answers: i32,
    /// How much came out that no grant covers.
    pub leaks: i32,
    /// How much a grant covers that was not shown.
    pub withheld: i32,
}

/// Writes one down.
pub async fn insert(db: impl PgExecutor<'_>, check: &Check) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO disclosure_check (id, started_at, ended_at, people, answers, leaks, withheld)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        check.id,
        check.started_at,
        check.ended_at,
        check.people,
        check.answers,
        check.leaks,
        check.withheld,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The runs, newest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    before: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
) -> sqlx::Result<Vec<Check>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Check,
        "SELECT id, started_at, ended_at, people, answers, leaks, withheld FROM disclosure_check
         WHERE $1::timestamptz IS NULL OR (started_at, id) < ($1, $2)
         ORDER BY started_at DESC, id DESC LIMIT $3",
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await
}

/// Deletes those that began at this instant or before; tells how many.
pub async fn purge(db: impl PgExecutor<'_>, upto: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM disclosure_check WHERE started_at <= $1", upto).execute(db).await?;
    Ok(done.rows_affected())
}
