//! The people a company leaves out of its searches.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use moka::sync::Cache;
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::ids::{CompanyId, ExclusionId, ProfileId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Result};

/// Companies whose people are kept in memory.
const CAPACITY: u64 = 10_000;
/// Most people one company leaves out.
const MOST_EXCLUDED: i64 = 5000;

/// The people each company leaves out, kept in memory for as long as the company changes nothing.
///
/// Only searches that hide them ask, and each asks PostgreSQL first which state is in force: whoever excludes somebody does not
/// find them again, on any node.
#[derive(Clone)]
pub struct Exclusions(Cache<CompanyId, Arc<Excluded>>);

/// The people one company leaves out, and the state they were read at.
#[derive(Debug)]
struct Excluded {
    number: i64,
    profiles: Vec<carnet_index::ProfileId>,
}

impl Default for Exclusions {
    fn default() -> Self {
        Self(Cache::new(CAPACITY))
    }
}

impl Exclusions {
    /// The people this company leaves out now.
    pub async fn of(&self, pool: &PgPool, company: CompanyId) -> sqlx::Result<Vec<carnet_index::ProfileId>> {
        let number = sqlx::query_scalar!("SELECT exclusions FROM company WHERE id = $1", company.0)
            .fetch_one(pool)
            .await?;
        if let Some(kept) = self.0.get(&company).filter(|kept| kept.number == number) {
            return Ok(kept.profiles.clone());
        }
        let read = Arc::new(read(pool, company).await?);
        self.0.insert(company, Arc::clone(&read));
        Ok(read.profiles.clone())
    }
}

async fn read(pool: &PgPool, company: CompanyId) -> sqlx::Result<Excluded> {
    // One statement, hence one snapshot: the number belongs to the people.
    let row = sqlx::query!(
        r#"SELECT exclusions AS number,
                  ARRAY(SELECT p.profile_id FROM excluded_profile x JOIN person p ON p.id = x.person_id
                        WHERE x.company_id = company.id ORDER BY p.profile_id) AS "profiles!: Vec<ProfileId>"
           FROM company WHERE id = $1"#,
        company.0,
    )
    .fetch_one(pool)
    .await?;
    Ok(Excluded { number: row.number, profiles: row.profiles.into_iter().map(Into::into).collect() })
}

/// Somebody a company leaves out. Whether they may be shown is for the caller to ask.
pub struct Line {
    /// The line.
    pub id: ExclusionId,
    /// Who: never answered of somebody who cannot be seen.
    pub profile: ProfileId,
    /// Since when.
    pub excluded_at: DateTime<Utc>,
}

/// Where a page of [`list`] starts: before this time and line.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct LineKey(pub DateTime<Utc>, pub Uuid);

/// The people a company leaves out, latest first, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    company: CompanyId,
    after: Option<LineKey>,
    rows: i64,
) -> sqlx::Result<Vec<Line>> {
    let (after_at, after_id) = after.map(|LineKey(at, id)| (at, id)).unzip();
    sqlx::query_as!(
        Line,
        r#"SELECT x.id AS "id: ExclusionId", p.profile_id AS "profile: ProfileId", x.excluded_at
           FROM excluded_profile x JOIN person p ON p.id = x.person_id
           WHERE x.company_id = $1 AND ($2::timestamptz IS NULL OR (x.excluded_at, x.id) < ($2, $3))
           ORDER BY x.excluded_at DESC, x.id DESC LIMIT $4"#,
        company.0,
        after_at,
        after_id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// Leaves people out from now on; who was not left out before. Refuses one too many.
pub async fn add(
    tx: &mut Tx<'_>,
    company: CompanyId,
    new: &[(ExclusionId, ProfileId)],
    by: RecruiterId,
    now: DateTime<Utc>,
) -> Result<Vec<ExclusionId>> {
    let (ids, profiles): (Vec<Uuid>, Vec<Uuid>) = new.iter().map(|(id, profile)| (id.0, profile.0)).unzip();
    // People before the company, as an erasure takes them: neither waits for the other.
    sqlx::query!("SELECT FROM person WHERE profile_id = ANY($1) ORDER BY id FOR KEY SHARE", &profiles)
        .execute(&mut **tx)
        .await?;
    outdate(tx, company).await?;
    let added = sqlx::query_scalar!(
        r#"INSERT INTO excluded_profile (company_id, person_id, id, excluded_by, excluded_at)
           SELECT $1, p.id, n.id, $2, $3
           FROM UNNEST($4::uuid[], $5::uuid[]) AS n (id, profile_id) JOIN person p ON p.profile_id = n.profile_id
           ON CONFLICT ON CONSTRAINT excluded_profile_pkey DO NOTHING
           RETURNING id AS "id: ExclusionId""#,
        company.0,
        by.0,
        now,
        &ids,
        &profiles,
    )
    .fetch_all(&mut **tx)
    .await?;
    let held = sqlx::query_scalar!(
        r#"SELECT count(*) AS "held!" FROM excluded_profile WHERE company_id = $1"#,
        company.0
    )
    .fetch_one(&mut **tx)
    .await?;
    if held <= MOST_EXCLUDED { Ok(added) } else { Err(Code::TooManyExclusions.into()) }
}

/// Lets somebody appear again; false when the company has no such line.
pub async fn remove(tx: &mut Tx<'_>, company: CompanyId, id: ExclusionId) -> sqlx::Result<bool> {
    outdate(tx, company).await?;
    let done =
        sqlx::query!("DELETE FROM excluded_profile WHERE id = $1 AND company_id = $2", id.0, company.0)
            .execute(&mut **tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Outdates what every node keeps in memory, and locks the company's people until the transaction ends.
async fn outdate(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE company SET exclusions = exclusions + 1 WHERE id = $1", company.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
