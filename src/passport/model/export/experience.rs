//! An experience as it is exported: the person's words, their proofs by hash, and what organisations made of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::SkillName;
use crate::ids::ValidationId;

/// An experience of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExperience)]
pub struct Experience {
    /// Its id, the same in every export.
    pub id: Uuid,
    /// What the person did with it: `draft`, `declared` or `withdrawn`.
    pub status: String,
    /// Its title.
    pub title: String,
    /// Where it was had, in the person's words; empty where they do not say.
    pub organisation: String,
    /// In what place; empty where they do not say.
    pub place: String,
    /// Its first day, or the only one.
    pub started_on: Option<NaiveDate>,
    /// Its last day; null while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// What was done.
    pub description: String,
    /// Last day on which what it claims counts; null = for ever.
    pub expires_on: Option<NaiveDate>,
    /// When it was first written.
    pub created_at: String,
    /// The skills the person claims.
    pub claims: Vec<ExperienceClaim>,
    /// Codes of the jobs the person names for it.
    pub jobs: Vec<String>,
    /// Its files: always their hashes, the files themselves in a ZIP that was asked for with proofs.
    pub proofs: Vec<ExperienceProof>,
    /// The organisations it was put before; the oldest first.
    pub submissions: Vec<Submission>,
}

/// A skill the person claims to have shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExperienceClaim)]
pub struct ExperienceClaim {
    /// The skill.
    pub skill: SkillName,
    /// The level claimed, 1 to 4.
    pub level: u8,
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
    /// SHA-256 of the file as it was sent.
    pub sha256: String,
    /// SHA-256 of the copy that others see, where zones are masked.
    pub copy_sha256: Option<String>,
    /// When it was added.
    pub added_at: String,
    /// When the person removed it (« pièce retirée »): its hash stays.
    pub removed_at: Option<String>,
    /// Where it is in the ZIP; null where the file does not go with the export.
    pub path: Option<String>,
}

/// An experience put before an organisation, and what it made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedSubmission)]
pub struct Submission {
    /// The organisation, by the name it had when the person chose it.
    pub organisation: String,
    /// `submitted`, `to_complete`, `validated`, `completed`, `refused` or `withdrawn`.
    pub status: String,
    /// When it was last put before it.
    pub submitted_at: String,
    /// When it decided.
    pub decided_at: Option<String>,
    /// Who decided, by the name they had.
    pub decided_by: Option<String>,
    /// Whether the proofs are authentic: `authentic`, `not_authentic` or `undetermined`.
    pub proofs_judgement: Option<String>,
    /// Why they are judged so.
    pub proofs_reason: Option<String>,
    /// Why it was refused, by code.
    pub refusal: Option<String>,
    /// What the organisation says, in words.
    pub text: Option<String>,
    /// What it made of each skill.
    pub judgements: Vec<Judgement>,
    /// What happened, as both sides read it; the oldest first.
    pub steps: Vec<SubmissionStep>,
}

/// What an organisation made of one skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedJudgement)]
pub struct Judgement {
    /// Code of the skill.
    pub skill: String,
    /// Its label then.
    pub label: String,
    /// `attested`, `adjusted`, `added` or `refused`.
    pub outcome: String,
    /// The level the person claimed, 1 to 4.
    pub claimed_level: Option<u8>,
    /// The level attested, 1 to 4 on the common scale.
    pub level: Option<u8>,
    /// The step attested, in the organisation's words.
    pub step_name: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The validation that came out of it.
    pub validation: Option<ValidationId>,
}

/// Something that happened to a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedSubmissionStep)]
pub struct SubmissionStep {
    /// When.
    pub at: String,
    /// What, as it is stored: `submitted`, `asked`, `resubmitted`, `validated`…
    pub kind: String,
    /// What was said.
    pub text: Option<String>,
}
