//! How organisations read their levels, validate and answer.

use std::collections::{BTreeMap, HashMap};

use carnet_index::SkillCode;
use sqlx::PgExecutor;

use super::super::model::cell::Rule;
use super::declared::stored;
use super::validations::skill;
use crate::ids::OrganisationId;
use crate::platform::db::Tx;

/// The choices of an organisation.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Raised by every write; 0 before the first.
    pub version: i32,
    /// Which of its standing entries is its level.
    pub rule: Rule,
    /// Whether a second person confirms.
    pub two_people: bool,
    /// Within how many days it answers.
    pub reply_days: i16,
    /// After how many months validations of these skills end.
    pub validities: BTreeMap<SkillCode, i16>,
}

/// The choices of an organisation that has made none.
const REPLY_DAYS: i16 = 30;

/// The choices of an organisation.
pub async fn read(tx: &mut Tx<'_>, organisation: OrganisationId) -> sqlx::Result<Settings> {
    let row = sqlx::query!(
        r#"SELECT version, level_rule AS "rule: Rule", two_people, reply_days FROM passport_setting
           WHERE organisation_id = $1"#,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let validities = sqlx::query!(
        "SELECT skill_code, months FROM skill_validity WHERE organisation_id = $1",
        organisation.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let validities = validities.into_iter().map(|row| (skill(row.skill_code), row.months)).collect();
    Ok(match row {
        Some(row) => Settings {
            version: row.version,
            rule: row.rule,
            two_people: row.two_people,
            reply_days: row.reply_days,
            validities,
        },
        None => Settings {
            version: 0,
            rule: Rule::default(),
            two_people: false,
            reply_days: REPLY_DAYS,
            validities,
        },
    })
}

/// Locks the choices of an organisation until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, organisation: OrganisationId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE", organisation.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// Writes the choices of an organisation, which is locked.
pub async fn write(tx: &mut Tx<'_>, organisation: OrganisationId, settings: &Settings) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO passport_setting (organisation_id, version, level_rule, two_people, reply_days)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT passport_setting_pkey DO UPDATE
         SET version = excluded.version, level_rule = excluded.level_rule, two_people = excluded.two_people,
             reply_days = excluded.reply_days",
        organisation.0,
        settings.version,
        settings.rule.as_str(),
        settings.two_people,
        settings.reply_days,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM skill_validity WHERE organisation_id = $1", organisation.0)
        .execute(&mut **tx)
        .await?;
    let (codes, months): (Vec<i32>, Vec<i16>) =
        settings.validities.iter().map(|(code, months)| (stored(*code), *months)).unzip();
    sqlx::query!(
        "INSERT INTO skill_validity (organisation_id, skill_code, months)
         SELECT $1, * FROM unnest($2::integer[], $3::smallint[])",
        organisation.0,
        &codes,
        &months,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The rules of those organisations that have chosen one.
pub async fn rules(
    db: impl PgExecutor<'_>,
    organisations: &[OrganisationId],
) -> sqlx::Result<HashMap<OrganisationId, Rule>> {
    let ids: Vec<_> = organisations.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT organisation_id AS "id: OrganisationId", level_rule AS "rule: Rule" FROM passport_setting
           WHERE organisation_id = ANY($1)"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.rule)).collect())
}
