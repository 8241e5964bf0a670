//! Versions of questions: what each said, for ever.

use std::collections::{BTreeSet, HashMap};

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor};

use crate::ids::{FileId, PersonId, QuestionId};
use crate::platform::db::Tx;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::question::draft::{Content, SkillLine};
use crate::quizzes::model::question::{Question, statement};

/// What is written beside the content of a version.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Release of the catalogue whose labels the skills bear; 0 when there was none.
    pub release: i32,
    /// Who writes.
    pub by: PersonId,
    /// When.
    pub now: DateTime<Utc>,
}

/// A version, without what it says.
pub struct Version {
    /// Its number.
    pub number: i32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Who wrote it: first and last name; nobody once the account is gone.
    pub created_by: Option<String>,
}

/// Writes a new question with its first version. `key` are the words it is found by, folded.
pub async fn insert(
    tx: &mut Tx<'_>,
    (owner, id): (Owner, QuestionId),
    content: &Content,
    key: &str,
    stamp: Stamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO question (id, organisation_id, company_id, number, kind, title, search_key, tags, version, created_at,
             updated_at, updated_by)
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7, 1, $8, $8, $9)",
        id.0,
        owner.organisation().map(|id| id.0),
        owner.company().map(|id| id.0),
        content.question.kind().as_str(),
        statement::title(&content.question.statement),
        key,
        &content.tags,
        stamp.now,
        stamp.by.0,
    )
    .execute(&mut **tx)
    .await?;
    write(tx, (id, 1), content, stamp).await
}

/// Writes the next version of a question.
pub async fn add(
    tx: &mut Tx<'_>,
    (id, number): (QuestionId, i32),
    content: &Content,
    key: &str,
    stamp: Stamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE question SET number = $2, kind = $3, title = $4, search_key = $5, tags = $6, version = version + 1,
             updated_at = $7, updated_by = $8
         WHERE id = $1",
        id.0,
        number,
        content.question.kind().as_str(),
        statement::title(&content.question.statement),
        key,
        &content.tags,
        stamp.now,
        stamp.by.0,
    )
    .execute(&mut **tx)
    .await?;
    write(tx, (id, number), content, stamp).await
}

async fn write(
    tx: &mut Tx<'_>,
    (id, number): (QuestionId, i32),
    content: &Content,
    stamp: Stamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO question_version (question_id, number, kind, content, tags, release, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.0,
        number,
        content.question.kind().as_str(),
        Json(&content.question) as _,
        &content.tags,
        stamp.release,
        stamp.now,
        stamp.by.0,
    )
    .execute(&mut **tx)
    .await?;
    let codes: Vec<_> = content.skills.iter().map(|line| line.code.0.cast_signed()).collect();
    let labels: Vec<_> = content.skills.iter().map(|line| line.label.clone()).collect();
    sqlx::query!(
        "INSERT INTO question_version_skill (question_id, number, position, skill_code, label)
         SELECT $1, $2, n - 1, code, label
         FROM unnest($3::integer[], $4::text[]) WITH ORDINALITY AS line (code, label, n)",
        id.0,
        number,
        &codes,
        &labels,
    )
    .execute(&mut **tx)
    .await?;
    let files: BTreeSet<_> = content.question.images().map(|file| file.0).collect();
    sqlx::query!(
        "INSERT INTO question_version_file (question_id, number, file_id) SELECT $1, $2, * FROM unnest($3::uuid[])",
        id.0,
        number,
        &files.into_iter().collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What these versions say, by question and number. Who may read the questions was decided before.
pub async fn contents(
    db: &mut PgConnection,
    versions: &[(QuestionId, i32)],
) -> sqlx::Result<HashMap<(QuestionId, i32), Content>> {
    let ids: Vec<_> = versions.iter().map(|(id, _)| id.0).collect();
    let numbers: Vec<_> = versions.iter().map(|(_, number)| *number).collect();
    let mut skills: HashMap<(QuestionId, i32), Vec<SkillLine>> = HashMap::new();
    let lines = sqlx::query!(
        r#"SELECT s.question_id AS "question: QuestionId", s.number, s.skill_code, s.label
           FROM unnest($1::uuid[], $2::integer[]) AS wanted (id, number)
           JOIN question_version_skill s ON s.question_id = wanted.id AND s.number = wanted.number
           ORDER BY s.position"#,
        &ids,
        &numbers,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in lines {
        let line = SkillLine { code: SkillCode(row.skill_code.cast_unsigned()), label: row.label };
        skills.entry((row.question, row.number)).or_default().push(line);
    }
    let rows = sqlx::query!(
        r#"SELECT v.question_id AS "question: QuestionId", v.number, v.content AS "content: Json<Question>", v.tags
           FROM unnest($1::uuid[], $2::integer[]) AS wanted (id, number)
           JOIN question_version v ON v.question_id = wanted.id AND v.number = wanted.number"#,
        &ids,
        &numbers,
    )
    .fetch_all(db)
    .await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        let key = (row.question, row.number);
        let skills = skills.remove(&key).unwrap_or_default();
        found.insert(key, Content { question: row.content.0, tags: row.tags, skills });
    }
    Ok(found)
}

/// What a version says; none when there is no such version. Who may read the question was decided before.
pub async fn read(db: &mut PgConnection, id: QuestionId, number: i32) -> sqlx::Result<Option<Content>> {
    Ok(contents(db, &[(id, number)]).await?.remove(&(id, number)))
}

/// The versions of a question, newest first.
pub async fn list(db: impl PgExecutor<'_>, id: QuestionId) -> sqlx::Result<Vec<Version>> {
    sqlx::query_as!(
        Version,
        "SELECT v.number, v.created_at, p.first_name || ' ' || p.last_name AS created_by
         FROM question_version v LEFT JOIN person p ON p.id = v.created_by
         WHERE v.question_id = $1 ORDER BY v.number DESC",
        id.0,
    )
    .fetch_all(db)
    .await
}

/// Whether a version of this question shows this file.
pub async fn shows(db: impl PgExecutor<'_>, id: QuestionId, file: FileId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM question_version_file WHERE question_id = $1 AND file_id = $2) AS "shows!""#,
        id.0,
        file.0,
    )
    .fetch_one(db)
    .await
}
