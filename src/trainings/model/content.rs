//! What one revision of a training says.

use std::fmt;
use std::str::FromStr;

use carnet_index::{InvalidCode, RomeCode, SkillCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::line::Levels;
use super::marks::Marks;
use crate::catalog::model::SkillKind;
use crate::ids::{CourseId, OwnSkillId};
use crate::orgs::ActionKind;

/// Everything a training says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its title.
    pub title: String,
    /// What kind of action it is.
    pub nature: ActionKind,
    /// What people read of it.
    pub texts: Texts,
    /// What it prepares for officially.
    pub certification: Certification,
    /// The jobs it is for.
    pub jobs: Vec<JobLine>,
    /// The skills it teaches.
    pub skills: Vec<SkillLine>,
    /// The courses it is made of, in order.
    pub courses: Vec<CourseLine>,
}

/// What people read of a training before they choose it: the public information that quality rules ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = TrainingTexts)]
pub struct Texts {
    /// What it is about.
    pub description: String,
    /// What one can do afterwards, so that it can be assessed.
    pub objectives: String,
    /// Whom it is for.
    pub audience: String,
    /// What one must know before.
    pub prerequisites: String,
    /// How one enters, and how long it takes to.
    pub access_delay: String,
    /// What it costs.
    pub price: String,
    /// How it is taught.
    pub methods: String,
    /// How what was learnt is assessed.
    pub assessment: String,
    /// How people with a disability can take part.
    pub accessibility: String,
}

/// Official references.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = TrainingCertification)]
pub struct Certification {
    /// The certification it prepares: `RNCP` or `RS` and its number.
    pub code: Option<String>,
    /// The blocks of it, such as `RNCP35584BC01`.
    pub blocks: Vec<String>,
    /// Formacode numbers, five digits.
    pub formacodes: Vec<String>,
    /// NSF codes, three digits and perhaps a letter.
    pub specialities: Vec<String>,
}

/// A job the training is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobLine {
    /// Its code.
    pub code: RomeCode,
    /// Its title when this was written.
    pub label: String,
    /// The name of the job that was chosen, where it is not the title.
    pub appellation: Option<String>,
}

/// A skill the training teaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillLine {
    /// The skill.
    pub skill: SkillRef,
    /// Its name when this was written.
    pub label: String,
    /// What it is; nothing for the organisation's own.
    pub kind: Option<SkillKind>,
    /// The training's jobs that brought it.
    pub jobs: Vec<RomeCode>,
    /// What it was to them in the release this was written under.
    pub marks: Marks,
    /// Its levels.
    pub levels: Levels,
    /// Of an own skill, the skill of the catalogue it is.
    pub linked: Option<SkillCode>,
}

/// A course of the training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseLine {
    /// The course.
    pub course: CourseId,
    /// Its title when this was written.
    pub title: String,
    /// How long it takes.
    pub minutes: i32,
    /// How it is held.
    pub modality: Modality,
    /// The skills it teaches, in the order of the training's.
    pub skills: Vec<SkillRef>,
}

/// How a course is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Modality {
    /// Together in one place.
    InPerson,
    /// At a distance, at the same time.
    RemoteLive,
    /// At a distance, each at their own time.
    RemoteSelfPaced,
    /// At work (action de formation en situation de travail).
    Workplace,
}

/// A skill of the catalogue, or one of the organisation's own. Written as the code or as the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkillRef {
    /// Of the catalogue.
    Catalog(SkillCode),
    /// The organisation's own.
    Own(OwnSkillId),
}

impl Modality {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::RemoteLive => "remote_live",
            Self::RemoteSelfPaced => "remote_self_paced",
            Self::Workplace => "workplace",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::InPerson => "Présentiel",
            Self::RemoteLive => "Distanciel synchrone",
            Self::RemoteSelfPaced => "Distanciel asynchrone",
            Self::Workplace => "Situation de travail",
        }
    }
}

impl Texts {
    /// Every text with its name, in the order in which people read them.
    pub fn fields(&self) -> [(&'static str, &str); 9] {
        [
            ("description", &self.description),
            ("objectives", &self.objectives),
            ("audience", &self.audience),
            ("prerequisites", &self.prerequisites),
            ("access_delay", &self.access_delay),
            ("price", &self.price),
            ("methods", &self.methods),
            ("assessment", &self.assessment),
            ("accessibility", &self.accessibility),
        ]
    }

    /// The same, to be changed.
    pub fn fields_mut(&mut self) -> [(&'static str, &mut String); 9] {
        [
            ("description", &mut self.description),
            ("objectives", &mut self.objectives),
            ("audience", &mut self.audience),
            ("prerequisites", &mut self.prerequisites),
            ("access_delay", &mut self.access_delay),
            ("price", &mut self.price),
            ("methods", &mut self.methods),
            ("assessment", &mut self.assessment),
            ("accessibility", &mut self.accessibility),
        ]
    }
}

impl Content {
    /// How long all its courses take together.
    pub fn minutes(&self) -> i32 {
        self.courses.iter().map(|course| course.minutes).sum()
    }

    /// The skills of the catalogue it teaches, own skills that are linked to one included.
    pub fn taught(&self) -> impl Iterator<Item = SkillCode> {
        self.skills.iter().filter_map(|line| match line.skill {
            SkillRef::Catalog(code) => Some(code),
            SkillRef::Own(_) => line.linked,
        })
    }
}

impl fmt::Display for SkillRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Catalog(code) => code.fmt(f),
            Self::Own(id) => id.fmt(f),
        }
    }
}

impl FromStr for SkillRef {
    type Err = InvalidCode;

    /// Digits are a code, anything else must be an id in its usual form.
    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().map(Self::Catalog);
        }
        let id = Uuid::try_parse(text).ok().filter(|id| id.to_string() == text);
        id.map(|id| Self::Own(OwnSkillId(id))).ok_or(InvalidCode { expected: "skill" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skill_is_named_by_its_code_or_its_id() {
        let id = "018f3c1e-0000-7000-8000-000000000001";
        for text in ["101", id] {
            assert_eq!(text.parse::<SkillRef>().unwrap().to_string(), text);
        }
        for text in ["", "0101", "101 ", "x", "99999999999", "018F3C1E-0000-7000-8000-000000000001"] {
            assert!(text.parse::<SkillRef>().is_err(), "{text}");
        }
    }
}
