//! What a trainee sees: where they take part.

use sqlx::PgExecutor;

use crate::ids::{EnrolmentId, FileId, OrganisationId, PersonId, TrainingSessionId};

/// A session somebody takes part in.
pub struct MySession {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// The session.
    pub session: TrainingSessionId,
    /// Their enrolment.
    pub enrolment: EnrolmentId,
}

/// The sessions somebody takes part in, the latest first; or this one.
pub async fn sessions(
    db: impl PgExecutor<'_>,
    person: PersonId,
    only: Option<TrainingSessionId>,
) -> sqlx::Result<Vec<MySession>> {
    sqlx::query_as!(
        MySession,
        r#"SELECT t.organisation_id AS "organisation: OrganisationId", o.name AS organisation_name,
                  t.id AS "session: TrainingSessionId", e.id AS "enrolment: EnrolmentId"
           FROM enrolment e
           JOIN training_session t ON t.id = e.session_id
           JOIN organisation o ON o.id = t.organisation_id
           WHERE e.person_id = $1 AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
             AND t.status <> 'draft' AND ($2::uuid IS NULL OR t.id = $2)
           ORDER BY t.starts_on DESC, t.id DESC LIMIT 100"#,
        person.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// Whether a file proves a reason, or attendance, of this person.
pub async fn has_file(db: impl PgExecutor<'_>, person: PersonId, file: FileId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM attendance_mark m JOIN enrolment e ON e.id = m.enrolment_id
                          WHERE e.person_id = $1 AND m.proof_file_id = $2)
               OR EXISTS (SELECT FROM attendance_proof p JOIN enrolment e ON e.id = p.enrolment_id
                          WHERE e.person_id = $1 AND p.file_id = $2) AS "has!""#,
        person.0,
        file.0,
    )
    .fetch_one(db)
    .await
}
