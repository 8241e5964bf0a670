//! What colleagues may do with a list.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{CompanyId, ListId, PersonId, RecruiterId};
use crate::platform::db::Tx;
use crate::profiles::model::Access;

/// Where a page of [`list`] starts: after this last name, first name and account.
#[derive(Deserialize, Serialize)]
pub struct ColleagueKey(pub String, pub String, pub Uuid);

/// A colleague and what they were given.
pub struct Given {
    /// Their account.
    pub recruiter: RecruiterId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What they may.
    pub access: Access,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Who was given what of a list, by name, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    list: ListId,
    after: Option<ColleagueKey>,
    rows: i64,
) -> sqlx::Result<Vec<Given>> {
    let (last_name, first_name, id) = match after {
        Some(ColleagueKey(last_name, first_name, id)) => (Some(last_name), Some(first_name), Some(id)),
        None => (None, None, None),
    };
    sqlx::query_as!(
        Given,
        r#"SELECT r.id AS "recruiter: RecruiterId", p.first_name, p.last_name, a.access AS "access: Access", a.given_at AS since
           FROM candidate_list_access a JOIN recruiter r ON r.id = a.recruiter_id JOIN person p ON p.id = r.person_id
           WHERE a.list_id = $1 AND ($2::text IS NULL OR (p.last_name, p.first_name, r.id) > ($2, $3, $4))
           ORDER BY p.last_name, p.first_name, r.id LIMIT $5"#,
        list.0,
        last_name,
        first_name,
        id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// The person behind an account that recruits for this company; nothing when there is none.
pub async fn colleague(
    tx: &mut Tx<'_>,
    company: CompanyId,
    recruiter: RecruiterId,
) -> sqlx::Result<Option<PersonId>> {
    // Locked against leaving: nobody is given anything who is gone when it is written.
    sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM recruiter
           WHERE id = $1 AND company_id = $2 AND status = 'granted' FOR KEY SHARE"#,
        recruiter.0,
        company.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Gives a colleague this access; what they had before, if anything.
pub async fn give(
    tx: &mut Tx<'_>,
    list: ListId,
    recruiter: RecruiterId,
    access: Access,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Access>> {
    let before = sqlx::query_scalar!(
        r#"SELECT access AS "access: Access" FROM candidate_list_access WHERE list_id = $1 AND recruiter_id = $2"#,
        list.0,
        recruiter.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO candidate_list_access (list_id, recruiter_id, access, given_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT candidate_list_access_pkey DO UPDATE SET access = excluded.access",
        list.0,
        recruiter.0,
        access as Access,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(before)
}

/// Takes a colleague's access away; false when they had none.
pub async fn take(tx: &mut Tx<'_>, list: ListId, recruiter: RecruiterId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM candidate_list_access WHERE list_id = $1 AND recruiter_id = $2",
        list.0,
        recruiter.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
