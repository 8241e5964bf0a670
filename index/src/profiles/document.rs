//! What the index may hold about a person, and what it refuses to hold.

use std::collections::HashSet;

use crate::codes::{ProfileId, RomeCode, SkillCode};
use crate::level::{Level, Status};

/// The sizes a profile may have in the index.
pub mod limits {
    /// Most characters of a first or last name.
    pub const NAME_CHARS: usize = 200;
    /// Most skills of one profile.
    pub const SKILLS: usize = 2_000;
    /// Most jobs, and most families, of one profile.
    pub const JOBS: usize = 2_000;
    /// Most characters of a searched name.
    pub const QUERY_NAME_CHARS: usize = 80;
    /// Most words of a searched name.
    pub const QUERY_NAME_WORDS: usize = 5;
    /// Most hits of one page.
    pub const PAGE: u32 = 50;
}

/// One skill of a profile, as recruiters may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VisibleSkill {
    /// The skill.
    pub code: SkillCode,
    /// Its level, absent when a validation has no place on the common scale.
    pub level: Option<Level>,
    /// Said or validated.
    pub status: Status,
}

/// The only thing the writer accepts: the visible fields of a person who chose to be visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisibleProfile {
    /// The public identifier of the profile.
    pub id: ProfileId,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The skills, one entry per skill.
    pub skills: Vec<VisibleSkill>,
    /// The jobs derived from the skills.
    pub jobs: Vec<RomeCode>,
    /// The parent codes of these jobs.
    pub families: Vec<RomeCode>,
}

/// Why a profile cannot be indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A name is longer than the limit.
    #[error("a name is too long")]
    NameTooLong,
    /// There are more skills than the limit.
    #[error("too many skills")]
    TooManySkills,
    /// There are more jobs or families than the limit.
    #[error("too many jobs")]
    TooManyJobs,
    /// The same skill appears twice.
    #[error("skill {0} appears twice")]
    DuplicateSkill(SkillCode),
    /// A declared skill has no level.
    #[error("declared skill {0} has no level")]
    DeclaredWithoutLevel(SkillCode),
}

impl VisibleProfile {
    /// Checks that the profile can be indexed.
    pub fn check(&self) -> Result<(), Refusal> {
        let too_long = |name: &str| name.chars().count() > limits::NAME_CHARS;
        if too_long(&self.first_name) || too_long(&self.last_name) {
            return Err(Refusal::NameTooLong);
        }
        if self.skills.len() > limits::SKILLS {
            return Err(Refusal::TooManySkills);
        }
        if self.jobs.len().max(self.families.len()) > limits::JOBS {
            return Err(Refusal::TooManyJobs);
        }
        let mut seen = HashSet::with_capacity(self.skills.len());
        for skill in &self.skills {
            if !seen.insert(skill.code) {
                return Err(Refusal::DuplicateSkill(skill.code));
            }
            if skill.level.is_none() && skill.status == Status::Declared {
                return Err(Refusal::DeclaredWithoutLevel(skill.code));
            }
        }
        Ok(())
    }

    /// Puts skills, jobs and families in the order in which the index gives them back: by code, once each.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        self.skills.sort_by_key(|skill| skill.code);
        for codes in [&mut self.jobs, &mut self.families] {
            codes.sort_unstable();
            codes.dedup();
        }
        self
    }

    /// Finds the profile's entry for a skill.
    pub fn skill(&self, code: SkillCode) -> Option<&VisibleSkill> {
        self.skills.iter().find(|skill| skill.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> VisibleProfile {
        VisibleProfile {
            id: ProfileId(1),
            first_name: "Aïcha".into(),
            last_name: "Le Goff".into(),
            skills: vec![VisibleSkill { code: SkillCode(7), level: Level::new(2), status: Status::Declared }],
            jobs: vec![],
            families: vec![],
        }
    }

    #[test]
    fn refuses_what_it_cannot_index() {
        assert_eq!(profile().check(), Ok(()));
        let mut long = profile();
        long.last_name = "é".repeat(limits::NAME_CHARS + 1);
        assert_eq!(long.check(), Err(Refusal::NameTooLong));
        let mut twice = profile();
        twice.skills.push(twice.skills[0]);
        assert_eq!(twice.check(), Err(Refusal::DuplicateSkill(SkillCode(7))));
        let mut bare = profile();
        bare.skills[0].level = None;
        assert_eq!(bare.check(), Err(Refusal::DeclaredWithoutLevel(SkillCode(7))));
        let mut many = profile();
        many.skills = (0..=limits::SKILLS as u32)
            .map(|code| VisibleSkill { code: SkillCode(code), ..many.skills[0] })
            .collect();
        assert_eq!(many.check(), Err(Refusal::TooManySkills));
        let mut jobs = profile();
        jobs.families = vec![RomeCode::parse("M1805").unwrap(); limits::JOBS + 1];
        assert_eq!(jobs.check(), Err(Refusal::TooManyJobs));
    }
}
