//! What is kept of offers that are over: states and months.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::ids::{FileId, OfferId, OfferRecipientId};
use crate::platform::db::Tx;

/// Takes what was over before `over_before` and is not kept in mind, and makes it say nothing of anybody.
pub async fn anonymise(
    tx: &mut Tx<'_>,
    over_before: DateTime<Utc>,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<OfferRecipientId>> {
    let taken = sqlx::query_scalar!(
        "SELECT id FROM offer_recipient
         WHERE ended_at <= $1 AND anonymised_at IS NULL AND (pool_until IS NULL OR pool_until <= $2)
         ORDER BY ended_at, id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED",
        over_before,
        now,
        limit,
    )
    .fetch_all(&mut **tx)
    .await?;
    blur(tx, &taken, now).await?;
    Ok(taken.into_iter().map(OfferRecipientId).collect())
}

/// Makes these say nothing of anybody: their state, and the months in which it was sent, answered and over, stay.
pub async fn blur(tx: &mut Tx<'_>, recipients: &[Uuid], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE offer_recipient
         SET person_id = NULL, why = NULL, sent_by = NULL, quiz_invitation_id = NULL, refusal_reason = NULL,
             hid_with_answer = false, answered_from = NULL, delivered_at = NULL, seen_at = NULL, reminded_at = NULL,
             ending_told_at = NULL, paused_told_at = NULL, company_wrote_at = NULL, pool_until = NULL,
             state_at = date_trunc('month', state_at, 'Europe/Paris'), sent_at = date_trunc('month', sent_at, 'Europe/Paris'),
             ends_at = date_trunc('month', ends_at, 'Europe/Paris'),
             answered_at = date_trunc('month', answered_at, 'Europe/Paris'),
             ended_at = date_trunc('month', ended_at, 'Europe/Paris'), anonymised_at = $2
         WHERE id = ANY($1)",
        recipients,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM offer_transition WHERE recipient_id = ANY($1)", recipients)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Takes a sent offer nobody of which is known any more, and makes it say nothing either; gives its document, if it had one.
pub async fn anonymise_offer(
    tx: &mut Tx<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(OfferId, Option<FileId>)>> {
    let row = sqlx::query!(
        r#"WITH ended AS (
               SELECT id, file_id FROM offer
               WHERE status = 'sent' AND anonymised_at IS NULL
                 AND NOT EXISTS (SELECT FROM offer_recipient r WHERE r.offer_id = offer.id AND r.anonymised_at IS NULL)
               ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
           UPDATE offer o
           SET author_id = NULL, sender_name = NULL, message = NULL, search = NULL, file_id = NULL, anonymised_at = $1,
               sent_at = date_trunc('month', o.sent_at, 'Europe/Paris'), ends_at = date_trunc('month', o.ends_at, 'Europe/Paris')
           FROM ended WHERE o.id = ended.id
           RETURNING o.id AS "id: OfferId", ended.file_id AS "file: FileId""#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.id, row.file)))
}

/// Takes a draft nobody has written since then and deletes it; gives its document, if it had one.
pub async fn delete_draft(
    tx: &mut Tx<'_>,
    untouched_since: DateTime<Utc>,
) -> sqlx::Result<Option<(OfferId, Option<FileId>)>> {
    let row = sqlx::query!(
        r#"DELETE FROM offer WHERE id = (
               SELECT id FROM offer WHERE status = 'draft' AND updated_at <= $1
               ORDER BY updated_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
           RETURNING id AS "id: OfferId", file_id AS "file: FileId""#,
        untouched_since,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.id, row.file)))
}
