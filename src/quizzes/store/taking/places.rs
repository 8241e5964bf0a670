//! Quizzes of sessions as those who take them, and those who train, find them.

use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{EnrolmentId, OrganisationId, PersonId, QuizId, SessionQuizId, TrainingSessionId};
use crate::quizzes::model::quiz::{Feedback, Grading, Settings};
use crate::quizzes::model::taking::place::{Own, Place};
use crate::quizzes::model::taking::terms::Terms;
use crate::sessions::{EnrolmentStatus, QuizPurpose, Retention, Status};

/// These quizzes of sessions, those that close first before the others.
pub async fn list(db: impl PgExecutor<'_>, ids: &[SessionQuizId]) -> sqlx::Result<Vec<Place>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Place,
        r#"SELECT q.id AS "id: SessionQuizId", t.id AS "session: TrainingSessionId", t.title AS session_title,
                  t.status AS "status: Status", t.ends_on, t.retention AS "retention: Retention",
                  o.id AS "organisation: OrganisationId", o.name AS organisation_name,
                  o.status = 'suspended' AS "is_suspended!", q.title, q.purpose AS "purpose: QuizPurpose", q.opens_at,
                  quiz_closing(q.closes_at, t.ends_on) AS "closing!", q.quiz_id AS "quiz: QuizId",
                  q.quiz_revision AS revision
           FROM session_quiz q
           JOIN training_session t ON t.id = q.session_id
           JOIN organisation o ON o.id = t.organisation_id
           WHERE q.id = ANY($1)
           ORDER BY quiz_closing(q.closes_at, t.ends_on), q.position, q.id"#,
        &ids,
    )
    .fetch_all(db)
    .await
}

/// One of them.
pub async fn find(db: impl PgExecutor<'_>, id: SessionQuizId) -> sqlx::Result<Option<Place>> {
    Ok(list(db, &[id]).await?.pop())
}

/// A quiz of a session of the organisation.
pub async fn find_in(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
    id: SessionQuizId,
) -> sqlx::Result<Option<Place>> {
    let found = find(db, id).await?;
    Ok(found.filter(|place| place.organisation == organisation && place.session == session))
}

/// The quizzes, with something to take, of the announced sessions in which somebody takes or took part; or one of them.
pub async fn own(
    db: impl PgExecutor<'_>,
    person: PersonId,
    only: Option<SessionQuizId>,
) -> sqlx::Result<Vec<Own>> {
    sqlx::query_as!(
        Own,
        r#"SELECT q.id AS "place: SessionQuizId", e.id AS "enrolment: EnrolmentId", e.status AS "status: EnrolmentStatus"
           FROM enrolment e
           JOIN training_session t ON t.id = e.session_id
           JOIN session_quiz q ON q.session_id = t.id
           WHERE e.person_id = $1 AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
             AND t.status <> 'draft' AND q.quiz_id IS NOT NULL AND ($2::uuid IS NULL OR q.id = $2)"#,
        person.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// What a revision of a quiz says of how it is taken.
pub async fn terms(db: impl PgExecutor<'_>, quiz: QuizId, revision: i32) -> sqlx::Result<Terms> {
    let row = sqlx::query!(
        r#"SELECT title, description, instructions, shuffles_questions, shuffles_choices, minutes, attempts,
                  grading AS "grading: Grading", pass_percent, negative_percent, feedback AS "feedback: Feedback", hides_names,
                  integrity_signals
           FROM quiz_revision WHERE quiz_id = $1 AND number = $2"#,
        quiz.0,
        revision,
    )
    .fetch_one(db)
    .await?;
    Ok(Terms {
        title: row.title,
        description: row.description,
        instructions: row.instructions,
        settings: Settings {
            shuffles_questions: row.shuffles_questions,
            shuffles_choices: row.shuffles_choices,
            minutes: row.minutes,
            attempts: row.attempts,
            grading: row.grading,
            pass_percent: row.pass_percent,
            negative_percent: row.negative_percent,
            feedback: row.feedback,
            hides_names: row.hides_names,
            integrity_signals: row.integrity_signals,
        },
    })
}
