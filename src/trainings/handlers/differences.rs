//! Where the catalogue of today says something else than a training, and why.

use carnet_index::SkillCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::own_skills::MatchedSkill;
use crate::catalog::model::DriftKind;
use crate::catalog::{CatalogSnapshot, Drift};
use crate::trainings::model::marks::weight;
use crate::trainings::model::{Content, JobLine, Marks, SkillLine, SkillRef};

/// A line of which the catalogue of today says something else.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CatalogDifference)]
pub struct Difference {
    subject: DifferingSubject,
    code: String,
    /// Why; one at least.
    kinds: Vec<DifferenceKind>,
    /// Its name when this was written.
    then: String,
    /// What the code is called today.
    now: String,
    /// Whether the release in place has it.
    active: bool,
    /// What means today what this meant, where that is known and is not this code.
    replaced_by: Option<MatchedSkill>,
    /// What the skill is to its jobs; null unless that differs.
    marks: Option<DifferingMarks>,
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CatalogDifferenceSubject)]
enum DifferingSubject {
    Job,
    Skill,
}

/// Why a line differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CatalogDifferenceKind)]
enum DifferenceKind {
    /// It has another name.
    Relabelled,
    /// Its code was given to something else.
    Reused,
    /// The release in place no longer has it.
    Retired,
    /// None of the jobs that brought it lists it any more.
    Unlisted,
    /// It is central, or on the rise, where it was not; or no longer.
    Reweighted,
}

/// The marks of a skill when this was written, and today.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CatalogDifferingMarks)]
struct DifferingMarks {
    before: Marks,
    after: Marks,
}

impl From<DriftKind> for DifferenceKind {
    fn from(kind: DriftKind) -> Self {
        match kind {
            DriftKind::Relabelled => Self::Relabelled,
            DriftKind::Reused => Self::Reused,
            DriftKind::Retired => Self::Retired,
        }
    }
}

/// The lines of a content written under this release of which the catalogue says something else today.
pub fn differences(content: &Content, release: i32, catalog: &CatalogSnapshot) -> Vec<Difference> {
    let became = |line: &JobLine| catalog.drift_of_job(line.code, &line.label, release);
    let jobs: Vec<(&JobLine, Option<Drift>)> = content.jobs.iter().map(|line| (line, became(line))).collect();
    // A job that is another one today, or gone, tells nothing of the skills it brought: it is explained itself.
    let is_lost = |line: &SkillLine| {
        jobs.iter().any(|(job, drift)| {
            let lost = |drift: &Drift| drift.kinds.iter().any(|kind| *kind != DriftKind::Relabelled);
            line.jobs.contains(&job.code) && drift.as_ref().is_some_and(lost)
        })
    };
    let skills = content.skills.iter().filter_map(|line| {
        let SkillRef::Catalog(code) = line.skill else { return None };
        of_skill(line, code, release, is_lost(line), catalog)
    });
    let skills: Vec<Difference> = skills.collect();
    jobs.iter()
        .filter_map(|(line, drift)| {
            let drift = drift.clone()?;
            Some(Difference::new(DifferingSubject::Job, line.code.to_string(), &line.label, drift))
        })
        .chain(skills)
        .collect()
}

fn of_skill(
    line: &SkillLine,
    code: SkillCode,
    release: i32,
    is_lost: bool,
    catalog: &CatalogSnapshot,
) -> Option<Difference> {
    let drift = catalog.drift_of_skill(code, &line.label, release);
    let card = catalog.skill(code)?;
    let mut marks = None;
    let mut kind = None;
    if card.is_active && !is_lost && !line.jobs.is_empty() {
        let now = Marks::of(catalog, line.skill, &line.jobs);
        if line.jobs.iter().all(|job| weight(catalog, *job, code).is_none()) {
            kind = Some(DifferenceKind::Unlisted);
        } else if now != line.marks {
            kind = Some(DifferenceKind::Reweighted);
        }
        marks = (now != line.marks).then_some(DifferingMarks { before: line.marks, after: now });
    }
    let unchanged = || Drift {
        kinds: Vec::new(),
        now: card.skill.label.clone(),
        is_active: card.is_active,
        replaced_by: None,
    };
    let drift = drift.or_else(|| kind.map(|_| unchanged()))?;
    let mut difference = Difference::new(DifferingSubject::Skill, code.to_string(), &line.label, drift);
    difference.kinds.extend(kind);
    difference.marks = marks;
    Some(difference)
}

impl Difference {
    fn new(subject: DifferingSubject, code: String, then: &str, drift: Drift) -> Self {
        Self {
            subject,
            code,
            kinds: drift.kinds.into_iter().map(DifferenceKind::from).collect(),
            then: then.to_owned(),
            now: drift.now,
            active: drift.is_active,
            replaced_by: drift.replaced_by.map(|(code, label)| MatchedSkill { code, label }),
            marks: None,
        }
    }
}
