//! Attempts: begun under the lock of the enrolment, changed under their own.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{
    EnrolmentId, OrganisationId, PersonId, QuizAttemptId, QuizCopyId, QuizId, SessionQuizId,
    TrainingSessionId,
};
use crate::platform::db::Tx;
use crate::quizzes::model::taking::score::Total;
use crate::quizzes::model::taking::state::AttemptState;

/// An attempt.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its id.
    pub id: QuizAttemptId,
    /// What those who grade know it by while names are hidden.
    pub copy: QuizCopyId,
    /// The quiz of the session.
    pub place: SessionQuizId,
    /// The session.
    pub session: TrainingSessionId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The account; none once it is gone.
    pub person: Option<PersonId>,
    /// Its number among theirs, from 1.
    pub number: i32,
    /// The quiz.
    pub quiz: QuizId,
    /// The revision it started on.
    pub revision: i32,
    /// How far it is.
    pub state: AttemptState,
    /// When it started; none where they stepped back before.
    pub started_at: Option<DateTime<Utc>>,
    /// When the quiz closes.
    pub closing: DateTime<Utc>,
    /// When it ends, whatever comes first.
    pub deadline: DateTime<Utc>,
    /// When it was handed in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whether the clock handed it in.
    pub by_clock: bool,
    /// Hundredths of a point.
    pub points: Option<i32>,
    /// What it is worth.
    pub worth: Option<i32>,
    /// Whole percentage.
    pub percent: Option<i16>,
    /// When the person was shown the result.
    pub published_at: Option<DateTime<Utc>>,
}

/// An attempt.
pub async fn find(db: impl PgExecutor<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Attempt>> {
    sqlx::query_as!(
        Attempt,
        r#"SELECT t.id AS "id: QuizAttemptId", t.copy_id AS "copy: QuizCopyId", q.id AS "place: SessionQuizId",
                  s.id AS "session: TrainingSessionId", s.organisation_id AS "organisation: OrganisationId",
                  e.id AS "enrolment: EnrolmentId", e.person_id AS "person: PersonId", t.number,
                  t.quiz_id AS "quiz: QuizId", t.quiz_revision AS revision, t.state AS "state: AttemptState", t.started_at,
                  quiz_closing(q.closes_at, s.ends_on) AS "closing!",
                  quiz_deadline(t.limit_at, quiz_closing(q.closes_at, s.ends_on), t.extra_seconds) AS "deadline!",
                  t.submitted_at, t.by_clock, t.points, t.worth, t.percent, t.published_at
           FROM quiz_attempt t
           JOIN session_quiz q ON q.id = t.session_quiz_id
           JOIN training_session s ON s.id = q.session_id
           JOIN enrolment e ON e.id = t.enrolment_id
           WHERE t.id = $1"#,
        id.0,
    )
    .fetch_optional(db)
    .await
}

/// The same, locked until the transaction ends: nobody saves, hands in or grades it meanwhile.
pub async fn lock(tx: &mut Tx<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Attempt>> {
    sqlx::query!("SELECT id FROM quiz_attempt WHERE id = $1 FOR NO KEY UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    find(&mut **tx, id).await
}

/// The same, unless somebody else holds it.
pub async fn try_lock(tx: &mut Tx<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Attempt>> {
    let held = sqlx::query!("SELECT id FROM quiz_attempt WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    match held {
        Some(_) => find(&mut **tx, id).await,
        None => Ok(None),
    }
}

/// The attempts at a quiz of a session, or somebody's, each person's by number.
pub async fn list(
    db: impl PgExecutor<'_>,
    place: SessionQuizId,
    only: Option<EnrolmentId>,
) -> sqlx::Result<Vec<Attempt>> {
    sqlx::query_as!(
        Attempt,
        r#"SELECT t.id AS "id: QuizAttemptId", t.copy_id AS "copy: QuizCopyId", q.id AS "place: SessionQuizId",
                  s.id AS "session: TrainingSessionId", s.organisation_id AS "organisation: OrganisationId",
                  e.id AS "enrolment: EnrolmentId", e.person_id AS "person: PersonId", t.number,
                  t.quiz_id AS "quiz: QuizId", t.quiz_revision AS revision, t.state AS "state: AttemptState", t.started_at,
                  quiz_closing(q.closes_at, s.ends_on) AS "closing!",
                  quiz_deadline(t.limit_at, quiz_closing(q.closes_at, s.ends_on), t.extra_seconds) AS "deadline!",
                  t.submitted_at, t.by_clock, t.points, t.worth, t.percent, t.published_at
           FROM quiz_attempt t
           JOIN session_quiz q ON q.id = t.session_quiz_id
           JOIN training_session s ON s.id = q.session_id
           JOIN enrolment e ON e.id = t.enrolment_id
           WHERE t.session_quiz_id = $1 AND ($2::uuid IS NULL OR t.enrolment_id = $2)
           ORDER BY t.enrolment_id, t.number"#,
        place.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// The attempt that those who grade know by this id.
pub async fn of_copy(
    db: impl PgExecutor<'_>,
    place: SessionQuizId,
    copy: QuizCopyId,
) -> sqlx::Result<Option<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizAttemptId" FROM quiz_attempt WHERE session_quiz_id = $1 AND copy_id = $2"#,
        place.0,
        copy.0,
    )
    .fetch_optional(db)
    .await
}

/// Locks somebody's enrolment: of two tabs that begin at once, the second sees the attempt of the first.
pub async fn lock_enrolment(tx: &mut Tx<'_>, enrolment: EnrolmentId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM enrolment WHERE id = $1 FOR NO KEY UPDATE", enrolment.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// An attempt that comes into being.
pub struct NewAttempt {
    /// Its id.
    pub id: QuizAttemptId,
    /// What those who grade know it by.
    pub copy: QuizCopyId,
    /// The quiz of the session.
    pub place: SessionQuizId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Its number.
    pub number: i32,
    /// The quiz and its revision.
    pub asks: (QuizId, i32),
    /// When its own time is over.
    pub limit_at: Option<DateTime<Utc>>,
    /// How long it may go on after the closing.
    pub extra_seconds: i32,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Writes an attempt that starts, and that the quiz of the session has attempts: written once, so that nobody waits for it afterwards.
pub async fn start(tx: &mut Tx<'_>, new: &NewAttempt) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_attempt (id, copy_id, session_quiz_id, enrolment_id, number, quiz_id, quiz_revision, state,
                                   started_at, limit_at, extra_seconds)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'started', $8, $9, $10)",
        new.id.0,
        new.copy.0,
        new.place.0,
        new.enrolment.0,
        new.number,
        new.asks.0.0,
        new.asks.1,
        new.at,
        new.limit_at,
        new.extra_seconds,
    )
    .execute(&mut **tx)
    .await?;
    mark_attempted(tx, new.place).await
}

/// Writes that somebody steps back before they begin.
pub async fn decline(tx: &mut Tx<'_>, new: &NewAttempt) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_attempt (id, copy_id, session_quiz_id, enrolment_id, number, quiz_id, quiz_revision, state,
                                   withdrawn_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'withdrawn', $8)",
        new.id.0,
        new.copy.0,
        new.place.0,
        new.enrolment.0,
        new.number,
        new.asks.0.0,
        new.asks.1,
        new.at,
    )
    .execute(&mut **tx)
    .await?;
    mark_attempted(tx, new.place).await
}

async fn mark_attempted(tx: &mut Tx<'_>, place: SessionQuizId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE session_quiz SET has_attempts = true WHERE id = $1 AND NOT has_attempts", place.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Hands an attempt in. Its lock is held.
pub async fn submit(
    tx: &mut Tx<'_>,
    id: QuizAttemptId,
    at: DateTime<Utc>,
    by_clock: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt SET state = 'submitted', submitted_at = $2, by_clock = $3 WHERE id = $1",
        id.0,
        at,
        by_clock,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that somebody has to correct an attempt. Its lock is held.
pub async fn await_grading(tx: &mut Tx<'_>, id: QuizAttemptId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE quiz_attempt SET state = 'to_grade' WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Writes the result of an attempt, in this state. Its lock is held. When it was graded first stays.
pub async fn set_result(
    tx: &mut Tx<'_>,
    id: QuizAttemptId,
    state: AttemptState,
    total: Total,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt
         SET state = $2, points = $3, worth = $4, percent = $5, graded_at = coalesce(graded_at, $6),
             published_at = CASE WHEN $2 = 'published' THEN coalesce(published_at, $6) END
         WHERE id = $1",
        id.0,
        state.as_str(),
        total.points,
        total.worth,
        total.percent,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Shows somebody their result. The lock is held.
pub async fn publish(tx: &mut Tx<'_>, id: QuizAttemptId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE quiz_attempt SET state = 'published', published_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that somebody stepped back from an attempt that ran. Its lock is held.
pub async fn withdraw(tx: &mut Tx<'_>, id: QuizAttemptId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE quiz_attempt SET state = 'withdrawn', withdrawn_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Gives an attempt that runs another time. Its lock is held.
pub async fn set_time(
    tx: &mut Tx<'_>,
    id: QuizAttemptId,
    limit_at: Option<DateTime<Utc>>,
    extra_seconds: i32,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt SET limit_at = $2, extra_seconds = $3 WHERE id = $1 AND state = 'started'",
        id.0,
        limit_at,
        extra_seconds,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
