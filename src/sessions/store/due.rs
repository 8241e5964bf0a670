//! Sessions whose time has come.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;

use crate::ids::{OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;

/// Most sessions moved in one run, which starts every minute.
const BATCH: i64 = 500;

/// A session to move.
pub struct Due {
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// The session.
    pub session: TrainingSessionId,
}

/// Sessions to start (announced, and their first slot has begun) or to end (under way, no slot to come, and their last day is
/// there: the last slot may lie before it).
///
/// Of those that could not start, the newest are tried first: one that nobody completes holds up no other.
pub async fn list(db: impl PgExecutor<'_>, now: DateTime<Utc>, today: NaiveDate) -> sqlx::Result<Vec<Due>> {
    sqlx::query_as!(
        Due,
        r#"SELECT t.organisation_id AS "organisation: OrganisationId", t.id AS "session: TrainingSessionId"
           FROM training_session t
           WHERE (t.status = 'planned' AND EXISTS (
                     SELECT FROM session_slot s
                     WHERE s.session_id = t.id AND s.cancelled_at IS NULL AND s.starts_at <= $1))
              OR (t.status = 'running' AND t.ends_on <= $2 AND NOT EXISTS (
                     SELECT FROM session_slot s
                     WHERE s.session_id = t.id AND s.cancelled_at IS NULL AND s.ends_at > $1)
                  AND (t.ends_on < $2 OR EXISTS (
                     SELECT FROM session_slot s
                     WHERE s.session_id = t.id AND s.cancelled_at IS NULL
                       AND (s.ends_at AT TIME ZONE 'Europe/Paris')::date >= t.ends_on)))
           ORDER BY t.start_missed_at DESC NULLS FIRST, t.id
           LIMIT $3"#,
        now,
        today,
        BATCH,
    )
    .fetch_all(db)
    .await
}

/// Notes that a session could not start; false when that was noted before.
pub async fn mark_missed(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE training_session SET start_missed_at = $2 WHERE id = $1 AND start_missed_at IS NULL",
        session.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
