//! From what PostgreSQL holds about a person to what a recruiter may see of them.

use std::collections::BTreeMap;

use carnet_index::{InvalidCode, Level, RomeCode, SkillCode, Status, VisibleProfile, VisibleSkill};

use super::vocabulary::Vocabulary;
use crate::profiles::store::RawProfile;

/// Why a row cannot become a profile: it is set aside and blocks nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unprojectable {
    /// A number that is no skill code.
    #[error("{0} is not a skill code")]
    Skill(i64),
    /// A level outside the common scale.
    #[error("skill {0} has no readable level")]
    Level(i64),
    /// A text that is no job code.
    #[error(transparent)]
    Job(#[from] InvalidCode),
}

/// Builds the visible profile: the rule of each skill, then the jobs that follow from the skills.
pub fn project(raw: &RawProfile, vocabulary: &Vocabulary) -> Result<VisibleProfile, Unprojectable> {
    let skills = skills(raw)?;
    let mut jobs = vocabulary.jobs_half_held(skills.iter().map(|skill| skill.code));
    for job in &raw.jobs {
        jobs.push(RomeCode::parse(job)?);
    }
    jobs.sort_unstable();
    jobs.dedup();
    let mut families: Vec<_> = jobs.iter().filter_map(|job| vocabulary.family(*job)).collect();
    families.sort_unstable();
    families.dedup();
    Ok(VisibleProfile {
        id: raw.profile_id.into(),
        first_name: raw.first_name.clone(),
        last_name: raw.last_name.clone(),
        skills,
        jobs,
        families,
    })
}

/// One entry per skill: the highest valid validation; what the person declares only where there is none.
fn skills(raw: &RawProfile) -> Result<Vec<VisibleSkill>, Unprojectable> {
    let mut skills = BTreeMap::new();
    for &packed in &raw.declared {
        let (code, level) = unpack(packed)?;
        let level = level.ok_or(Unprojectable::Level(packed))?;
        skills.insert(code, VisibleSkill { code, level: Some(level), status: Status::Declared });
    }
    for &packed in &raw.validated {
        let (code, level) = unpack(packed)?;
        let entry = VisibleSkill { code, level, status: Status::Validated };
        skills
            .entry(code)
            .and_modify(|held: &mut VisibleSkill| {
                if held.status == Status::Declared || held.level < level {
                    *held = entry;
                }
            })
            .or_insert(entry);
    }
    Ok(skills.into_values().collect())
}

/// Reads `code * 8 + level`, the form in which a whole profile's skills travel in one array.
fn unpack(packed: i64) -> Result<(SkillCode, Option<Level>), Unprojectable> {
    let code = u32::try_from(packed >> 3).map_err(|_| Unprojectable::Skill(packed >> 3))?;
    match (packed & 7) as u8 {
        0 => Ok((SkillCode(code), None)),
        level => {
            Level::new(level).map(|level| (SkillCode(code), Some(level))).ok_or(Unprojectable::Level(packed))
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::ProfileId;
    use crate::profiles::model::vocabulary::JobWords;

    fn raw(declared: &[(i64, i64)], validated: &[(i64, i64)], jobs: &[&str]) -> RawProfile {
        let pack = |entries: &[(i64, i64)]| entries.iter().map(|(code, level)| code << 3 | level).collect();
        RawProfile {
            profile_id: ProfileId(Uuid::nil()),
            first_name: "Inès".to_owned(),
            last_name: "Lefèvre".to_owned(),
            declared: pack(declared),
            validated: pack(validated),
            jobs: jobs.iter().map(|&job| job.to_owned()).collect(),
        }
    }

    fn vocabulary() -> Vocabulary {
        let job = |code, parent, core: &[u32]| JobWords {
            code: RomeCode::parse(code).unwrap(),
            label: code.to_owned(),
            parent: RomeCode::parse(parent).unwrap(),
            core: core.iter().map(|&code| SkillCode(code)).collect(),
            is_active: true,
        };
        Vocabulary::new(
            1,
            [],
            vec![
                job("M1805", "M1805", &[1, 2, 3]),
                job("M1855", "M1805", &[4, 5]),
                job("A1101", "A1101", &[]),
            ],
            [],
            [],
        )
    }

    fn levels(profile: &VisibleProfile) -> Vec<(u32, Option<u8>, Status)> {
        profile.skills.iter().map(|skill| (skill.code.0, skill.level.map(Level::get), skill.status)).collect()
    }

    #[test]
    fn a_validation_outranks_what_is_declared_and_the_highest_counts() {
        let raw = raw(&[(1, 4), (2, 2)], &[(1, 1), (1, 3), (1, 0), (9, 0)], &[]);
        let profile = project(&raw, &Vocabulary::default()).unwrap();
        assert_eq!(
            levels(&profile),
            [(1, Some(3), Status::Validated), (2, Some(2), Status::Declared), (9, None, Status::Validated)]
        );
    }

    #[test]
    fn jobs_come_from_validations_and_from_half_of_the_core_skills() {
        let profile = project(&raw(&[(1, 1), (4, 1)], &[], &["A1101"]), &vocabulary()).unwrap();
        let jobs: Vec<_> = profile.jobs.iter().map(RomeCode::as_str).collect();
        assert_eq!(
            jobs,
            ["A1101", "M1855"],
            "one of three core skills is less than half, one of two is half"
        );
        let families: Vec<_> = profile.families.iter().map(RomeCode::as_str).collect();
        assert_eq!(families, ["A1101", "M1805"]);
    }

    #[test]
    fn an_unreadable_row_says_why() {
        assert_eq!(project(&raw(&[(-1, 1)], &[], &[]), &vocabulary()), Err(Unprojectable::Skill(-1)));
        assert!(matches!(project(&raw(&[(1, 0)], &[], &[]), &vocabulary()), Err(Unprojectable::Level(_))));
        assert!(matches!(project(&raw(&[], &[(1, 7)], &[]), &vocabulary()), Err(Unprojectable::Level(_))));
        assert!(matches!(project(&raw(&[], &[], &["m1"]), &vocabulary()), Err(Unprojectable::Job(_))));
    }
}
