//! A validation as it is exported: everything that was frozen, and everything that became of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::SkillName;
use crate::ids::{GridId, ValidationId};

/// How a validation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ValidationStanding)]
pub enum Standing {
    /// It counts.
    Valid,
    /// A later entry took its place.
    Superseded,
    /// It was taken back, with a reason.
    Revoked,
    /// Its last day is over.
    Expired,
    /// It says that the skill is not acquired.
    NotAcquired,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedValidation)]
pub struct Validation {
    /// Its id, the same in every export.
    pub id: ValidationId,
    /// The skill, as it was named then.
    pub skill: SkillName,
    /// How it stood on the day of issue.
    pub standing: Standing,
    /// What was reached.
    pub level: GivenLevel,
    /// What it came from: `organisation`, `session` or `experience`.
    pub origin: String,
    /// The organisation, as it signed then.
    pub organisation: Organisation,
    /// The session where it was shown, if it was in one.
    pub session: Option<Session>,
    /// Whether the skill was outside the programme of the session.
    pub is_outside_programme: bool,
    /// Who validated, by the name they had; null in entries from before names were kept.
    pub validated_by: Option<String>,
    /// The second person, where the organisation asks for two.
    pub confirmed_by: Option<String>,
    /// What the trainer added.
    pub comment: Option<String>,
    /// Codes of the training's jobs.
    pub jobs: Vec<String>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// When, to the second.
    pub validated_at: String,
    /// Last day on which it counts; null = for ever.
    pub expires_on: Option<NaiveDate>,
    /// The experience it came out of.
    pub experience: Option<Uuid>,
    /// The entry it took the place of.
    pub supersedes: Option<ValidationId>,
    /// The entry that took its place.
    pub superseded_by: Option<ValidationId>,
    /// That it was taken back, or that another took its place (`reason_code` is `superseded` then), and why.
    pub revocation: Option<Revocation>,
    /// What the person answered, and what the organisation said to that; the oldest first.
    pub replies: Vec<Reply>,
}

/// A level, on the grid it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedLevel)]
pub struct GivenLevel {
    /// The grid; null, with version and step, where the level was given on the common scale or none was.
    pub grid_id: Option<GridId>,
    /// Its version then.
    pub grid_version: Option<i32>,
    /// Place of the step, counted from 0.
    pub step: Option<i16>,
    /// Its name.
    pub name: String,
    /// Its place on the common scale, 1 to 4; null where it is on none.
    pub common_level: Option<u8>,
    /// Whether it means acquired.
    pub is_passing: bool,
}

/// A version of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedGrid)]
pub struct Grid {
    /// The grid.
    pub id: GridId,
    /// The version.
    pub version: i32,
    /// Its name.
    pub name: String,
    /// Its steps, the lowest first.
    pub steps: Vec<GridStep>,
}

/// A step of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedGridStep)]
pub struct GridStep {
    /// Its name.
    pub name: String,
    /// Its place on the common scale, 1 to 4.
    pub common_level: Option<u8>,
    /// Whether it means acquired.
    pub is_passing: bool,
}

/// An organisation as it signed, and what the registers said of it that day: `unverified`, `confirmed` or `contradicted`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedOrganisation)]
pub struct Organisation {
    /// What people know it by.
    pub name: String,
    /// Its legal name.
    pub legal_name: Option<String>,
    /// Its SIRET.
    pub siret: Option<String>,
    /// What the register said of it.
    pub siret_check: Option<String>,
    /// Its number of declaration of activity.
    pub nda: Option<String>,
    /// What the registers said of it.
    pub nda_check: Option<String>,
    /// What they said of its Qualiopi certification; null when it claimed none.
    pub qualiopi: Option<String>,
    /// The kinds of action it was certified for, where the registers confirmed it: `training`, `skills_assessment`,
    /// `experience_validation`, `apprenticeship`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualiopi_categories: Vec<String>,
    /// When they had last told.
    pub checked_at: Option<String>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedSession)]
pub struct Session {
    /// The session.
    pub id: Uuid,
    /// Its title.
    pub title: String,
}

/// What a validation rests on. The person decides what of it others see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedEvidence)]
pub struct Evidence {
    /// `quiz_attempt`, `note` or `file`.
    pub kind: String,
    /// The title of the quiz, of the note or of the file.
    pub title: String,
    /// What the note says.
    pub note: Option<String>,
    /// SHA-256 of the file, where it is one.
    pub sha256: Option<String>,
    /// Where the file is in the ZIP; absent where it does not go with the export.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// That a validation was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedRevocation)]
pub struct Revocation {
    /// When.
    pub revoked_at: String,
    /// Why, by code.
    pub reason_code: String,
    /// Why, in words.
    pub reason: String,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExportedReplyAuthor)]
pub enum ReplyAuthor {
    /// The person.
    Holder,
    /// The organisation.
    Organisation,
}

/// An answer to a validation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedReply)]
pub struct Reply {
    /// Who says so.
    pub author: ReplyAuthor,
    /// When.
    pub at: String,
    /// What.
    pub text: String,
}
