//! Skills, as a passport sums them up: what is declared, what is validated, what comes from outside, never merged.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A skill and its words in a release of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedSkillName)]
pub struct SkillName {
    /// Its code in the catalogue (ROME).
    pub code: String,
    /// Its label then.
    pub label: String,
    /// The release then; 0 when there was none.
    pub release: i32,
}

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedSkill)]
pub struct SummaryLine {
    /// The skill, as its newest entry names it.
    pub skill: SkillName,
    /// What the person says; null when they say nothing.
    pub declared: Option<Declaration>,
    /// The level that counts, by the published rule: the highest validation that stands. Null when none stands.
    pub validated: Option<SkillLevel>,
    /// Entries from outside that name it.
    pub external_count: u32,
}

/// What a person says of a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedDeclaration)]
pub struct Declaration {
    /// 1 notions, 2 guided, 3 autonomous, 4 expert.
    pub level: u8,
    /// When they said so.
    pub declared_at: String,
}

/// A level that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedSkillLevel)]
pub struct SkillLevel {
    /// 1 to 4; null when validated by a step that is on no common level.
    pub level: Option<u8>,
    /// The last day through which it is so, as far as is known; null = for ever.
    pub until: Option<NaiveDate>,
    /// When it was last proved.
    pub proved_at: String,
}

/// What vouches for an entry from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = ExternalEntryKind)]
pub enum ExternalKind {
    /// A passport signed by another platform that this one trusts.
    Passport,
    /// An Open Badges credential whose signature holds.
    OpenBadge,
}

impl ExternalKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::OpenBadge => "open_badge",
        }
    }
}

/// Something another platform attested: checked by its signature, never validated here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedExternalEntry)]
pub struct ExternalEntry {
    /// Its id here.
    pub id: Uuid,
    /// What vouches for it.
    pub kind: ExternalKind,
    /// The platform or organisation that signed, as it names itself.
    pub issuer: String,
    /// Its address or identifier.
    pub issuer_id: Option<String>,
    /// The key that signed, by name.
    pub key_id: String,
    /// The number of the document there.
    pub number: Option<String>,
    /// The day it was issued on there.
    pub issued_on: NaiveDate,
    /// When it was imported here.
    pub imported_at: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// What it attests.
    pub skills: Vec<ExternalSkill>,
}

/// A skill that another platform attested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExternalSkill {
    /// Its code in the catalogue (ROME), where the document gives one.
    pub code: Option<String>,
    /// Its label there.
    pub label: String,
    /// 1 to 4 on the common scale, where the document gives it.
    pub level: Option<u8>,
    /// The level in the words of the document.
    pub level_name: Option<String>,
    /// Who attested it, as the document names it.
    pub organisation: Option<String>,
    /// The day.
    pub attested_on: Option<NaiveDate>,
    /// Last day on which it counts there; null = for ever.
    pub expires_on: Option<NaiveDate>,
}
