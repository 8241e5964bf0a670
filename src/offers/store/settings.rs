//! What people chose about the offers they receive.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::PersonId;
use crate::platform::db::Tx;

/// Whether companies see that the person opens their offers: they do unless the person chose otherwise.
pub async fn read_receipts(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<bool> {
    let chosen =
        sqlx::query_scalar!("SELECT read_receipts FROM offer_setting WHERE person_id = $1", person.0);
    Ok(chosen.fetch_optional(db).await?.unwrap_or(true))
}

/// Writes the choice; false when it was the same before.
pub async fn set_read_receipts(
    tx: &mut Tx<'_>,
    person: PersonId,
    chosen: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO offer_setting (person_id, read_receipts, changed_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT offer_setting_pkey
         DO UPDATE SET read_receipts = excluded.read_receipts, changed_at = excluded.changed_at
         WHERE offer_setting.read_receipts <> excluded.read_receipts",
        person.0,
        chosen,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
