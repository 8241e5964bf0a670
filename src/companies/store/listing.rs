//! Recruiter accounts as the platform's staff sees them.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::model::recruiter::Status;
use crate::ids::RecruiterId;

/// One account, its person, its company.
pub struct Listed {
    /// The account.
    pub id: RecruiterId,
    /// First name of the person.
    pub first_name: String,
    /// Last name of the person.
    pub last_name: String,
    /// Address the person signs in with.
    pub email: String,
    /// The establishment's number.
    pub siret: String,
    /// Its legal unit's.
    pub siren: String,
    /// Its name, or its number when the register masks it.
    pub company_name: String,
    /// Its address, when the register shows it.
    pub address: Option<String>,
    /// Whether the register last said it is active.
    pub is_active: bool,
    /// What the confirmed address proves.
    pub proof: Option<String>,
    /// The confirmed address.
    pub proof_email: Option<String>,
    /// What the person wrote.
    pub message: Option<String>,
    /// Whether an admin of the company invited them.
    pub is_invited: bool,
    /// Where the account stands.
    pub status: Status,
    /// Why, when it was refused or suspended.
    pub status_reason: Option<String>,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
}

/// Which accounts, and from where on.
#[derive(Default)]
pub struct Filter {
    /// In this state only.
    pub status: Option<Status>,
    /// After this one, in order of request.
    pub after: Option<(DateTime<Utc>, Uuid)>,
    /// This one only.
    pub id: Option<RecruiterId>,
}

/// The accounts, longest waiting first.
pub async fn list(executor: impl PgExecutor<'_>, filter: Filter, rows: i64) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"SELECT r.id AS "id: RecruiterId", p.first_name, p.last_name, p.email, c.siret, c.siren,
                  COALESCE(c.name, c.siret) AS "company_name!", c.address,
                  c.register_state = 'active' AS "is_active!", r.proof, r.proof_email, r.message,
                  r.invited_by IS NOT NULL AS "is_invited!",
                  r.status AS "status: Status", r.status_reason, r.requested_at
           FROM recruiter r JOIN company c ON c.id = r.company_id JOIN person p ON p.id = r.person_id
           WHERE ($1::text IS NULL OR r.status = $1)
             AND ($2::timestamptz IS NULL OR (r.requested_at, r.id) > ($2, $3))
             AND ($4::uuid IS NULL OR r.id = $4)
           ORDER BY r.requested_at, r.id LIMIT $5"#,
        filter.status as Option<Status>,
        filter.after.map(|(at, _)| at),
        filter.after.map(|(_, id)| id),
        filter.id.map(|id| id.0),
        rows,
    )
    .fetch_all(executor)
    .await
}
