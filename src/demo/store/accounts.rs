//! Writes the demo accounts: people, companies, memberships.

use chrono::{DateTime, Duration, Utc};

use crate::demo::model::accounts::{Account, Employer, Role};
use crate::ids::{CompanyId, Ids, OrganisationId, PersonId, ProfileId, RecruiterId};
use crate::platform::db::Tx;

/// How long the demo companies, which no register knows, go unchecked.
const UNCHECKED: Duration = Duration::days(36_500);

/// Writes the person behind an account.
pub async fn insert_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    account: &Account,
    password_hash: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<(PersonId, ProfileId)> {
    let (person, profile): (PersonId, ProfileId) = (ids.ordered(), ids.opaque());
    sqlx::query!(
        "INSERT INTO person (id, profile_id, email, email_confirmed_at, first_name, last_name,
             is_platform_admin, password_hash, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $4, $4)",
        person.0,
        profile.0,
        account.email,
        at,
        account.first_name,
        account.last_name,
        account.role == Role::Platform,
        password_hash,
    )
    .execute(&mut **tx)
    .await?;
    Ok((person, profile))
}

/// Makes the person a member of the organisation.
pub async fn insert_member(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    role: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO organisation_member (organisation_id, person_id, role, joined_at) VALUES ($1, $2, $3, $4)",
        organisation.0,
        person.0,
        role,
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Makes the person a recruiter of the company, in this state.
pub async fn insert_recruiter(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    employer: &Employer,
    status: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    let company = insert_company(tx, ids, employer, at).await?;
    sqlx::query!(
        "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, message, requested_at, role,
                                confirmed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $5, CASE WHEN $4 = 'granted' THEN 'admin' ELSE 'member' END,
                 CASE WHEN $4 = 'granted' THEN $5::timestamptz END)",
        ids.ordered::<RecruiterId>().0,
        company.0,
        person.0,
        status,
        at,
        if status == "granted" { "staff" } else { "rule" },
        "Bonjour, je recrute pour cette entreprise et je n’ai pas d’adresse à son nom de domaine.",
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert_company(
    tx: &mut Tx<'_>,
    ids: &Ids,
    employer: &Employer,
    at: DateTime<Utc>,
) -> sqlx::Result<CompanyId> {
    let (company, siret): (CompanyId, _) = (ids.ordered(), employer.siret());
    sqlx::query!(
        "INSERT INTO company (id, siret, siren, name, address, register_state, register_source,
             register_checked_at, next_check_at, created_at)
         VALUES ($1, $2, $3, $4, $5, 'active', 'demo', $6, $7, $6)",
        company.0,
        siret,
        &siret[..9],
        employer.name,
        employer.address,
        at,
        at + UNCHECKED,
    )
    .execute(&mut **tx)
    .await?;
    Ok(company)
}

/// Remembers that the accounts exist.
pub async fn remember(tx: &mut Tx<'_>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE demo_seed SET has_accounts = true").execute(&mut **tx).await?;
    Ok(())
}
