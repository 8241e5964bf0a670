//! How much of its jobs a training covers, and which other jobs its skills lead to.

use std::collections::{HashMap, HashSet};

use carnet_index::{RomeCode, SkillCode};

use super::content::Content;
use crate::catalog::CatalogSnapshot;

/// Share of a job's core skills from which it is worth naming: 60 %.
const WORTH_NAMING: (usize, usize) = (3, 5);
/// Most other jobs that are named.
const MOST_OTHERS: usize = 20;

/// One job beside what a training teaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobCoverage {
    /// The job.
    pub job: RomeCode,
    /// How many core skills it has.
    pub core: usize,
    /// The core skills that are not taught.
    pub missing: Vec<SkillCode>,
}

impl JobCoverage {
    /// How many core skills are taught.
    pub fn covered(&self) -> usize {
        self.core - self.missing.len()
    }

    fn of(catalog: &CatalogSnapshot, job: RomeCode, taught: &HashSet<SkillCode>) -> Self {
        let core = catalog.core_skills(job);
        let missing = core.iter().copied().filter(|skill| !taught.contains(skill)).collect();
        Self { job, core: core.len(), missing }
    }
}

/// The training's own jobs, in its order; one without core skills is covered by nothing and misses nothing.
pub fn own_jobs(catalog: &CatalogSnapshot, content: &Content) -> Vec<JobCoverage> {
    let taught: HashSet<SkillCode> = content.taught().collect();
    content.jobs.iter().map(|job| JobCoverage::of(catalog, job.code, &taught)).collect()
}

/// Other active jobs most of whose core skills are taught, those with the largest share first.
pub fn other_jobs(catalog: &CatalogSnapshot, content: &Content) -> Vec<JobCoverage> {
    let taught: HashSet<SkillCode> = content.taught().collect();
    let own: HashSet<RomeCode> = content.jobs.iter().map(|job| job.code).collect();
    let met: HashMap<RomeCode, usize> = catalog.core_skills_met(&taught).into_iter().collect();
    let (share, of) = WORTH_NAMING;
    let mut found: Vec<JobCoverage> = met
        .into_iter()
        .filter(|(job, met)| !own.contains(job) && met * of >= catalog.core_skills(*job).len() * share)
        .map(|(job, _)| JobCoverage::of(catalog, job, &taught))
        .collect();
    // Shares compared crosswise: no rounding; then the job that asks for more, then the code.
    found.sort_by(|one, other| {
        (other.covered() * one.core)
            .cmp(&(one.covered() * other.core))
            .then(other.core.cmp(&one.core))
            .then(one.job.cmp(&other.job))
    });
    found.truncate(MOST_OTHERS);
    found
}
