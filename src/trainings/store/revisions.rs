//! Revisions of trainings: one is being written at most, the others never change.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::TrainingId;
use crate::platform::db::Tx;

/// A revision, without what it says.
pub struct Revision {
    /// Its number.
    pub number: i32,
    /// Release of the catalogue whose labels it bears; 0 when there was none.
    pub release: i32,
    /// Its title.
    pub title: String,
    /// Who wrote it last, or published it: first and last name; nobody once the account is gone.
    pub written_by: Option<String>,
    /// When it was last written.
    pub written_at: DateTime<Utc>,
    /// When it was published; nothing while it is being written.
    pub published_at: Option<DateTime<Utc>>,
}

/// The revisions of a training, newest first, or one of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    training: TrainingId,
    only: Option<i32>,
) -> sqlx::Result<Vec<Revision>> {
    sqlx::query_as!(
        Revision,
        "SELECT r.number, r.release, r.title, p.first_name || ' ' || p.last_name AS written_by, r.written_at, r.published_at
         FROM training_revision r LEFT JOIN person p ON p.id = r.written_by
         WHERE r.training_id = $1 AND ($2::integer IS NULL OR r.number = $2) ORDER BY r.number DESC",
        training.0,
        only,
    )
    .fetch_all(db)
    .await
}

/// The release of the catalogue a revision was written under; 0 when there was none.
pub async fn release(db: impl PgExecutor<'_>, training: TrainingId, number: i32) -> sqlx::Result<i32> {
    sqlx::query_scalar!(
        "SELECT release FROM training_revision WHERE training_id = $1 AND number = $2",
        training.0,
        number,
    )
    .fetch_one(db)
    .await
}

/// Publishes the revision that is being written.
pub async fn publish(
    tx: &mut Tx<'_>,
    training: TrainingId,
    number: i32,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_revision SET published_at = $3 WHERE training_id = $1 AND number = $2",
        training.0,
        number,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Discards the revision that is being written; false when there is none.
pub async fn discard(tx: &mut Tx<'_>, training: TrainingId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM training_revision WHERE training_id = $1 AND published_at IS NULL",
        training.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() > 0)
}
