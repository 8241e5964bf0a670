//! Notices that nobody needs any more: old ones, and those about what is gone.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

/// Deletes some notices told before then; gives how many.
pub async fn old(pool: &PgPool, before: DateTime<Utc>, limit: i64) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "DELETE FROM notification WHERE id IN (
             SELECT id FROM notification WHERE created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)",
        before,
        limit,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected())
}

/// Deletes some notices whose subject is gone; gives how many. Whoever deletes a subject forgets its notices in the same
/// transaction: this finds what was missed. That a room is closed, or a report decided, is still told when the room is gone.
pub async fn orphans(pool: &PgPool, limit: i64) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "DELETE FROM notification WHERE id IN (
             SELECT n.id FROM notification n
             WHERE CASE split_part(n.kind, '.', 1)
                 WHEN 'offer' THEN NOT EXISTS (SELECT FROM offer_recipient o WHERE o.id = n.subject_id)
                               AND NOT EXISTS (SELECT FROM offer o WHERE o.id = n.subject_id)
                 WHEN 'share' THEN NOT EXISTS (SELECT FROM offer_recipient o WHERE o.id = n.subject_id)
                 WHEN 'room' THEN n.kind NOT IN ('room.closed', 'room.report_decided')
                              AND NOT EXISTS (SELECT FROM chat_room r WHERE r.id = n.subject_id)
                              AND NOT EXISTS (SELECT FROM message m WHERE m.id = n.subject_id)
                              AND NOT EXISTS (SELECT FROM room_report r WHERE r.id = n.subject_id)
                 WHEN 'quiz' THEN NOT EXISTS (SELECT FROM quiz_invitation i WHERE i.id = n.subject_id)
                              AND NOT EXISTS (SELECT FROM quiz q WHERE q.id = n.subject_id)
                 WHEN 'search' THEN NOT EXISTS (SELECT FROM saved_search s WHERE s.id = n.subject_id)
                 WHEN 'list' THEN NOT EXISTS (SELECT FROM candidate_list l WHERE l.id = n.subject_id)
                              AND NOT EXISTS (SELECT FROM saved_search s WHERE s.id = n.subject_id)
                 WHEN 'company' THEN NOT EXISTS (SELECT FROM company c WHERE c.id = n.subject_id)
                 ELSE false
             END
             LIMIT $1 FOR UPDATE OF n SKIP LOCKED)",
        limit,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected())
}
