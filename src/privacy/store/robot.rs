//! The invented recruiter of the nightly check: made for it, removed after it.

use chrono::{DateTime, Duration, Utc};

use crate::ids::{CompanyId, Ids, PersonId, ProfileId, RecruiterId};
use crate::platform::db::Tx;

/// An address that no mail can be sent to.
const EMAIL: &str = "controle-de-confidentialite@carnet.invalid";
/// A number with right check digits that was given to nobody: those of Sirene begin higher.
pub const SIREN: &str = "000099994";
const SIRET: &str = "00009999400006";
/// What people read whose profile it opens.
const NAME: &str = "Carnet — contrôle automatique de confidentialité";

/// Makes the recruiter of a company with which nobody shares anything, and gives their account. What a check that was cut off
/// left is removed first.
pub async fn create(tx: &mut Tx<'_>, ids: &Ids, hash: &str, now: DateTime<Utc>) -> sqlx::Result<PersonId> {
    remove(tx).await?;
    let (person, company): (PersonId, CompanyId) = (ids.ordered(), ids.ordered());
    sqlx::query!(
        "INSERT INTO person (id, profile_id, email, email_confirmed_at, first_name, last_name, password_hash, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 'Contrôle', 'Automatique', $5, $4, $4)",
        person.0,
        ids.opaque::<ProfileId>().0,
        EMAIL,
        now,
        hash,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO company (id, siret, siren, name, register_state, register_checked_at, next_check_at, created_at)
         VALUES ($1, $2, $3, $4, 'active', $5, $6, $5)",
        company.0,
        SIRET,
        SIREN,
        NAME,
        now,
        now + Duration::days(1),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, requested_at)
         VALUES ($1, $2, $3, 'granted', $4, 'rule', $4)",
        ids.ordered::<RecruiterId>().0,
        company.0,
        person.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(person)
}

/// Removes the recruiter, the sessions and the company.
pub async fn remove(tx: &mut Tx<'_>) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM person WHERE email = $1", EMAIL).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM company WHERE siret = $1", SIRET).execute(&mut **tx).await?;
    Ok(())
}
