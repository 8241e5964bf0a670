//! Questions of a bank: listed, found, locked, put away.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{FileId, PersonId, QuestionId};
use crate::platform::db::Tx;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::question::Kind;
use crate::quizzes::model::quiz::check::Candidate;

/// A question in a list.
pub struct Row {
    /// Its id.
    pub id: QuestionId,
    /// What its newest version expects.
    pub kind: Kind,
    /// The beginning of what it asks.
    pub title: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Codes and names of its skills, in order.
    pub skills: Vec<String>,
    /// Number of its newest version.
    pub number: i32,
    /// Whether it is put away.
    pub is_archived: bool,
    /// Raised by every write.
    pub version: i32,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// Who wrote it last: first and last name; nobody once the account is gone.
    pub updated_by: Option<String>,
    /// How many quizzes name it, in any revision.
    pub quizzes: i64,
}

/// Where a page of [`list`] starts: after this time and id.
#[derive(Deserialize, Serialize)]
pub struct TimeKey(pub DateTime<Utc>, pub Uuid);

/// Which questions.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<QuestionId>,
    /// Which hold these words, folded.
    pub words: Option<String>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Which bear this tag, whatever its case.
    pub tag: Option<String>,
    /// Which are about this skill.
    pub skill: Option<i32>,
    /// Put away, or in use; none: both.
    pub archived: Option<bool>,
    /// Where the page starts.
    pub before: Option<TimeKey>,
}

/// The owner's questions, the last written first.
pub async fn list(
    db: impl PgExecutor<'_>,
    owner: Owner,
    filter: Filter,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    let (at, id) = filter.before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Row,
        r#"SELECT q.id AS "id: QuestionId", q.kind AS "kind: Kind", q.title, q.tags, q.number, q.is_archived, q.version,
                  q.updated_at, p.first_name || ' ' || p.last_name AS updated_by,
                  ARRAY(SELECT s.skill_code || ' ' || s.label FROM question_version_skill s
                        WHERE s.question_id = q.id AND s.number = q.number ORDER BY s.position) AS "skills!",
                  (SELECT count(DISTINCT used.quiz_id) FROM (
                       SELECT quiz_id FROM quiz_revision_item WHERE question_id = q.id
                       UNION ALL SELECT quiz_id FROM quiz_revision_pool WHERE question_id = q.id) used) AS "quizzes!"
           FROM question q LEFT JOIN person p ON p.id = q.updated_by
           WHERE q.owner_id = $1 AND ($2::uuid IS NULL OR q.id = $2)
             AND ($3::text IS NULL OR strpos(q.search_key, $3) > 0)
             AND ($4::text IS NULL OR q.kind = $4)
             AND ($5::text IS NULL OR EXISTS (SELECT FROM unnest(q.tags) tag WHERE lower(tag) = lower($5)))
             AND ($6::integer IS NULL OR EXISTS (
                     SELECT FROM question_version_skill s
                     WHERE s.question_id = q.id AND s.number = q.number AND s.skill_code = $6))
             AND ($7::boolean IS NULL OR q.is_archived = $7)
             AND ($8::timestamptz IS NULL OR (q.updated_at, q.id) < ($8, $9))
           ORDER BY q.updated_at DESC, q.id DESC LIMIT $10"#,
        owner.id(),
        filter.id.map(|id| id.0),
        filter.words,
        filter.kind.map(Kind::as_str),
        filter.tag,
        filter.skill,
        filter.archived,
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
    /// The version of the row.
    pub version: i32,
    /// Number of the newest version of what it says.
    pub number: i32,
    /// Whether it is put away.
    pub is_archived: bool,
}

/// Locks a question until the transaction ends; none when the owner has no such question.
pub async fn lock(tx: &mut Tx<'_>, owner: Owner, id: QuestionId) -> sqlx::Result<Option<Locked>> {
    sqlx::query_as!(
        Locked,
        "SELECT version, number, is_archived FROM question
         WHERE id = $1 AND owner_id = $2 FOR NO KEY UPDATE",
        id.0,
        owner.id(),
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Puts a question away, or back into use.
pub async fn set_archived(
    tx: &mut Tx<'_>,
    id: QuestionId,
    is_archived: bool,
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE question SET is_archived = $2, version = version + 1, updated_by = $3, updated_at = $4 WHERE id = $1",
        id.0,
        is_archived,
        by.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A tag with how many questions in use bear it.
pub struct TagCount {
    /// The tag.
    pub tag: String,
    /// How many questions in use bear it.
    pub questions: i64,
}

/// The tags of the owner's questions in use, by name; those that differ in case are one.
pub async fn tags(db: impl PgExecutor<'_>, owner: Owner) -> sqlx::Result<Vec<TagCount>> {
    sqlx::query_as!(
        TagCount,
        r#"SELECT min(tag) AS "tag!", count(*) AS "questions!"
           FROM question q, unnest(q.tags) tag
           WHERE q.owner_id = $1 AND NOT q.is_archived
           GROUP BY lower(tag) ORDER BY lower(tag) LIMIT 1000"#,
        owner.id(),
    )
    .fetch_all(db)
    .await
}

/// Which of these questions the owner has.
pub async fn known(
    db: impl PgExecutor<'_>,
    owner: Owner,
    ids: &[QuestionId],
) -> sqlx::Result<HashSet<QuestionId>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query_scalar!(
        r#"SELECT id AS "id: QuestionId" FROM question WHERE owner_id = $1 AND id = ANY($2)"#,
        owner.id(),
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The owner's questions among these, and those that bear one of these tags, oldest first.
pub async fn candidates(
    db: impl PgExecutor<'_>,
    owner: Owner,
    ids: &[QuestionId],
    tags: &[String],
) -> sqlx::Result<Vec<Candidate>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Candidate,
        r#"SELECT id AS "id: QuestionId", number, is_archived, tags FROM question
           WHERE owner_id = $1
             AND (id = ANY($2) OR EXISTS (
                     SELECT FROM unnest(tags) tag JOIN unnest($3::text[]) wanted ON lower(wanted) = lower(tag)))
           ORDER BY created_at, id"#,
        owner.id(),
        &ids,
        tags,
    )
    .fetch_all(db)
    .await
}

/// Which of these files a question of the owner shows, in any version.
pub async fn shown(db: impl PgExecutor<'_>, owner: Owner, files: &[FileId]) -> sqlx::Result<HashSet<FileId>> {
    let files: Vec<_> = files.iter().map(|file| file.0).collect();
    let rows = sqlx::query_scalar!(
        r#"SELECT DISTINCT f.file_id AS "file: FileId"
           FROM question_version_file f JOIN question q ON q.id = f.question_id
           WHERE q.owner_id = $1 AND f.file_id = ANY($2)"#,
        owner.id(),
        &files,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().collect())
}

/// Which of these titles the owner's questions in use have.
pub async fn titles(
    db: impl PgExecutor<'_>,
    owner: Owner,
    titles: &[String],
) -> sqlx::Result<HashSet<String>> {
    let rows = sqlx::query_scalar!(
        "SELECT DISTINCT title FROM question WHERE owner_id = $1 AND NOT is_archived AND title = ANY($2)",
        owner.id(),
        titles,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().collect())
}
