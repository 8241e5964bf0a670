//! Whom to write to about quizzes.

use sqlx::PgExecutor;

use crate::ids::{EnrolmentId, OrganisationId, PersonId, SessionQuizId, TrainingSessionId};

/// Somebody to write to.
#[derive(Clone, Debug)]
pub struct Reader {
    /// First name.
    pub first_name: String,
    /// Address.
    pub email: String,
}

/// Whoever has this enrolment: none without an account, or when it is disabled.
pub async fn of_enrolment(db: impl PgExecutor<'_>, enrolment: EnrolmentId) -> sqlx::Result<Option<Reader>> {
    sqlx::query_as!(
        Reader,
        r#"SELECT e.first_name, p.email
           FROM enrolment e JOIN person p ON p.id = e.person_id
           WHERE e.id = $1 AND p.disabled_at IS NULL"#,
        enrolment.0,
    )
    .fetch_optional(db)
    .await
}

/// Addresses of those who grade in a session: its trainers who still belong to the organisation; without any, those who run it.
pub async fn graders(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"WITH staff AS (
               SELECT p.id, p.email, m.role,
                      EXISTS (SELECT FROM session_trainer r WHERE r.session_id = $2 AND r.person_id = p.id)
                      OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                                 WHERE s.session_id = $2 AND r.person_id = p.id AND r.removed_at IS NULL) AS trains
               FROM organisation_member m JOIN person p ON p.id = m.person_id
               WHERE m.organisation_id = $1 AND m.role <> 'trainee' AND p.disabled_at IS NULL
           )
           SELECT s.email AS "email!" FROM staff s
           WHERE s.trains OR (NOT EXISTS (SELECT FROM staff o WHERE o.trains) AND s.role IN ('admin', 'manager'))
           ORDER BY s.id"#,
        organisation.0,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// Whoever takes part in the session of a quiz and has not handed in an attempt, nor stepped back.
pub async fn still_to_take(db: impl PgExecutor<'_>, place: SessionQuizId) -> sqlx::Result<Vec<Reader>> {
    sqlx::query_as!(
        Reader,
        r#"SELECT e.first_name, p.email
           FROM session_quiz q
           JOIN enrolment e ON e.session_id = q.session_id AND e.status IN ('enrolled', 'confirmed', 'finished')
           JOIN person p ON p.id = e.person_id AND p.disabled_at IS NULL
           WHERE q.id = $1
             AND NOT EXISTS (SELECT FROM quiz_attempt t
                             WHERE t.session_quiz_id = q.id AND t.enrolment_id = e.id AND t.state <> 'started')
           ORDER BY e.id"#,
        place.0,
    )
    .fetch_all(db)
    .await
}

/// The name somebody bears, as it is kept beside what they write.
pub async fn name(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<String> {
    sqlx::query_scalar!(
        r#"SELECT first_name || ' ' || last_name AS "name!" FROM person WHERE id = $1"#,
        person.0,
    )
    .fetch_one(db)
    .await
}
