//! The passport of a person: its data.
//!
//! Everything is as it was frozen: names of organisations, labels of skills, names of steps. Days are days in Paris.

use chrono::NaiveDate;

use crate::Verification;
pub use crate::pdf::passport_pdf;

/// A passport, or the part of it that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportDocument {
    /// Its number, and the page that says whether it is still valid.
    pub verification: Verification,
    /// What is typed beside the number: only whoever holds the passport has it.
    pub code: String,
    /// What it says is true as of this day.
    pub issued_on: NaiveDate,
    /// The platform: its name and address.
    pub issuer: (String, String),
    /// Where a passport is checked without a connection.
    pub offline_url: String,
    /// Name of the platform's key that seals the file.
    pub key_id: String,
    pub holder: PassportHolder,
    pub scope: PassportScope,
    /// In the order they are to be read.
    pub skills: Vec<PassportSkill>,
    /// The oldest first.
    pub experiences: Vec<PassportExperience>,
    /// What other platforms attested, the oldest first.
    pub external: Vec<PassportExternal>,
}

/// Whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassportHolder {
    pub first_name: String,
    pub last_name: String,
    /// Names under which entries were written before, the newest first.
    pub former_names: Vec<String>,
    pub email: Option<String>,
}

/// What was chosen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportScope {
    /// Whether it is the whole passport.
    pub is_whole: bool,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// For whom, in French: "recruteur".
    pub audience: Option<String>,
}

/// A skill: what counts of it, and all that was ever recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportSkill {
    pub code: String,
    pub label: String,
    /// Release of the catalogue; 0 when there was none.
    pub release: i32,
    /// The validation that counts.
    pub validated: Option<HeldLevel>,
    /// What the person says.
    pub declared: Option<HeldLevel>,
    /// Every validation, the oldest first.
    pub history: Vec<PassportEntry>,
}

/// A level, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldLevel {
    /// 1 to 4 on the common scale; none where the step is on no common level.
    pub common_level: Option<u8>,
    pub since: NaiveDate,
    /// Last day; none = for ever.
    pub until: Option<NaiveDate>,
    /// Whether it was attested from an experience outside, not validated where it was learnt.
    pub from_experience: bool,
}

/// An organisation, as it signed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassportOrganisation {
    pub name: String,
    /// 14 digits.
    pub siret: Option<String>,
    /// Number of the declaration of activity (NDA), 11 digits.
    pub declaration_number: Option<String>,
}

/// How an entry stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryState {
    InForce,
    Superseded,
    Revoked {
        on: NaiveDate,
        reason: String,
    },
    Expired,
    /// It says that the skill is not acquired.
    NotAcquired,
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportEntry {
    pub validated_on: NaiveDate,
    pub organisation: PassportOrganisation,
    /// Who validated for it.
    pub validated_by: Option<String>,
    /// The session where it was shown.
    pub session: Option<String>,
    /// The step, in the organisation's words.
    pub level: String,
    /// Its place on the common scale.
    pub common_level: Option<u8>,
    /// The name and version of the grid; none on the common scale.
    pub grid: Option<(String, i32)>,
    pub state: EntryState,
    /// Last day on which it counts.
    pub expires_on: Option<NaiveDate>,
    pub is_outside_programme: bool,
    /// Whether it came out of an experience outside.
    pub from_experience: bool,
    pub comment: Option<String>,
    pub evidence: Vec<PassportEvidence>,
    /// What the person and the organisation said of it afterwards: who, when, what.
    pub replies: Vec<(String, NaiveDate, String)>,
}

/// What an entry rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportEvidence {
    pub title: String,
    /// 64 hexadecimal digits, where it is a file.
    pub sha256: Option<String>,
}

/// Where an experience stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExperienceState {
    Draft,
    Declared,
    Submitted,
    ToComplete,
    Validated,
    Completed,
    Refused,
    Withdrawn,
}

/// An experience of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportExperience {
    pub title: String,
    pub organisation: Option<String>,
    pub place: Option<String>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub description: Option<String>,
    pub state: ExperienceState,
    /// Labels of the skills claimed, and the levels, 1 to 4.
    pub claims: Vec<(String, Option<u8>)>,
    pub proofs: Vec<PassportProof>,
    /// The oldest first.
    pub judgements: Vec<PassportJudgement>,
}

/// A file that proves an experience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportProof {
    pub name: String,
    pub bytes: u64,
    /// Of the file that others see, 64 hexadecimal digits.
    pub sha256: String,
    /// Whether parts of it are masked.
    pub is_masked: bool,
    /// When the person removed the file.
    pub removed_on: Option<NaiveDate>,
}

/// Whether an organisation found the proofs authentic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authenticity {
    Authentic,
    NotAuthentic,
    Undetermined,
}

/// How an organisation judged an experience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Validated,
    Completed,
    Refused,
}

/// What an organisation found: of the proofs and of the skills, separately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportJudgement {
    pub organisation: PassportOrganisation,
    pub decided_on: NaiveDate,
    pub outcome: Outcome,
    pub authenticity: Authenticity,
    /// What it made of each skill.
    pub skills: Vec<JudgedSkill>,
    /// What it says, in words.
    pub text: Option<String>,
}

/// What an organisation made of one skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedSkill {
    pub label: String,
    /// Attested, at this level or another than the person claimed; or not.
    pub is_attested: bool,
    /// The level attested, in the organisation's words or on the common scale.
    pub level: Option<String>,
    pub reason: Option<String>,
}

/// What another platform attested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportExternal {
    /// As it names itself.
    pub issuer: String,
    /// Whether it came as an Open Badge; as a passport otherwise.
    pub is_badge: bool,
    pub issued_on: NaiveDate,
    pub imported_on: NaiveDate,
    /// Number of the document there.
    pub number: Option<String>,
    /// The key that signed it.
    pub key_id: String,
    pub skills: Vec<ExternalSkill>,
}

/// A skill that another platform attested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalSkill {
    pub code: Option<String>,
    pub label: String,
    /// 1 to 4 on the common scale.
    pub common_level: Option<u8>,
    /// In the words of the document.
    pub level: Option<String>,
    /// Who attested it there.
    pub organisation: Option<String>,
    pub attested_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
}
