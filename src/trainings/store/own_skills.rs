//! An organisation's own skills, and what became of the matches proposed for them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::{OrganisationId, OwnSkillId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// Where an own skill stands beside the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = OwnSkillLink)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Link {
    /// Nothing was decided: matches are proposed.
    None,
    /// It is a skill of the catalogue.
    Linked,
    /// It stays the organisation's own: nothing is proposed.
    Kept,
}

/// An own skill.
pub struct OwnSkill {
    /// Its id.
    pub id: OwnSkillId,
    /// Its name.
    pub label: String,
    /// What is meant.
    pub description: String,
    /// Where it stands beside the catalogue.
    pub link: Link,
    /// The skill of the catalogue it is.
    pub skill_code: Option<i32>,
    /// Raised by every write.
    pub version: i32,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// How many trainings name it, in any revision.
    pub trainings: i64,
}

/// An own skill as it is written.
pub struct OwnSkillText {
    /// Its name.
    pub label: String,
    /// The words of the name, folded; for lists.
    pub key: String,
    /// What is meant.
    pub description: String,
}

/// A match that was refused.
pub struct Refusal {
    /// The own skill.
    pub own_skill: OwnSkillId,
    /// The skill of the catalogue.
    pub skill_code: i32,
    /// Why.
    pub reason: String,
    /// When.
    pub refused_at: DateTime<Utc>,
}

/// Where a page of [`list`] starts: after this name and id.
#[derive(Deserialize, Serialize)]
pub struct LabelKey(pub String, pub Uuid);

/// Which own skills.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<OwnSkillId>,
    /// Whose name holds these words, folded.
    pub words: Option<String>,
    /// Where the page starts.
    pub after: Option<LabelKey>,
}

/// The organisation's own skills by name.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: Filter,
    limit: i64,
) -> sqlx::Result<Vec<OwnSkill>> {
    let (label, id) = filter.after.map_or((None, None), |LabelKey(label, id)| (Some(label), Some(id)));
    sqlx::query_as!(
        OwnSkill,
        r#"SELECT o.id AS "id: OwnSkillId", o.label, o.description, o.link AS "link: Link", o.skill_code, o.version,
                  o.updated_at,
                  (SELECT count(DISTINCT t.training_id) FROM training_skill t WHERE t.own_skill_id = o.id)
                      AS "trainings!"
           FROM own_skill o
           WHERE o.organisation_id = $1 AND ($2::uuid IS NULL OR o.id = $2)
             AND ($3::text IS NULL OR (lower(o.label), o.id) > (lower($3), $4))
             AND ($6::text IS NULL OR strpos(o.search_key, $6) > 0)
           ORDER BY lower(o.label), o.id LIMIT $5"#,
        organisation.0,
        filter.id.map(|id| id.0),
        label,
        id,
        limit,
        filter.words,
    )
    .fetch_all(db)
    .await
}

/// The matches refused for these own skills, oldest first.
pub async fn refusals(
    db: impl PgExecutor<'_>,
    own_skills: &[Uuid],
) -> sqlx::Result<HashMap<OwnSkillId, Vec<Refusal>>> {
    let rows = sqlx::query_as!(
        Refusal,
        r#"SELECT own_skill_id AS "own_skill: OwnSkillId", skill_code, reason, refused_at
           FROM own_skill_refusal WHERE own_skill_id = ANY($1) ORDER BY refused_at, skill_code"#,
        own_skills,
    )
    .fetch_all(db)
    .await?;
    let mut by_skill: HashMap<OwnSkillId, Vec<Refusal>> = HashMap::new();
    for row in rows {
        by_skill.entry(row.own_skill).or_default().push(row);
    }
    Ok(by_skill)
}

/// The version of an own skill, which stays locked until the transaction ends; none when the organisation has no such.
pub async fn lock(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: OwnSkillId,
) -> sqlx::Result<Option<(i32, Link)>> {
    let row = sqlx::query!(
        r#"SELECT version, link AS "link: Link" FROM own_skill
           WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE"#,
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.version, row.link)))
}

/// Writes a new own skill.
pub async fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: OwnSkillId,
    text: &OwnSkillText,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO own_skill (id, organisation_id, label, description, version, created_at, updated_at, search_key)
         VALUES ($1, $2, $3, $4, 1, $5, $5, $6)",
        id.0,
        organisation.0,
        text.label,
        text.description,
        now,
        text.key,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("own_skill_label_key", Code::OwnSkillTaken)?;
    Ok(())
}

/// Writes an own skill anew.
pub async fn update(tx: &mut Tx<'_>, id: OwnSkillId, text: &OwnSkillText, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "UPDATE own_skill SET label = $2, description = $3, updated_at = $4, search_key = $5, version = version + 1
         WHERE id = $1",
        id.0,
        text.label,
        text.description,
        now,
        text.key,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("own_skill_label_key", Code::OwnSkillTaken)?;
    Ok(())
}

/// Decides where an own skill stands beside the catalogue.
pub async fn set_link(
    tx: &mut Tx<'_>,
    id: OwnSkillId,
    link: Link,
    skill_code: Option<i32>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let link = match link {
        Link::None => "none",
        Link::Linked => "linked",
        Link::Kept => "kept",
    };
    sqlx::query!(
        "UPDATE own_skill SET link = $2, skill_code = $3, updated_at = $4, version = version + 1 WHERE id = $1",
        id.0,
        link,
        skill_code,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Remembers that a match was refused; a second time, the newer reason counts.
pub async fn refuse(
    tx: &mut Tx<'_>,
    id: OwnSkillId,
    skill_code: i32,
    reason: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO own_skill_refusal (own_skill_id, skill_code, reason, refused_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (own_skill_id, skill_code) DO UPDATE SET reason = $3, refused_at = $4",
        id.0,
        skill_code,
        reason,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets a refusal: the match was accepted after all.
pub async fn forget_refusal(tx: &mut Tx<'_>, id: OwnSkillId, skill_code: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM own_skill_refusal WHERE own_skill_id = $1 AND skill_code = $2",
        id.0,
        skill_code,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes an own skill that no training names.
pub async fn delete(tx: &mut Tx<'_>, id: OwnSkillId) -> Result<()> {
    sqlx::query!("DELETE FROM own_skill WHERE id = $1", id.0)
        .execute(&mut **tx)
        .await
        .on_constraint("training_skill_own_skill_fkey", Code::InUse)?;
    Ok(())
}
