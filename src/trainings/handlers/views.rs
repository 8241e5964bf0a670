//! Trainings as the API shows them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::differences::{Difference, differences};
use super::own_skills::MatchedSkill;
use crate::catalog::model::SkillKind;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::ids::{CourseId, GridId, OrganisationId, TrainingId};
use crate::orgs::{ActionKind, Issuer, issuer};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::trainings::model::check::{Warning, warnings};
use crate::trainings::model::line::Named;
use crate::trainings::model::{
    Certification, Content, CourseLine, JobLine, Modality, Scale, SkillLine, Status, Texts,
};
use crate::trainings::store::trainings::{self, Filter, Training};
use crate::trainings::store::{contents, courses, revisions};

/// A training with what it says: what is being written, otherwise its newest revision.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingView {
    id: TrainingId,
    status: Status,
    /// To be sent back as `If-Match`.
    pub version: i32,
    /// Number of its newest published revision; 0 before the first.
    revision: i32,
    /// Whether `content` was not published yet.
    has_draft: bool,
    updated_at: DateTime<Utc>,
    /// Who wrote it last; null once the account is gone.
    updated_by: Option<String>,
    /// The organisation that gives it, as it signs today.
    organisation: Issuer,
    content: ContentView,
    /// What deserves a look before it is published.
    warnings: Vec<Warning>,
}

/// What a revision says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrainingContent)]
pub struct ContentView {
    title: String,
    /// What kind of action it is.
    nature: ActionKind,
    texts: Texts,
    certification: Certification,
    jobs: Vec<JobLineView>,
    skills: Vec<SkillLineView>,
    courses: Vec<CourseLineView>,
    /// How long all courses take together.
    minutes: i32,
    /// Where the catalogue says something else today than when this was written, and why.
    differences: Vec<Difference>,
}

/// A job of a training.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrainingJob)]
struct JobLineView {
    code: String,
    /// Its title when this was written.
    label: String,
    /// The name of the job that was chosen, where it is not the title.
    appellation: Option<String>,
}

/// A skill of a training.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrainingSkill)]
struct SkillLineView {
    /// Code of a skill of the catalogue, or id of one of the organisation's own.
    skill: String,
    /// Its name when this was written.
    label: String,
    /// What it is; null for the organisation's own.
    kind: Option<SkillKind>,
    /// The training's jobs that brought it; none when it was chosen from the catalogue or is the organisation's own.
    jobs: Vec<String>,
    /// Whether it was central to one of these jobs in the release this was written under.
    core: bool,
    /// Whether it was on the rise in one of them in that release.
    emerging: bool,
    /// The grid its levels are read on; null for the common scale.
    grid: Option<GridOfLine>,
    target: Named,
    /// The level from which it counts as acquired.
    pass: Named,
    /// Of an own skill, the skill of the catalogue it is.
    linked: Option<MatchedSkill>,
}

/// The grid of a skill of a training.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrainingGrid)]
struct GridOfLine {
    id: GridId,
    version: i32,
    name: String,
}

/// A course of a training.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrainingCourse)]
struct CourseLineView {
    course_id: CourseId,
    title: String,
    minutes: i32,
    modality: Modality,
    /// The skills it teaches, named as in `skills`.
    skills: Vec<String>,
}

impl ContentView {
    /// Shows a content written under a release beside the catalogue of today.
    pub fn new(content: &Content, release: i32, catalog: &CatalogSnapshot) -> Self {
        Self {
            title: content.title.clone(),
            nature: content.nature,
            texts: content.texts.clone(),
            certification: content.certification.clone(),
            jobs: content.jobs.iter().map(JobLineView::from).collect(),
            skills: content.skills.iter().map(|line| SkillLineView::new(line, catalog)).collect(),
            courses: content.courses.iter().map(CourseLineView::from).collect(),
            minutes: content.minutes(),
            differences: differences(content, release, catalog),
        }
    }
}

impl From<&JobLine> for JobLineView {
    fn from(line: &JobLine) -> Self {
        let (code, label) = (line.code.to_string(), line.label.clone());
        Self { code, label, appellation: line.appellation.clone() }
    }
}

impl SkillLineView {
    fn new(line: &SkillLine, catalog: &CatalogSnapshot) -> Self {
        let grid = match &line.levels.scale {
            Scale::Common => None,
            Scale::Grid { id, version, name, .. } => {
                Some(GridOfLine { id: *id, version: *version, name: name.clone() })
            }
        };
        Self {
            skill: line.skill.to_string(),
            label: line.label.clone(),
            kind: line.kind,
            jobs: line.jobs.iter().map(ToString::to_string).collect(),
            core: line.marks.core,
            emerging: line.marks.emerging,
            grid,
            target: line.levels.target(),
            pass: line.levels.pass(),
            linked: line.linked.map(|code| MatchedSkill::new(catalog, code)),
        }
    }
}

impl From<&CourseLine> for CourseLineView {
    fn from(line: &CourseLine) -> Self {
        Self {
            course_id: line.course,
            title: line.title.clone(),
            minutes: line.minutes,
            modality: line.modality,
            skills: line.skills.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Shows a training as this transaction sees it.
pub async fn view(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    id: TrainingId,
) -> Result<TrainingView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let found = trainings::list(&mut **tx, organisation, filter, 1).await?.pop();
    let Training { status, version, revision, has_draft, updated_at, updated_by, .. } =
        found.ok_or_else(Error::not_found)?;
    let number = revision + i32::from(has_draft);
    let content = contents::read(tx, id, number).await?.ok_or_else(Error::not_found)?;
    let release = revisions::release(&mut **tx, id, number).await?;
    let issuer = issuer(&mut **tx, organisation, state.clock.today()).await?.ok_or_else(Error::not_found)?;
    let archived = courses::archived(&mut **tx, organisation).await?;
    let catalog = state.part::<Catalog>().snapshot();
    Ok(TrainingView {
        id,
        status,
        version,
        revision,
        has_draft,
        updated_at,
        updated_by,
        organisation: issuer,
        warnings: warnings(
            &content,
            &catalog,
            &archived.into_iter().collect::<HashSet<_>>(),
            state.clock.today(),
        ),
        content: ContentView::new(&content, release, &catalog),
    })
}
