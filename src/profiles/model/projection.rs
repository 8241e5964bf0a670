//! From what PostgreSQL holds about a person to what a recruiter may see of them.

use carnet_index::{RomeCode, VisibleProfile};

use super::vocabulary::Vocabulary;
use crate::profiles::store::RawProfile;

/// Draws the visible profile: the skills as the passport's rule gives them, and the jobs that follow from them.
pub fn project(raw: RawProfile, vocabulary: &Vocabulary) -> VisibleProfile {
    let mut jobs = vocabulary.jobs_half_held(raw.held.skills.iter().map(|skill| skill.code));
    jobs.extend(raw.held.jobs);
    VisibleProfile {
        id: raw.profile_id.into(),
        first_name: raw.first_name,
        last_name: raw.last_name,
        skills: raw.held.skills,
        families: sorted(jobs.iter().filter_map(|job| vocabulary.family(*job)).collect()),
        jobs: sorted(jobs),
    }
}

fn sorted(mut codes: Vec<RomeCode>) -> Vec<RomeCode> {
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use carnet_index::{Level, SkillCode, Status, VisibleSkill};
    use uuid::Uuid;

    use super::*;
    use crate::ids::{PersonId, ProfileId};
    use crate::passport::HeldSkills;
    use crate::profiles::model::vocabulary::{JobWords, Label};

    fn code(text: &str) -> RomeCode {
        RomeCode::parse(text).unwrap()
    }

    fn vocabulary() -> Vocabulary {
        let job = |own, parent, core: &[u32], is_active| JobWords {
            code: code(own),
            label: Label::new(own),
            parent: code(parent),
            core: core.iter().map(|&code| SkillCode(code)).collect(),
            is_active,
        };
        let jobs = vec![
            job("M1805", "M1805", &[1, 2, 3], true),
            job("M1855", "M1805", &[4, 5], true),
            job("M1899", "M1805", &[4, 5], false),
            job("A1101", "A1101", &[], true),
        ];
        Vocabulary::new(1, [], jobs, [], [])
    }

    fn drawn(skills: &[u32], jobs: &[&str]) -> VisibleProfile {
        let skill =
            |&code| VisibleSkill { code: SkillCode(code), level: Level::new(1), status: Status::Declared };
        let held = HeldSkills {
            skills: skills.iter().map(skill).collect(),
            jobs: jobs.iter().map(|job| code(job)).collect(),
        };
        let (first_name, last_name) = ("Inès".to_owned(), "Lefèvre".to_owned());
        let (person, profile_id) = (PersonId(Uuid::nil()), ProfileId(Uuid::nil()));
        project(RawProfile { person, profile_id, first_name, last_name, held }, &vocabulary())
    }

    #[test]
    fn jobs_come_from_validations_and_from_half_of_the_core_skills_of_active_jobs() {
        let profile = drawn(&[1, 4], &["A1101"]);
        assert_eq!(profile.jobs, [code("A1101"), code("M1855")], "one core skill of three is less than half");
        assert_eq!(profile.families, [code("A1101"), code("M1805")]);
        assert_eq!(drawn(&[1, 2], &[]).jobs, [code("M1805")]);
    }

    #[test]
    fn who_holds_nothing_has_no_job() {
        let profile = drawn(&[], &[]);
        assert_eq!((profile.jobs, profile.families), (vec![], vec![]));
    }
}
