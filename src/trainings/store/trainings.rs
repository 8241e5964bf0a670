//! Trainings, whatever they say: their state, version, newest revision.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, TrainingId};
use crate::platform::db::Tx;
use crate::trainings::model::Status;

/// A training.
pub struct Training {
    /// Its id.
    pub id: TrainingId,
    /// Its state.
    pub status: Status,
    /// Raised by every write.
    pub version: i32,
    /// Number of its newest published revision; 0 before the first.
    pub revision: i32,
    /// Whether something was written since.
    pub has_draft: bool,
    /// Its title, published or not.
    pub title: String,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// Who wrote it last: first and last name; nobody once the account is gone.
    pub updated_by: Option<String>,
    /// How many skills its newest revision names.
    pub skills: i64,
    /// How long the courses of its newest revision take.
    pub minutes: i64,
    /// Codes and titles of its newest revision's jobs.
    pub jobs: Vec<String>,
}

/// Where a page of [`list`] starts: after this time and id.
#[derive(Deserialize, Serialize)]
pub struct TimeKey(pub DateTime<Utc>, pub Uuid);

/// Which trainings.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<TrainingId>,
    /// In this state.
    pub status: Option<Status>,
    /// Whose title holds these words, folded.
    pub words: Option<String>,
    /// Where the page starts.
    pub before: Option<TimeKey>,
}

/// The organisation's trainings, the last written first.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: Filter,
    limit: i64,
) -> sqlx::Result<Vec<Training>> {
    let (at, id) = filter.before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Training,
        r#"SELECT t.id AS "id: TrainingId", t.status AS "status: Status", t.version, t.revision,
                  newest.number > t.revision AS "has_draft!", t.title, t.updated_at,
                  p.first_name || ' ' || p.last_name AS updated_by,
                  (SELECT count(*) FROM training_skill s
                   WHERE s.training_id = t.id AND s.revision = newest.number) AS "skills!",
                  (SELECT coalesce(sum(c.minutes), 0) FROM training_course c
                   WHERE c.training_id = t.id AND c.revision = newest.number) AS "minutes!",
                  ARRAY(SELECT j.job_code || ' ' || j.label FROM training_job j
                        WHERE j.training_id = t.id AND j.revision = newest.number ORDER BY j.position) AS "jobs!"
           FROM training t
           JOIN LATERAL (SELECT max(number) AS number FROM training_revision r WHERE r.training_id = t.id) newest
               ON true
           LEFT JOIN person p ON p.id = t.updated_by
           WHERE t.organisation_id = $1 AND ($2::uuid IS NULL OR t.id = $2)
             AND ($3::text IS NULL OR t.status = $3)
             AND ($4::text IS NULL OR strpos(t.search_key, $4) > 0)
             AND ($5::timestamptz IS NULL OR (t.updated_at, t.id) < ($5, $6))
           ORDER BY t.updated_at DESC, t.id DESC LIMIT $7"#,
        organisation.0,
        filter.id.map(|id| id.0),
        filter.status.map(Status::as_str),
        filter.words,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// What a write starts from.
#[derive(Clone, Copy, Debug)]
pub struct Locked {
    /// The state.
    pub status: Status,
    /// The version.
    pub version: i32,
    /// Number of the newest published revision; 0 before the first.
    pub revision: i32,
}

/// Locks a training until the transaction ends; none when the organisation has no such training.
pub async fn lock(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TrainingId,
) -> sqlx::Result<Option<Locked>> {
    sqlx::query_as!(
        Locked,
        r#"SELECT status AS "status: Status", version, revision FROM training
           WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE"#,
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// A title, and the words it is found by.
pub struct Title<'a> {
    /// As it is read.
    pub text: &'a str,
    /// Folded.
    pub key: &'a str,
}

/// Writes a new training, without content.
pub async fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TrainingId,
    title: &Title<'_>,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO training (id, organisation_id, version, title, search_key, created_at, updated_at, updated_by)
         VALUES ($1, $2, 1, $3, $4, $5, $5, $6)",
        id.0,
        organisation.0,
        title.text,
        title.key,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Raises the version: something else about the training was written.
pub async fn touch(
    tx: &mut Tx<'_>,
    id: TrainingId,
    title: &Title<'_>,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training SET version = version + 1, title = $2, search_key = $3, updated_at = $4, updated_by = $5
         WHERE id = $1",
        id.0,
        title.text,
        title.key,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves a training to another state, with this newest published revision.
pub async fn set_status(
    tx: &mut Tx<'_>,
    id: TrainingId,
    (status, revision): (Status, i32),
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training SET status = $2, revision = $3, version = version + 1, updated_at = $4, updated_by = $5
         WHERE id = $1",
        id.0,
        status.as_str(),
        revision,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a training that was never published, with what it says.
pub async fn delete(tx: &mut Tx<'_>, id: TrainingId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM training WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}
