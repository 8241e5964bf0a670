//! The public keys that ever sealed something: published once used, and never taken back.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use super::{PublicKey, SealKey};
use crate::platform::db::Tx;

/// Publishes the key that seals, once.
pub async fn remember_key(tx: &mut Tx<'_>, key: &SealKey, now: DateTime<Utc>) -> sqlx::Result<()> {
    let PublicKey { key_id, public_key, .. } = key.public();
    sqlx::query!(
        "INSERT INTO verification_key (key_id, public_key, first_used_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT verification_key_pkey DO NOTHING",
        key_id,
        public_key,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Every key that ever sealed something, the oldest first.
pub async fn published_keys(db: impl PgExecutor<'_>) -> sqlx::Result<Vec<PublicKey>> {
    let rows = sqlx::query!("SELECT key_id, public_key FROM verification_key ORDER BY first_used_at, key_id")
        .fetch_all(db)
        .await?;
    let keys = rows.into_iter().map(|row| PublicKey {
        key_id: row.key_id,
        algorithm: "Ed25519".to_owned(),
        public_key: row.public_key,
    });
    Ok(keys.collect())
}
