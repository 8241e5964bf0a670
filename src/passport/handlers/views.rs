//! What people are shown of skills and validations.

use std::collections::BTreeMap;

use carnet_index::{Level, SkillCode, Status};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::model::searchable::{Proof, Searchable, searchable};
use super::super::store::declared::Declared;
use super::super::store::experience::claims::Said;
use super::super::store::history::Entry;
use super::super::store::validations::{Listed, categories, signed};
use crate::catalog::CatalogSnapshot;
use crate::catalog::model::DriftKind;
use crate::ids::{ExperienceId, GridId, PersonId, TrainingSessionId, ValidationId};
use crate::orgs::Issuer;

/// One skill of one's own passport, with its whole history.
#[derive(Serialize, ToSchema)]
pub struct MySkill {
    /// Its code.
    code: String,
    /// Its label today, or as of its newest entry: whichever was asked for.
    label: String,
    /// Whether the catalogue in place still has it.
    active: bool,
    /// The level the person declares, 1 to 4.
    declared_level: Option<u8>,
    /// What the person declares, as it was written; null when they declare nothing.
    declaration: Option<Declaration>,
    /// The declared experiences that claim it: what they claim counts like what is declared, the highest of all.
    experiences: Vec<ClaimedIn>,
    /// What the catalogue of today says otherwise than its newest entry, and why; null when nothing.
    difference: Option<SkillDifference>,
    /// How it is searchable; null when nothing of it counts.
    searchable: Option<SearchableView>,
    /// Every validation ever recorded, newest first.
    validations: Vec<MyValidation>,
}

/// With which names a passport is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PassportNames)]
pub enum Names {
    /// Those of the catalogue of today.
    #[default]
    Today,
    /// Those of the catalogue when each skill was last declared or validated.
    AsWritten,
}

/// What a person declares, with the words of that day.
#[derive(Serialize, ToSchema)]
#[schema(as = SkillDeclaration)]
struct Declaration {
    /// 1 to 4.
    level: u8,
    /// The skill's label that day.
    label: String,
    /// Release of the catalogue that day; 0 when there was none.
    release: i32,
    declared_at: DateTime<Utc>,
}

/// An experience that claims a skill.
#[derive(Serialize, ToSchema)]
#[schema(as = SkillClaimedIn)]
pub struct ClaimedIn {
    experience_id: ExperienceId,
    title: String,
    /// 1 to 4.
    level: u8,
    /// Whether it counts in the search; false while the experience is hidden.
    counted: bool,
}

/// How a skill differs today from what was written of it.
#[derive(Serialize, ToSchema)]
struct SkillDifference {
    /// Why; one at least.
    kinds: Vec<DriftKind>,
    /// Its label when it was last declared or validated.
    then: String,
    /// The release it was written under; 0 when there was none.
    release: i32,
    /// What the code is called today.
    now: String,
    /// What means today what this meant, where that is known and is not this code.
    replaced_by: Option<SkillSuccessor>,
}

/// A skill that took the place of another.
#[derive(Serialize, ToSchema)]
struct SkillSuccessor {
    code: String,
    label: String,
}

impl SkillDifference {
    fn new(catalog: &CatalogSnapshot, code: SkillCode, written: &Written<'_>) -> Option<Self> {
        let drift = catalog.drift_of_skill(code, written.label, written.release)?;
        Some(Self {
            kinds: drift.kinds,
            then: written.label.to_owned(),
            release: written.release,
            now: drift.now,
            replaced_by: drift.replaced_by.map(|(code, label)| SkillSuccessor { code, label }),
        })
    }
}

/// The words of a skill's newest entry.
struct Written<'a> {
    at: DateTime<Utc>,
    label: &'a str,
    release: i32,
}

/// How a skill is searchable.
#[derive(Serialize, ToSchema)]
pub struct SearchableView {
    /// 1 to 4; null when validated by a step that is on no common level.
    level: Option<u8>,
    status: StatusView,
}

/// Said by the person, or validated.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SkillStatus)]
enum StatusView {
    Declared,
    Validated,
}

/// One validation of one's own passport.
#[derive(Serialize, ToSchema)]
struct MyValidation {
    id: ValidationId,
    /// The skill's label that day.
    label: String,
    /// Release of the catalogue that day; 0 when there was none.
    release: i32,
    /// As it was then.
    organisation_name: String,
    /// The organisation as it signed then, and what the registers said of it that day.
    issuer: Issuer,
    step_name: String,
    /// Place of the step on the common scale, if any.
    common_level: Option<u8>,
    /// Whether the step means acquired.
    passing: bool,
    validated_at: DateTime<Utc>,
    /// When it was revoked, or another took its place.
    revoked_at: Option<DateTime<Utc>>,
    /// The entry that took its place; null where it was revoked.
    superseded_by: Option<ValidationId>,
    /// Last day on which it counts (Europe/Paris).
    expires_at: Option<NaiveDate>,
}

impl From<Searchable> for SearchableView {
    fn from(seen: Searchable) -> Self {
        let status = match seen.status {
            Status::Declared => StatusView::Declared,
            Status::Validated => StatusView::Validated,
        };
        Self { level: seen.level.map(Level::get), status }
    }
}

/// A passport: what was declared and what was validated, skill by skill.
pub struct Passport {
    declared: BTreeMap<SkillCode, Declared>,
    claims: BTreeMap<SkillCode, Vec<Said>>,
    history: BTreeMap<SkillCode, Vec<Entry>>,
}

impl Passport {
    /// Puts the two halves together.
    pub fn new(declared: Vec<Declared>, history: Vec<Entry>) -> Self {
        let mut by_skill: BTreeMap<SkillCode, Vec<Entry>> = BTreeMap::new();
        for entry in history {
            by_skill.entry(entry.skill).or_default().push(entry);
        }
        let declared = declared.into_iter().map(|it| (it.skill, it)).collect();
        Self { declared, claims: BTreeMap::new(), history: by_skill }
    }

    /// The same with what declared experiences claim.
    #[must_use]
    pub fn with_claims(mut self, claims: Vec<Said>) -> Self {
        for claim in claims {
            self.claims.entry(claim.skill).or_default().push(claim);
        }
        self
    }

    /// Every skill, by label.
    pub fn draw(&self, catalog: &CatalogSnapshot, names: Names, today: NaiveDate) -> Vec<MySkill> {
        let said = self.declared.keys().chain(self.claims.keys());
        let mut codes: Vec<SkillCode> = said.chain(self.history.keys()).copied().collect();
        codes.sort_unstable();
        codes.dedup();
        let mut skills: Vec<MySkill> =
            codes.into_iter().map(|code| self.draw_one(code, catalog, names, today)).collect();
        skills.sort_by_cached_key(|skill| (carnet_index::text::words(&skill.label), skill.code.clone()));
        skills
    }

    /// One skill.
    pub fn draw_one(
        &self,
        code: SkillCode,
        catalog: &CatalogSnapshot,
        names: Names,
        today: NaiveDate,
    ) -> MySkill {
        let declared = self.declared.get(&code);
        let history = self.history.get(&code).map(Vec::as_slice).unwrap_or_default();
        let proofs: Vec<Proof> = history.iter().map(|entry| entry.proof).collect();
        let claims = self.claims.get(&code).map(Vec::as_slice).unwrap_or_default();
        let level = declared.map(|it| it.level);
        let counted = claims.iter().filter(|claim| claim.is_counted).map(|claim| claim.level);
        let card = catalog.skill(code);
        let written = newest(declared, claims, history);
        let then = written.as_ref().map(|written| written.label);
        let now = card.map(|card| card.skill.label.as_str());
        let label = match names {
            Names::Today => now.or(then),
            Names::AsWritten => then.or(now),
        };
        MySkill {
            code: code.to_string(),
            label: label.unwrap_or_default().to_owned(),
            active: card.is_some_and(|card| card.is_active),
            declared_level: level.map(Level::get),
            declaration: declared.map(Declaration::from),
            experiences: claims.iter().map(ClaimedIn::from).collect(),
            difference: written.and_then(|written| SkillDifference::new(catalog, code, &written)),
            searchable: searchable(level.into_iter().chain(counted).max(), &proofs, today)
                .map(SearchableView::from),
            validations: history.iter().map(MyValidation::from).collect(),
        }
    }
}

/// The newest of what was declared, claimed and validated; claims and validations come newest first.
fn newest<'a>(
    declared: Option<&'a Declared>,
    claims: &'a [Said],
    history: &'a [Entry],
) -> Option<Written<'a>> {
    let said = declared.map(|it| Written { at: it.at, label: &it.label, release: it.release });
    let validated = history.first().map(|entry| Written {
        at: entry.validated_at,
        label: &entry.label,
        release: entry.release,
    });
    let claimed = claims.first().map(|it| Written { at: it.at, label: &it.label, release: it.release });
    said.into_iter().chain(claimed).chain(validated).max_by_key(|written| written.at)
}

impl From<&Said> for ClaimedIn {
    fn from(said: &Said) -> Self {
        Self {
            experience_id: said.experience,
            title: said.title.clone(),
            level: said.level.get(),
            counted: said.is_counted,
        }
    }
}

impl From<&Declared> for Declaration {
    fn from(declared: &Declared) -> Self {
        Self {
            level: declared.level.get(),
            label: declared.label.clone(),
            release: declared.release,
            declared_at: declared.at,
        }
    }
}

impl From<&Entry> for MyValidation {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            label: entry.label.clone(),
            release: entry.release,
            organisation_name: entry.issuer.name.clone(),
            issuer: entry.issuer.clone(),
            step_name: entry.step_name.clone(),
            common_level: entry.proof.level.map(Level::get),
            passing: entry.proof.is_passing,
            validated_at: entry.validated_at,
            revoked_at: entry.revoked_at,
            superseded_by: entry.superseded_by,
            expires_at: entry.proof.expires_on,
        }
    }
}

/// A validation as the organisation that recorded it sees it. Names and labels are those of that day.
#[derive(Serialize, ToSchema)]
pub struct ValidationView {
    id: ValidationId,
    person_id: PersonId,
    skill: ValidatedSkill,
    /// The organisation as it signed then, and what the registers said of it that day.
    organisation: Issuer,
    /// The trainer.
    validator_id: PersonId,
    /// Their name that day; null in the oldest entries.
    validator_name: Option<String>,
    /// Name of the second person, where the organisation asked for two.
    confirmed_by_name: Option<String>,
    /// `organisation`, `session` or `experience`.
    origin: String,
    /// The session it was written in.
    session_id: Option<TrainingSessionId>,
    /// Whether the skill was none of the session's revision.
    off_programme: bool,
    /// Null when the level was given on the common scale, or when no step was given.
    grid_id: Option<GridId>,
    grid_version: Option<i32>,
    /// Place of the step in that version, counted from 0.
    step: Option<i16>,
    step_name: String,
    /// Place of the step on the common scale, if any.
    common_level: Option<i16>,
    /// Whether the step means acquired.
    passing: bool,
    comment: Option<String>,
    /// Codes of the training's jobs.
    jobs: Vec<String>,
    validated_at: DateTime<Utc>,
    /// Last day on which it counts (Europe/Paris).
    expires_on: Option<NaiveDate>,
    /// Null while it stands.
    revocation: Option<Revocation>,
}

/// A skill as it was named when it was validated.
#[derive(Serialize, ToSchema)]
struct ValidatedSkill {
    code: String,
    label: String,
    /// Release of the catalogue.
    release: i32,
}

/// The entry that revokes another.
#[derive(Serialize, ToSchema)]
struct Revocation {
    revoked_at: DateTime<Utc>,
    /// `mistake`, `fraud`, `other`; `superseded` when another entry took its place.
    reason_code: String,
    reason: String,
    /// The entry that took its place.
    superseded_by: Option<ValidationId>,
}

impl From<Listed> for ValidationView {
    fn from(row: Listed) -> Self {
        let revocation = row.revoked_at.zip(row.reason_code).zip(row.reason);
        Self {
            id: row.id,
            person_id: row.person_id,
            skill: ValidatedSkill {
                code: row.skill_code.to_string(),
                label: row.skill_label,
                release: row.rome_release,
            },
            organisation: signed(Issuer {
                name: row.organisation_name,
                legal_name: row.organisation_legal_name,
                siret: row.organisation_siret,
                siret_check: row.organisation_siret_check,
                nda: row.organisation_nda,
                nda_check: row.organisation_nda_check,
                qualiopi: row.organisation_qualiopi,
                qualiopi_categories: categories(&row.organisation_qualiopi_categories),
                checked_at: row.organisation_checked_at,
            }),
            validator_id: row.validator_id,
            validator_name: row.validator_name,
            confirmed_by_name: row.confirmed_by_name,
            origin: row.origin,
            session_id: row.session_id,
            off_programme: row.is_off_programme,
            grid_id: row.grid_id,
            grid_version: row.grid_version,
            step: row.step,
            step_name: row.step_name,
            common_level: row.common_level,
            passing: row.passing,
            comment: row.comment,
            jobs: row.jobs,
            validated_at: row.validated_at,
            expires_on: row.expires_on,
            revocation: revocation.map(|((revoked_at, reason_code), reason)| Revocation {
                revoked_at,
                reason_code,
                reason,
                superseded_by: row.superseded_by,
            }),
        }
    }
}
