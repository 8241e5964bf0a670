//! Invitations: a role offered to an address.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::ids::{OrganisationId, PersonId};
use crate::orgs::model::Role;
use crate::platform::db::Tx;
use crate::platform::tokens::OpaqueToken;

/// An invitation as it is written.
pub struct Draft<'a> {
    /// The organisation that invites.
    pub organisation: OrganisationId,
    /// The address.
    pub email: &'a str,
    /// The role offered.
    pub role: Role,
    /// Who invites.
    pub invited_by: PersonId,
    /// When it is written.
    pub now: DateTime<Utc>,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
}

/// Writes an invitation. It replaces the one that waited for the same address, whose link dies.
pub async fn create(tx: &mut Tx<'_>, token: &OpaqueToken, draft: &Draft<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM organisation_invitation
         WHERE organisation_id = $1 AND lower(email) = lower($2) AND accepted_at IS NULL",
        draft.organisation.0,
        draft.email,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO organisation_invitation
             (token_hash, organisation_id, email, role, invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        token.hash(),
        draft.organisation.0,
        draft.email,
        draft.role.as_str(),
        draft.invited_by.0,
        draft.now,
        draft.expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// An invitation somebody presents.
pub struct Invitation {
    /// The organisation that invites.
    pub organisation: OrganisationId,
    /// The address.
    pub email: String,
    /// The role offered.
    pub role: Role,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
    /// When it was.
    pub accepted_at: Option<DateTime<Utc>>,
}

/// The invitation of this token, locked.
pub async fn lock(tx: &mut Tx<'_>, token: &OpaqueToken) -> sqlx::Result<Option<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"SELECT organisation_id AS "organisation: OrganisationId", email, role AS "role: Role",
                  expires_at, accepted_at
           FROM organisation_invitation WHERE token_hash = $1 FOR UPDATE"#,
        token.hash(),
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Notes that an invitation was accepted.
pub async fn accept(tx: &mut Tx<'_>, token: &OpaqueToken, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE organisation_invitation SET accepted_at = $2 WHERE token_hash = $1",
        token.hash(),
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes the invitations that ran out before this time, accepted or not.
pub async fn purge(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM organisation_invitation WHERE expires_at < $1", before)
        .execute(pool)
        .await?;
    Ok(done.rows_affected())
}
