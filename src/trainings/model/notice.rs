//! What a new release says otherwise than a line of a training, and what is decided about it.

use carnet_index::{RomeCode, SkillCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content::{Content, JobLine, SkillRef};
use super::marks::weight;
use crate::catalog::CatalogSnapshot;
use crate::platform::http::{Error, Result};

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = NoticeSubject)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Subject {
    /// A job.
    Job,
    /// A skill.
    Skill,
}

/// What the release did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = NoticeKind)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// It gave it another name.
    Relabelled,
    /// It gave its code to something else.
    Reused,
    /// It no longer has it.
    Retired,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = NoticeDecision)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Decision {
    /// The line stays as it is.
    Kept,
    /// The line says what the release says.
    Accepted,
}

impl Decision {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Accepted => "accepted",
        }
    }
}

/// A notice is decided once.
pub fn decide(current: Option<Decision>) -> Result<()> {
    current.map_or(Ok(()), |decision| Err(Error::illegal_state(decision.as_str())))
}

/// Lets a content say what the release says of one line.
///
/// Renamed, the line takes the new name. What its code meant is elsewhere now: it takes that code. It is nowhere any more:
/// the line goes. A line that is no longer there changes nothing.
pub fn accept(
    content: &mut Content,
    catalog: &CatalogSnapshot,
    (subject, kind): (Subject, Kind),
    code: &str,
    replacement: Option<&str>,
) {
    match subject {
        Subject::Job => accept_job(content, catalog, kind, code, replacement),
        Subject::Skill => accept_skill(content, catalog, kind, code, replacement),
    }
    content.mark(catalog);
}

fn accept_job(
    content: &mut Content,
    catalog: &CatalogSnapshot,
    kind: Kind,
    code: &str,
    replacement: Option<&str>,
) {
    let Some(at) = content.jobs.iter().position(|line| line.code.as_str() == code) else { return };
    let card = |code: &str| RomeCode::parse(code).ok().and_then(|code| catalog.job(code));
    let successor = match kind {
        Kind::Relabelled => card(code),
        Kind::Reused | Kind::Retired => replacement.and_then(card),
    };
    let old = content.jobs[at].code;
    match successor {
        Some(card) if card.job.code == old || content.jobs.iter().all(|line| line.code != card.job.code) => {
            content.jobs[at] =
                JobLine { code: card.job.code, label: card.job.label.clone(), appellation: None };
        }
        // It is there already, or nothing takes its place.
        _ => drop(content.jobs.remove(at)),
    }
    for line in &mut content.skills {
        if let SkillRef::Catalog(skill) = line.skill {
            let origin = content.jobs.iter().filter(|job| weight(catalog, job.code, skill).is_some());
            line.jobs = origin.map(|job| job.code).collect();
        }
    }
}

fn accept_skill(
    content: &mut Content,
    catalog: &CatalogSnapshot,
    kind: Kind,
    code: &str,
    replacement: Option<&str>,
) {
    let parse = |code: &str| code.parse::<SkillCode>().ok();
    let Some(old) = parse(code) else { return };
    let successor = match kind {
        Kind::Relabelled => Some(old),
        Kind::Reused | Kind::Retired => replacement.and_then(parse),
    };
    let (old_ref, new_ref) = (SkillRef::Catalog(old), successor.map(SkillRef::Catalog));
    let is_there =
        new_ref.is_some_and(|new| new != old_ref && content.skills.iter().any(|line| line.skill == new));
    let card = successor.and_then(|code| catalog.skill(code)).filter(|_| !is_there);
    match (card, new_ref) {
        (Some(card), Some(new)) => {
            for line in content.skills.iter_mut().filter(|line| line.skill == old_ref) {
                line.skill = new;
                line.label.clone_from(&card.skill.label);
                line.kind = Some(card.skill.kind);
            }
        }
        _ => content.skills.retain(|line| line.skill != old_ref),
    }
    for course in &mut content.courses {
        let taught = course.skills.contains(&old_ref);
        course.skills.retain(|skill| *skill != old_ref);
        if let Some(new) = new_ref.filter(|new| taught && !course.skills.contains(new)) {
            course.skills.push(new);
        }
        let kept: Vec<SkillRef> = content
            .skills
            .iter()
            .map(|line| line.skill)
            .filter(|skill| course.skills.contains(skill))
            .collect();
        course.skills = kept;
    }
    // An own skill that is linked to it keeps its own name: only the link is told by its notice.
}
