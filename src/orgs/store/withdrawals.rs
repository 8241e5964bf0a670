//! SIRETs that the platform took away from organisations.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::OrganisationId;
use crate::platform::db::Tx;

/// Notes that an organisation may not declare this SIRET again.
pub async fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    siret: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO organisation_withdrawn_siret (organisation_id, siret, withdrawn_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT organisation_withdrawn_siret_pkey DO NOTHING",
        organisation.0,
        siret,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Lets an organisation declare this SIRET again; false when it was not taken from it.
pub async fn delete(tx: &mut Tx<'_>, organisation: OrganisationId, siret: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM organisation_withdrawn_siret WHERE organisation_id = $1 AND siret = $2",
        organisation.0,
        siret,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The SIRETs that were taken from these organisations, in order.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisations: &[OrganisationId],
) -> sqlx::Result<Vec<(OrganisationId, String)>> {
    let ids: Vec<Uuid> = organisations.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT organisation_id AS "organisation: OrganisationId", siret
           FROM organisation_withdrawn_siret WHERE organisation_id = ANY ($1) ORDER BY organisation_id, siret"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.organisation, row.siret)).collect())
}

/// Somebody who runs an organisation, to be written to.
pub struct Admin {
    /// Their address.
    pub email: String,
    /// How they are greeted.
    pub first_name: String,
}

/// The admins of an organisation.
pub async fn admins(tx: &mut Tx<'_>, organisation: OrganisationId) -> sqlx::Result<Vec<Admin>> {
    sqlx::query_as!(
        Admin,
        "SELECT p.email, p.first_name FROM organisation_member m JOIN person p ON p.id = m.person_id
         WHERE m.organisation_id = $1 AND m.role = 'admin' ORDER BY p.email",
        organisation.0,
    )
    .fetch_all(&mut **tx)
    .await
}
