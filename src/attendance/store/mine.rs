//! What a trainee sees: where they take part.

use chrono::NaiveDate;
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
    /// Its first day.
    pub starts_on: NaiveDate,
}

/// Where a page of sessions ends: the first day of its last one, and that one.
pub type Key = (NaiveDate, TrainingSessionId);

impl MySession {
    /// Its place among the sessions of somebody.
    pub const fn key(&self) -> Key {
        (self.starts_on, self.session)
    }
}

/// So many of the sessions somebody takes part in, the latest first, from after this one on.
pub async fn sessions(
    db: impl PgExecutor<'_>,
    person: PersonId,
    before: Option<Key>,
    limit: i64,
) -> sqlx::Result<Vec<MySession>> {
    list(db, person, (None, before), limit).await
}

/// A session, if this person takes part in it.
pub async fn session(
    db: impl PgExecutor<'_>,
    person: PersonId,
    session: TrainingSessionId,
) -> sqlx::Result<Option<MySession>> {
    Ok(list(db, person, (Some(session), None), 1).await?.pop())
}

async fn list(
    db: impl PgExecutor<'_>,
    person: PersonId,
    (only, before): (Option<TrainingSessionId>, Option<Key>),
    limit: i64,
) -> sqlx::Result<Vec<MySession>> {
    let (day, id) = before.unzip();
    sqlx::query_as!(
        MySession,
        r#"SELECT t.organisation_id AS "organisation: OrganisationId", o.name AS organisation_name,
                  t.id AS "session: TrainingSessionId", e.id AS "enrolment: EnrolmentId",
                  t.starts_on
           FROM enrolment e
           JOIN training_session t ON t.id = e.session_id
           JOIN organisation o ON o.id = t.organisation_id
           WHERE e.person_id = $1 AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
             AND t.status <> 'draft' AND ($2::uuid IS NULL OR t.id = $2)
             AND ($3::date IS NULL OR (t.starts_on, t.id) < ($3, $4))
           ORDER BY t.starts_on DESC, t.id DESC LIMIT $5"#,
        person.0,
        only.map(|id| id.0),
        day,
        id.map(|id| id.0),
        limit,
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
