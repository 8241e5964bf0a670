//! Invitations: a place in a company offered to an address.

use chrono::{DateTime, Utc};
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use super::super::model::invitation::MOST_WAITING;
use super::super::model::role::Role;
use crate::ids::{CompanyId, CompanyInvitationId, PersonId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Result};
use crate::platform::tokens::OpaqueToken;

/// An invitation as it is written.
pub struct Draft<'a> {
    /// Its id.
    pub id: CompanyInvitationId,
    /// The company.
    pub company: CompanyId,
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

/// Writes an invitation. It replaces the one that waited for the same address, whose link dies. The company is locked.
pub async fn create(tx: &mut Tx<'_>, token: &OpaqueToken, draft: &Draft<'_>) -> Result<()> {
    sqlx::query!(
        "DELETE FROM company_invitation WHERE company_id = $1 AND lower(email) = lower($2) AND accepted_at IS NULL",
        draft.company.0,
        draft.email,
    )
    .execute(&mut **tx)
    .await?;
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "waiting!" FROM company_invitation
           WHERE company_id = $1 AND accepted_at IS NULL AND expires_at > $2"#,
        draft.company.0,
        draft.now,
    )
    .fetch_one(&mut **tx)
    .await?;
    if waiting >= MOST_WAITING {
        return Err(Code::TooManyInvitations.into());
    }
    sqlx::query!(
        "INSERT INTO company_invitation (id, token_hash, company_id, email, role, invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        draft.id.0,
        token.hash(),
        draft.company.0,
        draft.email,
        draft.role as Role,
        draft.invited_by.0,
        draft.now,
        draft.expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The company that an invitation leads to, to be locked before it.
pub async fn company_of(tx: &mut Tx<'_>, token: &OpaqueToken) -> sqlx::Result<Option<CompanyId>> {
    sqlx::query_scalar!(
        r#"SELECT company_id AS "company: CompanyId" FROM company_invitation WHERE token_hash = $1"#,
        token.hash(),
    )
    .fetch_optional(&mut **tx)
    .await
}

/// An invitation somebody presents.
pub struct Invitation {
    /// Its id.
    pub id: CompanyInvitationId,
    /// The address.
    pub email: String,
    /// The role offered.
    pub role: Role,
    /// Who invited.
    pub invited_by: Option<PersonId>,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
    /// When it was.
    pub accepted_at: Option<DateTime<Utc>>,
    /// Whether whoever invited is an admin of the company now.
    pub is_backed: bool,
}

/// The invitation of this token, locked.
pub async fn lock(tx: &mut Tx<'_>, token: &OpaqueToken) -> sqlx::Result<Option<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"SELECT i.id AS "id: CompanyInvitationId", i.email, i.role AS "role: Role",
                  i.invited_by AS "invited_by: PersonId", i.expires_at, i.accepted_at,
                  EXISTS (SELECT FROM recruiter a WHERE a.person_id = i.invited_by AND a.company_id = i.company_id
                            AND a.status = 'granted' AND a.role = 'admin') AS "is_backed!"
           FROM company_invitation i WHERE i.token_hash = $1 FOR UPDATE OF i"#,
        token.hash(),
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Notes that an invitation was accepted.
pub async fn accept(tx: &mut Tx<'_>, id: CompanyInvitationId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE company_invitation SET accepted_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes on an account that does not recruit yet who invited it, as what.
pub async fn note(
    tx: &mut Tx<'_>,
    account: RecruiterId,
    role: Role,
    invited_by: Option<PersonId>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE recruiter SET role = $2, invited_by = $3 WHERE id = $1",
        account.0,
        role as Role,
        invited_by.map(|person| person.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether somebody who signs in with this address recruits for the company.
pub async fn has_colleague(tx: &mut Tx<'_>, company: CompanyId, email: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM recruiter r JOIN person p ON p.id = r.person_id
                          WHERE r.company_id = $1 AND r.status = 'granted' AND lower(p.email) = lower($2)) AS "has!""#,
        company.0,
        email,
    )
    .fetch_one(&mut **tx)
    .await
}

/// An invitation that can still be accepted.
pub struct Waiting {
    /// Its id.
    pub id: CompanyInvitationId,
    /// The address.
    pub email: String,
    /// The role offered.
    pub role: Role,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
}

/// The invitations that wait for an answer, oldest first, as many rows as asked for.
pub async fn list(
    db: impl PgExecutor<'_>,
    company: CompanyId,
    after: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Waiting>> {
    let (after_at, after_id) = after.unzip();
    sqlx::query_as!(
        Waiting,
        r#"SELECT i.id AS "id: CompanyInvitationId", i.email, i.role AS "role: Role", i.created_at, i.expires_at
           FROM company_invitation i
           WHERE i.company_id = $1 AND i.accepted_at IS NULL AND i.expires_at > $2
             AND EXISTS (SELECT FROM recruiter a WHERE a.person_id = i.invited_by AND a.company_id = i.company_id
                           AND a.status = 'granted' AND a.role = 'admin')
             AND ($3::timestamptz IS NULL OR (i.created_at, i.id) > ($3, $4))
           ORDER BY i.created_at, i.id LIMIT $5"#,
        company.0,
        now,
        after_at,
        after_id,
        rows,
    )
    .fetch_all(db)
    .await
}

/// Takes an invitation back; false when the company has none of this id that waits.
pub async fn revoke(tx: &mut Tx<'_>, company: CompanyId, id: CompanyInvitationId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM company_invitation WHERE id = $1 AND company_id = $2 AND accepted_at IS NULL",
        id.0,
        company.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes the invitations that ran out before this time, accepted or not.
pub async fn purge(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done =
        sqlx::query!("DELETE FROM company_invitation WHERE expires_at < $1", before).execute(pool).await?;
    Ok(done.rows_affected())
}
