//! Saved searches that tell of new matches: what is due, who was found already, who is new.

use std::collections::HashSet;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::{CompanyId, PersonId, ProfileId, RecruiterId, SavedSearchId};
use crate::platform::db::Tx;
use crate::profiles::model::{AlertState, Frequency, MOST_WATCHED, first_due, next_due};

/// Whoever takes a search has this long to come back with what it found.
const LEASE: Duration = Duration::minutes(10);

/// A search that is to be run for its owner.
pub struct Due {
    /// The search.
    pub id: SavedSearchId,
    /// Whose it is.
    pub recruiter: RecruiterId,
    /// The person behind the account.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
    /// Its legal unit.
    pub siren: Siren,
    /// The version that is run.
    pub version: i32,
}

/// Takes the next search that is due, so that no other node runs it meanwhile. Searches of recruiters who may not search wait.
pub async fn claim(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<Option<Due>> {
    let row = sqlx::query!(
        r#"UPDATE saved_search s SET alert_due_at = $2
           FROM recruiter r JOIN company c ON c.id = r.company_id
           WHERE r.id = s.recruiter_id AND s.id = (
               SELECT d.id FROM saved_search d
               JOIN recruiter o ON o.id = d.recruiter_id
               JOIN company e ON e.id = o.company_id
               JOIN person p ON p.id = o.person_id
               WHERE d.alert_due_at <= $1 AND o.status = 'granted' AND e.register_state = 'active'
                 AND p.disabled_at IS NULL
               ORDER BY d.alert_due_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
           RETURNING s.id AS "id: SavedSearchId", r.id AS "recruiter: RecruiterId", r.person_id AS "person: PersonId",
                     c.id AS "company: CompanyId", c.siren, s.version"#,
        now,
        now + LEASE,
    )
    .fetch_optional(pool)
    .await?;
    row.map(|row| {
        let siren = row.siren.parse().map_err(|_| sqlx::Error::Decode("stored SIREN".into()))?;
        let (id, recruiter, person) = (row.id, row.recruiter, row.person);
        Ok(Due { id, recruiter, person, company: row.company, siren, version: row.version })
    })
    .transpose()
}

/// Where a search stands that is locked until the transaction ends; nothing when it was written anew or switched off meanwhile.
pub async fn lock(
    tx: &mut Tx<'_>,
    id: SavedSearchId,
    version: i32,
) -> sqlx::Result<Option<(Frequency, AlertState)>> {
    let row = sqlx::query!(
        r#"SELECT alert AS "alert: Frequency", alert_state AS "state: AlertState" FROM saved_search
           WHERE id = $1 AND version = $2 AND alert <> 'none' FOR UPDATE"#,
        id.0,
        version,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.alert, row.state)))
}

/// Who was found already. Whoever can no longer be found by anybody is forgotten first.
pub async fn seen(tx: &mut Tx<'_>, id: SavedSearchId) -> sqlx::Result<HashSet<ProfileId>> {
    sqlx::query!(
        "DELETE FROM saved_search_match m WHERE m.saved_search_id = $1
           AND NOT EXISTS (SELECT FROM searchable_person s WHERE s.person_id = m.person_id)",
        id.0,
    )
    .execute(&mut **tx)
    .await?;
    let seen = sqlx::query_scalar!(
        r#"SELECT p.profile_id AS "profile: ProfileId" FROM saved_search_match m JOIN person p ON p.id = m.person_id
           WHERE m.saved_search_id = $1"#,
        id.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(seen.into_iter().collect())
}

/// Remembers people who were found for the first time; how many of them. Whoever hid meanwhile is left out: their choice and this
/// wait for each other.
pub async fn remember(
    tx: &mut Tx<'_>,
    id: SavedSearchId,
    profiles: &[ProfileId],
    is_new: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let profiles: Vec<Uuid> = profiles.iter().map(|profile| profile.0).collect();
    let still: Vec<Uuid> = sqlx::query_scalar!(
        "SELECT v.person_id FROM visibility v JOIN searchable_person s ON s.person_id = v.person_id
         WHERE s.profile_id = ANY($1) ORDER BY v.person_id FOR SHARE OF v",
        &profiles,
    )
    .fetch_all(&mut **tx)
    .await?;
    let done = sqlx::query!(
        "INSERT INTO saved_search_match (saved_search_id, person_id, found_at, is_new)
         SELECT $1, person_id, $3, $4 FROM UNNEST($2::uuid[]) AS found (person_id)
         ON CONFLICT ON CONSTRAINT saved_search_match_pkey DO NOTHING",
        id.0,
        &still,
        now,
        is_new,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}

/// Forgets the oldest of those who are not among the results any more, beyond what is kept.
pub async fn forget_beyond(tx: &mut Tx<'_>, id: SavedSearchId, found: &[ProfileId]) -> sqlx::Result<()> {
    let profiles: Vec<Uuid> = found.iter().map(|profile| profile.0).collect();
    sqlx::query!(
        "DELETE FROM saved_search_match WHERE saved_search_id = $1 AND person_id IN (
             SELECT m.person_id FROM saved_search_match m JOIN person p ON p.id = m.person_id
             WHERE m.saved_search_id = $1 AND p.profile_id <> ALL($2)
             ORDER BY m.found_at DESC, m.person_id DESC OFFSET $3)",
        id.0,
        &profiles,
        MOST_WATCHED.saturating_sub(found.len()) as i64,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// How many new matches the owner has not looked at.
pub async fn count_new(tx: &mut Tx<'_>, id: SavedSearchId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "new!" FROM saved_search_match WHERE saved_search_id = $1 AND is_new"#,
        id.0
    )
    .fetch_one(&mut **tx)
    .await
}

/// Notes that a search was run, and when it is run next.
pub async fn note_run(
    tx: &mut Tx<'_>,
    id: SavedSearchId,
    (frequency, state): (Frequency, AlertState),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE saved_search SET alert_state = $2, alert_due_at = $3, alert_ran_at = $4 WHERE id = $1",
        id.0,
        state as AlertState,
        next_due(frequency, now),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Has the owner told this often from now on. What is on goes on; what was off starts with who matches already.
pub async fn set(
    tx: &mut Tx<'_>,
    id: SavedSearchId,
    frequency: Frequency,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if frequency == Frequency::None {
        forget(tx, id).await?;
    }
    sqlx::query!(
        "UPDATE saved_search
         SET alert = $2,
             alert_state = CASE WHEN $2 = 'none' THEN 'off' WHEN alert = 'none' THEN 'starting' ELSE alert_state END,
             alert_due_at = CASE WHEN $2 = 'none' THEN NULL WHEN alert = 'none' OR alert_state = 'starting' THEN $3::timestamptz
                                 WHEN alert = $2 THEN alert_due_at ELSE $4 END
         WHERE id = $1",
        id.0,
        frequency as Frequency,
        first_due(now),
        next_due(frequency, now),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Starts again, where it is on: who matches already is noted first.
pub async fn restart(tx: &mut Tx<'_>, id: SavedSearchId, now: DateTime<Utc>) -> sqlx::Result<()> {
    forget(tx, id).await?;
    sqlx::query!(
        "UPDATE saved_search SET alert_state = 'starting', alert_due_at = $2 WHERE id = $1 AND alert <> 'none'",
        id.0,
        first_due(now),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn forget(tx: &mut Tx<'_>, id: SavedSearchId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM saved_search_match WHERE saved_search_id = $1", id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The recruiter's searches that tell of new matches, locked.
pub async fn watched(tx: &mut Tx<'_>, recruiter: RecruiterId) -> sqlx::Result<Vec<SavedSearchId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: SavedSearchId" FROM saved_search
           WHERE recruiter_id = $1 AND alert <> 'none' ORDER BY id FOR UPDATE"#,
        recruiter.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Where a page of [`list_new`] starts: before this time and profile.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct MatchKey(pub DateTime<Utc>, pub Uuid);

/// Somebody who matches and did not before.
pub struct NewMatch {
    /// Who.
    pub profile: ProfileId,
    /// When they were found.
    pub found_at: DateTime<Utc>,
}

/// New matches the owner has not looked at, those found last first, as many rows as asked for.
pub async fn list_new(
    connection: &mut PgConnection,
    id: SavedSearchId,
    after: Option<MatchKey>,
    rows: i64,
) -> sqlx::Result<Vec<NewMatch>> {
    let (after_at, after_profile) = after.map(|MatchKey(at, profile)| (at, profile)).unzip();
    sqlx::query_as!(
        NewMatch,
        r#"SELECT p.profile_id AS "profile: ProfileId", m.found_at
           FROM saved_search_match m JOIN person p ON p.id = m.person_id
           WHERE m.saved_search_id = $1 AND m.is_new
             AND ($2::timestamptz IS NULL OR (m.found_at, p.profile_id) < ($2, $3))
           ORDER BY m.found_at DESC, p.profile_id DESC LIMIT $4"#,
        id.0,
        after_at,
        after_profile,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// Notes that the owner has looked at what was found until then; how many.
pub async fn mark_seen(tx: &mut Tx<'_>, id: SavedSearchId, until: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "UPDATE saved_search_match SET is_new = false WHERE saved_search_id = $1 AND is_new AND found_at <= $2",
        id.0,
        until,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}
