//! A profile as a recruiter sees it, and as its owner previews it: these fields and no other.

use std::cmp::Reverse;

use carnet_index::{Level, ProfileCard, ProfileId, SkillCode, Status, VisibleProfile, VisibleSkill};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::vocabulary::Vocabulary;

/// What a recruiter sees of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileView<'a> {
    /// The public id of the profile.
    pub profile_id: Uuid,
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
    /// Skills: those asked for first, then by level, validated before declared, then by label.
    pub skills: Vec<SkillView<'a>>,
}

/// One skill of a profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkillView<'a> {
    /// Its code.
    pub code: String,
    /// Its official label.
    pub label: &'a str,
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
        let mut skills: Vec<_> = skills.map(|skill| (rank(skill, asked, words), skill)).collect();
        skills.sort_unstable_by_key(|(rank, _)| *rank);
        let skills = skills.into_iter().map(|(_, skill)| SkillView::draw(skill, words)).collect();
        Self { profile_id: Uuid::from_u128(id.0), first_name, last_name, skills }
    }
}

impl<'a> SkillView<'a> {
    fn draw(skill: VisibleSkill, words: &'a Vocabulary) -> Self {
        Self {
            code: skill.code.to_string(),
            label: label(skill.code, words),
            level: skill.level.map(Level::get),
            status: skill.status.into(),
        }
    }
}

type Rank<'a> = (usize, Reverse<Option<Level>>, Reverse<Status>, &'a str, SkillCode);

/// Where a skill stands in the list. No level comes last: `None` is below every level.
fn rank<'a>(skill: VisibleSkill, asked: &[SkillCode], words: &'a Vocabulary) -> Rank<'a> {
    let place = asked.iter().position(|code| *code == skill.code).unwrap_or(usize::MAX);
    (place, Reverse(skill.level), Reverse(skill.status), label(skill.code, words), skill.code)
}

/// The label of a skill. Nothing is ever removed from the catalogue; a code it does not know stays bare.
pub fn label(code: SkillCode, words: &Vocabulary) -> &str {
    words.skill(code).unwrap_or_default()
}
