//! What the clock has to do.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{QuizAttemptId, SessionQuizId};
use crate::quizzes::model::taking::place::PlaceId;

/// Most attempts of one look: the next one takes the others.
const AT_ONCE: i64 = 2_000;

/// Attempts whose deadline was at or before this instant and that still run, the earliest first.
pub async fn overdue(db: impl PgExecutor<'_>, before: DateTime<Utc>) -> sqlx::Result<Vec<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id!: QuizAttemptId" FROM quiz_attempt_whole
           WHERE state = 'started' AND deadline <= $1 ORDER BY deadline, id LIMIT $2"#,
        before,
        AT_ONCE,
    )
    .fetch_all(db)
    .await
}

/// Attempts that were handed in and are not scored: their request ended too early.
pub async fn unscored(db: impl PgExecutor<'_>) -> sqlx::Result<Vec<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizAttemptId" FROM quiz_attempt WHERE state = 'submitted' ORDER BY submitted_at, id LIMIT $1"#,
        AT_ONCE,
    )
    .fetch_all(db)
    .await
}

/// Quizzes of sessions with results that are shown once the quiz is closed, are closed, and where nobody is at work any more.
pub async fn to_publish(db: impl PgExecutor<'_>, now: DateTime<Utc>) -> sqlx::Result<Vec<SessionQuizId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT q.id AS "id: SessionQuizId"
           FROM quiz_attempt t
           JOIN quiz_revision r ON r.quiz_id = t.quiz_id AND r.number = t.quiz_revision
           JOIN session_quiz q ON q.id = t.session_quiz_id
           JOIN training_session s ON s.id = q.session_id
           WHERE t.state = 'graded' AND r.feedback = 'after_close' AND quiz_closing(q.closes_at, s.ends_on) <= $1
             AND NOT EXISTS (SELECT FROM quiz_attempt o
                             WHERE o.session_quiz_id = q.id AND o.state IN ('started', 'submitted'))"#,
        now,
    )
    .fetch_all(db)
    .await
}

/// Attempts for companies with a result that is shown once the invitation is over, which it is.
pub async fn to_publish_to_invited(
    db: impl PgExecutor<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT t.id AS "id: QuizAttemptId"
           FROM quiz_attempt t
           JOIN quiz_revision r ON r.quiz_id = t.quiz_id AND r.number = t.quiz_revision
           JOIN quiz_invitation i ON i.id = t.invitation_id
           WHERE t.state = 'graded' AND r.feedback = 'after_close' AND i.closes_at <= $1
           ORDER BY t.id LIMIT $2"#,
        now,
        AT_ONCE,
    )
    .fetch_all(db)
    .await
}

/// Attempts at a quiz that have a result their person does not see.
pub async fn unpublished(db: impl PgExecutor<'_>, place: PlaceId) -> sqlx::Result<Vec<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizAttemptId" FROM quiz_attempt WHERE place_id = $1 AND state = 'graded' ORDER BY id"#,
        place.0,
    )
    .fetch_all(db)
    .await
}
