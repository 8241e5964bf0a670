//! What this slice holds about one person, and how it goes.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::{accounts, members};
use crate::events::Event;
use crate::ids::{CompanyId, Ids, PersonId, RecruiterId};
use crate::platform::db::{Tx, audit};

/// Everything held about the person as a recruiter, and about whoever was invited at their address.
pub async fn personal_data(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let account: Option<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'status', r.status, 'status_reason', r.status_reason,
                      'status_at', r.status_at, 'decided_by', r.decided_by, 'role', r.role, 'proof', r.proof,
                      'proof_email', r.proof_email, 'message', r.message, 'requested_at', r.requested_at,
                      'confirmed_at', r.confirmed_at, 'lapsed_at', r.lapsed_at,
                      'was_invited', r.invited_by IS NOT NULL) AS "account!"
           FROM recruiter r JOIN company c ON c.id = r.company_id WHERE r.person_id = $1"#,
        person.0,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let code: Option<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('email', email, 'last_sent_at', last_sent_at, 'attempts', attempts,
                      'sent_in_hour', sent_in_hour) AS "code!"
           FROM company_email_proof WHERE person_id = $1"#,
        person.0,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let received: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'email', i.email, 'role', i.role,
                      'created_at', i.created_at, 'expires_at', i.expires_at, 'accepted_at', i.accepted_at) AS "invitation!"
           FROM company_invitation i JOIN company c ON c.id = i.company_id
           JOIN person p ON lower(p.email) = lower(i.email)
           WHERE p.id = $1 ORDER BY i.created_at, i.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let sent: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('role', role, 'created_at', created_at, 'accepted_at', accepted_at) AS "invitation!"
           FROM company_invitation WHERE invited_by = $1 ORDER BY created_at, id"#,
        person.0,
    )
    .fetch_all(connection)
    .await?;
    Ok(json!({
        "recruiter_account": account, "address_being_proved": code,
        "invitations_received": received, "invitations_sent": sent,
    }))
}

/// Erases the person's recruiter account and what else names them. When they were the last admin of a company, whoever was
/// granted first of their colleagues runs it from now on.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    // The account first: it locks its company, as whoever writes an invitation does before touching one.
    erase_account(tx, ids, person, now).await?;
    sqlx::query!(
        "DELETE FROM company_invitation WHERE lower(email) = (SELECT lower(email) FROM person WHERE id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE company_invitation SET invited_by = NULL WHERE invited_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM company_email_proof WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("UPDATE accepted_domain SET granted_by = NULL WHERE granted_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE recruiter SET invited_by = NULL WHERE invited_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

async fn erase_account(tx: &mut Tx<'_>, ids: &Ids, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let account = sqlx::query!(
        r#"SELECT id AS "id: RecruiterId", company_id AS "company: CompanyId" FROM recruiter WHERE person_id = $1"#,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(account) = account else { return Ok(()) };
    members::lock_company(tx, account.company).await?;
    accounts::delete(tx, account.id).await?;
    let entry = audit::Entry::new(Event::RecruiterStatusChanged, now, "recruiter", account.id.0);
    audit::record(tx, ids, entry.change(json!({ "status": "erased" }), None)).await?;
    members::keep_admin(tx, ids, account.company, now).await
}
