//! The append-only history of consents.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::sharing::model::{ConsentKind, Method, Notice};

/// One line of the history.
#[derive(Clone, Debug)]
pub struct ConsentRow {
    /// Its id.
    pub id: Uuid,
    /// What was said.
    pub kind: ConsentKind,
    /// The company it is about, if any.
    pub siren: Option<String>,
    /// Version of the text it refers to.
    pub policy_version: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A consent to be written down.
#[derive(Clone, Copy, Debug)]
pub struct NewConsent {
    /// Whose it is.
    pub person: PersonId,
    /// What is said.
    pub kind: ConsentKind,
    /// How it is said.
    pub method: Method,
    /// The text it refers to.
    pub notice: Notice,
}

/// Writes a consent event, with the fingerprint of the text that was read. The database chains it to the one before
/// it; the caller holds the person's row, so that there is one before it.
pub async fn insert_consent(
    tx: &mut Tx<'_>,
    id: Uuid,
    new: NewConsent,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO consent_event (id, person_id, kind, policy_version, policy_sha256, method, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        new.person.0,
        new.kind.as_str(),
        new.notice.version,
        new.notice.sha256(),
        new.method.written(),
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The person's history, newest first, one row more than the limit when there is more.
pub async fn list_consents(
    pool: &PgPool,
    person: PersonId,
    before: Option<(DateTime<Utc>, Uuid)>,
    limit: u32,
) -> sqlx::Result<Vec<ConsentRow>> {
    let (before_at, before_id) = before.unzip();
    let rows = sqlx::query!(
        "SELECT id, kind, method, policy_version, at
         FROM consent_event
         WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3))
         ORDER BY at DESC, id DESC
         LIMIT $4",
        person.0,
        before_at,
        before_id,
        i64::from(limit) + 1,
    )
    .fetch_all(pool)
    .await?;
    let read = rows.into_iter().map(|row| {
        let kind = ConsentKind::parse(&row.kind)
            .ok_or_else(|| sqlx::Error::Decode("unknown consent kind".into()))?;
        let siren = Method::company(&row.method).map(str::to_owned);
        Ok(ConsentRow { id: row.id, kind, siren, policy_version: row.policy_version, at: row.at })
    });
    read.collect()
}
