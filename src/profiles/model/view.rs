//! A profile as a recruiter sees it, and as its owner previews it: these fields and no other.

use std::fmt::Display;

use carnet_index::{Level, ProfileCard, ProfileId, SkillCode, Status, VisibleProfile, VisibleSkill};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;
use uuid::Uuid;

use super::names::Names;
use super::vocabulary::{Label, Vocabulary};

/// What a recruiter sees of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileView<'a> {
    /// The public id of the profile.
    pub profile_id: Uuid,
    /// First name; null where names are withheld.
    pub first_name: Option<&'a str>,
    /// Last name; null where names are withheld.
    pub last_name: Option<&'a str>,
    /// Skills: those asked for first, then by level, validated before declared, then by label.
    pub skills: Vec<SkillView<'a>>,
}

/// One skill of a profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkillView<'a> {
    /// Its code.
    #[serde(serialize_with = "as_text")]
    #[schema(value_type = String)]
    pub code: SkillCode,
    /// Its official label.
    #[schema(value_type = String)]
    pub label: &'a Label,
    /// 1 to 4; null when it was validated on a scale without equivalent.
    pub level: Option<u8>,
    /// Where it comes from.
    pub status: StatusView,
}

/// Where a skill comes from.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusView {
    /// Said by the person.
    Declared,
    /// Validated by a training organisation.
    Validated,
}

impl From<Status> for StatusView {
    fn from(status: Status) -> Self {
        match status {
            Status::Declared => Self::Declared,
            Status::Validated => Self::Validated,
        }
    }
}

impl<'a> ProfileView<'a> {
    /// Draws a profile.
    pub fn of(profile: &'a VisibleProfile, words: &'a Vocabulary) -> Self {
        let names = (profile.first_name.as_str(), profile.last_name.as_str());
        Self::draw(profile.id, names, profile.skills.iter().copied(), &[], words)
    }

    /// Draws a hit; `asked` are the skills of the search's criteria, in their order.
    pub fn of_card(card: &'a ProfileCard, asked: &[SkillCode], words: &'a Vocabulary) -> Self {
        Self::draw(card.id(), (card.first_name(), card.last_name()), card.skills(), asked, words)
    }

    fn draw(
        id: ProfileId,
        (first_name, last_name): (&'a str, &'a str),
        skills: impl Iterator<Item = VisibleSkill>,
        asked: &[SkillCode],
        words: &'a Vocabulary,
    ) -> Self {
        let mut skills: Vec<_> = skills.map(|skill| SkillView::draw(skill, asked, words)).collect();
        skills.sort_unstable_by_key(|(rank, skill)| (*rank, skill.code));
        let skills = skills.into_iter().map(|(_, skill)| skill).collect();
        let [first_name, last_name] = [first_name, last_name].map(Some);
        Self { profile_id: Uuid::from_u128(id.0), first_name, last_name, skills }
    }

    /// The same, without the name of somebody whose name is not shown.
    #[must_use]
    pub fn naming(self, names: &Names) -> Self {
        if names.show(self.profile_id.into()) {
            self
        } else {
            Self { first_name: None, last_name: None, ..self }
        }
    }

    /// What it shows, as it is told to its owner: names of fields, and how many skills. Never a value.
    pub fn fields(&self) -> Vec<String> {
        let named = [("first_name", self.first_name), ("last_name", self.last_name)];
        let named = named.into_iter().filter(|(_, value)| value.is_some()).map(|(field, _)| field.to_owned());
        named.chain([format!("skills:{}", self.skills.len())]).collect()
    }
}

impl<'a> SkillView<'a> {
    /// Draws a skill, and says where it stands in the list: lowest first.
    fn draw(skill: VisibleSkill, asked: &[SkillCode], words: &'a Vocabulary) -> (u64, Self) {
        let known = words.skill(skill.code);
        let (label, place) = known.map_or((words.nameless(), 0), |known| (&known.label, known.place));
        let criterion =
            asked.iter().position(|code| *code == skill.code).map_or(u8::MAX, |place| place as u8);
        // No level comes last, below every level.
        let below = u8::MAX - skill.level.map_or(0, Level::get);
        let is_declared = skill.status == Status::Declared;
        let rank = [criterion, below, u8::from(is_declared)];
        let rank =
            rank.into_iter().fold(0, |rank, part| rank << 8 | u64::from(part)) << 32 | u64::from(place);
        let level = skill.level.map(Level::get);
        (rank, Self { code: skill.code, label, level, status: skill.status.into() })
    }
}

/// The label of a skill. Nothing is ever removed from the catalogue; a code it does not know stays bare.
pub fn label(code: SkillCode, words: &Vocabulary) -> &Label {
    words.skill(code).map_or(words.nameless(), |skill| &skill.label)
}

/// Writes a code as a string of JSON.
pub fn as_text<T: Display, S: Serializer>(code: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(code)
}
