//! Validations and their revocations: written once, never changed.

use carnet_index::{RomeCode, SkillCode};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::declared::{Named, stored};
use crate::ids::{GridId, OrganisationId, PersonId, ProfileId, ValidationId};
use crate::orgs::{ActionKind, Check, GridStep, Issuer};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// An entry to write.
pub struct NewValidation<'a> {
    /// Its id.
    pub id: ValidationId,
    /// Whose skill it is.
    pub person: PersonId,
    /// The skill, with the words of the catalogue today.
    pub skill: Named<'a>,
    /// The organisation that validates.
    pub organisation: OrganisationId,
    /// How it signs today.
    pub issuer: &'a Issuer,
    /// The trainer.
    pub validator: PersonId,
    /// The step reached.
    pub step: &'a GridStep,
    /// What the trainer adds.
    pub comment: Option<&'a str>,
    /// Jobs of the training.
    pub jobs: &'a [RomeCode],
    /// Last day on which it counts.
    pub expires_on: Option<NaiveDate>,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Writes an entry.
pub async fn insert(tx: &mut Tx<'_>, new: &NewValidation<'_>) -> sqlx::Result<()> {
    let mut jobs: Vec<String> = new.jobs.iter().map(|code| code.as_str().to_owned()).collect();
    jobs.sort_unstable();
    let categories: Vec<String> =
        new.issuer.qualiopi_categories.iter().map(|kind| kind.as_str().to_owned()).collect();
    sqlx::query!(
        "INSERT INTO validation
             (id, person_id, skill_code, skill_label, rome_release, organisation_id, organisation_name,
              organisation_siret, organisation_nda, validator_id, grid_id, grid_version, step_position, step_name,
              common_level, passing, comment, validated_at, expires_on, job_codes, organisation_legal_name,
              organisation_siret_check, organisation_nda_check, organisation_qualiopi, organisation_checked_at,
              organisation_qualiopi_categories)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                 $21, $22, $23, $24, $25, $26)",
        new.id.0,
        new.person.0,
        stored(new.skill.code),
        new.skill.label,
        new.skill.release,
        new.organisation.0,
        new.issuer.name,
        new.issuer.siret,
        new.issuer.nda,
        new.validator.0,
        new.step.grid.0,
        new.step.version,
        new.step.position,
        new.step.name,
        new.step.common_level,
        new.step.passing,
        new.comment,
        new.at,
        new.expires_on,
        &jobs,
        new.issuer.legal_name,
        new.issuer.siret_check as Option<Check>,
        new.issuer.nda_check as Option<Check>,
        new.issuer.qualiopi as Option<Check>,
        new.issuer.checked_at,
        &categories,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The public profile of a person.
pub async fn profile_of(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<ProfileId> {
    let id = sqlx::query_scalar!("SELECT profile_id FROM person WHERE id = $1", person.0)
        .fetch_one(&mut **tx)
        .await?;
    Ok(ProfileId(id))
}

/// What a revocation must know of an entry.
pub struct Revocable {
    /// Whose skill it is.
    pub person: PersonId,
    /// Who validated.
    pub validator: PersonId,
    /// Whether it counted at all.
    pub passing: bool,
}

/// An entry of this organisation, if it has it.
pub async fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ValidationId,
) -> sqlx::Result<Option<Revocable>> {
    sqlx::query_as!(
        Revocable,
        r#"SELECT person_id AS "person: PersonId", validator_id AS "validator: PersonId", passing
           FROM validation WHERE id = $1 AND organisation_id = $2"#,
        id.0,
        organisation.0
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Writes a revocation; an entry is revoked once.
pub async fn revoke(
    tx: &mut Tx<'_>,
    id: ValidationId,
    by: PersonId,
    (reason_code, reason): (&str, &str),
    at: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO validation_revocation (validation_id, revoked_by, reason_code, reason, revoked_at)
         VALUES ($1, $2, $3, $4, $5)",
        id.0,
        by.0,
        reason_code,
        reason,
        at
    )
    .execute(&mut **tx)
    .await
    .on_constraint("validation_revocation_pkey", Code::AlreadyRevoked)?;
    Ok(())
}

/// An entry as the organisation sees it.
pub struct Listed {
    /// The entry.
    pub id: ValidationId,
    /// Whose skill it is.
    pub person_id: PersonId,
    /// Code of the skill.
    pub skill_code: i32,
    /// Its label at that time.
    pub skill_label: String,
    /// The release of the catalogue at that time.
    pub rome_release: i32,
    /// The organisation's name at that time.
    pub organisation_name: String,
    /// Its establishment number at that time.
    pub organisation_siret: Option<String>,
    /// Its declaration of activity at that time.
    pub organisation_nda: Option<String>,
    /// Its legal name at that time.
    pub organisation_legal_name: Option<String>,
    /// What the register said of its establishment number that day.
    pub organisation_siret_check: Option<Check>,
    /// What the registers said of its declaration of activity that day.
    pub organisation_nda_check: Option<Check>,
    /// What they said of its certification that day.
    pub organisation_qualiopi: Option<Check>,
    /// The kinds of action it was valid for that day.
    pub organisation_qualiopi_categories: Vec<String>,
    /// When they had last told.
    pub organisation_checked_at: Option<DateTime<Utc>>,
    /// The trainer.
    pub validator_id: PersonId,
    /// The grid.
    pub grid_id: GridId,
    /// Its version at that time.
    pub grid_version: i32,
    /// Place of the step.
    pub step: i16,
    /// Its name.
    pub step_name: String,
    /// Its place on the common scale.
    pub common_level: Option<i16>,
    /// Whether it means acquired.
    pub passing: bool,
    /// What the trainer added.
    pub comment: Option<String>,
    /// Jobs of the training.
    pub jobs: Vec<String>,
    /// When.
    pub validated_at: DateTime<Utc>,
    /// Last day on which it counts.
    pub expires_on: Option<NaiveDate>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// Why, by code.
    pub reason_code: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
}

/// How an organisation signed an entry. Entries older than the checks had nothing verified.
pub fn signed(frozen: Issuer) -> Issuer {
    let of =
        |number: Option<&String>, check: Option<Check>| number.map(|_| check.unwrap_or(Check::Unverified));
    Issuer {
        siret_check: of(frozen.siret.as_ref(), frozen.siret_check),
        nda_check: of(frozen.nda.as_ref(), frozen.nda_check),
        ..frozen
    }
}

/// The kinds of action that are stored.
pub fn categories(stored: &[String]) -> Vec<ActionKind> {
    stored.iter().filter_map(|name| ActionKind::parse(name)).collect()
}

/// Which entries of an organisation.
#[derive(Default)]
pub struct Filter {
    /// About this person only.
    pub person: Option<PersonId>,
    /// Before this one, newest first.
    pub before: Option<(DateTime<Utc>, Uuid)>,
    /// This one only.
    pub id: Option<ValidationId>,
}

/// The organisation's own entries, newest first.
pub async fn list(
    executor: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: Filter,
    rows: i64,
) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"SELECT v.id AS "id: ValidationId", v.person_id AS "person_id: PersonId", v.skill_code, v.skill_label,
                  v.rome_release, v.organisation_name, v.organisation_siret, v.organisation_nda,
                  v.organisation_legal_name, v.organisation_siret_check AS "organisation_siret_check: Check",
                  v.organisation_nda_check AS "organisation_nda_check: Check",
                  v.organisation_qualiopi AS "organisation_qualiopi: Check", v.organisation_checked_at,
                  v.organisation_qualiopi_categories,
                  v.validator_id AS "validator_id: PersonId", v.grid_id AS "grid_id: GridId", v.grid_version,
                  v.step_position AS step, v.step_name, v.common_level, v.passing, v.comment,
                  v.job_codes AS jobs,
                  v.validated_at, v.expires_on, r.revoked_at AS "revoked_at?", r.reason_code AS "reason_code?",
                  r.reason AS "reason?"
           FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
           WHERE v.organisation_id = $1
             AND ($2::uuid IS NULL OR v.person_id = $2)
             AND ($3::timestamptz IS NULL OR (v.validated_at, v.id) < ($3, $4))
             AND ($5::uuid IS NULL OR v.id = $5)
           ORDER BY v.validated_at DESC, v.id DESC LIMIT $6"#,
        organisation.0,
        filter.person.map(|id| id.0),
        filter.before.map(|(at, _)| at),
        filter.before.map(|(_, id)| id),
        filter.id.map(|id| id.0),
        rows,
    )
    .fetch_all(executor)
    .await
}

/// The skill of a stored code.
pub fn skill(stored: i32) -> SkillCode {
    SkillCode(stored.unsigned_abs())
}
