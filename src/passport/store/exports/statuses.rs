//! Places of badges on status lists.

use sqlx::PgPool;
use uuid::Uuid;

use crate::ids::{Ids, PersonId, ValidationId};
use crate::platform::db::Tx;

/// Bits of a list, and how many are given out before the next one begins: a place that is free is then soon found.
const BITS: u32 = 131_072;
const FULL: i64 = 65_536;

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The list, from 1.
    pub list: i32,
    /// The bit, from 0.
    pub position: i32,
}

/// The organisation that recorded a validation of this person.
pub async fn organisation(tx: &mut Tx<'_>, person: PersonId, id: ValidationId) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "SELECT organisation_id FROM validation WHERE id = $1 AND person_id = $2",
        id.0,
        person.0
    )
    .fetch_optional(&mut **tx)
    .await
}

/// The place of a validation's badge, drawn the first time it is asked for; and whether it was.
pub async fn place(tx: &mut Tx<'_>, ids: &Ids, validation: ValidationId) -> sqlx::Result<(Place, bool)> {
    // Whoever draws a place draws alone: short, and rare.
    sqlx::query!("SELECT pg_advisory_xact_lock(hashtextextended('badge status lists', 7)) AS locked")
        .fetch_one(&mut **tx)
        .await?;
    let known = sqlx::query_as!(
        Place,
        "SELECT list, position FROM badge_status WHERE validation_id = $1",
        validation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(place) = known {
        return Ok((place, false));
    }
    let list = sqlx::query_scalar!(
        r#"SELECT coalesce(max(list), 1) + CASE WHEN (
                      SELECT count(*) FROM badge_status WHERE list = (SELECT max(list) FROM badge_status)) >= $1
                  THEN 1 ELSE 0 END AS "list!" FROM badge_status"#,
        FULL,
    )
    .fetch_one(&mut **tx)
    .await?;
    loop {
        // 2^17 divides 2^32: every place is as likely as any other.
        let position = (u32::from_be_bytes(ids.secret()) % BITS) as i32;
        let done = sqlx::query!(
            "INSERT INTO badge_status (validation_id, list, position) VALUES ($1, $2, $3)
             ON CONFLICT ON CONSTRAINT badge_status_position_key DO NOTHING",
            validation.0,
            list,
            position,
        )
        .execute(&mut **tx)
        .await?;
        if done.rows_affected() == 1 {
            return Ok((Place { list, position }, true));
        }
    }
}

/// The places of a list whose validation was revoked or replaced; nothing where there is no such list. The first one is always
/// there.
pub async fn revoked(pool: &PgPool, list: i32) -> sqlx::Result<Option<Vec<i32>>> {
    let is_there = sqlx::query_scalar!(
        r#"SELECT $1 = 1 OR EXISTS (SELECT FROM badge_status WHERE list = $1) AS "is_there!""#,
        list,
    )
    .fetch_one(pool)
    .await?;
    if !is_there {
        return Ok(None);
    }
    let places = sqlx::query_scalar!(
        "SELECT b.position FROM badge_status b
         JOIN validation_revocation r ON r.validation_id = b.validation_id
         WHERE b.list = $1 ORDER BY b.position",
        list,
    )
    .fetch_all(pool)
    .await?;
    Ok(Some(places))
}

/// Whether a badge was ever made of a validation by this organisation.
pub async fn has_issued(pool: &PgPool, organisation: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM badge_status b JOIN validation v ON v.id = b.validation_id
           WHERE v.organisation_id = $1) AS "has_issued!""#,
        organisation,
    )
    .fetch_one(pool)
    .await
}
