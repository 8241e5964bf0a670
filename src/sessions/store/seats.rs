//! Seats of a session: how many are held, and who waits for one.

use chrono::NaiveDate;

use crate::ids::{EnrolmentId, TrainingSessionId};
use crate::platform::db::Tx;

/// How many seats a session has and how many are held.
pub struct Seats {
    /// How many there are.
    pub total: Option<i32>,
    /// How many are held.
    pub taken: i64,
    /// Everybody who holds one or waits.
    pub people: i64,
}

/// The seats of a session.
pub async fn of_session(tx: &mut Tx<'_>, session: TrainingSessionId) -> sqlx::Result<Seats> {
    sqlx::query_as!(
        Seats,
        r#"SELECT s.seats AS total,
                  count(e.id) FILTER (WHERE e.status IN ('invited', 'enrolled', 'confirmed', 'finished')) AS "taken!",
                  count(e.id) FILTER (WHERE e.status <> 'cancelled') AS "people!"
           FROM training_session s LEFT JOIN enrolment e ON e.session_id = s.id
           WHERE s.id = $1 GROUP BY s.id"#,
        session.0,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Those who wait for a seat and would still come, first come first.
pub async fn waiting(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    today: NaiveDate,
    limit: i64,
) -> sqlx::Result<Vec<EnrolmentId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: EnrolmentId" FROM enrolment WHERE session_id = $1 AND status = 'waiting' AND (ends_on IS NULL OR ends_on >= $2)
           ORDER BY created_at, id LIMIT $3"#,
        session.0,
        today,
        limit,
    )
    .fetch_all(&mut **tx)
    .await
}
