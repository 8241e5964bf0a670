//! Colleagues: who recruits for a company, who runs it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::model::recruiter::Status;
use super::super::model::role::Role;
use super::super::policy;
use crate::events::Event;
use crate::ids::{CompanyId, Ids, PersonId, RecruiterId};
use crate::notices::NoticeKind;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Result};
use crate::platform::live::{self, Notice};

/// Where a page of [`list`] starts: after this last name, first name and account.
#[derive(Deserialize, Serialize)]
pub struct MemberKey(pub String, pub String, pub Uuid);

/// Somebody who recruits for the company, or was suspended from it.
pub struct Member {
    /// The account.
    pub id: RecruiterId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The address they sign in with.
    pub email: String,
    /// What they are in the company.
    pub role: Role,
    /// Where the account stands.
    pub status: Status,
    /// Since when.
    pub status_at: DateTime<Utc>,
    /// When somebody last said that they work there.
    pub confirmed_at: DateTime<Utc>,
    /// When the account was suspended because nobody said so.
    pub lapsed_at: Option<DateTime<Utc>>,
}

/// Which colleagues.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<RecruiterId>,
    /// Where the page starts.
    pub after: Option<MemberKey>,
}

/// The company's people by name, as many rows as asked for. Who only asked for an account is none of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    company: CompanyId,
    filter: Filter,
    rows: i64,
) -> sqlx::Result<Vec<Member>> {
    let (last_name, first_name, id) = match filter.after {
        Some(MemberKey(last_name, first_name, id)) => (Some(last_name), Some(first_name), Some(id)),
        None => (None, None, None),
    };
    sqlx::query_as!(
        Member,
        r#"SELECT r.id AS "id: RecruiterId", p.first_name, p.last_name, p.email,
                  r.role AS "role: Role", r.status AS "status: Status", r.status_at,
                  COALESCE(r.confirmed_at, r.status_at) AS "confirmed_at!", r.lapsed_at
           FROM recruiter r JOIN person p ON p.id = r.person_id
           WHERE r.company_id = $1 AND r.status IN ('granted', 'suspended') AND ($2::uuid IS NULL OR r.id = $2)
             AND ($3::text IS NULL OR (p.last_name, p.first_name, r.id) > ($3, $4, $5))
           ORDER BY p.last_name, p.first_name, r.id LIMIT $6"#,
        company.0,
        filter.id.map(|id| id.0),
        last_name,
        first_name,
        id,
        rows,
    )
    .fetch_all(db)
    .await
}

/// Locks the company until the transaction ends.
pub async fn lock_company(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<()> {
    sqlx::query!("SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE", company.0).execute(&mut **tx).await?;
    Ok(())
}

/// Locks the company for one of its admins; refused to whoever is none, as it stands under the lock.
pub async fn lock_for_admin(tx: &mut Tx<'_>, company: CompanyId, asker: RecruiterId) -> Result<()> {
    lock_company(tx, company).await?;
    let standing = sqlx::query!(
        r#"SELECT status AS "status: Status", role AS "role: Role" FROM recruiter WHERE id = $1 AND company_id = $2"#,
        asker.0,
        company.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let standing = standing.ok_or(Code::RecruiterRequired)?;
    policy::may_run(standing.status, standing.role)
}

/// Gives an account another role, and notes who did.
pub async fn set_role(
    tx: &mut Tx<'_>,
    ids: &Ids,
    (id, before): (RecruiterId, Role),
    role: Role,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("UPDATE recruiter SET role = $2 WHERE id = $1", id.0, role as Role)
        .execute(&mut **tx)
        .await?;
    let mut entry = audit::Entry::new(Event::ColleagueRoleChanged, now, "recruiter", id.0)
        .change(json!({ "role": before }), json!({ "role": role }));
    if let Some(by) = by {
        entry = entry.by(by);
    }
    audit::record(tx, ids, entry).await
}

/// Tells somebody what they are in their company from now on.
pub async fn tell_role(
    tx: &mut Tx<'_>,
    ids: &Ids,
    (company, person): (CompanyId, PersonId),
    role: Role,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let facts = json!({ "company": name(tx, company).await?, "role": role });
    let notice = Notice { person, kind: NoticeKind::CompanyRoleChanged, subject: company.0, facts };
    live::tell(tx, ids, &[notice], now).await
}

/// The company's name, or its number when the register masks it.
pub async fn name(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<String> {
    sqlx::query_scalar!(r#"SELECT COALESCE(name, siret) AS "name!" FROM company WHERE id = $1"#, company.0)
        .fetch_one(&mut **tx)
        .await
}

/// Makes sure that somebody runs a company that somebody recruits for: without an admin, whoever was granted first becomes one.
/// The company is locked.
pub async fn keep_admin(
    tx: &mut Tx<'_>,
    ids: &Ids,
    company: CompanyId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let oldest = sqlx::query!(
        r#"SELECT r.id AS "id: RecruiterId", r.person_id AS "person: PersonId",
                  EXISTS (SELECT FROM recruiter o WHERE o.company_id = $1 AND o.id <> r.id AND o.status = 'granted')
                      AS "has_colleagues!"
           FROM recruiter r
           WHERE r.company_id = $1 AND r.status = 'granted'
             AND NOT EXISTS (SELECT FROM recruiter a
                             WHERE a.company_id = $1 AND a.status = 'granted' AND a.role = 'admin')
           ORDER BY r.status_at, r.id LIMIT 1"#,
        company.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(oldest) = oldest else { return Ok(()) };
    set_role(tx, ids, (oldest.id, Role::Member), Role::Admin, None, now).await?;
    // Whoever is alone has just been told that the search is open; nothing else changes for them.
    if oldest.has_colleagues {
        tell_role(tx, ids, (company, oldest.person), Role::Admin, now).await?;
    }
    Ok(())
}

/// Companies that somebody recruits for and nobody runs; there are none but after a fault.
pub async fn companies_without_admin(db: impl PgExecutor<'_>) -> sqlx::Result<Vec<CompanyId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT r.company_id AS "id: CompanyId" FROM recruiter r
           WHERE r.status = 'granted'
             AND NOT EXISTS (SELECT FROM recruiter a
                             WHERE a.company_id = r.company_id AND a.status = 'granted' AND a.role = 'admin')
           ORDER BY 1 LIMIT 1000"#
    )
    .fetch_all(db)
    .await
}

/// How many admins run the company, which is locked.
pub async fn count_admins(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "admins!" FROM recruiter
           WHERE company_id = $1 AND status = 'granted' AND role = 'admin'"#,
        company.0,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Whether this is an account of the company, in whatever state.
pub async fn belongs(tx: &mut Tx<'_>, company: CompanyId, id: RecruiterId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM recruiter WHERE id = $1 AND company_id = $2) AS "belongs!""#,
        id.0,
        company.0,
    )
    .fetch_one(&mut **tx)
    .await
}
