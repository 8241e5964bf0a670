//! The dirty set: which profiles every copy of the search index must index again.
//!
//! Marked in the transaction that changes what a recruiter may see. It is a set and not a log, so no
//! reader's cursor can pass over a transaction that commits late.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::Tx;
use crate::ids::ProfileId;

/// How soon the change must reach the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Within a second: something was added or changed.
    Soon,
    /// Before the next search answers: something was withdrawn.
    Now,
}

/// Marks the profiles. `Now` also raises the revocation epoch that every search answer is checked against.
pub async fn mark(
    tx: &mut Tx<'_>,
    profiles: &[ProfileId],
    urgency: Urgency,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    if profiles.is_empty() {
        return Ok(());
    }
    let profiles: Vec<Uuid> = profiles.iter().map(|id| id.0).collect();
    sqlx::query!("SELECT mark_search_dirty($1, $2, $3)", &profiles, urgency == Urgency::Now, at)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Outdates what every node keeps in memory of the block lists, and of who is seen by chosen companies alone. None of it is in
/// the index: nothing is indexed again. Gives the number of the change; no other one is given before this transaction ends.
pub async fn outdate_block_lists(tx: &mut Tx<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar!("UPDATE search_epoch SET blocks = blocks + 1 RETURNING blocks")
        .fetch_one(&mut **tx)
        .await
}

/// The revocation epoch now.
pub async fn epoch(pool: &PgPool) -> sqlx::Result<i64> {
    sqlx::query_scalar!("SELECT epoch FROM search_epoch").fetch_one(pool).await
}

/// Withdrawals that a copy of the index has not applied, and the epoch up to which they are all of them.
#[derive(Clone, Debug)]
pub struct Withdrawals {
    /// The epoch.
    pub epoch: i64,
    /// The profiles concerned.
    pub profiles: Vec<ProfileId>,
}

/// Most withdrawals that are worth naming to each search.
const MOST_WITHDRAWALS: i64 = 10_000;

/// Names the withdrawals a copy has not applied; nothing when it is not listed, or when there are too many.
pub async fn withdrawals(pool: &PgPool, copy: Uuid) -> sqlx::Result<Option<Withdrawals>> {
    // One statement, hence one snapshot.
    let row = sqlx::query!(
        r#"SELECT epoch,
                  EXISTS (SELECT FROM index_node WHERE id = $1) AS "is_listed!",
                  ARRAY(SELECT profile_id FROM search_dirty WHERE node_id = $1 AND is_urgent LIMIT $2)
                      AS "profiles!: Vec<ProfileId>"
           FROM search_epoch"#,
        copy,
        MOST_WITHDRAWALS + 1,
    )
    .fetch_one(pool)
    .await?;
    let is_usable = row.is_listed && row.profiles.len() as i64 <= MOST_WITHDRAWALS;
    Ok(is_usable.then_some(Withdrawals { epoch: row.epoch, profiles: row.profiles }))
}
