//! Whom a session knows before they are enrolled: members of its organisation, its trainers, those who take part.

use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, TrainingSessionId};

/// Somebody who belongs to an organisation.
#[derive(Clone, Debug)]
pub struct Known {
    /// The account.
    pub person: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The address they sign in with.
    pub email: String,
}

/// The members of an organisation with this account, or one of these addresses (in lower case).
pub async fn members(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    person: Option<PersonId>,
    emails: &[String],
) -> sqlx::Result<Vec<Known>> {
    sqlx::query_as!(
        Known,
        r#"SELECT p.id AS "person: PersonId", p.first_name, p.last_name, p.email
           FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = $1 AND (p.id = $2 OR lower(p.email) = ANY($3))"#,
        organisation.0,
        person.map(|id| id.0),
        emails,
    )
    .fetch_all(db)
    .await
}

/// Whether somebody trains in a session.
pub async fn trains(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    person: PersonId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM session_trainer r WHERE r.session_id = $1 AND r.person_id = $2)
               OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                          WHERE s.session_id = $1 AND r.person_id = $2 AND r.removed_at IS NULL) AS "trains!""#,
        session.0,
        person.0,
    )
    .fetch_one(db)
    .await
}

/// Those among these people who take part in a session, or took part.
pub async fn taking_part(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    people: &[PersonId],
) -> sqlx::Result<Vec<PersonId>> {
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    sqlx::query_scalar!(
        r#"SELECT person_id AS "person!: PersonId" FROM enrolment
           WHERE session_id = $1 AND person_id = ANY($2) AND status <> 'cancelled'"#,
        session.0,
        &people,
    )
    .fetch_all(db)
    .await
}
