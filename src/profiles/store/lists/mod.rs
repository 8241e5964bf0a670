//! Lists of people: the lists, who holds what of them, who is on them.

pub mod access;
pub mod contacts;
pub mod entries;
mod retention;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::companies::{Role, VerifiedRecruiter};
use crate::ids::{CompanyId, ListId, ProfileId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::profiles::model::{Access, Hold};

pub use retention::purge;

/// Most lists of one company.
const MOST_LISTS: i64 = 500;

/// A list, as somebody of the company sees it.
pub struct List {
    /// Its id.
    pub id: ListId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who made it; nothing once they left.
    pub owner: Option<RecruiterId>,
    /// Their first name.
    pub owner_first_name: Option<String>,
    /// Their last name.
    pub owner_last_name: Option<String>,
    /// What the reader was given of it.
    pub given: Option<Access>,
    /// People to contact.
    pub to_contact: i64,
    /// People who were contacted.
    pub contacted: i64,
    /// People who answered.
    pub answered: i64,
    /// Raised by every write.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
}

impl List {
    /// What the reader holds of it.
    pub fn hold(&self, reader: &VerifiedRecruiter) -> Option<Hold> {
        Hold::of(self.owner == Some(reader.recruiter), self.given, self.owner.is_some(), reader.role)
    }
}

/// Where a page of [`list`] starts: before this time and id.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct ListKey(pub DateTime<Utc>, pub Uuid);

/// Which lists.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<ListId>,
    /// Where the page starts.
    pub after: Option<ListKey>,
}

/// The lists the reader sees, newest first, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    reader: &VerifiedRecruiter,
    filter: Filter,
    rows: i64,
) -> sqlx::Result<Vec<List>> {
    let (after_at, after_id) = filter.after.map(|ListKey(at, id)| (at, id)).unzip();
    sqlx::query_as!(
        List,
        r#"SELECT l.id AS "id: ListId", l.name, l.description, l.owner_id AS "owner: RecruiterId",
                  p.first_name AS "owner_first_name?", p.last_name AS "owner_last_name?",
                  a.access AS "given?: Access", n.to_contact AS "to_contact!", n.contacted AS "contacted!",
                  n.answered AS "answered!", l.version, l.created_at, l.updated_at
           FROM candidate_list l
           LEFT JOIN candidate_list_access a ON a.list_id = l.id AND a.recruiter_id = $2
           LEFT JOIN recruiter r ON r.id = l.owner_id
           LEFT JOIN person p ON p.id = r.person_id
           CROSS JOIN LATERAL (
               SELECT count(*) FILTER (WHERE one.stage = 0) AS to_contact, count(*) FILTER (WHERE one.stage = 1) AS contacted,
                      count(*) FILTER (WHERE one.stage = 2) AS answered
               FROM (SELECT GREATEST(e.stage, k.stage) AS stage FROM candidate_list_entry e
                     LEFT JOIN company_contact k ON k.company_id = l.company_id AND k.person_id = e.person_id
                     WHERE e.list_id = l.id) one) n
           WHERE l.company_id = $1
             AND (l.owner_id = $2 OR a.access IS NOT NULL OR (l.owner_id IS NULL AND $3))
             AND ($4::uuid IS NULL OR l.id = $4)
             AND ($5::timestamptz IS NULL OR (l.created_at, l.id) < ($5, $6))
           ORDER BY l.created_at DESC, l.id DESC LIMIT $7"#,
        reader.company.0,
        reader.recruiter.0,
        reader.role == Role::Admin,
        filter.id.map(|id| id.0),
        after_at,
        after_id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// One list the reader sees; to the others it does not exist.
pub async fn find(connection: &mut PgConnection, reader: &VerifiedRecruiter, id: ListId) -> Result<List> {
    let filter = Filter { id: Some(id), after: None };
    list(connection, reader, filter, 1).await?.pop().ok_or_else(Error::not_found)
}

/// A list that stays locked until the transaction ends.
#[derive(Clone, Copy)]
pub struct Locked {
    /// What the asker holds of it.
    pub hold: Hold,
    /// Its version.
    pub version: i32,
    /// Whose it is.
    pub owner: Option<RecruiterId>,
}

/// Locks a list the asker sees; to the others it does not exist.
pub async fn lock(tx: &mut Tx<'_>, asker: &VerifiedRecruiter, id: ListId) -> Result<Locked> {
    let row = sqlx::query!(
        r#"SELECT l.version, l.owner_id AS "owner: RecruiterId",
                  (SELECT a.access FROM candidate_list_access a WHERE a.list_id = l.id AND a.recruiter_id = $3)
                      AS "given: Access"
           FROM candidate_list l WHERE l.id = $1 AND l.company_id = $2 FOR UPDATE OF l"#,
        id.0,
        asker.company.0,
        asker.recruiter.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let row = row.ok_or_else(Error::not_found)?;
    let is_owner = row.owner == Some(asker.recruiter);
    let hold = Hold::of(is_owner, row.given, row.owner.is_some(), asker.role).ok_or_else(Error::not_found)?;
    Ok(Locked { hold, version: row.version, owner: row.owner })
}

/// What a list says of itself.
pub struct Written {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
}

/// Writes a new list, which only its owner sees. Refuses one too many of the company.
pub async fn insert(
    tx: &mut Tx<'_>,
    owner: &VerifiedRecruiter,
    id: ListId,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!("SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE", owner.company.0)
        .execute(&mut **tx)
        .await?;
    let held = sqlx::query_scalar!(
        r#"SELECT count(*) AS "held!" FROM candidate_list WHERE company_id = $1"#,
        owner.company.0
    )
    .fetch_one(&mut **tx)
    .await?;
    if held >= MOST_LISTS {
        return Err(Code::TooManyLists.into());
    }
    sqlx::query!(
        "INSERT INTO candidate_list (id, company_id, owner_id, name, description, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 1, $6, $6)",
        id.0,
        owner.company.0,
        owner.recruiter.0,
        written.name,
        written.description,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes what a list says of itself anew.
pub async fn update(tx: &mut Tx<'_>, id: ListId, written: &Written, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE candidate_list SET name = $2, description = $3, updated_at = $4, version = version + 1 WHERE id = $1",
        id.0,
        written.name,
        written.description,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a list and its lines.
pub async fn delete(tx: &mut Tx<'_>, id: ListId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM candidate_list WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Whether the person is on some list of the company, private or shared.
pub async fn is_shortlisted(
    connection: &mut PgConnection,
    company: CompanyId,
    profile: ProfileId,
) -> sqlx::Result<bool> {
    Ok(!shortlisted(connection, company, &[profile]).await?.is_empty())
}

/// Those of these people who are on some list of the company, private or shared.
pub async fn shortlisted(
    connection: &mut PgConnection,
    company: CompanyId,
    profiles: &[ProfileId],
) -> sqlx::Result<Vec<ProfileId>> {
    let profiles: Vec<Uuid> = profiles.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"SELECT p.profile_id AS "profile: ProfileId" FROM person p
           WHERE p.profile_id = ANY($2)
             AND EXISTS (SELECT FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id
                         WHERE e.person_id = p.id AND l.company_id = $1)"#,
        company.0,
        &profiles,
    )
    .fetch_all(connection)
    .await
}
