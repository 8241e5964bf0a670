//! The company as its recruiter sees it.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use super::super::model::recruiter::{DecidedBy, Status};
use super::super::model::role::Role;
use crate::ids::{CompanyId, PersonId};

/// A recruiter's company.
pub struct MyCompany {
    /// The company.
    pub id: CompanyId,
    /// The establishment's number.
    pub siret: String,
    /// Its legal unit's.
    pub siren: String,
    /// Its name, or its number when the register masks it.
    pub name: String,
    /// Its address, when the register shows it.
    pub address: Option<String>,
    /// Where the account stands.
    pub status: Status,
    /// Why, when it was refused or suspended.
    pub status_reason: Option<String>,
    /// Who brought it there.
    pub decided_by: DecidedBy,
    /// What they are in the company, while it is granted.
    pub role: Role,
    /// Whether colleagues recruit for the company and nobody else runs it.
    pub is_last_admin: bool,
    /// Until when the admins have to say who still works there.
    pub members_due_at: Option<DateTime<Utc>>,
    /// When the register last answered.
    pub register_checked_at: Option<DateTime<Utc>>,
    /// Whether some mail domain is already accepted for the legal unit.
    pub accepts_a_domain: bool,
}

/// The company a person recruits for.
pub async fn company_of(executor: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Option<MyCompany>> {
    sqlx::query_as!(
        MyCompany,
        r#"SELECT c.id AS "id: CompanyId", c.siret, c.siren, COALESCE(c.name, c.siret) AS "name!", c.address,
                  r.status AS "status: Status", r.status_reason,
                  r.decided_by AS "decided_by: DecidedBy", c.register_checked_at,
                  r.role AS "role: Role", c.members_due_at,
                  (r.status = 'granted' AND r.role = 'admin'
                   AND EXISTS (SELECT FROM recruiter o WHERE o.company_id = c.id AND o.id <> r.id AND o.status = 'granted')
                   AND NOT EXISTS (SELECT FROM recruiter o WHERE o.company_id = c.id AND o.id <> r.id
                                     AND o.status = 'granted' AND o.role = 'admin')) AS "is_last_admin!",
                  EXISTS (SELECT FROM accepted_domain d WHERE d.siren = c.siren) AS "accepts_a_domain!"
           FROM recruiter r JOIN company c ON c.id = r.company_id WHERE r.person_id = $1"#,
        person.0
    )
    .fetch_optional(executor)
    .await
}
