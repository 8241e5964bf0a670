//! What declared experiences say of a person's skills.

use carnet_index::{Level, SkillCode};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;

use super::super::declared::level;
use super::super::validations::skill;
use crate::ids::{ExperienceId, PersonId};

/// A skill that a declared experience claims.
pub struct Said {
    /// The experience.
    pub experience: ExperienceId,
    /// What it was.
    pub title: String,
    /// The skill.
    pub skill: SkillCode,
    /// Its label when it was claimed.
    pub label: String,
    /// The release of the catalogue then.
    pub release: i32,
    /// At which level.
    pub level: Level,
    /// Whether it counts in the search: its person does not hide the experience.
    pub is_counted: bool,
    /// When the experience was declared.
    pub at: DateTime<Utc>,
}

/// What the declared experiences of a person claim on this day.
pub async fn said(db: impl PgExecutor<'_>, person: PersonId, today: NaiveDate) -> sqlx::Result<Vec<Said>> {
    let rows = sqlx::query!(
        r#"SELECT e.id AS "experience: ExperienceId", e.title, s.skill_code, s.skill_label, s.rome_release, s.level,
                  NOT e.is_hidden AS "is_counted!", e.declared_at AS "at!"
           FROM experience e JOIN experience_skill s ON s.experience_id = e.id
           WHERE e.person_id = $1 AND e.status = 'declared' AND (e.expires_on IS NULL OR e.expires_on >= $2)
           ORDER BY e.declared_at DESC, e.id DESC, s.skill_code"#,
        person.0,
        today,
    )
    .fetch_all(db)
    .await?;
    let said = rows.into_iter().filter_map(|row| {
        Some(Said {
            experience: row.experience,
            title: row.title,
            skill: skill(row.skill_code),
            label: row.skill_label,
            release: row.rome_release,
            level: level(row.level)?,
            is_counted: row.is_counted,
            at: row.at,
        })
    });
    Ok(said.collect())
}
