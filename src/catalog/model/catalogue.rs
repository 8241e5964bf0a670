//! A whole release, closed under every key, and the same as PostgreSQL knows it.

use std::fmt;

use carnet_index::RomeCode;

use super::records::{
    Appellation, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility, Release, Skill, SkillKind,
};

/// One release of the catalogue: every list sorted by its key, every reference answered.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The release.
    pub release: Release,
    /// The letters.
    pub grand_domains: Vec<GrandDomain>,
    /// The professional domains.
    pub domains: Vec<Domain>,
    /// The job sheets.
    pub jobs: Vec<Job>,
    /// The names of the jobs.
    pub appellations: Vec<Appellation>,
    /// Skills of every kind, knowledge items included.
    pub skills: Vec<Skill>,
    /// The contexts.
    pub contexts: Vec<Context>,
    /// The skills of the jobs.
    pub job_skills: Vec<JobSkill>,
    /// The contexts of the jobs.
    pub job_contexts: Vec<JobContext>,
    /// Which jobs are within reach of which.
    pub mobilities: Vec<Mobility>,
}

/// The lists of a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// The letters.
    GrandDomains,
    /// The professional domains.
    Domains,
    /// The job sheets.
    Jobs,
    /// The names of the jobs.
    Appellations,
    /// Skills, macro-skills, soft skills and knowledge items.
    Skills,
    /// The contexts.
    Contexts,
    /// The skills of the jobs.
    JobSkills,
    /// The contexts of the jobs.
    JobContexts,
    /// Which jobs are within reach of which.
    Mobilities,
}

/// How many entries the lists hold.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
pub struct Counts {
    /// Letters.
    pub grand_domains: u32,
    /// Professional domains.
    pub domains: u32,
    /// Job sheets.
    pub jobs: u32,
    /// Older jobs that others derive from.
    pub parents: u32,
    /// Names of jobs.
    pub appellations: u32,
    /// Skills, macro-skills and soft skills.
    pub skills: u32,
    /// Knowledge items.
    pub knowledge: u32,
    /// Contexts.
    pub contexts: u32,
    /// Links from jobs to skills, knowledge items and contexts.
    pub links: u32,
    /// Links from jobs to contexts alone.
    pub context_links: u32,
    /// Moves from job to job.
    pub mobilities: u32,
}

/// What every entry of a list can say of itself.
pub trait Record: Clone {
    /// What identifies it within its list.
    type Key: Ord + Copy;
    /// Its list.
    const LIST: List;
    /// Its key.
    fn key(&self) -> Self::Key;
    /// Its key as people read it.
    fn shown_key(&self) -> String;
    /// Whether both say the same, apostrophes and white space aside.
    fn says_the_same(&self, other: &Self) -> bool;
    /// The name people know it by; `None` for links.
    fn label(&self) -> Option<&str> {
        None
    }
    /// What it hangs from, where that can change: the parent, the job, the macro-skill, the weight.
    fn place(&self) -> Option<String> {
        None
    }
}

impl List {
    /// Every list, in the order in which they depend on each other.
    pub const ALL: [Self; 9] = [
        Self::GrandDomains,
        Self::Domains,
        Self::Jobs,
        Self::Appellations,
        Self::Skills,
        Self::Contexts,
        Self::JobSkills,
        Self::JobContexts,
        Self::Mobilities,
    ];

    /// The word for one of its entries in the change log.
    pub fn subject(self) -> &'static str {
        match self {
            Self::GrandDomains => "grand_domain",
            Self::Domains => "domain",
            Self::Jobs => "job",
            Self::Appellations => "appellation",
            Self::Skills => "skill",
            Self::Contexts => "context",
            Self::JobSkills => "job_skill",
            Self::JobContexts => "job_context",
            Self::Mobilities => "mobility",
        }
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::GrandDomains => "grands domaines",
            Self::Domains => "domaines",
            Self::Jobs => "métiers",
            Self::Appellations => "appellations",
            Self::Skills => "compétences et savoirs",
            Self::Contexts => "contextes",
            Self::JobSkills => "liens métier-compétence",
            Self::JobContexts => "liens métier-contexte",
            Self::Mobilities => "mobilités",
        })
    }
}

impl Counts {
    /// The number of entries of one list.
    pub fn of(&self, list: List) -> u32 {
        match list {
            List::GrandDomains => self.grand_domains,
            List::Domains => self.domains,
            List::Jobs => self.jobs,
            List::Appellations => self.appellations,
            List::Skills => self.skills + self.knowledge,
            List::Contexts => self.contexts,
            List::JobSkills => self.links - self.context_links,
            List::JobContexts => self.context_links,
            List::Mobilities => self.mobilities,
        }
    }
}

impl Catalogue {
    /// Sorts every list by its key.
    pub fn sort(&mut self) {
        self.grand_domains.sort_by_key(Record::key);
        self.domains.sort_by_key(Record::key);
        self.jobs.sort_by_key(Record::key);
        self.appellations.sort_by_key(Record::key);
        self.skills.sort_by_key(Record::key);
        self.contexts.sort_by_key(Record::key);
        self.job_skills.sort_by_key(Record::key);
        self.job_contexts.sort_by_key(Record::key);
        self.mobilities.sort_by_key(Record::key);
    }

    /// Counts every list.
    pub fn counts(&self) -> Counts {
        let knowledge = self.skills.iter().filter(|skill| skill.kind == SkillKind::Knowledge).count() as u32;
        let mut parents: Vec<RomeCode> = self.jobs.iter().map(|job| job.parent).collect();
        parents.sort_unstable();
        parents.dedup();
        Counts {
            grand_domains: self.grand_domains.len() as u32,
            domains: self.domains.len() as u32,
            jobs: self.jobs.len() as u32,
            parents: parents.len() as u32,
            appellations: self.appellations.len() as u32,
            skills: self.skills.len() as u32 - knowledge,
            knowledge,
            contexts: self.contexts.len() as u32,
            links: (self.job_skills.len() + self.job_contexts.len()) as u32,
            context_links: self.job_contexts.len() as u32,
            mobilities: self.mobilities.len() as u32,
        }
    }
}
