//! Lookups by code, and what a job or a skill shows of itself.

use std::collections::{BTreeMap, HashMap, HashSet};

use carnet_index::{CatalogIndex, RomeCode, SkillCode};
use chrono::{DateTime, Utc};

use super::certifications::CertificationCards;
use super::drift::Reuses;
use super::supplement::SupplementCard;
use crate::catalog::model::{
    Appellation, Context, Counts, Domain, GrandDomain, Job, OgrCode, Origin, Release, Skill, Weight,
};

/// One state of the catalogue, retired entries included.
pub struct CatalogSnapshot {
    pub(super) revision: i64,
    pub(super) lists_revision: i64,
    pub(super) release: Option<ReleaseCard>,
    pub(super) grand_domains: Vec<GrandDomain>,
    pub(super) domains: Vec<Domain>,
    pub(super) jobs: BTreeMap<RomeCode, JobCard>,
    pub(super) skills: HashMap<SkillCode, SkillCard>,
    pub(super) contexts: HashMap<OgrCode, Context>,
    pub(super) index: CatalogIndex,
    pub(super) supplement: SupplementCard,
    pub(super) reuses: Reuses,
    pub(super) certifications: CertificationCards,
}

/// The release in place.
#[derive(Clone, Debug)]
pub struct ReleaseCard {
    /// Its number, title and date.
    pub release: Release,
    /// The national archive or the starter catalogue.
    pub origin: Origin,
    /// When an import last changed it.
    pub imported_at: DateTime<Utc>,
    /// Sizes of its lists.
    pub counts: Counts,
}

/// A job and everything that hangs on it.
#[derive(Clone, Debug)]
pub struct JobCard {
    /// The sheet.
    pub job: Job,
    /// Whether the release in place has it.
    pub is_active: bool,
    /// What took its place, where that is known.
    pub replaced_by: Option<RomeCode>,
    /// Its names, the title first.
    pub appellations: Vec<Appellation>,
    /// Its skills and knowledge items; of a retired job, those it had last.
    pub skills: Vec<(SkillCode, Weight)>,
    /// The core ones among them.
    pub core: Vec<SkillCode>,
    /// The circumstances it is done in.
    pub contexts: Vec<OgrCode>,
    /// Jobs within reach, the closest first.
    pub close_jobs: Vec<RomeCode>,
}

/// A skill and the jobs that use it.
#[derive(Clone, Debug)]
pub struct SkillCard {
    /// The skill.
    pub skill: Skill,
    /// Whether the release in place has it.
    pub is_active: bool,
    /// What took its place, where that is known.
    pub replaced_by: Option<SkillCode>,
    /// The active jobs that list it, by code.
    pub jobs: Vec<(RomeCode, Weight)>,
}

impl ReleaseCard {
    /// The sentence that the licence asks to show with the data.
    pub fn licence_notice(&self) -> String {
        self.origin.licence_notice(&self.release)
    }
}

impl CatalogSnapshot {
    /// Number of the import this state comes from; 0 before the first.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// Number of the import that last changed jobs, skills or their links: what is derived from them is of this state.
    pub fn lists_revision(&self) -> i64 {
        self.lists_revision
    }

    /// The release in place; `None` before the first import.
    pub fn release(&self) -> Option<&ReleaseCard> {
        self.release.as_ref()
    }

    /// The letters, in order.
    pub fn grand_domains(&self) -> &[GrandDomain] {
        &self.grand_domains
    }

    /// The professional domains, in order.
    pub fn domains(&self) -> &[Domain] {
        &self.domains
    }

    /// A job by its code, active or retired.
    pub fn job(&self, code: RomeCode) -> Option<&JobCard> {
        self.jobs.get(&code)
    }

    /// Every job by code, retired ones included.
    pub fn jobs(&self) -> impl Iterator<Item = &JobCard> {
        self.jobs.values()
    }

    /// A skill or knowledge item by its code, active or retired.
    pub fn skill(&self, code: SkillCode) -> Option<&SkillCard> {
        self.skills.get(&code)
    }

    /// Every skill, in no order, retired ones included.
    pub fn skills(&self) -> impl Iterator<Item = &SkillCard> {
        self.skills.values()
    }

    /// A context by its code.
    pub fn context(&self, code: OgrCode) -> Option<&Context> {
        self.contexts.get(&code)
    }

    /// What the publisher's API said besides the archive.
    pub fn supplement(&self) -> &SupplementCard {
        &self.supplement
    }

    /// The certifications that France compétences publishes.
    pub fn certifications(&self) -> &CertificationCards {
        &self.certifications
    }

    /// The name of a skill.
    pub fn skill_label(&self, code: SkillCode) -> Option<&str> {
        self.skill(code).map(|card| card.skill.label.as_str())
    }

    /// The name of a job.
    pub fn job_label(&self, code: RomeCode) -> Option<&str> {
        self.job(code).map(|card| card.job.label.as_str())
    }

    /// The family of a job: the older, wider job it derives from.
    pub fn parent(&self, code: RomeCode) -> Option<RomeCode> {
        self.job(code).map(|card| card.job.parent)
    }

    /// The core skills of a job; empty for an unknown one.
    pub fn core_skills(&self, code: RomeCode) -> &[SkillCode] {
        self.job(code).map(|card| card.core.as_slice()).unwrap_or_default()
    }

    /// The name of a domain, from its three characters.
    pub fn domain_label(&self, code: &str) -> Option<&str> {
        self.domains.iter().find(|domain| domain.code.to_string() == code).map(|domain| domain.label.as_str())
    }

    /// The name of a letter.
    pub fn letter_label(&self, letter: &str) -> Option<&str> {
        self.grand_domains
            .iter()
            .find(|domain| domain.code.to_string() == letter)
            .map(|domain| domain.label.as_str())
    }

    /// For each active job with a core skill among these, how many of them are.
    pub fn core_skills_met(&self, held: &HashSet<SkillCode>) -> BTreeMap<RomeCode, usize> {
        let mut met: BTreeMap<RomeCode, usize> = BTreeMap::new();
        for card in held.iter().filter_map(|code| self.skill(*code)) {
            for (job, _) in card.jobs.iter().filter(|(_, weight)| *weight == Weight::Core) {
                *met.entry(*job).or_default() += 1;
            }
        }
        met
    }

    /// The active jobs half of whose core skills are among these, by code.
    pub fn jobs_mostly_held(&self, held: &HashSet<SkillCode>) -> Vec<RomeCode> {
        let mut met = self.core_skills_met(held);
        met.retain(|job, met| *met * 2 >= self.core_skills(*job).len());
        met.into_keys().collect()
    }

    /// Autocomplete over jobs and skills.
    pub fn index(&self) -> &CatalogIndex {
        &self.index
    }
}
