//! What colleagues may do with a saved search.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::lists::access::ColleagueKey;
use crate::ids::{RecruiterId, SavedSearchId};
use crate::platform::db::Tx;
use crate::profiles::model::SavedAccess;

/// A colleague and what they were given.
pub struct Given {
    /// Their account.
    pub recruiter: RecruiterId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What they may.
    pub access: SavedAccess,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Who was given what of a saved search, by name, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    search: SavedSearchId,
    after: Option<ColleagueKey>,
    rows: i64,
) -> sqlx::Result<Vec<Given>> {
    let (last_name, first_name, id) = match after {
        Some(ColleagueKey(last_name, first_name, id)) => (Some(last_name), Some(first_name), Some(id)),
        None => (None, None, None),
    };
    sqlx::query_as!(
        Given,
        r#"SELECT r.id AS "recruiter: RecruiterId", p.first_name, p.last_name, a.access AS "access: SavedAccess", a.given_at AS since
           FROM saved_search_access a JOIN recruiter r ON r.id = a.recruiter_id JOIN person p ON p.id = r.person_id
           WHERE a.saved_search_id = $1 AND ($2::text IS NULL OR (p.last_name, p.first_name, r.id) > ($2, $3, $4))
           ORDER BY p.last_name, p.first_name, r.id LIMIT $5"#,
        search.0,
        last_name,
        first_name,
        id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// Gives a colleague this access; what they had before, if anything.
pub async fn give(
    tx: &mut Tx<'_>,
    search: SavedSearchId,
    recruiter: RecruiterId,
    access: SavedAccess,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<SavedAccess>> {
    let before = sqlx::query_scalar!(
        r#"SELECT access AS "access: SavedAccess" FROM saved_search_access
           WHERE saved_search_id = $1 AND recruiter_id = $2"#,
        search.0,
        recruiter.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO saved_search_access (saved_search_id, recruiter_id, access, given_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT saved_search_access_pkey DO UPDATE SET access = excluded.access",
        search.0,
        recruiter.0,
        access as SavedAccess,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(before)
}

/// Takes a colleague's access away; false when they had none.
pub async fn take(tx: &mut Tx<'_>, search: SavedSearchId, recruiter: RecruiterId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM saved_search_access WHERE saved_search_id = $1 AND recruiter_id = $2",
        search.0,
        recruiter.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
