//! Deletes what has served its time.

use chrono::{DateTime, Duration, Utc};
use sqlx::PgPool;

use crate::ids::{PersonId, ProfileId};
use crate::platform::db::Tx;
use crate::platform::db::dirty::{self, Urgency};

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

/// Deletes a batch of the accounts created before this time whose address nobody confirmed, and marks their profiles.
pub async fn unconfirmed(
    tx: &mut Tx<'_>,
    before: DateTime<Utc>,
    batch: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<PersonId>> {
    let gone = sqlx::query!(
        r#"DELETE FROM person WHERE id IN (
               SELECT id FROM person WHERE email_confirmed_at IS NULL AND created_at < $1
               ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
           RETURNING id AS "id: PersonId", profile_id AS "profile_id: ProfileId""#,
        before,
        batch,
    )
    .fetch_all(&mut **tx)
    .await?;
    // Nobody makes a profile visible before confirming an address; were it otherwise, the search must not keep it.
    let profiles: Vec<ProfileId> = gone.iter().map(|row| row.profile_id).collect();
    dirty::mark(tx, &profiles, Urgency::Now, now).await?;
    Ok(gone.into_iter().map(|row| row.id).collect())
}
