//! An experience as it is exported: the person's words, their proofs by hash, and what organisations judged.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Organisation, SkillName};
use crate::ids::ValidationId;

/// An experience of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExperience)]
pub struct Experience {
    /// Its id, the same in every export.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Where it was had, in the person's words.
    pub organisation: Option<String>,
    /// In what place.
    pub place: Option<String>,
    /// Its first day, or the only one.
    pub starts_on: Option<NaiveDate>,
    /// Its last day; null while it lasts.
    pub ends_on: Option<NaiveDate>,
    /// What was done.
    pub description: Option<String>,
    /// Last day on which what it proves counts.
    pub expires_on: Option<NaiveDate>,
    /// Where it stands: `draft`, `declared`, `submitted`, `to_complete`, `validated`, `completed`, `refused` or `withdrawn`.
    pub state: String,
    /// When it was first written.
    pub created_at: String,
    /// The skills the person claims.
    pub claims: Vec<ExperienceClaim>,
    /// Its files: always their hashes, the files themselves in a ZIP that was asked for with proofs.
    pub proofs: Vec<ExperienceProof>,
    /// What organisations judged; the oldest first.
    pub judgements: Vec<Judgement>,
    /// What happened to it; the oldest first.
    pub events: Vec<ExperienceEvent>,
}

/// A skill the person claims to have shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExperienceClaim)]
pub struct ExperienceClaim {
    /// The skill.
    pub skill: SkillName,
    /// The level claimed, 1 to 4; null where none is.
    pub level: Option<u8>,
}

/// A file that proves an experience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExperienceProof)]
pub struct ExperienceProof {
    /// Its id.
    pub id: Uuid,
    /// The name of the file.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub bytes: i64,
    /// SHA-256 of what others see: the masked copy, where there is one.
    pub sha256: String,
    /// SHA-256 of the file as it was sent, where a masked copy stands for it.
    pub original_sha256: Option<String>,
    /// When it was added.
    pub added_at: String,
    /// When the person removed it (« pièce retirée »): its hash stays.
    pub removed_at: Option<String>,
    /// Where it is in the ZIP; null where the file does not go with the export.
    pub path: Option<String>,
}

/// What an organisation found: whether the proof is authentic, and which skills it attests. Two questions, two answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedJudgement)]
pub struct Judgement {
    /// The organisation, as it signed then.
    pub organisation: Organisation,
    /// `validated`, `completed` or `refused`.
    pub outcome: String,
    /// Whether the proofs are authentic, as it is stored: `authentic`, `doubtful`, `not_judged`…
    pub authenticity: Option<String>,
    /// The skills it judged.
    pub skills: Vec<AttestedClaim>,
    /// Why it was refused, by code.
    pub reason_code: Option<String>,
    /// What it says, in words.
    pub text: Option<String>,
    /// When.
    pub decided_at: String,
    /// SHA-256 of the proofs that were judged.
    pub proofs: Vec<String>,
}

/// A skill that an organisation judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedAttestedClaim)]
pub struct AttestedClaim {
    /// The skill.
    pub skill: SkillName,
    /// Whether it attests it.
    pub is_attested: bool,
    /// The validation that came out of it.
    pub validation: Option<ValidationId>,
}

/// Something that happened to an experience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExperienceEvent)]
pub struct ExperienceEvent {
    /// When.
    pub at: String,
    /// The state it came to.
    pub state: String,
    /// The organisation it concerns, by the name it had.
    pub organisation: Option<String>,
    /// What was said.
    pub text: Option<String>,
}
