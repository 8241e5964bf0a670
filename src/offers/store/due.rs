//! What the clock has to do: offers that end, people to tell, mails that arrived or did not.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::OfferRecipientId;
use crate::platform::db::Tx;

/// Takes offers whose last day is over; those somebody answers at this moment are left to them.
pub async fn ended(tx: &mut Tx<'_>, now: DateTime<Utc>, limit: i64) -> sqlx::Result<Vec<OfferRecipientId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: OfferRecipientId" FROM offer_recipient
           WHERE ends_at <= $1 AND state IN ('sent', 'undelivered', 'delivered', 'seen')
           ORDER BY ends_at, id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED"#,
        now,
        limit,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Takes offers that end within so many days and whose people were not told; not those that were sent within them, nor those that
/// cannot be answered at the moment.
pub async fn ending(
    tx: &mut Tx<'_>,
    (today, days): (NaiveDate, i32),
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<OfferRecipientId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT r.id AS "id: OfferRecipientId" FROM offer_recipient r JOIN offer o ON o.id = r.offer_id
           WHERE r.state IN ('sent', 'undelivered', 'delivered', 'seen') AND r.ends_at > $1 AND r.ending_told_at IS NULL
             AND o.reply_by - $3::integer <= $2 AND (r.sent_at AT TIME ZONE 'Europe/Paris')::date < o.reply_by - $3::integer
             AND NOT EXISTS (SELECT FROM offer_pause p WHERE p.offer_id = r.offer_id)
           ORDER BY r.ends_at, r.id LIMIT $4 FOR NO KEY UPDATE OF r SKIP LOCKED"#,
        now,
        today,
        days,
        limit,
    )
    .fetch_all(&mut **tx)
    .await?;
    let taken: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query!("UPDATE offer_recipient SET ending_told_at = $2 WHERE id = ANY($1)", &taken, now)
        .execute(&mut **tx)
        .await?;
    Ok(ids)
}

/// Offers sent since then whose mail nobody has heard of, after this one, in the order of their ids.
pub async fn unheard_of(
    db: impl PgExecutor<'_>,
    since: DateTime<Utc>,
    after: Option<OfferRecipientId>,
    limit: i64,
) -> sqlx::Result<Vec<OfferRecipientId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: OfferRecipientId" FROM offer_recipient
           WHERE state = 'sent' AND sent_at > $1 AND ($2::uuid IS NULL OR id > $2)
           ORDER BY id LIMIT $3"#,
        since,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(db)
    .await
}

/// Takes offers that wait for an answer and are paused, while their people do not know it, or know it and are not any more;
/// says of each whether it is paused.
pub async fn paused_or_not(
    tx: &mut Tx<'_>,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<(OfferRecipientId, bool)>> {
    let rows = sqlx::query!(
        r#"WITH changed AS (
               SELECT r.id, p.offer_id IS NOT NULL AS is_paused
               FROM offer_recipient r LEFT JOIN offer_pause p ON p.offer_id = r.offer_id
               WHERE r.state IN ('sent', 'undelivered', 'delivered', 'seen')
                 AND (p.offer_id IS NOT NULL) <> (r.paused_told_at IS NOT NULL)
               ORDER BY r.id LIMIT $2 FOR NO KEY UPDATE OF r SKIP LOCKED)
           UPDATE offer_recipient r SET paused_told_at = CASE WHEN c.is_paused THEN $1::timestamptz END
           FROM changed c WHERE r.id = c.id
           RETURNING r.id AS "id: OfferRecipientId", c.is_paused AS "is_paused!""#,
        now,
        limit,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.is_paused)).collect())
}
