//! Who is on a list.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{ListEntryId, ListId, ProfileId, RecruiterId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::profiles::model::Stage;

/// Most people on one list.
const MOST_ENTRIES: i64 = 1000;

/// Somebody on a list. Whether they may be shown is for the caller to ask.
pub struct Entry {
    /// The line.
    pub id: ListEntryId,
    /// Who: never answered of somebody who cannot be seen.
    pub profile: ProfileId,
    /// How far the company is with them.
    pub stage: Stage,
    /// What its offers say, if they say anything.
    pub offers_say: Option<Stage>,
    /// Since when they are on the list.
    pub added_at: DateTime<Utc>,
}

/// Where a page of [`list`] starts: before this time and line.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct EntryKey(pub DateTime<Utc>, pub Uuid);

/// Which people of a list.
#[derive(Default)]
pub struct Filter {
    /// This line only.
    pub id: Option<ListEntryId>,
    /// Those at this stage only.
    pub stage: Option<Stage>,
    /// Where the page starts.
    pub after: Option<EntryKey>,
}

/// The people of a list, those added last first, as many rows as asked for.
pub async fn list(
    connection: &mut PgConnection,
    list: ListId,
    filter: Filter,
    rows: i64,
) -> sqlx::Result<Vec<Entry>> {
    let (after_at, after_id) = filter.after.map(|EntryKey(at, id)| (at, id)).unzip();
    sqlx::query_as!(
        Entry,
        r#"SELECT e.id AS "id: ListEntryId", p.profile_id AS "profile: ProfileId",
                  GREATEST(e.stage, k.stage) AS "stage!: Stage", k.stage AS "offers_say?: Stage", e.added_at
           FROM candidate_list_entry e
           JOIN candidate_list l ON l.id = e.list_id
           JOIN person p ON p.id = e.person_id
           LEFT JOIN company_contact k ON k.company_id = l.company_id AND k.person_id = e.person_id
           WHERE e.list_id = $1 AND ($2::uuid IS NULL OR e.id = $2)
             AND ($3::smallint IS NULL OR GREATEST(e.stage, k.stage) = $3)
             AND ($4::timestamptz IS NULL OR (e.added_at, e.id) < ($4, $5))
           ORDER BY e.added_at DESC, e.id DESC LIMIT $6"#,
        list.0,
        filter.id.map(|id| id.0),
        filter.stage as Option<Stage>,
        after_at,
        after_id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// Puts people on a list, which is locked, to be contacted; the lines of those who were not there. Refuses one too many.
pub async fn add(
    tx: &mut Tx<'_>,
    list: ListId,
    new: &[(ListEntryId, ProfileId)],
    by: RecruiterId,
    now: DateTime<Utc>,
) -> Result<HashMap<ProfileId, ListEntryId>> {
    let (ids, profiles): (Vec<Uuid>, Vec<Uuid>) = new.iter().map(|(id, profile)| (id.0, profile.0)).unzip();
    let added = sqlx::query_scalar!(
        r#"INSERT INTO candidate_list_entry (id, list_id, person_id, stage, added_by, added_at, moved_at)
           SELECT n.id, $1, p.id, 0, $2, $3, $3
           FROM UNNEST($4::uuid[], $5::uuid[]) AS n (id, profile_id) JOIN person p ON p.profile_id = n.profile_id
           ON CONFLICT ON CONSTRAINT candidate_list_entry_person_key DO NOTHING
           RETURNING id AS "id: ListEntryId""#,
        list.0,
        by.0,
        now,
        &ids,
        &profiles,
    )
    .fetch_all(&mut **tx)
    .await?;
    ensure_room(tx, list).await?;
    Ok(new.iter().filter(|(id, _)| added.contains(id)).map(|(id, profile)| (*profile, *id)).collect())
}

async fn ensure_room(tx: &mut Tx<'_>, list: ListId) -> Result<()> {
    let held = sqlx::query_scalar!(
        r#"SELECT count(*) AS "held!" FROM candidate_list_entry WHERE list_id = $1"#,
        list.0
    )
    .fetch_one(&mut **tx)
    .await?;
    if held <= MOST_ENTRIES { Ok(()) } else { Err(Code::ListFull.into()) }
}

/// Those of these lines that the list has.
pub async fn present(tx: &mut Tx<'_>, list: ListId, ids: &[ListEntryId]) -> sqlx::Result<Vec<ListEntryId>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"SELECT id AS "id: ListEntryId" FROM candidate_list_entry WHERE list_id = $1 AND id = ANY($2)"#,
        list.0,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Moves lines to another list; both are locked. Whoever is there already stays, at the further of both stages.
pub async fn move_to(
    tx: &mut Tx<'_>,
    (from, to): (ListId, ListId),
    ids: &[ListEntryId],
    now: DateTime<Utc>,
) -> Result<()> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query!(
        "UPDATE candidate_list_entry there SET stage = GREATEST(there.stage, e.stage), moved_at = $4
         FROM candidate_list_entry e
         WHERE e.list_id = $1 AND e.id = ANY($3) AND there.list_id = $2 AND there.person_id = e.person_id",
        from.0,
        to.0,
        &ids,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE candidate_list_entry e SET list_id = $2, added_at = $4, moved_at = $4
         WHERE e.list_id = $1 AND e.id = ANY($3)
           AND NOT EXISTS (SELECT FROM candidate_list_entry there WHERE there.list_id = $2 AND there.person_id = e.person_id)",
        from.0,
        to.0,
        &ids,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM candidate_list_entry WHERE list_id = $1 AND id = ANY($2)", from.0, &ids)
        .execute(&mut **tx)
        .await?;
    ensure_room(tx, to).await
}

/// One line of a list, which is locked.
pub async fn find(tx: &mut Tx<'_>, list_id: ListId, id: ListEntryId) -> Result<Entry> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    list(tx, list_id, filter, 1).await?.pop().ok_or_else(Error::not_found)
}

/// Writes what is said by hand of how far the company is.
pub async fn set_stage(
    tx: &mut Tx<'_>,
    id: ListEntryId,
    stage: Stage,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE candidate_list_entry SET stage = $2, moved_at = $3 WHERE id = $1",
        id.0,
        stage as Stage,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes somebody off a list; false when there is no such line.
pub async fn remove(tx: &mut Tx<'_>, list: ListId, id: ListEntryId) -> sqlx::Result<bool> {
    let done = sqlx::query!("DELETE FROM candidate_list_entry WHERE list_id = $1 AND id = $2", list.0, id.0)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}
