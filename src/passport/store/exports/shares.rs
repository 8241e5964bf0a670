//! Links that show a passport.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::requests::codes;
use crate::ids::PersonId;
use crate::passport::model::export::{Audience, Choice};
use crate::passport::store::validations::skill;
use crate::platform::db::Tx;

/// A link.
#[derive(Clone, Debug)]
pub struct Share {
    /// Its id.
    pub id: Uuid,
    /// Whose passport it shows.
    pub person: PersonId,
    /// To whom it was given.
    pub recipient: String,
    /// What it shows.
    pub choice: Choice,
    /// Of the password, where there is one.
    pub password_hash: Option<String>,
    /// Wrong passwords in a row.
    pub failed_attempts: i16,
    /// Until when no password is taken.
    pub locked_until: Option<DateTime<Utc>>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// How often it was looked at.
    pub view_count: i32,
    /// When it last was.
    pub last_viewed_at: Option<DateTime<Utc>>,
}

struct Row {
    id: Uuid,
    person: PersonId,
    recipient: String,
    skill_codes: Vec<i32>,
    from_day: Option<NaiveDate>,
    to_day: Option<NaiveDate>,
    with_proofs: bool,
    with_contact: bool,
    audience: Audience,
    password_hash: Option<String>,
    failed_attempts: i16,
    locked_until: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
    view_count: i32,
    last_viewed_at: Option<DateTime<Utc>>,
}

impl From<Row> for Share {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: row.person,
            recipient: row.recipient,
            choice: Choice {
                skills: row.skill_codes.into_iter().map(skill).collect(),
                from: row.from_day,
                to: row.to_day,
                with_proofs: row.with_proofs,
                with_contact: row.with_contact,
                audience: row.audience,
            },
            password_hash: row.password_hash,
            failed_attempts: row.failed_attempts,
            locked_until: row.locked_until,
            created_at: row.created_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            view_count: row.view_count,
            last_viewed_at: row.last_viewed_at,
        }
    }
}

/// Which links: every condition given must hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// Of this person.
    pub person: Option<PersonId>,
    /// This one.
    pub id: Option<Uuid>,
    /// With the secret of this hash.
    pub token: Option<&'a [u8]>,
    /// Before this one, newest first.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

/// The links that a filter lets through, newest first.
pub async fn list(db: impl PgExecutor<'_>, filter: Filter<'_>, rows: i64) -> sqlx::Result<Vec<Share>> {
    let (at, id) = filter.before.unzip();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, person_id AS "person: PersonId", recipient, skill_codes, from_day, to_day, with_proofs, with_contact,
                  audience AS "audience: Audience", password_hash, failed_attempts, locked_until, created_at, expires_at,
                  revoked_at, view_count, last_viewed_at
           FROM passport_share
           WHERE ($1::uuid IS NULL OR person_id = $1) AND ($2::uuid IS NULL OR id = $2)
             AND ($3::bytea IS NULL OR token_hash = $3)
             AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL OR $3::bytea IS NOT NULL)
             AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5))
           ORDER BY created_at DESC, id DESC LIMIT $6"#,
        filter.person.map(|person| person.0),
        filter.id,
        filter.token,
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Share::from).collect())
}

/// Locks a link until the transaction ends: two guesses at once are two guesses.
pub async fn lock(tx: &mut Tx<'_>, filter: Filter<'_>) -> sqlx::Result<Option<Share>> {
    sqlx::query!(
        "SELECT id FROM passport_share
         WHERE ($1::uuid IS NULL OR person_id = $1) AND ($2::uuid IS NULL OR id = $2)
           AND ($3::bytea IS NULL OR token_hash = $3) AND ($2::uuid IS NOT NULL OR $3::bytea IS NOT NULL)
         FOR UPDATE",
        filter.person.map(|person| person.0),
        filter.id,
        filter.token,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(list(&mut **tx, filter, 1).await?.pop())
}

/// How many links of a person are in force; the person stays locked until the transaction ends.
pub async fn count_open(tx: &mut Tx<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<i64> {
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_one(&mut **tx)
        .await?;
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM passport_share
           WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2"#,
        person.0,
        now,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Writes a link.
pub async fn insert(tx: &mut Tx<'_>, share: &Share, token_hash: &[u8]) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO passport_share (id, person_id, token_hash, recipient, skill_codes, from_day, to_day, with_proofs,
                                     with_contact, audience, password_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        share.id,
        share.person.0,
        token_hash,
        share.recipient,
        &codes(&share.choice),
        share.choice.from,
        share.choice.to,
        share.choice.with_proofs,
        share.choice.with_contact,
        share.choice.audience.as_str(),
        share.password_hash,
        share.created_at,
        share.expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the receipt of what the person agreed to (`given`), or took back (`withdrawn`).
pub async fn receipt(
    tx: &mut Tx<'_>,
    id: Uuid,
    share: &Share,
    (kind, scope): (&str, Value),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO passport_share_receipt (id, person_id, share_id, kind, scope, recipient, until, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        share.person.0,
        share.id,
        kind,
        scope,
        share.recipient,
        share.expires_at,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes a link back.
pub async fn revoke(tx: &mut Tx<'_>, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE passport_share SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", id, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Counts a look, and forgets wrong passwords.
pub async fn viewed(tx: &mut Tx<'_>, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE passport_share SET view_count = view_count + 1, last_viewed_at = $2, failed_attempts = 0,
                                   locked_until = NULL
         WHERE id = $1",
        id,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Counts a wrong password; after so many no password is taken until then.
pub async fn missed(
    tx: &mut Tx<'_>,
    id: Uuid,
    attempts: i16,
    locked_until: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE passport_share SET failed_attempts = $2, locked_until = $3 WHERE id = $1",
        id,
        attempts,
        locked_until,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
