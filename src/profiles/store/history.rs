//! The searches a recruiter made lately, written a moment after the answer: a search waits for none of it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::ids::{RecruiterId, SearchHistoryId};
use crate::platform::db::Tx;
use crate::platform::state::AppState;
use crate::profiles::model::CriteriaBody;

/// Searches kept of one recruiter.
const KEPT: i64 = 50;
/// How long a search is kept.
pub const LIFETIME: TimeDelta = TimeDelta::days(90);
/// How long a search rests before it is written: while filters are being set, or a name typed, only the last one counts.
const REST: Duration = Duration::from_secs(2);
/// Recruiters whose last search waits; the searches of others are not kept meanwhile.
const MOST_WAITING: usize = 10_000;

/// Searches that wait to be written: the last one of each recruiter.
#[derive(Clone, Default)]
pub struct SearchHistory(Arc<Mutex<HashMap<RecruiterId, Made>>>);

/// A search that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What it asked.
    pub search: CriteriaBody,
    /// How many people it found.
    pub results: u64,
    /// When.
    pub at: DateTime<Utc>,
}

impl SearchHistory {
    /// Keeps a search, and writes it soon. Never waits, and never fails: what cannot be written is logged and forgotten.
    pub fn keep(&self, state: &AppState, recruiter: RecruiterId, made: Made) {
        let mut waiting = self.0.lock();
        let is_first = waiting.is_empty();
        if waiting.len() < MOST_WAITING || waiting.contains_key(&recruiter) {
            waiting.insert(recruiter, made);
        }
        drop(waiting);
        if is_first {
            let (history, state) = (self.clone(), state.clone());
            tokio::spawn(async move {
                tokio::time::sleep(REST).await;
                history.write(&state).await;
            });
        }
    }

    /// Forgets the search of a recruiter that waits to be written.
    pub fn forget(&self, recruiter: RecruiterId) {
        self.0.lock().remove(&recruiter);
    }

    async fn write(&self, state: &AppState) {
        let waiting = std::mem::take(&mut *self.0.lock());
        if let Err(error) = write(state, waiting).await {
            tracing::warn!(%error, "searches were not noted in the history");
        }
    }
}

async fn write(state: &AppState, waiting: HashMap<RecruiterId, Made>) -> sqlx::Result<()> {
    if waiting.is_empty() {
        return Ok(());
    }
    let mut waiting: Vec<(RecruiterId, Made)> = waiting.into_iter().collect();
    waiting.sort_unstable_by_key(|(recruiter, _)| *recruiter);
    let recruiters: Vec<Uuid> = waiting.iter().map(|(recruiter, _)| recruiter.0).collect();
    let ids: Vec<Uuid> = waiting.iter().map(|_| state.ids.ordered()).collect();
    let (results, times): (Vec<i64>, Vec<DateTime<Utc>>) =
        waiting.iter().map(|(_, made)| (made.results as i64, made.at)).unzip();
    let searches = waiting.iter().map(|(_, made)| serde_json::to_value(&made.search));
    let searches: Vec<Value> =
        searches.collect::<Result<_, _>>().map_err(|error| sqlx::Error::Encode(error.into()))?;
    let mut tx = state.pool.begin().await?;
    // Who left meanwhile keeps nothing.
    sqlx::query!(
        "INSERT INTO search_history (id, recruiter_id, search, results, at)
         SELECT n.id, r.id, n.search, n.results, n.at
         FROM UNNEST($1::uuid[], $2::uuid[], $3::jsonb[], $4::bigint[], $5::timestamptz[])
              AS n (id, recruiter_id, search, results, at)
         JOIN recruiter r ON r.id = n.recruiter_id
         ON CONFLICT (recruiter_id, md5(search::text)) DO UPDATE SET at = excluded.at, results = excluded.results",
        &ids,
        &recruiters,
        &searches,
        &results,
        &times,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM search_history h USING (
             SELECT id, row_number() OVER (PARTITION BY recruiter_id ORDER BY at DESC, id DESC) AS place
             FROM search_history WHERE recruiter_id = ANY($1)) ranked
         WHERE ranked.id = h.id AND ranked.place > $2",
        &recruiters,
        KEPT,
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await
}

/// A search of the history.
pub struct Past {
    /// Its id.
    pub id: SearchHistoryId,
    /// What it asked.
    pub search: Value,
    /// How many people it found then.
    pub results: i64,
    /// When it was last made.
    pub at: DateTime<Utc>,
}

/// Where a page of [`list`] starts: before this time and search.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct PastKey(pub DateTime<Utc>, pub Uuid);

/// A recruiter's searches since this time, latest first, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    recruiter: RecruiterId,
    since: DateTime<Utc>,
    after: Option<PastKey>,
    rows: i64,
) -> sqlx::Result<Vec<Past>> {
    let (after_at, after_id) = after.map(|PastKey(at, id)| (at, id)).unzip();
    sqlx::query_as!(
        Past,
        r#"SELECT id AS "id: SearchHistoryId", search, results, at FROM search_history
           WHERE recruiter_id = $1 AND at > $2 AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4))
           ORDER BY at DESC, id DESC LIMIT $5"#,
        recruiter.0,
        since,
        after_at,
        after_id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// Deletes one search of the recruiter, or all of them; how many.
pub async fn delete(
    tx: &mut Tx<'_>,
    recruiter: RecruiterId,
    id: Option<SearchHistoryId>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "DELETE FROM search_history WHERE recruiter_id = $1 AND ($2::uuid IS NULL OR id = $2)",
        recruiter.0,
        id.map(|id| id.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}

/// Deletes the searches made before this time.
pub async fn purge(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM search_history WHERE at <= $1", before).execute(pool).await?;
    Ok(done.rows_affected())
}
