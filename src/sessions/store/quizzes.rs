//! Quizzes of a session: what they are for and about.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::ids::{PersonId, QuizId, SessionQuizId, TrainingId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::attachments::{QuizContent, QuizPurpose};
use crate::trainings::{SkillLine, SkillRef};

/// A quiz.
pub struct AttachedQuiz {
    /// Its id.
    pub id: SessionQuizId,
    /// What it says.
    pub content: QuizContent,
    /// The quiz that is taken, as the slice above wrote it; none yet.
    pub quiz: Option<QuizId>,
    /// Whether somebody started, as the slice above wrote it.
    pub has_attempts: bool,
    /// Raised by every write.
    pub version: i32,
}

/// The quizzes of a session, in order, or one of them. `skills` are those of its revision.
pub async fn list(
    db: &mut PgConnection,
    session: TrainingSessionId,
    only: Option<SessionQuizId>,
    skills: &[SkillLine],
) -> sqlx::Result<Vec<AttachedQuiz>> {
    let rows = sqlx::query!(
        r#"SELECT q.id AS "id: SessionQuizId", q.title, q.purpose AS "purpose: QuizPurpose", q.opens_at, q.closes_at, q.version,
                  q.quiz_id AS "quiz: QuizId", q.has_attempts,
                  ARRAY(SELECT k.skill_position FROM session_quiz_skill k
                        WHERE k.quiz_id = q.id ORDER BY k.skill_position) AS "skills!"
           FROM session_quiz q WHERE q.session_id = $1 AND ($2::uuid IS NULL OR q.id = $2) ORDER BY q.position, q.id"#,
        session.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await?;
    let skill = |place: &i16| skills.get(usize::try_from(*place).ok()?).map(|line| line.skill);
    let quiz = rows.into_iter().map(|row| AttachedQuiz {
        id: row.id,
        content: QuizContent {
            title: row.title,
            purpose: row.purpose,
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            skills: row.skills.iter().filter_map(skill).collect(),
        },
        quiz: row.quiz,
        has_attempts: row.has_attempts,
        version: row.version,
    });
    Ok(quiz.collect())
}

/// Writes a quiz, new or anew; anew its version is raised.
pub async fn write(
    tx: &mut Tx<'_>,
    (session, id): (TrainingSessionId, SessionQuizId),
    (training, revision): (TrainingId, i32),
    content: &QuizContent,
    skills: &[SkillLine],
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO session_quiz (id, session_id, position, title, purpose, opens_at, closes_at, version, created_at,
             updated_at, updated_by)
         VALUES ($1, $2, (SELECT count(*) FROM session_quiz WHERE session_id = $2), $3, $4, $5, $6, 1, $7, $7, $8)
         ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title, purpose = EXCLUDED.purpose, opens_at = EXCLUDED.opens_at,
             closes_at = EXCLUDED.closes_at, version = session_quiz.version + 1, updated_at = EXCLUDED.updated_at,
             updated_by = EXCLUDED.updated_by",
        id.0,
        session.0,
        content.title,
        content.purpose.as_str(),
        content.opens_at,
        content.closes_at,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    let places: HashMap<SkillRef, i16> = skills.iter().map(|line| line.skill).zip(0..).collect();
    let about: Vec<i16> = content.skills.iter().filter_map(|skill| places.get(skill).copied()).collect();
    sqlx::query!("DELETE FROM session_quiz_skill WHERE quiz_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO session_quiz_skill (quiz_id, training_id, revision, skill_position)
         SELECT $1, $2, $3, * FROM unnest($4::smallint[])",
        id.0,
        training.0,
        revision,
        &about,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a quiz; false when somebody started it.
pub async fn delete(tx: &mut Tx<'_>, id: SessionQuizId) -> sqlx::Result<bool> {
    let done = sqlx::query!("DELETE FROM session_quiz WHERE id = $1 AND NOT has_attempts", id.0);
    Ok(done.execute(&mut **tx).await?.rows_affected() > 0)
}

/// The skills that the assessments of a session are about.
pub fn assessed(quizzes: &[AttachedQuiz]) -> HashSet<SkillRef> {
    let assessments = quizzes.iter().filter(|quiz| quiz.content.purpose == QuizPurpose::Assessment);
    assessments.flat_map(|quiz| quiz.content.skills.iter().copied()).collect()
}
