//! People whose messages somebody does not read, and who do not write to them in private any more.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{PersonId, ProfileId};
use crate::platform::db::Tx;

/// Somebody who is blocked.
#[derive(Clone, Debug)]
pub struct BlockedPerson {
    /// Their public id.
    pub profile: ProfileId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Since when.
    pub blocked_at: DateTime<Utc>,
}

/// Blocks a person; false when that already holds.
pub async fn block_person(
    tx: &mut Tx<'_>,
    person: PersonId,
    blocked: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO blocked_person (person_id, blocked_id, blocked_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT blocked_person_pkey DO NOTHING",
        person.0,
        blocked.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Unblocks a person; false when they were not blocked.
pub async fn unblock_person(tx: &mut Tx<'_>, person: PersonId, blocked: PersonId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM blocked_person WHERE person_id = $1 AND blocked_id = $2",
        person.0,
        blocked.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many people somebody blocks.
pub async fn count_blocked_people(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM blocked_person WHERE person_id = $1"#, person.0)
        .fetch_one(connection)
        .await
}

/// Those among these people who blocked somebody: nobody writes to them in private.
pub async fn blocking_among(
    connection: &mut PgConnection,
    people: &[PersonId],
    blocked: PersonId,
) -> sqlx::Result<Vec<PersonId>> {
    let people: Vec<Uuid> = people.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id: PersonId" FROM blocked_person WHERE person_id = ANY($1) AND blocked_id = $2"#,
        &people,
        blocked.0,
    )
    .fetch_all(connection)
    .await
}

/// The people somebody blocks, the latest first; or one of them.
pub async fn blocked_people(
    connection: &mut PgConnection,
    person: PersonId,
    (only, before): (Option<ProfileId>, Option<(DateTime<Utc>, Uuid)>),
    limit: i64,
) -> sqlx::Result<Vec<BlockedPerson>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        BlockedPerson,
        r#"SELECT p.profile_id AS "profile: ProfileId", p.first_name, p.last_name, b.blocked_at
           FROM blocked_person b JOIN person p ON p.id = b.blocked_id
           WHERE b.person_id = $1 AND ($2::uuid IS NULL OR p.profile_id = $2)
             AND ($3::timestamptz IS NULL OR (b.blocked_at, p.profile_id) < ($3, $4))
           ORDER BY b.blocked_at DESC, p.profile_id DESC LIMIT $5"#,
        person.0,
        only.map(|id| id.0),
        at,
        id,
        limit,
    )
    .fetch_all(connection)
    .await
}
