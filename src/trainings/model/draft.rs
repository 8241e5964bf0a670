//! A training as it is written, and what is wrong with it.

use std::collections::{HashMap, HashSet};

use carnet_index::RomeCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::content::{Certification, Content, CourseLine, JobLine, Modality, SkillLine, SkillRef, Texts};
use super::line::{Levels, Scale};
use super::marks::{Marks, weight};
use super::references::read_references;
use crate::catalog::CatalogSnapshot;
use crate::ids::{CourseId, GridId, OwnSkillId};
use crate::orgs::ActionKind;
use crate::platform::http::{FieldError, Fields, Result, texts};

const LONGEST_TEXT: usize = 5000;
const MOST_JOBS: usize = 10;
const MOST_SKILLS: usize = 500;
const MOST_COURSES: usize = 100;

/// The whole content of a training, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingDraft {
    /// 2 to 200 characters.
    title: String,
    /// What kind of action it is; a training unless said.
    #[serde(default)]
    nature: ActionKind,
    /// Each 5000 characters at most.
    #[serde(default)]
    texts: Texts,
    #[serde(default)]
    certification: Certification,
    /// The jobs it is for, 10 at most.
    #[serde(default)]
    jobs: Vec<JobDraft>,
    /// The skills it teaches, 500 at most, each once.
    #[serde(default)]
    skills: Vec<SkillDraft>,
    /// The courses it is made of, in order, 100 at most, each once.
    #[serde(default)]
    courses: Vec<CourseDraft>,
}

/// A job of a training, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrainingJobDraft)]
pub struct JobDraft {
    /// Its code.
    code: String,
    /// The name of the job that was chosen; null for its title.
    #[serde(default)]
    appellation: Option<String>,
    /// Takes the title the catalogue gives today, where the training still bears an older one.
    #[serde(default)]
    accept_label: bool,
}

/// A skill of a training, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrainingSkillDraft)]
pub struct SkillDraft {
    /// Code of a skill of the catalogue, or id of one of the organisation's own.
    skill: String,
    /// A grid of the organisation, in its newest version; null for the common scale.
    #[serde(default)]
    grid_id: Option<GridId>,
    /// The level aimed at: 1..4 on the common scale, a step counted from 0 on a grid.
    target: i16,
    /// The level from which the skill counts as acquired, not above `target`.
    pass: i16,
    /// Takes the name the catalogue gives today, where the training still bears an older one.
    #[serde(default)]
    accept_label: bool,
}

/// A course of a training, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrainingCourseDraft)]
pub struct CourseDraft {
    /// One of the organisation's courses.
    course_id: CourseId,
    /// The skills of the training it teaches, named as in `skills`.
    #[serde(default)]
    skills: Vec<String>,
}

/// An own skill that trainings may name.
#[derive(Clone, Debug)]
pub struct KnownSkill {
    /// Its name.
    pub label: String,
    /// The skill of the catalogue it is.
    pub linked: Option<carnet_index::SkillCode>,
}

/// A course that trainings may use.
#[derive(Clone, Debug)]
pub struct KnownCourse {
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: i32,
    /// How it is held.
    pub modality: Modality,
}

/// What a training of an organisation may refer to.
pub struct Known<'a> {
    /// The catalogue.
    pub catalog: &'a CatalogSnapshot,
    /// The organisation's own skills.
    pub skills: HashMap<OwnSkillId, KnownSkill>,
    /// Its courses.
    pub courses: HashMap<CourseId, KnownCourse>,
    /// Its grids, newest versions.
    pub grids: HashMap<GridId, Scale>,
}

impl TrainingDraft {
    /// The content. Every fault is told at its place.
    ///
    /// Jobs and skills that the training named before keep the names they bore, until a line accepts today's: a new
    /// release must not change what people wrote. A skill bears the training's jobs that list it: that is where it
    /// comes from.
    pub fn resolve(self, known: &Known<'_>, before: Option<&Content>) -> Result<Content> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 2..=200)).unwrap_or_default();
        let texts = read_texts(self.texts, &mut fields);
        let certification = read_references(self.certification, &mut fields);
        let mut jobs = read_jobs(&self.jobs, known, &mut fields);
        let mut skills = read_skills(&self.skills, &jobs, known, &mut fields);
        let courses = read_courses(&self.courses, &skills, known, &mut fields);
        fields.finish()?;
        if let Some(before) = before {
            keep_names(&mut jobs, &self.jobs, &before.jobs);
            keep_skill_names(&mut skills, &self.skills, &before.skills);
        }
        Ok(Content { title, nature: self.nature, texts, certification, jobs, skills, courses })
    }
}

impl Known<'_> {
    /// Lets courses and own skills say what they say today, and skills bear the marks of the release in place.
    pub fn refresh(&self, content: &mut Content) {
        content.mark(self.catalog);
        for line in &mut content.courses {
            if let Some(course) = self.courses.get(&line.course) {
                line.title.clone_from(&course.title);
                line.minutes = course.minutes;
                line.modality = course.modality;
            }
        }
        for line in &mut content.skills {
            if let SkillRef::Own(id) = line.skill
                && let Some(own) = self.skills.get(&id)
            {
                line.label.clone_from(&own.label);
                line.linked = own.linked;
            }
        }
    }
}

/// Gives jobs the names they bore, but where a line accepts today's. Nothing was refused: the lines are those given.
fn keep_names(lines: &mut [JobLine], given: &[JobDraft], before: &[JobLine]) {
    for (line, _) in lines.iter_mut().zip(given).filter(|(_, draft)| !draft.accept_label) {
        if let Some(old) = before.iter().find(|old| old.code == line.code) {
            line.label.clone_from(&old.label);
        }
    }
}

fn keep_skill_names(lines: &mut [SkillLine], given: &[SkillDraft], before: &[SkillLine]) {
    let before: HashMap<SkillRef, &SkillLine> = before.iter().map(|old| (old.skill, old)).collect();
    for (line, _) in lines.iter_mut().zip(given).filter(|(_, draft)| !draft.accept_label) {
        if matches!(line.skill, SkillRef::Catalog(_))
            && let Some(old) = before.get(&line.skill)
        {
            line.label.clone_from(&old.label);
            line.kind = old.kind;
        }
    }
}

fn read_texts(mut texts: Texts, fields: &mut Fields) -> Texts {
    for (name, text) in texts.fields_mut() {
        let read = texts::paragraphs(&format!("/texts/{name}"), text, 0..=LONGEST_TEXT);
        *text = fields.check(read).unwrap_or_default();
    }
    texts
}

fn read_jobs(given: &[JobDraft], known: &Known<'_>, fields: &mut Fields) -> Vec<JobLine> {
    if given.len() > MOST_JOBS {
        fields.push(FieldError::new("/jobs", "too_many", format!("{MOST_JOBS} métiers au plus.")));
        return Vec::new();
    }
    let mut lines: Vec<JobLine> = Vec::with_capacity(given.len());
    for (place, job) in given.iter().enumerate() {
        let pointer = format!("/jobs/{place}/code");
        let card = RomeCode::parse(&job.code).ok().and_then(|code| known.catalog.job(code));
        let Some(card) = card else {
            fields.push(FieldError::new(pointer, "unknown_job", "Ce métier n’existe pas au référentiel."));
            continue;
        };
        if lines.iter().any(|line| line.code == card.job.code) {
            fields.push(twice(pointer));
            continue;
        }
        let label = &card.job.label;
        let appellation = job.appellation.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let appellation = appellation.filter(|name| name != label).map(str::to_owned);
        if let Some(name) = &appellation
            && !card.appellations.iter().any(|known| known.label == *name)
        {
            let message = "Le référentiel ne connaît pas cette appellation du métier.";
            let pointer = format!("/jobs/{place}/appellation");
            fields.push(FieldError::new(pointer, "unknown_appellation", message));
        }
        lines.push(JobLine { code: card.job.code, label: label.clone(), appellation });
    }
    lines
}

fn read_skills(
    given: &[SkillDraft],
    jobs: &[JobLine],
    known: &Known<'_>,
    fields: &mut Fields,
) -> Vec<SkillLine> {
    if given.len() > MOST_SKILLS {
        fields.push(FieldError::new("/skills", "too_many", format!("{MOST_SKILLS} compétences au plus.")));
        return Vec::new();
    }
    let mut lines = Vec::with_capacity(given.len());
    let mut seen = HashSet::new();
    for (place, draft) in given.iter().enumerate() {
        let pointer = format!("/skills/{place}");
        let read = read_skill(&pointer, draft, jobs, known);
        let Some(line) = fields.check(read) else { continue };
        if seen.insert(line.skill) {
            lines.push(line);
        } else {
            fields.push(twice(format!("{pointer}/skill")));
        }
    }
    lines
}

fn read_skill(
    pointer: &str,
    draft: &SkillDraft,
    jobs: &[JobLine],
    known: &Known<'_>,
) -> std::result::Result<SkillLine, FieldError> {
    let unknown = || {
        let message = "Cette compétence n’existe ni au référentiel ni dans l’organisme.";
        FieldError::new(format!("{pointer}/skill"), "unknown_skill", message)
    };
    let scale = match draft.grid_id {
        None => Scale::Common,
        Some(id) => known.grids.get(&id).cloned().ok_or_else(|| {
            let message = "L’organisme n’a pas cette grille.";
            FieldError::new(format!("{pointer}/grid_id"), "unknown_grid", message)
        })?,
    };
    let levels = Levels::parse(pointer, scale, draft.target, draft.pass)?;
    let skill: SkillRef = draft.skill.parse().map_err(|_| unknown())?;
    Ok(match skill {
        SkillRef::Catalog(code) => {
            let card = known.catalog.skill(code).ok_or_else(unknown)?;
            let lists = |job: &&JobLine| weight(known.catalog, job.code, code).is_some();
            let jobs: Vec<RomeCode> = jobs.iter().filter(lists).map(|job| job.code).collect();
            SkillLine {
                skill,
                label: card.skill.label.clone(),
                kind: Some(card.skill.kind),
                marks: Marks::of(known.catalog, skill, &jobs),
                jobs,
                levels,
                linked: None,
            }
        }
        SkillRef::Own(id) => {
            let own = known.skills.get(&id).ok_or_else(unknown)?;
            SkillLine {
                skill,
                label: own.label.clone(),
                kind: None,
                jobs: Vec::new(),
                marks: Marks::default(),
                levels,
                linked: own.linked,
            }
        }
    })
}

fn read_courses(
    given: &[CourseDraft],
    skills: &[SkillLine],
    known: &Known<'_>,
    fields: &mut Fields,
) -> Vec<CourseLine> {
    if given.len() > MOST_COURSES {
        fields.push(FieldError::new("/courses", "too_many", format!("{MOST_COURSES} modules au plus.")));
        return Vec::new();
    }
    let mut lines: Vec<CourseLine> = Vec::with_capacity(given.len());
    for (place, draft) in given.iter().enumerate() {
        let pointer = format!("/courses/{place}");
        let Some(course) = known.courses.get(&draft.course_id) else {
            let message = "L’organisme n’a pas ce module.";
            fields.push(FieldError::new(format!("{pointer}/course_id"), "unknown_course", message));
            continue;
        };
        if lines.iter().any(|line| line.course == draft.course_id) {
            fields.push(twice(format!("{pointer}/course_id")));
            continue;
        }
        let taught = read_taught(&pointer, &draft.skills, skills, fields);
        lines.push(CourseLine {
            course: draft.course_id,
            title: course.title.clone(),
            minutes: course.minutes,
            modality: course.modality,
            skills: taught,
        });
    }
    lines
}

/// The skills a course teaches, in the order of the training's.
fn read_taught(pointer: &str, given: &[String], skills: &[SkillLine], fields: &mut Fields) -> Vec<SkillRef> {
    let mut named = HashSet::new();
    for (place, text) in given.iter().enumerate() {
        let pointer = format!("{pointer}/skills/{place}");
        let skill = text.parse().ok().filter(|skill| skills.iter().any(|line| line.skill == *skill));
        match skill {
            None => {
                let message = "Cette compétence n’est pas dans la formation.";
                fields.push(FieldError::new(pointer, "not_in_training", message));
            }
            Some(skill) if !named.insert(skill) => fields.push(twice(pointer)),
            Some(_) => {}
        }
    }
    skills.iter().map(|line| line.skill).filter(|skill| named.contains(skill)).collect()
}

/// The fault of what is named twice.
pub fn twice(pointer: String) -> FieldError {
    FieldError::new(pointer, "duplicate", "C’est indiqué deux fois.")
}
