//! Courses of an organisation.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{CourseId, OrganisationId};
use crate::platform::db::Tx;
use crate::trainings::model::Modality;

/// A course.
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// How long it takes.
    pub minutes: i32,
    /// How it is held.
    pub modality: Modality,
    /// Whether it was put away.
    pub is_archived: bool,
    /// Raised by every write.
    pub version: i32,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// How many trainings use it, in any revision.
    pub trainings: i64,
}

/// A course as it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct CourseText {
    /// Its title.
    pub title: String,
    /// The words of the title, folded; for lists.
    pub key: String,
    /// What it is about.
    pub description: String,
    /// How long it takes.
    pub minutes: i32,
    /// How it is held.
    pub modality: Modality,
}

/// Where a page of [`list`] starts: after this title and id.
#[derive(Deserialize, Serialize)]
pub struct TitleKey(pub String, pub Uuid);

/// Which courses.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<CourseId>,
    /// Archived ones, or those in use.
    pub archived: Option<bool>,
    /// Whose title holds these words, folded.
    pub words: Option<String>,
    /// Where the page starts.
    pub after: Option<TitleKey>,
}

/// The organisation's courses by title.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: Filter,
    limit: i64,
) -> sqlx::Result<Vec<Course>> {
    let (title, id) = filter.after.map_or((None, None), |TitleKey(title, id)| (Some(title), Some(id)));
    sqlx::query_as!(
        Course,
        r#"SELECT c.id AS "id: CourseId", c.title, c.description, c.minutes, c.modality AS "modality: Modality",
                  c.is_archived, c.version, c.updated_at,
                  (SELECT count(DISTINCT t.training_id) FROM training_course t WHERE t.course_id = c.id)
                      AS "trainings!"
           FROM course c
           WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id = $2)
             AND ($3::boolean IS NULL OR c.is_archived = $3)
             AND ($4::text IS NULL OR (lower(c.title), c.id) > (lower($4), $5))
             AND ($7::text IS NULL OR strpos(c.search_key, $7) > 0)
           ORDER BY lower(c.title), c.id LIMIT $6"#,
        organisation.0,
        filter.id.map(|id| id.0),
        filter.archived,
        title,
        id,
        limit,
        filter.words,
    )
    .fetch_all(db)
    .await
}

/// The version of a course, which stays locked until the transaction ends; none when the organisation has no such course.
pub async fn lock(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: CourseId,
) -> sqlx::Result<Option<(i32, bool)>> {
    let row = sqlx::query!(
        "SELECT version, is_archived FROM course WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE",
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.version, row.is_archived)))
}

/// Writes a new course.
pub async fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: CourseId,
    text: &CourseText,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO course (id, organisation_id, title, description, minutes, modality, version, created_at, updated_at,
                             search_key)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7, $8)",
        id.0,
        organisation.0,
        text.title,
        text.description,
        text.minutes,
        text.modality.as_str(),
        now,
        text.key,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a course anew.
pub async fn update(
    tx: &mut Tx<'_>,
    id: CourseId,
    text: &CourseText,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE course SET title = $2, description = $3, minutes = $4, modality = $5, updated_at = $6,
                search_key = $7, version = version + 1 WHERE id = $1",
        id.0,
        text.title,
        text.description,
        text.minutes,
        text.modality.as_str(),
        now,
        text.key,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Puts a course away, or takes it back into use.
pub async fn set_archived(
    tx: &mut Tx<'_>,
    id: CourseId,
    is_archived: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE course SET is_archived = $2, updated_at = $3, version = version + 1 WHERE id = $1",
        id.0,
        is_archived,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A course that teaches one of these skills in the newest revision of some training of the organisation.
pub struct Teaching {
    /// The skill of the catalogue.
    pub skill: i32,
    /// The course.
    pub id: CourseId,
    /// Its title today.
    pub title: String,
}

/// The organisation's courses in use that teach these skills somewhere, by skill and title.
pub async fn teaching(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    skills: &[i32],
) -> sqlx::Result<Vec<Teaching>> {
    sqlx::query_as!(
        Teaching,
        r#"SELECT coalesce(s.skill_code, s.linked_code) AS "skill!", c.id AS "id: CourseId", c.title
           FROM training t
           JOIN LATERAL (SELECT max(number) AS number FROM training_revision r WHERE r.training_id = t.id) newest ON true
           JOIN training_skill s ON s.training_id = t.id AND s.revision = newest.number
           JOIN training_course_skill m ON m.training_id = t.id AND m.revision = s.revision
                AND m.skill_position = s.position
           JOIN training_course u ON u.training_id = t.id AND u.revision = s.revision AND u.position = m.course_position
           JOIN course c ON c.id = u.course_id
           WHERE t.organisation_id = $1 AND NOT c.is_archived
             AND (s.skill_code = ANY($2) OR s.linked_code = ANY($2))
           GROUP BY 1, c.id, c.title
           ORDER BY 1, lower(c.title), c.id"#,
        organisation.0,
        skills,
    )
    .fetch_all(db)
    .await
}

/// The organisation's archived courses.
pub async fn archived(db: impl PgExecutor<'_>, organisation: OrganisationId) -> sqlx::Result<Vec<CourseId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: CourseId" FROM course WHERE organisation_id = $1 AND is_archived"#,
        organisation.0,
    )
    .fetch_all(db)
    .await
}
