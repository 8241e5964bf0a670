//! What quizzes of sessions ask, and which levels they propose. The rows are those of the sessions; what they say of a quiz is
//! written here.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{PersonId, QuizId, SessionQuizId, TrainingId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::quizzes::model::quiz::Status;
use crate::quizzes::model::rules::Rule;

/// A quiz of a session, with what it asks.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The place in the session.
    pub id: SessionQuizId,
    /// What the session calls it.
    pub title: String,
    /// When it opens; none: at once.
    pub opens_at: Option<DateTime<Utc>>,
    /// When it closes; none: with the session.
    pub closes_at: Option<DateTime<Utc>>,
    /// The quiz that is taken; none yet.
    pub quiz: Option<QuizId>,
    /// The revision that attempts start on from now on.
    pub revision: Option<i32>,
    /// Title of that revision.
    pub quiz_title: Option<String>,
    /// State of the quiz.
    pub status: Option<Status>,
    /// Newest published revision of the quiz.
    pub newest: Option<i32>,
    /// Whether somebody started.
    pub has_attempts: bool,
    /// Raised by every write.
    pub version: i32,
}

/// A quiz of a session; none when the session has no such.
pub async fn find(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    id: SessionQuizId,
) -> sqlx::Result<Option<Attachment>> {
    sqlx::query_as!(
        Attachment,
        r#"SELECT s.id AS "id: SessionQuizId", s.title, s.opens_at, s.closes_at, s.quiz_id AS "quiz: QuizId",
                  s.quiz_revision AS revision, r.title AS "quiz_title?", q.status AS "status?: Status",
                  q.revision AS "newest?", s.has_attempts, s.version
           FROM session_quiz s
           LEFT JOIN quiz q ON q.id = s.quiz_id
           LEFT JOIN quiz_revision r ON r.quiz_id = s.quiz_id AND r.number = s.quiz_revision
           WHERE s.session_id = $1 AND s.id = $2"#,
        session.0,
        id.0,
    )
    .fetch_optional(db)
    .await
}

/// Locks a quiz of a session until the transaction ends: attempts start, and quizzes are replaced, one after the other.
pub async fn lock(tx: &mut Tx<'_>, id: SessionQuizId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM session_quiz WHERE id = $1 FOR NO KEY UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// Says which revision is taken from now on; none: no quiz.
pub async fn set(
    tx: &mut Tx<'_>,
    id: SessionQuizId,
    taken: Option<(QuizId, i32)>,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_quiz SET quiz_id = $2, quiz_revision = $3, version = version + 1, updated_at = $4, updated_by = $5
         WHERE id = $1",
        id.0,
        taken.map(|(quiz, _)| quiz.0),
        taken.map(|(_, revision)| revision),
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether a quiz has a published revision of this number.
pub async fn is_published(db: impl PgExecutor<'_>, quiz: QuizId, revision: i32) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM quiz_revision WHERE quiz_id = $1 AND number = $2 AND published_at IS NOT NULL)
               AS "is_published!""#,
        quiz.0,
        revision,
    )
    .fetch_one(db)
    .await
}

/// The rules of a quiz of a session, by skill and level.
pub async fn rules(db: impl PgExecutor<'_>, id: SessionQuizId) -> sqlx::Result<Vec<Rule>> {
    sqlx::query_as!(
        Rule,
        "SELECT skill_position, level, min_percent FROM quiz_skill_rule
         WHERE session_quiz_id = $1 ORDER BY skill_position, level",
        id.0,
    )
    .fetch_all(db)
    .await
}

/// Writes the rules in place of those there were, and raises the version.
pub async fn write_rules(
    tx: &mut Tx<'_>,
    id: SessionQuizId,
    (training, revision): (TrainingId, i32),
    rules: &[Rule],
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM quiz_skill_rule WHERE session_quiz_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO quiz_skill_rule (session_quiz_id, training_id, revision, skill_position, level, min_percent)
         SELECT $1, $2, $3, * FROM unnest($4::smallint[], $5::smallint[], $6::smallint[])",
        id.0,
        training.0,
        revision,
        &rules.iter().map(|rule| rule.skill_position).collect::<Vec<_>>(),
        &rules.iter().map(|rule| rule.level).collect::<Vec<_>>(),
        &rules.iter().map(|rule| rule.min_percent).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE session_quiz SET version = version + 1, updated_at = $2, updated_by = $3 WHERE id = $1",
        id.0,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
