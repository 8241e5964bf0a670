//! Files of questions that were read and shown.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgPool;

use crate::ids::{PersonId, QuestionImportId};
use crate::platform::db::Tx;
use crate::quizzes::model::owner::Owner;

/// A file that was read.
pub struct Import {
    /// Its questions as they were read.
    pub questions: Value,
    /// What was shown.
    pub preview: Value,
    /// When it was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Until when it can be.
    pub expires_at: DateTime<Utc>,
}

/// Keeps a file that was read, and what was shown of it.
pub async fn insert(
    tx: &mut Tx<'_>,
    (owner, id): (Owner, QuestionImportId),
    (questions, preview): (&Value, &Value),
    by: PersonId,
    (now, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO question_import (id, organisation_id, company_id, questions, preview, created_at, created_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.0,
        owner.organisation().map(|id| id.0),
        owner.company().map(|id| id.0),
        questions,
        preview,
        now,
        by.0,
        expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A file of the owner that can still be confirmed, or was, locked.
pub async fn lock(
    tx: &mut Tx<'_>,
    owner: Owner,
    id: QuestionImportId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Import>> {
    sqlx::query_as!(
        Import,
        "SELECT questions, preview, confirmed_at, expires_at FROM question_import
         WHERE id = $1 AND owner_id = $2 AND expires_at > $3 FOR UPDATE",
        id.0,
        owner.id(),
        now,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Keeps what is shown now.
pub async fn show(tx: &mut Tx<'_>, id: QuestionImportId, preview: &Value) -> sqlx::Result<()> {
    sqlx::query!("UPDATE question_import SET preview = $2 WHERE id = $1", id.0, preview)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that a file was confirmed.
pub async fn confirm(tx: &mut Tx<'_>, id: QuestionImportId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE question_import SET confirmed_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Deletes the files whose day is over.
pub async fn purge(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM question_import WHERE expires_at <= $1", now).execute(pool).await?;
    Ok(done.rows_affected())
}
