//! What is written to people at a time of day.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;

use crate::ids::SessionQuizId;
use crate::platform::db::Tx;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To those who take it: it closes on that day.
    Closing,
    /// To those who grade: answers wait.
    Grading,
}

impl Kind {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Closing => "closing",
            Self::Grading => "grading",
        }
    }
}

/// Quizzes of sessions that are open and close within these instants.
pub async fn closing(
    db: impl PgExecutor<'_>,
    now: DateTime<Utc>,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Vec<SessionQuizId>> {
    sqlx::query_scalar!(
        r#"SELECT q.id AS "id: SessionQuizId"
           FROM session_quiz q JOIN training_session s ON s.id = q.session_id
           WHERE q.quiz_id IS NOT NULL AND s.status IN ('planned', 'running', 'ended')
             AND (q.opens_at IS NULL OR q.opens_at <= $1)
             AND quiz_closing(q.closes_at, s.ends_on) > $2 AND quiz_closing(q.closes_at, s.ends_on) <= $3
           ORDER BY q.id"#,
        now,
        from,
        until,
    )
    .fetch_all(db)
    .await
}

/// Quizzes of sessions where answers wait for whoever grades: how many attempts.
pub async fn to_grade(db: impl PgExecutor<'_>) -> sqlx::Result<Vec<(SessionQuizId, i64)>> {
    let rows = sqlx::query!(
        r#"SELECT session_quiz_id AS "id!: SessionQuizId", count(*) AS "attempts!"
           FROM quiz_attempt WHERE state = 'to_grade' AND session_quiz_id IS NOT NULL
           GROUP BY session_quiz_id ORDER BY session_quiz_id"#,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.attempts)).collect())
}

/// Notes that something is written about a day; false when it was before.
pub async fn note(
    tx: &mut Tx<'_>,
    place: SessionQuizId,
    kind: Kind,
    on: NaiveDate,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO quiz_reminder (session_quiz_id, kind, on_date, sent_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        place.0,
        kind.as_str(),
        on,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
