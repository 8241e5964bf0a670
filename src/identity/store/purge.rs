//! Deletes what has served its time.

use chrono::{DateTime, Duration, Utc};
use sqlx::PgPool;

use crate::ids::PersonId;
use crate::platform::db::Tx;

/// Deletes tokens, sessions and counters that can never be used again; gives how many rows went.
pub async fn spent(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let yesterday = now - Duration::days(1);
    let last_month = now - Duration::days(30);
    let mut rows = 0;
    let done = sqlx::query!("DELETE FROM email_token WHERE expires_at < $1", yesterday).execute(pool).await?;
    rows += done.rows_affected();
    let done = sqlx::query!(
        "DELETE FROM refresh_family f
         WHERE f.revoked_at < $1
            OR NOT EXISTS (SELECT FROM refresh_token t WHERE t.family_id = f.id AND t.expires_at >= $1)",
        last_month,
    )
    .execute(pool)
    .await?;
    rows += done.rows_affected();
    let done =
        sqlx::query!("DELETE FROM refresh_token WHERE expires_at < $1", last_month).execute(pool).await?;
    rows += done.rows_affected();
    let done =
        sqlx::query!("DELETE FROM login_throttle WHERE last_failure < $1", yesterday).execute(pool).await?;
    Ok(rows + done.rows_affected())
}

/// Deletes a batch of the accounts created before this time whose address nobody confirmed.
pub async fn unconfirmed(tx: &mut Tx<'_>, before: DateTime<Utc>, batch: i64) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"DELETE FROM person WHERE id IN (
               SELECT id FROM person WHERE email_confirmed_at IS NULL AND created_at < $1
               ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
           RETURNING id AS "id: PersonId""#,
        before,
        batch,
    )
    .fetch_all(&mut **tx)
    .await
}
