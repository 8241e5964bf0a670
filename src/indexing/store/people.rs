//! The people to index: page by page for a build, and those set aside.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

/// The next searchable people in the order of their accounts: (person, profile).
pub async fn page_of_searchable(
    connection: &mut PgConnection,
    after: Option<Uuid>,
    limit: usize,
) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    let rows = sqlx::query!(
        r#"SELECT s.person_id AS "person_id!", s.profile_id AS "profile_id!"
           FROM searchable_person s
           WHERE s.person_id > $1
           ORDER BY s.person_id
           LIMIT $2"#,
        after.unwrap_or_default(),
        limit as i64,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row.profile_id)).collect())
}

/// How many people may be found.
pub async fn count_searchable(executor: impl PgExecutor<'_>) -> sqlx::Result<u64> {
    let count = sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM searchable_person"#)
        .fetch_one(executor)
        .await?;
    Ok(count.cast_unsigned())
}

/// Sets a profile aside, with the reason.
pub async fn park(
    connection: &mut PgConnection,
    profile: Uuid,
    error: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO search_parked (profile_id, error, parked_at)
         VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT search_parked_pkey
         DO UPDATE SET error = excluded.error, parked_at = excluded.parked_at",
        profile,
        error,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}
