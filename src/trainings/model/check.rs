//! What keeps a training from being published, and what only deserves a look.

use std::collections::HashSet;

use serde::Serialize;
use utoipa::ToSchema;

use super::content::{Content, SkillRef};
use crate::catalog::CatalogSnapshot;
use crate::ids::CourseId;
use crate::platform::http::{FieldError, Fields, Result};

/// Something a training may be published with, but hardly should.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TrainingWarning)]
pub struct Warning {
    /// What it is about.
    pub kind: WarningKind,
    /// The skill, course or job concerned, as the content names it.
    pub subject: String,
    /// Its name.
    pub label: String,
}

/// Kinds of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrainingWarningKind)]
pub enum WarningKind {
    /// No course teaches this skill.
    SkillWithoutCourse,
    /// This course teaches none of the skills.
    CourseWithoutSkill,
    /// The release in place no longer has this job.
    RetiredJob,
    /// The release in place no longer has this skill.
    RetiredSkill,
    /// The course was archived since.
    ArchivedCourse,
}

/// Refuses to publish what nobody could open a session from.
pub fn publishable(content: &Content) -> Result<()> {
    let mut fields = Fields::default();
    if content.skills.is_empty() {
        let message = "Choisissez au moins une compétence.";
        fields.push(FieldError::new("/skills", "required", message));
    }
    if content.courses.is_empty() {
        fields.push(FieldError::new("/courses", "required", "Ajoutez au moins un module."));
    }
    for (place, course) in content.courses.iter().enumerate() {
        if course.minutes == 0 {
            let message = "Indiquez la durée de ce module.";
            fields.push(FieldError::new(format!("/courses/{place}"), "no_duration", message));
        }
    }
    fields.finish()
}

/// What deserves a look.
pub fn warnings(content: &Content, catalog: &CatalogSnapshot, archived: &HashSet<CourseId>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut warn = |kind, subject: String, label: &str| {
        found.push(Warning { kind, subject, label: label.to_owned() });
    };
    for job in &content.jobs {
        if catalog.job(job.code).is_none_or(|card| !card.is_active) {
            warn(WarningKind::RetiredJob, job.code.to_string(), &job.label);
        }
    }
    let taught: HashSet<SkillRef> =
        content.courses.iter().flat_map(|course| course.skills.iter().copied()).collect();
    for line in &content.skills {
        if let SkillRef::Catalog(code) = line.skill
            && catalog.skill(code).is_none_or(|card| !card.is_active)
        {
            warn(WarningKind::RetiredSkill, line.skill.to_string(), &line.label);
        }
        if !taught.contains(&line.skill) {
            warn(WarningKind::SkillWithoutCourse, line.skill.to_string(), &line.label);
        }
    }
    for course in &content.courses {
        if course.skills.is_empty() {
            warn(WarningKind::CourseWithoutSkill, course.course.to_string(), &course.title);
        }
        if archived.contains(&course.course) {
            warn(WarningKind::ArchivedCourse, course.course.to_string(), &course.title);
        }
    }
    found
}
