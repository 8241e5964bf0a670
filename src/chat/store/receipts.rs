//! Receipts of deleted rooms.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;

/// A receipt.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: Uuid,
    /// When the room was deleted.
    pub deleted_at: DateTime<Utc>,
    /// The signed document, byte for byte.
    pub document: String,
}

/// Keeps a receipt for somebody.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: Uuid,
    person: PersonId,
    (deleted_at, document): (DateTime<Utc>, &str),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO room_receipt (id, person_id, deleted_at, document) VALUES ($1, $2, $3, $4)",
        id,
        person.0,
        deleted_at,
        document,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Somebody's receipts, newest first; or one of them.
pub async fn list(
    db: &mut PgConnection,
    person: PersonId,
    (only, before): (Option<Uuid>, Option<(DateTime<Utc>, Uuid)>),
    limit: i64,
) -> sqlx::Result<Vec<Kept>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Kept,
        "SELECT id, deleted_at, document FROM room_receipt
         WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2)
           AND ($3::timestamptz IS NULL OR (deleted_at, id) < ($3, $4))
         ORDER BY deleted_at DESC, id DESC LIMIT $5",
        person.0,
        only,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}
