//! What one release of the catalogue is made of: one type per list.

use carnet_index::RomeCode;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::codes::{DomainCode, Letter, OgrCode};

/// A numbered publication of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Version number: 60 for the files named `v460`.
    pub version: i32,
    /// What the publisher calls it.
    pub title: String,
    /// Day of publication, where the archive says it.
    pub published_on: Option<NaiveDate>,
}

/// One of the fourteen letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrandDomain {
    /// Its letter.
    pub code: Letter,
    /// Its French name.
    pub label: String,
}

/// A professional domain, under a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Letter and two digits.
    pub code: DomainCode,
    /// Its French name.
    pub label: String,
}

/// A job sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its code; the same code can mean another job in a later release.
    pub code: RomeCode,
    /// Its French title, both genders.
    pub label: String,
    /// The older, wider job it derives from: its family. Itself for a head of family.
    pub parent: RomeCode,
    /// What the job consists of.
    pub definition: String,
    /// How one gets to it: diplomas, experience.
    pub access: String,
}

/// A name under which a job is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appellation {
    /// Its number.
    pub code: OgrCode,
    /// The job it names.
    pub job: RomeCode,
    /// The full name.
    pub label: String,
    /// The short name.
    pub short_label: String,
    /// Whether it is the job's own title.
    pub is_principal: bool,
    /// Whether the publisher hides it from the sheet.
    pub is_rare: bool,
}

/// What an entry of the skill list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SkillKind {
    /// A detailed skill, under a macro-skill.
    Skill,
    /// A group of detailed skills, usable as a skill itself.
    MacroSkill,
    /// A soft skill.
    SoftSkill,
    /// A knowledge item.
    Knowledge,
}

/// A skill or a knowledge item: whatever a person can hold at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Its number.
    pub code: OgrCode,
    /// What it is.
    pub kind: SkillKind,
    /// Its French name.
    pub label: String,
    /// The publisher's category within its kind.
    pub category: String,
    /// Further words of the publisher, often absent.
    pub definition: String,
    /// The macro-skill it belongs to; detailed skills only.
    pub macro_skill: Option<OgrCode>,
}

/// A circumstance in which a job is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// Its number.
    pub code: OgrCode,
    /// Its French name.
    pub label: String,
    /// The group it is listed under.
    pub category: String,
}

/// How much a skill weighs in a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Central to the job.
    Core,
    /// On the rise in the job.
    Emerging,
    /// Listed without a mark.
    Plain,
}

/// A skill of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobSkill {
    /// The job.
    pub job: RomeCode,
    /// The skill or knowledge item.
    pub skill: OgrCode,
    /// Its place in the job.
    pub weight: Weight,
}

/// A context of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobContext {
    /// The job.
    pub job: RomeCode,
    /// The context.
    pub context: OgrCode,
}

/// A job within reach of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mobility {
    /// Where one starts.
    pub job: RomeCode,
    /// Where one can go.
    pub target: RomeCode,
    /// Closeness: 1 is the closest.
    pub rank: i16,
}

impl SkillKind {
    /// The word used in the tables and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::MacroSkill => "macro_skill",
            Self::SoftSkill => "soft_skill",
            Self::Knowledge => "knowledge",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Skill, Self::MacroSkill, Self::SoftSkill, Self::Knowledge]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}
