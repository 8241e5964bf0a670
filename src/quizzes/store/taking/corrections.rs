//! Corrected keys: what was asked as one version of a question is scored with the key of another.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{PersonId, QuestionId, QuizAttemptId, QuizCorrectionId};
use crate::platform::db::Tx;
use crate::quizzes::model::taking::draw::Version;
use crate::quizzes::model::taking::place::PlaceId;

/// Which version's key scores what was asked as another, in a quiz. Versions that are not named score themselves.
pub async fn keys(db: impl PgExecutor<'_>, place: PlaceId) -> sqlx::Result<HashMap<Version, i32>> {
    let rows = sqlx::query!(
        r#"SELECT DISTINCT ON (question_id, from_number) question_id AS "question: QuestionId", from_number, to_number
           FROM quiz_correction WHERE place_id = $1 ORDER BY question_id, from_number, id DESC"#,
        place.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.question, row.from_number), row.to_number)).collect())
}

/// Locks a quiz of a session or of a company for a correction: whoever scores an attempt at it waits, and whoever begins one. Locked
/// before any attempt is.
pub async fn lock(tx: &mut Tx<'_>, place: PlaceId) -> sqlx::Result<()> {
    let in_session = sqlx::query!("SELECT id FROM session_quiz WHERE id = $1 FOR UPDATE", place.0)
        .fetch_optional(&mut **tx)
        .await?;
    if in_session.is_none() {
        sqlx::query!("SELECT id FROM quiz WHERE id = $1 FOR UPDATE", place.0)
            .fetch_optional(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Locks it against corrections alone: those who score attempts do not wait for each other. Locked before the attempt is.
pub async fn lock_shared(tx: &mut Tx<'_>, place: PlaceId) -> sqlx::Result<()> {
    let in_session = sqlx::query!("SELECT id FROM session_quiz WHERE id = $1 FOR KEY SHARE", place.0)
        .fetch_optional(&mut **tx)
        .await?;
    if in_session.is_none() {
        sqlx::query!("SELECT id FROM quiz WHERE id = $1 FOR KEY SHARE", place.0)
            .fetch_optional(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Whose points a correction changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The attempt.
    pub attempt: QuizAttemptId,
    /// Points of the question before.
    pub before_points: i32,
    /// Points of the question afterwards.
    pub after_points: i32,
    /// Percentage of the attempt before; none while it is not graded.
    pub before_percent: Option<i16>,
    /// Percentage afterwards.
    pub after_percent: Option<i16>,
}

/// A correction.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Its id.
    pub id: QuizCorrectionId,
    /// The question.
    pub question: QuestionId,
    /// The version that was asked.
    pub from_number: i32,
    /// The version whose key scores it.
    pub to_number: i32,
    /// Why.
    pub reason: String,
    /// When it was applied.
    pub applied_at: DateTime<Utc>,
    /// By whom; none once the account is gone.
    pub applied_by: Option<String>,
    /// How many attempts it changed.
    pub changed: i64,
}

/// The corrections of a quiz, the newest first.
pub async fn list(db: impl PgExecutor<'_>, place: PlaceId) -> sqlx::Result<Vec<Correction>> {
    sqlx::query_as!(
        Correction,
        r#"SELECT c.id AS "id: QuizCorrectionId", c.question_id AS "question: QuestionId", c.from_number, c.to_number,
                  c.reason, c.applied_at, p.first_name || ' ' || p.last_name AS applied_by,
                  (SELECT count(*) FROM quiz_correction_line l WHERE l.correction_id = c.id) AS "changed!"
           FROM quiz_correction c LEFT JOIN person p ON p.id = c.applied_by
           WHERE c.place_id = $1 ORDER BY c.id DESC"#,
        place.0,
    )
    .fetch_all(db)
    .await
}

/// Writes a correction.
pub async fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    correction: &Correction,
    by: PersonId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_correction (id, session_quiz_id, quiz_id, question_id, from_number, to_number, reason, applied_at,
                                      applied_by)
         VALUES ($1, (SELECT id FROM session_quiz WHERE id = $2), (SELECT id FROM quiz WHERE id = $2), $3, $4, $5, $6, $7, $8)",
        correction.id.0,
        place.0,
        correction.question.0,
        correction.from_number,
        correction.to_number,
        correction.reason,
        correction.applied_at,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes whose points a correction changed, in one statement.
pub async fn insert_lines(tx: &mut Tx<'_>, correction: QuizCorrectionId, lines: &[Line]) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_correction_line (correction_id, attempt_id, before_points, after_points, before_percent,
                                           after_percent)
         SELECT $1, new.* FROM UNNEST($2::uuid[], $3::integer[], $4::integer[], $5::smallint[], $6::smallint[]) AS new",
        correction.0,
        &lines.iter().map(|line| line.attempt.0).collect::<Vec<Uuid>>(),
        &lines.iter().map(|line| line.before_points).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.after_points).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.before_percent).collect::<Vec<_>>() as &[Option<i16>],
        &lines.iter().map(|line| line.after_percent).collect::<Vec<_>>() as &[Option<i16>],
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The versions of a question before this one that a quiz asked, or asks whoever begins now.
pub async fn asked_before(
    db: impl PgExecutor<'_>,
    place: PlaceId,
    (question, number): Version,
) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT number AS "number!"
           FROM (SELECT a.question_number AS number
                 FROM quiz_answer a JOIN quiz_attempt t ON t.id = a.attempt_id
                 WHERE t.place_id = $1 AND a.question_id = $2
                 UNION ALL
                 SELECT i.question_number
                 FROM session_quiz q
                 JOIN quiz_revision_item i ON i.quiz_id = q.quiz_id AND i.revision = q.quiz_revision
                 WHERE q.id = $1 AND i.question_id = $2
                 UNION ALL
                 SELECT p.question_number
                 FROM session_quiz q
                 JOIN quiz_revision_pool p ON p.quiz_id = q.quiz_id AND p.revision = q.quiz_revision
                 WHERE q.id = $1 AND p.question_id = $2
                 UNION ALL
                 SELECT i.question_number
                 FROM quiz q JOIN quiz_revision_item i ON i.quiz_id = q.id AND i.revision = q.revision
                 WHERE q.id = $1 AND q.company_id IS NOT NULL AND i.question_id = $2
                 UNION ALL
                 SELECT p.question_number
                 FROM quiz q JOIN quiz_revision_pool p ON p.quiz_id = q.id AND p.revision = q.revision
                 WHERE q.id = $1 AND q.company_id IS NOT NULL AND p.question_id = $2) asked
           WHERE number < $3 ORDER BY 1"#,
        place.0,
        question.0,
        number,
    )
    .fetch_all(db)
    .await
}
