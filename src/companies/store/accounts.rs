//! Recruiter accounts: asked for, held, left.
//!
//! Whoever locks an account locks its company first: what is decided about one account depends on the others, and two who lock
//! never wait for each other.

use chrono::{DateTime, Utc};
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use super::super::model::confirmation::Colleague;
use super::super::model::recruiter::{DecidedBy, Status, may_leave};
use super::super::model::role::Role;
use super::super::model::siret::Siren;
use crate::events::Event;
use crate::ids::{CompanyId, PersonId, RecruiterId};
use crate::platform::db::constraint::OnConstraint;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Result};
use crate::platform::state::AppState;
use crate::registers::RegisterState;

/// A recruiter account with what its moves need.
#[derive(Clone, Debug)]
pub struct Account {
    /// The account.
    pub id: RecruiterId,
    /// Whose it is.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
    /// Where it stands.
    pub status: Status,
    /// Who brought it there.
    pub decided_by: DecidedBy,
    /// What they are in the company, while it is granted.
    pub role: Role,
    /// When somebody last said that they work there.
    pub confirmed_at: DateTime<Utc>,
    /// When it was suspended because nobody said so.
    pub lapsed_at: Option<DateTime<Utc>>,
    /// The address the person confirmed.
    pub proof_email: Option<String>,
    /// What the register last said of the company.
    pub register_state: RegisterState,
    /// The company's number.
    pub siret: String,
    /// The company's legal unit.
    pub siren: String,
    /// The company's name, or its number when the register masks it.
    pub company_name: String,
    /// Where the person is written to.
    pub email: String,
    /// How the person is greeted.
    pub first_name: String,
}

impl Account {
    /// What matters of it when colleagues are confirmed.
    pub const fn colleague(&self) -> Colleague {
        let Self { id, status, role, confirmed_at, .. } = *self;
        Colleague { id, status, role, confirmed_at }
    }
}

/// Refuses when the person already has an account: one represents one company at a time.
pub async fn refuse_second(pool: &PgPool, person: PersonId) -> Result<()> {
    let exists = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM recruiter WHERE person_id = $1) AS "exists!""#,
        person.0
    )
    .fetch_one(pool)
    .await?;
    if exists { Err(Code::AlreadyRecruiter.into()) } else { Ok(()) }
}

/// Asks for an account in this first state.
pub async fn insert(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    company: CompanyId,
    status: Status,
) -> Result<()> {
    let now = state.clock.now();
    let id: RecruiterId = state.ids.ordered();
    sqlx::query!(
        "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, requested_at)
         VALUES ($1, $2, $3, $4, $5, 'rule', $5)",
        id.0,
        company.0,
        person.0,
        status as Status,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("recruiter_person_key", Code::AlreadyRecruiter)?;
    let entry = audit::Entry::new(Event::RecruiterRequested, now, "recruiter", id.0)
        .by(person)
        .change(None, serde_json::json!({ "status": status }));
    audit::record(tx, &state.ids, entry).await?;
    Ok(())
}

/// Locks the account of a person; 404 when there is none.
pub async fn lock_of_person(tx: &mut Tx<'_>, person: PersonId) -> Result<Account> {
    let ids = sqlx::query_scalar!("SELECT id FROM recruiter WHERE person_id = $1", person.0)
        .fetch_all(&mut **tx)
        .await?;
    one(lock(tx, &ids).await?)
}

/// Locks this account; 404 when there is none.
pub async fn lock_by_id(tx: &mut Tx<'_>, id: RecruiterId) -> Result<Account> {
    one(lock(tx, &[id.0]).await?)
}

/// Locks every account of a company.
pub async fn lock_of_company(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<Vec<Account>> {
    let ids = sqlx::query_scalar!("SELECT id FROM recruiter WHERE company_id = $1", company.0)
        .fetch_all(&mut **tx)
        .await?;
    lock(tx, &ids).await
}

/// Removes the account, unless its state forbids it. The company and its accepted domains stay.
pub async fn leave(tx: &mut Tx<'_>, state: &AppState, person: PersonId) -> Result<()> {
    let account = lock_of_person(tx, person).await?;
    may_leave(account.status, account.decided_by, is_last_admin(&mut **tx, account.id).await?)?;
    delete(tx, account.id).await?;
    let entry =
        audit::Entry::new(Event::RecruiterStatusChanged, state.clock.now(), "recruiter", account.id.0)
            .by(person)
            .change(serde_json::json!({ "status": account.status }), None);
    audit::record(tx, &state.ids, entry).await?;
    Ok(())
}

/// Deletes an account, and what belongs to it alone.
pub async fn delete(tx: &mut Tx<'_>, id: RecruiterId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM recruiter WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Whether the account is the only admin of a company that others recruit for.
pub async fn is_last_admin(executor: impl PgExecutor<'_>, id: RecruiterId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM recruiter r
               WHERE r.id = $1 AND r.status = 'granted' AND r.role = 'admin'
                 AND EXISTS (SELECT FROM recruiter o WHERE o.company_id = r.company_id AND o.id <> r.id AND o.status = 'granted')
                 AND NOT EXISTS (SELECT FROM recruiter o WHERE o.company_id = r.company_id AND o.id <> r.id
                                   AND o.status = 'granted' AND o.role = 'admin')) AS "is_last!""#,
        id.0
    )
    .fetch_one(executor)
    .await
}

/// What decides whether a person may search, read anew at each request.
pub struct Standing {
    /// The account.
    pub recruiter: RecruiterId,
    /// The company.
    pub company: CompanyId,
    /// Its legal unit.
    pub siren: String,
    /// Where the account stands.
    pub status: Status,
    /// What they are in the company.
    pub role: Role,
    /// What the register last said.
    pub register_state: RegisterState,
}

/// The standing of a person; none without a recruiter account.
pub async fn standing(executor: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Option<Standing>> {
    sqlx::query_as!(
        Standing,
        r#"SELECT r.id AS "recruiter: RecruiterId", c.id AS "company: CompanyId", c.siren,
                  r.status AS "status: Status", r.role AS "role: Role",
                  c.register_state AS "register_state: RegisterState"
           FROM recruiter r JOIN company c ON c.id = r.company_id WHERE r.person_id = $1"#,
        person.0
    )
    .fetch_optional(executor)
    .await
}

/// Whether a mail domain is accepted for this legal unit.
pub async fn accepts_domain(tx: &mut Tx<'_>, siren: &str, domain: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM accepted_domain WHERE siren = $1 AND domain = $2) AS "accepted!""#,
        siren,
        domain
    )
    .fetch_one(&mut **tx)
    .await
}

/// Accepts a mail domain for the legal unit of an account; once accepted it stays.
pub async fn accept_domain(
    tx: &mut Tx<'_>,
    state: &AppState,
    account: &Account,
    domain: &str,
    by: PersonId,
) -> sqlx::Result<()> {
    let now = state.clock.now();
    sqlx::query!(
        "INSERT INTO accepted_domain (siren, domain, granted_by, granted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT accepted_domain_pkey DO NOTHING",
        account.siren,
        domain,
        by.0,
        now
    )
    .execute(&mut **tx)
    .await?;
    let entry = audit::Entry::new(Event::CompanyDomainAccepted, now, "recruiter", account.id.0)
        .by(by)
        .change(None, serde_json::json!({ "siren": account.siren, "domain": domain }));
    audit::record(tx, &state.ids, entry).await
}

/// The legal unit's number as it was stored.
pub fn stored_siren(text: &str) -> Result<Siren> {
    text.parse().map_err(|error| Error::Internal(anyhow::anyhow!("stored SIREN {text}: {error}")))
}

async fn lock(tx: &mut Tx<'_>, ids: &[Uuid]) -> sqlx::Result<Vec<Account>> {
    sqlx::query!(
        "SELECT FROM company WHERE id IN (SELECT company_id FROM recruiter WHERE id = ANY($1))
         ORDER BY id FOR NO KEY UPDATE",
        ids
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query_as!(
        Account,
        r#"SELECT r.id AS "id: RecruiterId", r.person_id AS "person: PersonId", c.id AS "company: CompanyId",
                  r.status AS "status: Status", r.decided_by AS "decided_by: DecidedBy", r.role AS "role: Role",
                  COALESCE(r.confirmed_at, r.status_at) AS "confirmed_at!", r.lapsed_at, r.proof_email,
                  c.register_state AS "register_state: RegisterState", c.siret, c.siren,
                  COALESCE(c.name, c.siret) AS "company_name!", p.email, p.first_name
           FROM recruiter r JOIN company c ON c.id = r.company_id JOIN person p ON p.id = r.person_id
           WHERE r.id = ANY($1) ORDER BY r.id FOR UPDATE OF r"#,
        ids
    )
    .fetch_all(&mut **tx)
    .await
}

fn one(accounts: Vec<Account>) -> Result<Account> {
    accounts.into_iter().next().ok_or_else(Error::not_found)
}
