//! What keeps a training from being published, and what only deserves a look.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::content::{Content, SkillRef};
use crate::catalog::{CatalogSnapshot, CertificationNumber};
use crate::ids::CourseId;
use crate::platform::http::{FieldError, Fields, Result};

/// Something a training may be published with, but hardly should.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TrainingWarning)]
pub struct Warning {
    /// What it is about.
    pub kind: WarningKind,
    /// The skill, course, job or certification concerned, as the content names it.
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
    /// The published table of certifications has no such number.
    CertificationUnknown,
    /// The publisher calls the certification inactive.
    CertificationInactive,
    /// The registration of the certification is over.
    CertificationOver,
    /// The certification names jobs, and none of those of the training.
    CertificationOfOtherJobs,
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

/// What deserves a look on that day.
pub fn warnings(
    content: &Content,
    catalog: &CatalogSnapshot,
    archived: &HashSet<CourseId>,
    today: NaiveDate,
) -> Vec<Warning> {
    let mut found = certification_warnings(content, catalog, today);
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

/// What the published table says of the certifications that a training names; nothing before the table is loaded.
fn certification_warnings(content: &Content, catalog: &CatalogSnapshot, today: NaiveDate) -> Vec<Warning> {
    let cards = catalog.certifications();
    if cards.published_on().is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for number in numbers(content) {
        let mut warn = |kind, label: &str| {
            found.push(Warning { kind, subject: number.to_string(), label: label.to_owned() });
        };
        let Some(certification) = cards.get(&number) else {
            warn(WarningKind::CertificationUnknown, number.as_str());
            continue;
        };
        let label = format!("{number} {}", certification.title);
        if !certification.is_active {
            warn(WarningKind::CertificationInactive, &label);
        } else if certification.is_over(today) {
            warn(WarningKind::CertificationOver, &label);
        }
        let is_met =
            content.jobs.iter().any(|job| certification.leads_to(job.code, catalog.parent(job.code)));
        if !is_met && !content.jobs.is_empty() && !certification.jobs.is_empty() {
            warn(WarningKind::CertificationOfOtherJobs, &label);
        }
    }
    found
}

/// The certification a training prepares for, and those its blocks belong to.
fn numbers(content: &Content) -> BTreeSet<CertificationNumber> {
    let whole = content.certification.code.as_deref().and_then(CertificationNumber::parse);
    let of_blocks =
        content.certification.blocks.iter().filter_map(|code| CertificationNumber::of_block(code));
    whole.into_iter().chain(of_blocks).collect()
}
