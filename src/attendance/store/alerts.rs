//! Which sessions thresholds must be looked at, and who was told of which.

use chrono::{DateTime, Duration, Utc};

use crate::attendance::model::threshold::Threshold;
use crate::ids::{EnrolmentId, OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;

/// How long marks rest before thresholds are looked at: a roll call is many marks.
const REST: Duration = Duration::minutes(10);

/// Has the thresholds of a session looked at, ten minutes after its last mark.
pub async fn look_at(tx: &mut Tx<'_>, session: TrainingSessionId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_due (session_id, due_at) VALUES ($1, $2)
         ON CONFLICT ON CONSTRAINT attendance_due_pkey DO UPDATE SET due_at = excluded.due_at",
        session.0,
        now + REST,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes one session whose marks have rested.
pub async fn take_due(
    tx: &mut Tx<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(OrganisationId, TrainingSessionId)>> {
    let row = sqlx::query!(
        r#"WITH taken AS (
               DELETE FROM attendance_due WHERE session_id = (
                   SELECT session_id FROM attendance_due WHERE due_at <= $1
                   ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
               RETURNING session_id)
           SELECT t.id AS "session: TrainingSessionId", t.organisation_id AS "organisation: OrganisationId"
           FROM taken JOIN training_session t ON t.id = taken.session_id"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.organisation, row.session)))
}

/// Notes that people are told of a threshold; false when they were.
pub async fn note(
    tx: &mut Tx<'_>,
    enrolment: EnrolmentId,
    threshold: Threshold,
    rate: i32,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO attendance_alert (enrolment_id, below_percent, after_half_days, rate, alerted_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT ON CONSTRAINT attendance_alert_pkey DO NOTHING",
        enrolment.0,
        threshold.below_percent,
        threshold.after_half_days,
        rate,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
