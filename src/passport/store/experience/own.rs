//! Experiences as their person writes them.

use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::super::model::experience::draft::Written;
use super::super::super::model::experience::status::Status;
use super::super::declared::stored;
use super::super::validations::skill;
use crate::ids::{ExperienceId, PersonId};
use crate::platform::db::Tx;

/// Most experiences of one person.
pub const MOST_EXPERIENCES: i64 = 200;

/// An experience.
pub struct Experience {
    /// Its id.
    pub id: ExperienceId,
    /// What the person did with it.
    pub status: Status,
    /// Counts its changes.
    pub version: i32,
    /// What it was.
    pub title: String,
    /// Where it was done.
    pub organisation_name: String,
    /// In which place.
    pub place: String,
    /// First day.
    pub started_on: Option<NaiveDate>,
    /// Last day.
    pub ended_on: Option<NaiveDate>,
    /// In the person's words.
    pub description: String,
    /// Last day on which its claims count.
    pub expires_on: Option<NaiveDate>,
    /// Whether it is kept out of the search.
    pub is_hidden: bool,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was declared.
    pub declared_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The organisation that wrote it down for them, by its name of that day.
    pub proposed_by_name: Option<String>,
}

/// Where a page of [`list`] starts: after this time and experience, going back.
pub type ListKey = (DateTime<Utc>, Uuid);

/// The experiences of a person, newest first; or this one.
pub async fn list(
    db: impl PgExecutor<'_>,
    person: PersonId,
    only: Option<ExperienceId>,
    after: Option<ListKey>,
    limit: i64,
) -> sqlx::Result<Vec<Experience>> {
    let (at, id) = after.unzip();
    sqlx::query_as!(
        Experience,
        r#"SELECT id AS "id: ExperienceId", status AS "status: Status", version, title,
                  organisation_name, place, started_on, ended_on, description, expires_on, is_hidden, created_at,
                  declared_at, withdrawn_at, proposed_by_name
           FROM experience
           WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2)
             AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4))
           ORDER BY created_at DESC, id DESC LIMIT $5"#,
        person.0,
        only.map(|id| id.0),
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// An experience of this person, locked until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId, id: ExperienceId) -> sqlx::Result<Option<Experience>> {
    sqlx::query!("SELECT id FROM experience WHERE id = $1 AND person_id = $2 FOR UPDATE", id.0, person.0)
        .fetch_optional(&mut **tx)
        .await?;
    // Read after the lock was had: what another transaction wrote meanwhile is seen.
    Ok(list(&mut **tx, person, Some(id), None, 1).await?.pop())
}

/// How many experiences a person has; the person stays locked until the transaction ends.
pub async fn count(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<i64> {
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_one(&mut **tx)
        .await?;
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM experience WHERE person_id = $1"#, person.0)
        .fetch_one(&mut **tx)
        .await
}

/// Writes a new one.
pub async fn insert(
    tx: &mut Tx<'_>,
    (id, person): (ExperienceId, PersonId),
    written: &Written,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO experience (id, person_id, title, organisation_name, place, started_on, ended_on, description,
                                 expires_on, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)",
        id.0,
        person.0,
        written.title,
        written.organisation_name,
        written.place,
        written.started_on,
        written.ended_on,
        written.description,
        written.expires_on,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Replaces what it says.
pub async fn update(
    tx: &mut Tx<'_>,
    id: ExperienceId,
    written: &Written,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE experience SET title = $2, organisation_name = $3, place = $4, started_on = $5, ended_on = $6,
                description = $7, expires_on = $8, updated_at = $9, version = version + 1
         WHERE id = $1",
        id.0,
        written.title,
        written.organisation_name,
        written.place,
        written.started_on,
        written.ended_on,
        written.description,
        written.expires_on,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes what the person did with it.
pub async fn set_status(
    tx: &mut Tx<'_>,
    id: ExperienceId,
    status: Status,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE experience SET status = $2, updated_at = $3, version = version + 1,
                declared_at = CASE WHEN $2 = 'declared' THEN $3 ELSE declared_at END,
                withdrawn_at = CASE WHEN $2 = 'withdrawn' THEN $3 END
         WHERE id = $1",
        id.0,
        status.as_str(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Shows it in the search, or hides it.
pub async fn set_hidden(
    tx: &mut Tx<'_>,
    id: ExperienceId,
    is_hidden: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE experience SET is_hidden = $2, updated_at = $3, version = version + 1 WHERE id = $1",
        id.0,
        is_hidden,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes a draft; its files were given up before.
pub async fn delete(tx: &mut Tx<'_>, id: ExperienceId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM experience WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// A skill that an experience claims.
pub struct Claim {
    /// Which experience.
    pub experience: ExperienceId,
    /// The skill.
    pub skill: SkillCode,
    /// 1 to 4.
    pub level: i16,
    /// Its label when it was claimed.
    pub label: String,
    /// The release of the catalogue then.
    pub release: i32,
}

/// What these experiences claim, by code.
pub async fn claims(db: impl PgExecutor<'_>, experiences: &[ExperienceId]) -> sqlx::Result<Vec<Claim>> {
    let ids: Vec<Uuid> = experiences.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT experience_id AS "experience: ExperienceId", skill_code, level, skill_label, rome_release
           FROM experience_skill WHERE experience_id = ANY($1) ORDER BY experience_id, skill_code"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    let claims = rows.into_iter().map(|row| Claim {
        experience: row.experience,
        skill: skill(row.skill_code),
        level: row.level,
        label: row.skill_label,
        release: row.rome_release,
    });
    Ok(claims.collect())
}

/// A job that an experience names.
pub struct Job {
    /// Which experience.
    pub experience: ExperienceId,
    /// Its code.
    pub code: String,
    /// Its label when it was named.
    pub label: String,
    /// The release of the catalogue then.
    pub release: i32,
}

/// The jobs these experiences name, by code.
pub async fn jobs(db: impl PgExecutor<'_>, experiences: &[ExperienceId]) -> sqlx::Result<Vec<Job>> {
    let ids: Vec<Uuid> = experiences.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Job,
        r#"SELECT experience_id AS "experience: ExperienceId", job_code AS code, job_label AS label,
                  rome_release AS release
           FROM experience_job WHERE experience_id = ANY($1) ORDER BY experience_id, job_code"#,
        &ids,
    )
    .fetch_all(db)
    .await
}

/// A code with its words.
pub struct Worded<T> {
    /// The code.
    pub code: T,
    /// Its label.
    pub label: String,
    /// The release the label is of.
    pub release: i32,
}

/// Replaces what it claims; words of a skill that stays are kept as they were.
pub async fn set_claims(
    tx: &mut Tx<'_>,
    id: ExperienceId,
    claims: &[(Worded<SkillCode>, i16)],
) -> sqlx::Result<()> {
    let codes: Vec<i32> = claims.iter().map(|(skill, _)| stored(skill.code)).collect();
    sqlx::query!(
        "DELETE FROM experience_skill WHERE experience_id = $1 AND NOT skill_code = ANY($2)",
        id.0,
        &codes,
    )
    .execute(&mut **tx)
    .await?;
    for (skill, level) in claims {
        sqlx::query!(
            "INSERT INTO experience_skill (experience_id, skill_code, level, skill_label, rome_release)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT ON CONSTRAINT experience_skill_pkey DO UPDATE SET level = excluded.level",
            id.0,
            stored(skill.code),
            level,
            skill.label,
            skill.release,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Replaces the jobs it names; words of one that stays are kept as they were.
pub async fn set_jobs(tx: &mut Tx<'_>, id: ExperienceId, jobs: &[Worded<String>]) -> sqlx::Result<()> {
    let codes: Vec<String> = jobs.iter().map(|job| job.code.clone()).collect();
    sqlx::query!(
        "DELETE FROM experience_job WHERE experience_id = $1 AND NOT job_code = ANY($2)",
        id.0,
        &codes,
    )
    .execute(&mut **tx)
    .await?;
    for job in jobs {
        sqlx::query!(
            "INSERT INTO experience_job (experience_id, job_code, job_label, rome_release) VALUES ($1, $2, $3, $4)
             ON CONFLICT ON CONSTRAINT experience_job_pkey DO NOTHING",
            id.0,
            job.code,
            job.label,
            job.release,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
