//! Quizzes of sessions as those who take them, and those who train, find them.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{EnrolmentId, OrganisationId, PersonId, QuizId, SessionQuizId, TrainingSessionId};
use crate::quizzes::model::taking::terms::{CountingRule, FeedbackMoment, Terms};
use crate::sessions::{EnrolmentStatus, QuizPurpose, Retention, Status};

/// A quiz of a session.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its id.
    pub id: SessionQuizId,
    /// The session.
    pub session: TrainingSessionId,
    /// Title of the session.
    pub session_title: String,
    /// State of the session.
    pub status: Status,
    /// Last day of the session.
    pub ends_on: NaiveDate,
    /// How long the papers of the session are kept.
    pub retention: Retention,
    /// The organisation that gives it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Whether the organisation is suspended.
    pub is_suspended: bool,
    /// Title, in the session's words.
    pub title: String,
    /// What it is for.
    pub purpose: QuizPurpose,
    /// When it opens; none: at once.
    pub opens_at: Option<DateTime<Utc>>,
    /// When it closes.
    pub closing: DateTime<Utc>,
    /// The quiz and its revision that is taken; none while none is attached.
    pub quiz: Option<QuizId>,
    /// The revision that attempts start on.
    pub revision: Option<i32>,
}

impl Place {
    /// The quiz that attempts start on, if one is attached.
    pub fn asks(&self) -> Option<(QuizId, i32)> {
        self.quiz.zip(self.revision)
    }

    /// Whether it is open now.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.opens_at.is_none_or(|opens| opens <= now) && now < self.closing
    }
}

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

/// A quiz of a session in which somebody takes part.
#[derive(Clone, Copy, Debug)]
pub struct Own {
    /// The quiz of the session.
    pub place: SessionQuizId,
    /// Their enrolment.
    pub enrolment: EnrolmentId,
    /// Its state.
    pub status: EnrolmentStatus,
}

impl Own {
    /// Whether they may begin: who left takes nothing any more.
    pub fn may_begin(&self) -> bool {
        self.status != EnrolmentStatus::Abandoned
    }
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
    sqlx::query_as!(
        Terms,
        r#"SELECT title, description, instructions, shuffles_questions, shuffles_choices, minutes::integer AS minutes,
                  attempts::integer AS "attempts!", grading AS "counting: CountingRule", pass_percent, negative_percent,
                  feedback AS "feedback: FeedbackMoment", hides_names
           FROM quiz_revision WHERE quiz_id = $1 AND number = $2"#,
        quiz.0,
        revision,
    )
    .fetch_one(db)
    .await
}
