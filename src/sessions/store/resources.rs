//! Resources of a session and their versions.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{FileId, PersonId, ResourceId, SessionCourseId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::attachments::{ResourceContent, ResourceKind};

/// A resource in its newest version.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its id.
    pub id: ResourceId,
    /// What it is.
    pub kind: ResourceKind,
    /// Its title.
    pub title: String,
    /// The course it belongs to.
    pub course: Option<SessionCourseId>,
    /// When trainees see it.
    pub visible_from: Option<DateTime<Utc>>,
    /// Number of its newest version.
    pub number: i32,
    /// Address of a link or a video.
    pub url: Option<String>,
    /// The file.
    pub file: Option<FileId>,
    /// Raised by every write.
    pub version: i32,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
}

/// The resources of a session, in order, or one of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    only: Option<ResourceId>,
) -> sqlx::Result<Vec<Resource>> {
    sqlx::query_as!(
        Resource,
        r#"SELECT r.id AS "id: ResourceId", r.kind AS "kind: ResourceKind", r.title,
                  r.session_course_id AS "course: SessionCourseId", r.visible_from, r.number, v.url, v.file_id AS "file: FileId", r.version,
                  r.updated_at
           FROM session_resource r JOIN session_resource_version v ON v.resource_id = r.id AND v.number = r.number
           WHERE r.session_id = $1 AND ($2::uuid IS NULL OR r.id = $2) ORDER BY r.position, r.id"#,
        session.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// Writes a new resource and its first version, as the last one of the session.
pub async fn insert(
    tx: &mut Tx<'_>,
    (session, id): (TrainingSessionId, ResourceId),
    content: &ResourceContent,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO session_resource (id, session_id, session_course_id, position, kind, title, visible_from, number, version,
             created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, (SELECT count(*) FROM session_resource WHERE session_id = $2), $4, $5, $6, 1, 1, $7, $7, $8)",
        id.0,
        session.0,
        content.course.map(|course| course.0),
        content.kind.as_str(),
        content.title,
        content.visible_from,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    insert_version(tx, (id, 1), content, (by, now)).await
}

/// Writes a version of a resource.
pub async fn insert_version(
    tx: &mut Tx<'_>,
    (id, number): (ResourceId, i32),
    content: &ResourceContent,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO session_resource_version (resource_id, number, url, file_id, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id.0,
        number,
        content.url,
        content.file.map(|file| file.0),
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a resource anew; `number` is its newest version.
pub async fn update(
    tx: &mut Tx<'_>,
    (id, number): (ResourceId, i32),
    content: &ResourceContent,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE session_resource
         SET session_course_id = $2, title = $3, visible_from = $4, number = $5, version = version + 1, updated_at = $6,
             updated_by = $7
         WHERE id = $1",
        id.0,
        content.course.map(|course| course.0),
        content.title,
        content.visible_from,
        number,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Puts the resources of a session into this order.
pub async fn reorder(tx: &mut Tx<'_>, ids: &[ResourceId]) -> sqlx::Result<()> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query!(
        "UPDATE session_resource r SET position = o.n - 1
         FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, n) WHERE r.id = o.id AND r.position <> o.n - 1",
        &ids,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a resource and its versions; gives the files that are no longer used.
pub async fn delete(tx: &mut Tx<'_>, id: ResourceId) -> sqlx::Result<Vec<FileId>> {
    let files = sqlx::query_scalar!(
        r#"SELECT file_id AS "file!: FileId" FROM session_resource_version
           WHERE resource_id = $1 AND file_id IS NOT NULL ORDER BY number"#,
        id.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM session_resource WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(files)
}

/// The files of every version of a session's resources.
pub async fn files(tx: &mut Tx<'_>, session: TrainingSessionId) -> sqlx::Result<Vec<FileId>> {
    sqlx::query_scalar!(
        r#"SELECT v.file_id AS "file!: FileId"
           FROM session_resource_version v JOIN session_resource r ON r.id = v.resource_id
           WHERE r.session_id = $1 AND v.file_id IS NOT NULL ORDER BY v.file_id"#,
        session.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// A version of a resource.
pub struct Version {
    /// Its number.
    pub number: i32,
    /// Address of a link or a video.
    pub url: Option<String>,
    /// The file.
    pub file: Option<FileId>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Who wrote it; nobody once the account is gone.
    pub created_by: Option<String>,
}

/// The versions of a resource, newest first.
pub async fn versions(db: impl PgExecutor<'_>, id: ResourceId) -> sqlx::Result<Vec<Version>> {
    sqlx::query_as!(
        Version,
        r#"SELECT v.number, v.url, v.file_id AS "file: FileId", v.created_at, p.first_name || ' ' || p.last_name AS created_by
           FROM session_resource_version v LEFT JOIN person p ON p.id = v.created_by
           WHERE v.resource_id = $1 ORDER BY v.number DESC"#,
        id.0,
    )
    .fetch_all(db)
    .await
}
