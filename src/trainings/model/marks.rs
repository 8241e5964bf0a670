//! What a skill is to the jobs that brought it into a training: central, on the rise, or neither.

use carnet_index::{RomeCode, SkillCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::content::{Content, SkillRef};
use crate::catalog::CatalogSnapshot;
use crate::catalog::model::Weight;

/// The marks of a skill in the jobs that brought it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TrainingSkillMarks)]
pub struct Marks {
    /// Whether it is central to one of them.
    pub core: bool,
    /// Whether it is on the rise in one of them.
    pub emerging: bool,
}

impl Marks {
    /// The marks a skill has today in these jobs; none for an own skill.
    pub fn of(catalog: &CatalogSnapshot, skill: SkillRef, jobs: &[RomeCode]) -> Self {
        let SkillRef::Catalog(skill) = skill else { return Self::default() };
        let weights: Vec<Weight> = jobs.iter().filter_map(|job| weight(catalog, *job, skill)).collect();
        Self { core: weights.contains(&Weight::Core), emerging: weights.contains(&Weight::Emerging) }
    }

    /// What people read of them; nothing for none.
    pub fn in_french(self) -> &'static str {
        match (self.core, self.emerging) {
            (true, true) => "Clé, émergente",
            (true, false) => "Clé",
            (false, true) => "Émergente",
            (false, false) => "",
        }
    }
}

/// How much a skill weighs in a job today; nothing when the job does not list it.
pub fn weight(catalog: &CatalogSnapshot, job: RomeCode, skill: SkillCode) -> Option<Weight> {
    let listed = &catalog.job(job)?.skills;
    listed.iter().find(|(code, _)| *code == skill).map(|(_, weight)| *weight)
}

impl Content {
    /// Gives every skill the marks of the catalogue in place: whoever writes a revision says under which release.
    pub fn mark(&mut self, catalog: &CatalogSnapshot) {
        for line in &mut self.skills {
            line.marks = Marks::of(catalog, line.skill, &line.jobs);
        }
    }
}
