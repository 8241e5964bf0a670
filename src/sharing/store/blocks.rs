//! Blocked companies, from the side of the person and from the side of the search.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::companies::Siren;
use crate::ids::{PersonId, ProfileId};
use crate::platform::db::Tx;

/// A company someone hides from.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its SIREN.
    pub siren: String,
    /// Since when.
    pub blocked_at: DateTime<Utc>,
}

/// Hides the person from the company; false when that already holds.
pub async fn insert_block(
    tx: &mut Tx<'_>,
    person: PersonId,
    siren: Siren,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO blocked_company (person_id, siren, blocked_at)
         VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT blocked_company_pkey DO NOTHING",
        person.0,
        siren.as_str(),
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Shows the person to the company again; false when it was not blocked.
pub async fn delete_block(tx: &mut Tx<'_>, person: PersonId, siren: Siren) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM blocked_company WHERE person_id = $1 AND siren = $2",
        person.0,
        siren.as_str()
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many companies the person hides from.
pub async fn count_blocks(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM blocked_company WHERE person_id = $1"#, person.0)
        .fetch_one(&mut **tx)
        .await
}

/// One blocked company.
pub async fn find_block(tx: &mut Tx<'_>, person: PersonId, siren: Siren) -> sqlx::Result<Block> {
    sqlx::query_as!(
        Block,
        "SELECT siren, blocked_at FROM blocked_company WHERE person_id = $1 AND siren = $2",
        person.0,
        siren.as_str(),
    )
    .fetch_one(&mut **tx)
    .await
}

/// The companies the person hides from, latest first, one row more than the limit when there is more.
pub async fn list_blocks(
    pool: &PgPool,
    person: PersonId,
    before: Option<(DateTime<Utc>, String)>,
    limit: u32,
) -> sqlx::Result<Vec<Block>> {
    let (before_at, before_siren) = before.unzip();
    sqlx::query_as!(
        Block,
        "SELECT siren, blocked_at
         FROM blocked_company
         WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (blocked_at, siren) < ($2, $3))
         ORDER BY blocked_at DESC, siren DESC
         LIMIT $4",
        person.0,
        before_at,
        before_siren,
        i64::from(limit) + 1,
    )
    .fetch_all(pool)
    .await
}

/// Who does not show themselves to one company, visible ones or not (they may become so), and the state of all lists it was read at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockList {
    /// Number of the last change to any of these lists.
    pub blocks: i64,
    /// Who blocked the company: they must neither appear nor be counted.
    pub profiles: Vec<ProfileId>,
    /// Of those who are seen by chosen companies alone, who chose this one.
    pub chosen: Vec<ProfileId>,
    /// Who is seen by chosen companies alone, of those for whom that changed since the number given.
    pub restricted: Vec<ProfileId>,
    /// Who no longer is, of the same.
    pub lifted: Vec<ProfileId>,
}

/// Reads the lists of one company, and whose audience changed after that number: of everybody, given a number below all.
pub async fn block_list(pool: &PgPool, siren: Siren, since: i64) -> sqlx::Result<BlockList> {
    // One statement, hence one snapshot: the number belongs to the lists.
    let row = sqlx::query!(
        r#"SELECT (SELECT blocks FROM search_epoch) AS "blocks!",
                  ARRAY(SELECT p.profile_id
                        FROM blocked_company b
                        JOIN person p ON p.id = b.person_id
                        WHERE b.siren = $1
                        ORDER BY p.profile_id) AS "profiles!: Vec<ProfileId>",
                  ARRAY(SELECT p.profile_id
                        FROM chosen_company c
                        JOIN visibility v ON v.person_id = c.person_id
                        JOIN person p ON p.id = c.person_id
                        WHERE c.siren = $1 AND v.chosen_only) AS "chosen!: Vec<ProfileId>",
                  ARRAY(SELECT p.profile_id
                        FROM audience_change a
                        JOIN visibility v ON v.person_id = a.person_id
                        JOIN person p ON p.id = a.person_id
                        WHERE a.number > $2 AND v.chosen_only) AS "restricted!: Vec<ProfileId>",
                  ARRAY(SELECT p.profile_id
                        FROM audience_change a
                        JOIN visibility v ON v.person_id = a.person_id
                        JOIN person p ON p.id = a.person_id
                        WHERE a.number > $2 AND NOT v.chosen_only) AS "lifted!: Vec<ProfileId>""#,
        siren.as_str(),
        since,
    )
    .fetch_one(pool)
    .await?;
    Ok(BlockList {
        blocks: row.blocks,
        profiles: row.profiles,
        chosen: row.chosen,
        restricted: row.restricted,
        lifted: row.lifted,
    })
}
