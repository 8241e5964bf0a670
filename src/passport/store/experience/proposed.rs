//! Experiences that staff propose to their own trainees.

use chrono::{DateTime, Utc};

use super::super::super::model::experience::rows::Row;
use crate::ids::{ExperienceId, OrganisationId, PersonId};
use crate::platform::db::Tx;

/// The trainees of an organisation who have these addresses, given in lower case.
pub async fn trainees(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    emails: &[String],
) -> sqlx::Result<Vec<(String, PersonId)>> {
    let rows = sqlx::query!(
        r#"SELECT lower(p.email) AS "email!", p.id AS "id: PersonId"
           FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = $1 AND m.role = 'trainee' AND p.disabled_at IS NULL AND lower(p.email) = ANY($2)"#,
        organisation.0,
        emails,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.email, row.id)).collect())
}

/// A proposal to write.
pub struct Proposal<'a> {
    /// Its id.
    pub id: ExperienceId,
    /// Whose experience it is.
    pub person: PersonId,
    /// Who proposes it, by its name of today.
    pub organisation: (OrganisationId, &'a str),
    /// What it says.
    pub row: &'a Row,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Writes a proposal.
pub async fn insert(tx: &mut Tx<'_>, proposal: &Proposal<'_>) -> sqlx::Result<()> {
    let Proposal { row, .. } = proposal;
    sqlx::query!(
        "INSERT INTO experience (id, person_id, status, title, organisation_name, place, started_on, ended_on, description,
                                 created_at, updated_at, proposed_by, proposed_by_name)
         VALUES ($1, $2, 'proposed', $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)",
        proposal.id.0,
        proposal.person.0,
        row.title,
        row.organisation_name,
        row.place,
        row.started_on,
        row.ended_on,
        row.description,
        proposal.at,
        proposal.organisation.0.0,
        proposal.organisation.1,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
