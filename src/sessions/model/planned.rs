//! Planned hours: of a session, and of each skill, beside what the revision gives it.

use std::collections::HashMap;

use super::courses::CourseOfSession;
use super::readiness::SlotFact;
use crate::ids::SessionCourseId;
use crate::trainings::{Content, Modality, SkillRef};

/// Minutes of one skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkillMinutes {
    /// By the courses of the revision.
    pub expected: i64,
    /// By the slots of the session.
    pub planned: i64,
}

/// How long a session is planned to last, in minutes: its slots, and the courses everybody follows at their own time.
pub fn total(slots: &[SlotFact], courses: &[CourseOfSession]) -> i64 {
    let timed: i64 = slots.iter().map(minutes).sum();
    let minutes = by_course(slots, courses);
    let own_time: i64 = courses
        .iter()
        .filter(|course| course.modality == Modality::RemoteSelfPaced)
        .map(|course| minutes[&course.id] - slots_of(slots, course.id))
        .sum();
    timed + own_time
}

/// How long each course is planned to last. One that is followed at one's own time lasts as long as it says, or as its slots.
fn by_course(slots: &[SlotFact], courses: &[CourseOfSession]) -> HashMap<SessionCourseId, i64> {
    let planned = |course: &CourseOfSession| match course.modality {
        Modality::RemoteSelfPaced => slots_of(slots, course.id).max(course.minutes.into()),
        _ => slots_of(slots, course.id),
    };
    courses.iter().map(|course| (course.id, planned(course))).collect()
}

fn slots_of(slots: &[SlotFact], course: SessionCourseId) -> i64 {
    slots.iter().filter(|slot| slot.course == Some(course)).map(minutes).sum()
}

fn minutes(slot: &SlotFact) -> i64 {
    (slot.ends_at - slot.starts_at).num_minutes()
}

/// Minutes per skill of the revision, in its order. A course gives its time to its skills in equal parts; parts are rounded
/// when they have been added up.
pub fn by_skill(
    content: &Content,
    slots: &[SlotFact],
    courses: &[CourseOfSession],
) -> Vec<(SkillRef, SkillMinutes)> {
    let planned = by_course(slots, courses);
    let expected =
        shares(content.courses.iter().map(|course| (f64::from(course.minutes), &course.skills[..])));
    let planned = shares(courses.iter().map(|course| (planned[&course.id] as f64, &course.skills[..])));
    let of =
        |shares: &HashMap<SkillRef, f64>, skill| shares.get(&skill).map_or(0, |share| share.round() as i64);
    content
        .skills
        .iter()
        .map(|line| {
            let minutes =
                SkillMinutes { expected: of(&expected, line.skill), planned: of(&planned, line.skill) };
            (line.skill, minutes)
        })
        .collect()
}

fn shares<'a>(courses: impl Iterator<Item = (f64, &'a [SkillRef])>) -> HashMap<SkillRef, f64> {
    let mut shares = HashMap::new();
    for (minutes, skills) in courses {
        for skill in skills {
            *shares.entry(*skill).or_default() += minutes / skills.len() as f64;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use carnet_index::SkillCode;
    use uuid::Uuid;

    use super::*;
    use crate::ids::{CourseId, SlotId};
    use crate::trainings::{CourseLine, SkillLine};

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn skill(code: u32) -> SkillRef {
        SkillRef::Catalog(SkillCode(code))
    }

    fn course(number: u128, minutes: i32, modality: Modality, skills: &[u32]) -> CourseOfSession {
        CourseOfSession {
            id: SessionCourseId(id(number)),
            course: CourseId(id(number)),
            title: String::new(),
            minutes,
            modality,
            skills: skills.iter().map(|code| skill(*code)).collect(),
        }
    }

    fn slot(course: u128, hours: i64) -> SlotFact {
        let starts_at = "2026-03-03T08:00:00Z".parse().unwrap();
        SlotFact {
            id: SlotId(id(course)),
            course: Some(SessionCourseId(id(course))),
            modality: None,
            starts_at,
            ends_at: starts_at + chrono::Duration::hours(hours),
            trainers: 0,
            left: Vec::new(),
            has_place: false,
            has_link: false,
            conflicts: Vec::new(),
        }
    }

    fn content(courses: &[CourseOfSession], skills: &[u32]) -> Content {
        let line = |code: &u32| SkillLine {
            skill: skill(*code),
            label: String::new(),
            kind: None,
            jobs: Vec::new(),
            marks: crate::trainings::Marks::default(),
            levels: crate::trainings::Levels { scale: crate::trainings::Scale::Common, target: 3, pass: 2 },
            linked: None,
        };
        let course = |course: &CourseOfSession| CourseLine {
            course: course.course,
            title: String::new(),
            minutes: course.minutes,
            modality: course.modality,
            skills: course.skills.clone(),
        };
        Content {
            title: String::new(),
            nature: crate::orgs::ActionKind::Training,
            texts: crate::trainings::Texts::default(),
            certification: crate::trainings::Certification::default(),
            jobs: Vec::new(),
            skills: skills.iter().map(line).collect(),
            courses: courses.iter().map(course).collect(),
        }
    }

    #[test]
    fn a_course_gives_its_time_to_its_skills_in_equal_parts() {
        let courses =
            [course(1, 420, Modality::InPerson, &[101, 102]), course(2, 60, Modality::InPerson, &[101])];
        let content = content(&courses, &[101, 102, 103]);
        let slots = [slot(1, 4), slot(2, 2), slot(2, 1)];
        let found = by_skill(&content, &slots, &courses);
        let minutes = |expected, planned| SkillMinutes { expected, planned };
        assert_eq!(
            found,
            [(skill(101), minutes(270, 300)), (skill(102), minutes(210, 120)), (skill(103), minutes(0, 0)),]
        );
        assert_eq!(total(&slots, &courses), 420);
    }

    #[test]
    fn what_is_followed_at_ones_own_time_counts_without_slots_and_not_twice() {
        let courses =
            [course(1, 120, Modality::RemoteSelfPaced, &[101]), course(2, 60, Modality::InPerson, &[101])];
        assert_eq!(total(&[slot(2, 1)], &courses), 180);
        assert_eq!(total(&[slot(1, 1), slot(2, 1)], &courses), 180);
        assert_eq!(total(&[slot(1, 3)], &courses), 180);
        let found = by_skill(&content(&courses, &[101]), &[slot(2, 1)], &courses);
        assert_eq!(found, [(skill(101), SkillMinutes { expected: 180, planned: 180 })]);
    }
}
