//! A session's own ordered list of courses.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use utoipa::ToSchema;

use crate::ids::{CourseId, SessionCourseId};
use crate::platform::http::{Error, FieldError, Fields, Result};
use crate::trainings::{Content, Modality, SkillRef};

/// Most courses of a session.
const MOST: usize = 100;

/// A course of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseOfSession {
    /// Its place in the list.
    pub id: SessionCourseId,
    /// The course.
    pub course: CourseId,
    /// Its title when it came into the session; so are its minutes and modality.
    pub title: String,
    /// How long it takes.
    pub minutes: i32,
    /// How it is held.
    pub modality: Modality,
    /// The skills of the session's revision it teaches.
    pub skills: Vec<SkillRef>,
}

/// The course list of a session, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SessionCoursesDraft)]
pub struct CoursesDraft {
    /// In order, 100 at most, each once.
    pub courses: Vec<CourseDraft>,
}

/// A course of a session, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SessionCourseDraft)]
pub struct CourseDraft {
    /// One of the organisation's courses.
    pub course_id: CourseId,
    /// The skills of the session's revision it teaches; null: those it taught in the session, or else in the revision.
    #[serde(default)]
    pub skills: Option<Vec<String>>,
}

/// The list as the revision gives it.
pub fn of_revision(content: &Content, draw: impl Fn() -> SessionCourseId) -> Vec<CourseOfSession> {
    let course = |line: &crate::trainings::CourseLine| CourseOfSession {
        id: draw(),
        course: line.course,
        title: line.title.clone(),
        minutes: line.minutes,
        modality: line.modality,
        skills: line.skills.clone(),
    };
    content.courses.iter().map(course).collect()
}

/// What a list may be made of.
pub struct Known<'a> {
    /// What the session's revision says.
    pub content: &'a Content,
    /// The list before.
    pub before: &'a [CourseOfSession],
    /// Other courses of the organisation.
    pub others: HashMap<CourseId, (String, i32, Modality)>,
    /// Those of the list before that slots name.
    pub with_slots: &'a [SessionCourseId],
}

impl CoursesDraft {
    /// The list. Every fault is told at its place. What was in the list stays as it was, wherever it now stands.
    pub fn resolve(
        &self,
        known: &Known<'_>,
        draw: impl Fn() -> SessionCourseId,
    ) -> Result<Vec<CourseOfSession>> {
        if self.courses.len() > MOST {
            return Err(Error::field("/courses", "too_many", format!("{MOST} modules au plus.")));
        }
        let (mut fields, mut seen, mut list) = (Fields::default(), HashSet::new(), Vec::new());
        for (place, draft) in self.courses.iter().enumerate() {
            let pointer = format!("/courses/{place}/course_id");
            if !seen.insert(draft.course_id) {
                fields.push(FieldError::new(pointer, "duplicate", "Ce module est cité deux fois."));
                continue;
            }
            let Some(mut course) = known.course(draft.course_id, &draw) else {
                fields.push(FieldError::new(pointer, "unknown_course", "L’organisme n’a pas ce module."));
                continue;
            };
            if let Some(skills) = &draft.skills {
                course.skills = skills_of(known.content, skills, place, &mut fields);
            }
            list.push(course);
        }
        for lost in known.before.iter().filter(|before| !seen.contains(&before.course)) {
            if known.with_slots.contains(&lost.id) {
                let told = format!(
                    "Des créneaux portent sur «\u{a0}{}\u{a0}»\u{a0}: changez-les d’abord.",
                    lost.title
                );
                fields.push(FieldError::new("/courses", "has_slots", told));
            }
        }
        fields.finish()?;
        Ok(list)
    }
}

impl Known<'_> {
    fn course(&self, id: CourseId, draw: &impl Fn() -> SessionCourseId) -> Option<CourseOfSession> {
        if let Some(before) = self.before.iter().find(|before| before.course == id) {
            return Some(before.clone());
        }
        let taken = self.content.courses.iter().find(|line| line.course == id);
        let (title, minutes, modality, skills) = if let Some(line) = taken {
            (line.title.clone(), line.minutes, line.modality, line.skills.clone())
        } else {
            let (title, minutes, modality) = self.others.get(&id)?.clone();
            (title, minutes, modality, Vec::new())
        };
        Some(CourseOfSession { id: draw(), course: id, title, minutes, modality, skills })
    }
}

/// The skills of a revision that a list names, in the revision's order.
pub fn skills_of(content: &Content, named: &[String], place: usize, fields: &mut Fields) -> Vec<SkillRef> {
    skills_at(content, named, &format!("/courses/{place}/skills"), fields)
}

/// The same for any list of the body.
pub fn skills_at(content: &Content, named: &[String], pointer: &str, fields: &mut Fields) -> Vec<SkillRef> {
    let mut found = HashSet::new();
    for (at, text) in named.iter().enumerate() {
        let skill = text.parse::<SkillRef>().ok();
        let skill = skill.filter(|skill| content.skills.iter().any(|line| line.skill == *skill));
        match skill {
            None => fields.push(FieldError::new(
                format!("{pointer}/{at}"),
                "not_in_training",
                "La formation ne vise pas cette compétence.",
            )),
            Some(skill) if !found.insert(skill) => fields.push(FieldError::new(
                format!("{pointer}/{at}"),
                "duplicate",
                "Cette compétence est citée deux fois.",
            )),
            Some(_) => {}
        }
    }
    content.skills.iter().map(|line| line.skill).filter(|skill| found.contains(skill)).collect()
}
