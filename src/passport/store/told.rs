//! Whom mails about passports go to, and what they tell of entries.

use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, ValidationId};

/// Somebody who is written to.
pub struct Recipient {
    /// Where.
    pub email: String,
    /// What they are called.
    pub first_name: String,
    /// Their family name.
    pub last_name: String,
}

/// A person, unless their account is closed.
pub async fn person(db: impl PgExecutor<'_>, id: PersonId) -> sqlx::Result<Option<Recipient>> {
    sqlx::query_as!(
        Recipient,
        "SELECT email, first_name, last_name FROM person WHERE id = $1 AND disabled_at IS NULL",
        id.0,
    )
    .fetch_optional(db)
    .await
}

/// The addresses of those who run an organisation.
pub async fn managers(db: impl PgExecutor<'_>, organisation: OrganisationId) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        "SELECT p.email FROM organisation_member m JOIN person p ON p.id = m.person_id
         WHERE m.organisation_id = $1 AND m.role IN ('admin', 'manager') AND p.disabled_at IS NULL ORDER BY p.id",
        organisation.0,
    )
    .fetch_all(db)
    .await
}

/// What a mail tells of an entry.
pub struct Told {
    /// The skill.
    pub skill: String,
    /// What was found.
    pub step: String,
    /// Whether it is acquired.
    pub passing: bool,
    /// Who found it.
    pub organisation: String,
    /// Why it was revoked.
    pub reason: Option<String>,
}

/// Entries, by skill.
pub async fn entries(db: impl PgExecutor<'_>, ids: &[ValidationId]) -> sqlx::Result<Vec<Told>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Told,
        r#"SELECT v.skill_label AS skill, v.step_name AS step, v.passing, v.organisation_name AS organisation,
                  r.reason AS "reason?"
           FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
           WHERE v.id = ANY($1) ORDER BY lower(v.skill_label), v.id"#,
        &ids,
    )
    .fetch_all(db)
    .await
}
