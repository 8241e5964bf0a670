//! Counters of attempts, shared by every node.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sqlx::{PgExecutor, PgPool};

use crate::identity::model::throttle::{Count, Rule};

/// One counter an attempt adds to, and its rule.
pub type Counter = (String, Rule);

/// Counts the attempt on every counter, or refuses it with the wait, counting nothing.
///
/// Counted before the password is checked: parallel guesses cannot slip through between the check and the count.
pub async fn admit(
    pool: &PgPool,
    counters: &[Counter],
    now: DateTime<Utc>,
) -> sqlx::Result<Result<(), Duration>> {
    let mut tx = pool.begin().await?;
    let mut keys: Vec<String> = counters.iter().map(|(key, _)| key.clone()).collect();
    // In one order for everybody, so that two attempts never wait for each other.
    keys.sort_unstable();
    let rows = sqlx::query!(
        "INSERT INTO login_throttle (key, failures, last_failure)
         SELECT key, 0, $2 FROM unnest($1::text[]) AS key
         ON CONFLICT ON CONSTRAINT login_throttle_pkey DO UPDATE SET key = excluded.key
         RETURNING key, failures, last_failure",
        &keys,
        now,
    )
    .fetch_all(&mut *tx)
    .await?;
    let counts: HashMap<String, Count> = rows
        .into_iter()
        .map(|row| (row.key, Count { failures: row.failures, last_failure: row.last_failure }))
        .collect();
    for (key, rule) in counters {
        let count = counts.get(key).copied().unwrap_or(Count { failures: 0, last_failure: now });
        let next = match rule.admit(count, now) {
            Ok(next) => next,
            Err(wait) => return Ok(Err(wait)),
        };
        sqlx::query!(
            "UPDATE login_throttle SET failures = $2, last_failure = $3 WHERE key = $1",
            key,
            next.failures,
            next.last_failure,
        )
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Forgets a counter: the attempt was the owner's.
pub async fn clear(db: impl PgExecutor<'_>, key: &str) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM login_throttle WHERE key = $1", key).execute(db).await?;
    Ok(())
}

/// Takes one attempt back from each of these counters.
pub async fn give_back(db: impl PgExecutor<'_>, keys: &[String]) -> sqlx::Result<()> {
    sqlx::query!("UPDATE login_throttle SET failures = greatest(failures - 1, 0) WHERE key = ANY($1)", keys)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets every counter whose key begins so.
pub async fn clear_all(db: impl PgExecutor<'_>, prefix: &str) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM login_throttle WHERE starts_with(key, $1)", prefix).execute(db).await?;
    Ok(())
}
