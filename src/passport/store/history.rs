//! A person's own history: every validation ever recorded for them, whichever organisation did.

use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;

use super::super::model::searchable::Proof;
use super::declared::level;
use super::validations::{categories, signed, skill};
use crate::ids::{PersonId, ValidationId};
use crate::orgs::{Check, Issuer};

/// One entry of the history.
pub struct Entry {
    /// The skill.
    pub skill: SkillCode,
    /// Its label at that time.
    pub label: String,
    /// The release of the catalogue at that time; 0 when there was none.
    pub release: i32,
    /// The entry.
    pub id: ValidationId,
    /// The organisation, as it signed at that time.
    pub issuer: Issuer,
    /// Name of the step reached.
    pub step_name: String,
    /// When.
    pub validated_at: DateTime<Utc>,
    /// When it was revoked, or another took its place.
    pub revoked_at: Option<DateTime<Utc>>,
    /// The entry that took its place.
    pub superseded_by: Option<ValidationId>,
    /// What counts of it.
    pub proof: Proof,
}

/// Every entry about a person, newest first.
pub async fn of_person(executor: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Entry>> {
    let rows = sqlx::query!(
        r#"SELECT v.id AS "id: ValidationId", v.skill_code, v.skill_label, v.rome_release, v.organisation_name, v.step_name,
                  v.organisation_legal_name, v.organisation_siret, v.organisation_nda,
                  v.organisation_siret_check AS "siret_check: Check", v.organisation_nda_check AS "nda_check: Check",
                  v.organisation_qualiopi AS "qualiopi: Check", v.organisation_checked_at,
                  v.organisation_qualiopi_categories,
                  v.common_level, v.passing, v.validated_at, v.expires_on AS "expires_on: NaiveDate",
                  r.revoked_at AS "revoked_at?", r.superseded_by AS "superseded_by: ValidationId"
           FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
           WHERE v.person_id = $1 ORDER BY v.validated_at DESC, v.id DESC"#,
        person.0
    )
    .fetch_all(executor)
    .await?;
    let entries = rows.into_iter().map(|row| Entry {
        skill: skill(row.skill_code),
        label: row.skill_label,
        release: row.rome_release,
        id: row.id,
        issuer: signed(Issuer {
            name: row.organisation_name,
            legal_name: row.organisation_legal_name,
            siret: row.organisation_siret,
            siret_check: row.siret_check,
            nda: row.organisation_nda,
            nda_check: row.nda_check,
            qualiopi: row.qualiopi,
            qualiopi_categories: categories(&row.organisation_qualiopi_categories),
            checked_at: row.organisation_checked_at,
        }),
        step_name: row.step_name,
        validated_at: row.validated_at,
        revoked_at: row.revoked_at,
        superseded_by: row.superseded_by,
        proof: Proof {
            level: row.common_level.and_then(level),
            is_passing: row.passing,
            is_revoked: row.revoked_at.is_some(),
            expires_on: row.expires_on,
        },
    });
    Ok(entries.collect())
}
