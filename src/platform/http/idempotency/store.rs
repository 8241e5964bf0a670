//! The keys' SQL.

use axum::body::Bytes;
use axum::http::{HeaderValue, StatusCode};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::answer::{Answer, Before};
use super::key::Key;
use crate::ids::PersonId;
use crate::platform::db::Tx;

/// How long a key counts.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Keys of one person at the same time.
const OF_ONE_PERSON: i64 = 5000;

/// What a key is unique in.
pub struct Place {
    /// Who sent it.
    pub person: PersonId,
    /// With which method.
    pub method: String,
    /// Where to.
    pub path: String,
    /// The key.
    pub key: Key,
}

/// Takes a key that is free or whose day is over; false when it is not, or when the person has too many.
pub async fn claim(
    pool: &PgPool,
    place: &Place,
    fingerprint: &[u8; 32],
    claim: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO idempotency_key (person_id, method, path, key, fingerprint, claim, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7
         WHERE (SELECT count(*) FROM (SELECT FROM idempotency_key WHERE person_id = $1 LIMIT $9) held) < $9
         ON CONFLICT ON CONSTRAINT idempotency_key_pkey DO UPDATE SET
             fingerprint = EXCLUDED.fingerprint, claim = EXCLUDED.claim, created_at = EXCLUDED.created_at,
             answered_at = NULL, status = NULL, content_type = NULL, etag = NULL, location = NULL, body = NULL
         WHERE idempotency_key.created_at <= $8",
        place.person.0,
        place.method,
        place.path,
        place.key.as_str(),
        &fingerprint[..],
        claim,
        now,
        now - KEPT,
        OF_ONE_PERSON,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was answered under a key.
pub async fn find(pool: &PgPool, place: &Place) -> sqlx::Result<Option<Before>> {
    let row = sqlx::query!(
        "SELECT fingerprint, created_at, status, content_type, etag, location, body FROM idempotency_key
         WHERE person_id = $1 AND method = $2 AND path = $3 AND key = $4",
        place.person.0,
        place.method,
        place.path,
        place.key.as_str(),
    )
    .fetch_optional(pool)
    .await?;
    let header = |text: Option<String>| text.and_then(|text| HeaderValue::try_from(text).ok());
    Ok(row.map(|row| Before {
        fingerprint: row.fingerprint,
        created_at: row.created_at,
        answer: status(row.status).map(|status| Answer {
            status,
            content_type: header(row.content_type),
            etag: header(row.etag),
            location: header(row.location),
            body: row.body.map(Bytes::from),
        }),
    }))
}

fn status(stored: Option<i16>) -> Option<StatusCode> {
    StatusCode::from_u16(u16::try_from(stored?).ok()?).ok()
}

/// Writes the answer beside the key it was taken with.
pub async fn finish(
    pool: &PgPool,
    place: &Place,
    claim: Uuid,
    answer: &Answer,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let header =
        |value: &Option<HeaderValue>| value.as_ref().and_then(|value| value.to_str().ok()).map(str::to_owned);
    sqlx::query!(
        "UPDATE idempotency_key
         SET answered_at = $6, status = $7, content_type = $8, etag = $9, location = $10, body = $11
         WHERE person_id = $1 AND method = $2 AND path = $3 AND key = $4 AND claim = $5",
        place.person.0,
        place.method,
        place.path,
        place.key.as_str(),
        claim,
        now,
        answer.status.as_u16() as i16,
        header(&answer.content_type),
        header(&answer.etag),
        header(&answer.location),
        answer.body.as_deref(),
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Gives a key back: the request it was taken for may be sent again.
pub async fn release(pool: &PgPool, place: &Place, claim: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM idempotency_key
         WHERE person_id = $1 AND method = $2 AND path = $3 AND key = $4 AND claim = $5",
        place.person.0,
        place.method,
        place.path,
        place.key.as_str(),
        claim,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Deletes some keys whose day is over; gives how many.
pub async fn purge(pool: &PgPool, now: DateTime<Utc>, limit: i64) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "DELETE FROM idempotency_key WHERE ctid = ANY(ARRAY(
             SELECT ctid FROM idempotency_key WHERE created_at <= $1 ORDER BY created_at LIMIT $2
             FOR UPDATE SKIP LOCKED))",
        now - KEPT,
        limit,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected())
}

/// Deletes a person's keys with the answers kept beside them, and empties what was answered to others and names the person.
///
/// Before anything of the account is erased: its id, its address and its name are what is looked for.
pub async fn forget(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM idempotency_key WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!(
        r#"UPDATE idempotency_key k SET body = NULL, location = NULL
           FROM person p
           WHERE p.id = $1 AND k.body IS NOT NULL AND EXISTS (
               SELECT FROM unnest(ARRAY[
                   p.id::text, p.profile_id::text, p.email, p.first_name || ' ' || p.last_name,
                   '"first_name":"' || p.first_name || '","last_name":"' || p.last_name || '"']) word
               WHERE position(convert_to(word, 'UTF8') IN k.body) > 0)"#,
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The requests of a person whose answers are kept for a day, for their download. What the answers say is in the rest of it.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let rows = sqlx::query!(
        "SELECT method, path, created_at FROM idempotency_key WHERE person_id = $1 ORDER BY created_at, path, key",
        person.0,
    )
    .fetch_all(conn)
    .await?;
    let line =
        |method: String, path: String, at: DateTime<Utc>| json!({ "method": method, "path": path, "at": at });
    Ok(rows.into_iter().map(|row| line(row.method, row.path, row.created_at)).collect())
}
