//! What a person declares.

use carnet_index::{Level, SkillCode};
use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::PersonId;
use crate::platform::db::Tx;

/// A declared skill, with the words of the catalogue when it was declared.
pub struct Declared {
    /// The skill.
    pub skill: SkillCode,
    /// Its level.
    pub level: Level,
    /// Its label at that time.
    pub label: String,
    /// The release of the catalogue at that time; 0 when there was none.
    pub release: i32,
    /// When.
    pub at: DateTime<Utc>,
}

/// A skill and its words in a release of the catalogue.
pub struct Named<'a> {
    /// The skill.
    pub code: SkillCode,
    /// Its label.
    pub label: &'a str,
    /// The release.
    pub release: i32,
}

/// Everything a person declares.
pub async fn list(executor: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Declared>> {
    let rows = sqlx::query!(
        "SELECT skill_code, level, skill_label, rome_release, declared_at FROM declared_skill WHERE person_id = $1",
        person.0
    )
    .fetch_all(executor)
    .await?;
    let declared = rows.into_iter().filter_map(|row| {
        let skill = SkillCode(row.skill_code.unsigned_abs());
        Some(Declared {
            skill,
            level: level(row.level)?,
            label: row.skill_label,
            release: row.rome_release,
            at: row.declared_at,
        })
    });
    Ok(declared.collect())
}

/// The level a person declares for a skill, locked; and how many skills they declare.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId, skill: SkillCode) -> sqlx::Result<(Option<Level>, i64)> {
    // The person's row is the lock: two declarations of one person wait for each other.
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_one(&mut **tx)
        .await?;
    let row = sqlx::query!(
        r#"SELECT count(*) AS "count!", max(level) FILTER (WHERE skill_code = $2) AS level
           FROM declared_skill WHERE person_id = $1"#,
        person.0,
        stored(skill)
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok((row.level.and_then(level), row.count))
}

/// Declares a skill, or changes its level.
pub async fn declare(
    tx: &mut Tx<'_>,
    person: PersonId,
    skill: Named<'_>,
    level: Level,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO declared_skill (person_id, skill_code, level, skill_label, rome_release, declared_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT declared_skill_pkey DO UPDATE
         SET level = excluded.level, skill_label = excluded.skill_label, rome_release = excluded.rome_release,
             declared_at = excluded.declared_at",
        person.0,
        stored(skill.code),
        i16::from(level.get()),
        skill.label,
        skill.release,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Withdraws a declaration; false when there was none.
pub async fn withdraw(tx: &mut Tx<'_>, person: PersonId, skill: SkillCode) -> sqlx::Result<bool> {
    let deleted = sqlx::query!(
        "DELETE FROM declared_skill WHERE person_id = $1 AND skill_code = $2",
        person.0,
        stored(skill)
    )
    .execute(&mut **tx)
    .await?;
    Ok(deleted.rows_affected() > 0)
}

/// A code as PostgreSQL stores it. Codes are six digits; one beyond the column's range is in no catalogue.
pub fn stored(skill: SkillCode) -> i32 {
    i32::try_from(skill.0).unwrap_or(-1)
}

/// A stored level; the table admits 1 to 4 only.
pub fn level(stored: i16) -> Option<Level> {
    u8::try_from(stored).ok().and_then(Level::new)
}
