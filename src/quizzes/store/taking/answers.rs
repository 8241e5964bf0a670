//! Questions of attempts and what was answered to them.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use sqlx::types::Json;
use uuid::Uuid;

use crate::ids::{ChoiceId, FileId, PersonId, QuestionId, QuizAttemptId};
use crate::platform::db::Tx;
use crate::quizzes::model::question::Question;
use crate::quizzes::model::taking::answer::Given;
use crate::quizzes::model::taking::draw::Version;
use crate::quizzes::model::taking::place::PlaceId;
use crate::quizzes::model::taking::score::{Scored, Verdict};

/// A question of an attempt, and what was answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The attempt.
    pub attempt: QuizAttemptId,
    /// Its place, from 0.
    pub position: i16,
    /// The part of the quiz.
    pub section: i16,
    /// The question.
    pub question: QuestionId,
    /// The version that was asked.
    pub number: i32,
    /// Hundredths of a point.
    pub worth: i32,
    /// The order in which the choices are shown.
    pub choice_order: Vec<Uuid>,
    /// What was answered.
    pub given: Option<Json<Given>>,
    /// Counts the writes.
    pub sequence: i64,
    /// The person wants to come back to it.
    pub is_flagged: bool,
    /// When it was saved last.
    pub saved_at: Option<DateTime<Utc>>,
    /// Points that were computed.
    pub auto_points: Option<i32>,
    /// How good it is, as computed.
    pub verdict: Option<Verdict>,
}

impl Answer {
    /// The version that was asked.
    pub fn version(&self) -> Version {
        (self.question, self.number)
    }

    /// What was answered.
    pub fn given(&self) -> Option<&Given> {
        self.given.as_ref().map(|given| &given.0)
    }
}

/// The questions of an attempt, in its order.
pub async fn of_attempt(db: impl PgExecutor<'_>, attempt: QuizAttemptId) -> sqlx::Result<Vec<Answer>> {
    sqlx::query_as!(
        Answer,
        r#"SELECT attempt_id AS "attempt: QuizAttemptId", position, section, question_id AS "question: QuestionId",
                  question_number AS number, worth, choice_order, answer AS "given: Json<Given>", sequence, is_flagged,
                  saved_at, auto_points, verdict AS "verdict: Verdict"
           FROM quiz_answer WHERE attempt_id = $1 ORDER BY position"#,
        attempt.0,
    )
    .fetch_all(db)
    .await
}

/// The questions of every attempt that was handed in at a quiz, or one question of each.
pub async fn handed_in(
    db: impl PgExecutor<'_>,
    place: PlaceId,
    only: Option<QuestionId>,
) -> sqlx::Result<Vec<Answer>> {
    sqlx::query_as!(
        Answer,
        r#"SELECT a.attempt_id AS "attempt: QuizAttemptId", a.position, a.section, a.question_id AS "question: QuestionId",
                  a.question_number AS number, a.worth, a.choice_order, a.answer AS "given: Json<Given>", a.sequence,
                  a.is_flagged, a.saved_at, a.auto_points, a.verdict AS "verdict: Verdict"
           FROM quiz_answer a JOIN quiz_attempt t ON t.id = a.attempt_id
           WHERE t.place_id = $1 AND t.state IN ('to_grade', 'graded', 'published')
             AND ($2::uuid IS NULL OR a.question_id = $2)
           ORDER BY a.attempt_id, a.position"#,
        place.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// What these versions of questions say.
pub async fn questions(
    db: impl PgExecutor<'_>,
    versions: &[Version],
) -> sqlx::Result<HashMap<Version, Arc<Question>>> {
    let ids: Vec<Uuid> = versions.iter().map(|(id, _)| id.0).collect();
    let numbers: Vec<i32> = versions.iter().map(|(_, number)| *number).collect();
    let rows = sqlx::query!(
        r#"SELECT v.question_id AS "id: QuestionId", v.number, v.content AS "content: Json<Question>"
           FROM question_version v
           WHERE (v.question_id, v.number) IN (SELECT * FROM UNNEST($1::uuid[], $2::integer[]))"#,
        &ids,
        &numbers,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.id, row.number), Arc::new(row.content.0))).collect())
}

/// A question of an attempt that starts.
pub struct NewAnswer {
    /// The part of the quiz.
    pub section: i16,
    /// The version that is asked.
    pub version: Version,
    /// Hundredths of a point.
    pub worth: i32,
    /// The order of the choices.
    pub choices: Vec<ChoiceId>,
}

/// Writes what an attempt asks, in this order, in one statement.
pub async fn insert(tx: &mut Tx<'_>, attempt: QuizAttemptId, asked: &[NewAnswer]) -> sqlx::Result<()> {
    let order = |choices: &[ChoiceId]| choices.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    sqlx::query!(
        "INSERT INTO quiz_answer (attempt_id, position, section, question_id, question_number, worth, choice_order)
         SELECT $1, n - 1, section, question, number, worth, string_to_array(choices, ' ')::uuid[]
         FROM UNNEST($2::smallint[], $3::uuid[], $4::integer[], $5::integer[], $6::text[])
             WITH ORDINALITY AS asked (section, question, number, worth, choices, n)",
        attempt.0,
        &asked.iter().map(|one| one.section).collect::<Vec<_>>(),
        &asked.iter().map(|one| one.version.0.0).collect::<Vec<_>>(),
        &asked.iter().map(|one| one.version.1).collect::<Vec<_>>(),
        &asked.iter().map(|one| one.worth).collect::<Vec<_>>(),
        &asked.iter().map(|one| order(&one.choices)).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// An answer that is saved.
pub struct Saved {
    /// Its place.
    pub position: i16,
    /// What is answered.
    pub given: Option<Given>,
    /// Counts the writes.
    pub sequence: i64,
    /// The person wants to come back to it.
    pub is_flagged: bool,
}

/// Saves an answer, unless a newer one is there. The lock of the attempt is held.
pub async fn save(
    tx: &mut Tx<'_>,
    attempt: QuizAttemptId,
    saved: &Saved,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let given = saved.given.as_ref().map(serde_json::to_value).transpose();
    let given = given.map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    sqlx::query!(
        "UPDATE quiz_answer SET answer = $3, sequence = $4, is_flagged = $5, saved_at = $6
         WHERE attempt_id = $1 AND position = $2 AND sequence < $4",
        attempt.0,
        saved.position,
        given,
        saved.sequence,
        saved.is_flagged,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the points that were computed, in one statement.
pub async fn write_scores(
    tx: &mut Tx<'_>,
    attempt: QuizAttemptId,
    scores: &[(i16, Option<Scored>)],
) -> sqlx::Result<()> {
    let positions: Vec<i16> = scores.iter().map(|(position, _)| *position).collect();
    let points: Vec<Option<i32>> = scores.iter().map(|(_, scored)| scored.map(|one| one.points)).collect();
    let verdicts: Vec<Option<&str>> =
        scores.iter().map(|(_, scored)| scored.map(|one| one.verdict.as_str())).collect();
    sqlx::query!(
        "UPDATE quiz_answer a SET auto_points = new.points, verdict = new.verdict
         FROM UNNEST($2::smallint[], $3::integer[], $4::text[]) AS new (position, points, verdict)
         WHERE a.attempt_id = $1 AND a.position = new.position",
        attempt.0,
        &positions,
        &points as &[Option<i32>],
        &verdicts as &[Option<&str>],
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that an answer has a file.
pub async fn attach(
    tx: &mut Tx<'_>,
    attempt: QuizAttemptId,
    position: i16,
    file: FileId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_answer_file (attempt_id, position, file_id) VALUES ($1, $2, $3)",
        attempt.0,
        position,
        file.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that an answer no longer has a file.
pub async fn detach(
    tx: &mut Tx<'_>,
    attempt: QuizAttemptId,
    position: i16,
    file: FileId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM quiz_answer_file WHERE attempt_id = $1 AND position = $2 AND file_id = $3",
        attempt.0,
        position,
        file.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The files of an attempt's answers, by place.
pub async fn files(
    db: impl PgExecutor<'_>,
    attempt: QuizAttemptId,
) -> sqlx::Result<HashMap<i16, Vec<FileId>>> {
    let rows = sqlx::query!(
        r#"SELECT position, file_id AS "file: FileId" FROM quiz_answer_file WHERE attempt_id = $1"#,
        attempt.0,
    )
    .fetch_all(db)
    .await?;
    let mut files: HashMap<i16, Vec<FileId>> = HashMap::new();
    for row in rows {
        files.entry(row.position).or_default().push(row.file);
    }
    Ok(files)
}

/// Erases what an attempt asked and what was answered; the files that nothing refers to any more.
pub async fn erase(tx: &mut Tx<'_>, attempt: QuizAttemptId) -> sqlx::Result<Vec<FileId>> {
    let files = files(&mut **tx, attempt).await?.into_values().flatten().collect();
    sqlx::query!("DELETE FROM quiz_answer WHERE attempt_id = $1", attempt.0).execute(&mut **tx).await?;
    Ok(files)
}

/// Whether somebody may fetch this file: an image that one of their attempts shows, or a file of their own answers there.
pub async fn shows(
    db: impl PgExecutor<'_>,
    person: PersonId,
    attempt: QuizAttemptId,
    file: FileId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM quiz_attempt_whole t
               WHERE t.id = $2 AND t.person_id = $1
                 AND (EXISTS (SELECT FROM quiz_answer_file f WHERE f.attempt_id = t.id AND f.file_id = $3)
                      OR EXISTS (SELECT FROM quiz_answer a
                                 JOIN question_version_file v
                                   ON v.question_id = a.question_id AND v.number = a.question_number
                                 WHERE a.attempt_id = t.id AND v.file_id = $3))) AS "shows!""#,
        person.0,
        attempt.0,
        file.0,
    )
    .fetch_one(db)
    .await
}
