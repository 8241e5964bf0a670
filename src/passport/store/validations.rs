//! Validations as an organisation reads its own.

use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{GridId, OrganisationId, PersonId, ProfileId, TrainingSessionId, ValidationId};
use crate::orgs::{ActionKind, Check, Issuer};
use crate::platform::db::Tx;

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
    /// Their name at that time.
    pub validator_name: Option<String>,
    /// Name of the second person.
    pub confirmed_by_name: Option<String>,
    /// `organisation`, `session` or `experience`.
    pub origin: String,
    /// The session.
    pub session_id: Option<TrainingSessionId>,
    /// Whether the skill was none of the session's revision.
    pub is_off_programme: bool,
    /// The grid, where one was used.
    pub grid_id: Option<GridId>,
    /// Its version at that time.
    pub grid_version: Option<i32>,
    /// Place of the step.
    pub step: Option<i16>,
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
    /// The entry that took its place.
    pub superseded_by: Option<ValidationId>,
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
                  v.validator_id AS "validator_id: PersonId", v.validator_name, v.confirmed_by_name, v.origin,
                  v.session_id AS "session_id: TrainingSessionId", v.is_off_programme,
                  v.grid_id AS "grid_id: GridId", v.grid_version,
                  v.step_position AS step, v.step_name, v.common_level, v.passing, v.comment,
                  v.job_codes AS jobs,
                  v.validated_at, v.expires_on, r.revoked_at AS "revoked_at?", r.reason_code AS "reason_code?",
                  r.reason AS "reason?", r.superseded_by AS "superseded_by: ValidationId"
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

/// The organisation that wrote an entry about this person, if there is such an entry.
pub async fn issuer_of(
    tx: &mut Tx<'_>,
    person: PersonId,
    entry: ValidationId,
) -> sqlx::Result<Option<OrganisationId>> {
    sqlx::query_scalar!(
        r#"SELECT organisation_id AS "id: OrganisationId" FROM validation WHERE id = $1 AND person_id = $2"#,
        entry.0,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await
}
