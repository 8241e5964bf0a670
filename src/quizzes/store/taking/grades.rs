//! What people who grade make of answers: the newest counts, the others are kept.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{PersonId, QuizAttemptId};
use crate::platform::db::Tx;

/// A grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Its number, from 1.
    pub number: i32,
    /// Hundredths of a point.
    pub points: i32,
    /// Hundredths for each criterion of the rubric.
    pub criteria: Vec<i32>,
    /// What the person reads; may be empty.
    pub comment: String,
    /// Who gave it.
    pub by_name: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The newest grades of these attempts, by attempt and place.
pub async fn newest(
    db: impl PgExecutor<'_>,
    attempts: &[QuizAttemptId],
) -> sqlx::Result<HashMap<(QuizAttemptId, i16), Grade>> {
    let attempts: Vec<Uuid> = attempts.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT DISTINCT ON (attempt_id, position)
                  attempt_id AS "attempt: QuizAttemptId", position, number, points, criteria, comment,
                  graded_by_name, graded_at
           FROM quiz_grade WHERE attempt_id = ANY($1)
           ORDER BY attempt_id, position, number DESC"#,
        &attempts,
    )
    .fetch_all(db)
    .await?;
    let mut grades = HashMap::new();
    for row in rows {
        let grade = Grade {
            number: row.number,
            points: row.points,
            criteria: row.criteria,
            comment: row.comment,
            by_name: row.graded_by_name,
            at: row.graded_at,
        };
        grades.insert((row.attempt, row.position), grade);
    }
    Ok(grades)
}

/// Adds a grade. The lock of the attempt is held.
pub async fn insert(
    tx: &mut Tx<'_>,
    (attempt, position): (QuizAttemptId, i16),
    grade: &Grade,
    by: PersonId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_grade (attempt_id, position, number, points, criteria, comment, graded_by, graded_by_name,
                                 graded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        attempt.0,
        position,
        grade.number,
        grade.points,
        &grade.criteria,
        grade.comment,
        by.0,
        grade.by_name,
        grade.at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
