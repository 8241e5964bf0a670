//! What somebody has beyond the others at a quiz of a session.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{EnrolmentId, PersonId, SessionQuizId};
use crate::platform::db::Tx;
use crate::quizzes::model::taking::clock::ExtraTime;

/// What somebody has beyond the others, and what they ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// How much more time.
    pub extra_time: ExtraTime,
    /// How many more attempts.
    pub extra_attempts: i16,
    /// What they ask for.
    pub asked_time: Option<ExtraTime>,
    /// When they asked.
    pub asked_at: Option<DateTime<Utc>>,
    /// Raised by every write; 0 while nothing was written.
    pub version: i32,
}

impl Adjustment {
    /// What everybody has.
    pub fn usual(enrolment: EnrolmentId) -> Self {
        Self {
            enrolment,
            extra_time: ExtraTime::None,
            extra_attempts: 0,
            asked_time: None,
            asked_at: None,
            version: 0,
        }
    }
}

/// The adjustments at a quiz of a session.
pub async fn list(db: impl PgExecutor<'_>, place: SessionQuizId) -> sqlx::Result<Vec<Adjustment>> {
    sqlx::query_as!(
        Adjustment,
        r#"SELECT enrolment_id AS "enrolment: EnrolmentId", extra_time AS "extra_time: ExtraTime", extra_attempts,
                  asked_time AS "asked_time: ExtraTime", asked_at, version
           FROM quiz_adjustment WHERE session_quiz_id = $1 ORDER BY enrolment_id"#,
        place.0,
    )
    .fetch_all(db)
    .await
}

/// Somebody's adjustment at a quiz of a session.
pub async fn find(
    db: impl PgExecutor<'_>,
    place: SessionQuizId,
    enrolment: EnrolmentId,
) -> sqlx::Result<Adjustment> {
    let found = sqlx::query_as!(
        Adjustment,
        r#"SELECT enrolment_id AS "enrolment: EnrolmentId", extra_time AS "extra_time: ExtraTime", extra_attempts,
                  asked_time AS "asked_time: ExtraTime", asked_at, version
           FROM quiz_adjustment WHERE session_quiz_id = $1 AND enrolment_id = $2"#,
        place.0,
        enrolment.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(found.unwrap_or_else(|| Adjustment::usual(enrolment)))
}

/// Writes an adjustment, if it is still at the version before; false when somebody else was faster.
pub async fn write(
    tx: &mut Tx<'_>,
    place: SessionQuizId,
    adjustment: &Adjustment,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO quiz_adjustment (session_quiz_id, enrolment_id, extra_time, extra_attempts, asked_time, asked_at,
                                      version, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT ON CONSTRAINT quiz_adjustment_pkey
         DO UPDATE SET extra_time = excluded.extra_time, extra_attempts = excluded.extra_attempts,
                       asked_time = excluded.asked_time, asked_at = excluded.asked_at, version = excluded.version,
                       updated_at = excluded.updated_at, updated_by = excluded.updated_by
         WHERE quiz_adjustment.version = excluded.version - 1",
        place.0,
        adjustment.enrolment.0,
        adjustment.extra_time.as_str(),
        adjustment.extra_attempts,
        adjustment.asked_time.map(ExtraTime::as_str),
        adjustment.asked_at,
        adjustment.version,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
