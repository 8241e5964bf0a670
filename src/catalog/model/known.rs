//! The catalogue as PostgreSQL holds it: every entry that ever was, with its releases.

use std::collections::HashSet;

use carnet_index::RomeCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::catalogue::{Counts, Record};
use super::records::{
    Appellation, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility, Release, Skill, SkillKind,
};

/// An entry and the releases it belongs to.
#[derive(Clone, Debug)]
pub struct Entry<R: Record> {
    /// What the entry says.
    pub record: R,
    /// First release that had it.
    pub valid_from: i32,
    /// First release without it; `None` while active.
    pub valid_to: Option<i32>,
    /// What took its place, where that is known.
    pub replaced_by: Option<R::Key>,
}

/// Where a catalogue came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The publisher's archive, from a file or downloaded.
    Archive,
    /// The small catalogue that comes with Carnet.
    Starter,
}

/// Everything known, sorted by key; no release before the first import.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The latest release and its origin.
    pub release: Option<(Release, Origin)>,
    /// The letters.
    pub grand_domains: Vec<Entry<GrandDomain>>,
    /// The professional domains.
    pub domains: Vec<Entry<Domain>>,
    /// The job sheets.
    pub jobs: Vec<Entry<Job>>,
    /// The names of the jobs.
    pub appellations: Vec<Entry<Appellation>>,
    /// Skills of every kind.
    pub skills: Vec<Entry<Skill>>,
    /// The contexts.
    pub contexts: Vec<Entry<Context>>,
    /// The skills of the jobs.
    pub job_skills: Vec<Entry<JobSkill>>,
    /// The contexts of the jobs.
    pub job_contexts: Vec<Entry<JobContext>>,
    /// Which jobs are within reach of which.
    pub mobilities: Vec<Entry<Mobility>>,
}

impl<R: Record> Entry<R> {
    /// Whether the latest release still has it.
    pub fn is_active(&self) -> bool {
        self.valid_to.is_none()
    }
}

impl Origin {
    /// The word used in the tables and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Starter => "starter",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Archive, Self::Starter].into_iter().find(|origin| origin.as_str() == word)
    }

    /// The sentence that the licence asks to show: the source, the release and its date.
    pub fn licence_notice(self, release: &Release) -> String {
        let date =
            release.published_on.map(|day| format!(" du {}", day.format("%d/%m/%Y"))).unwrap_or_default();
        let source = format!("France Travail, ROME 4.0 version {}{date}, Licence Ouverte", release.version);
        match self {
            Self::Archive => format!("Source : {source}."),
            Self::Starter => format!("Extrait de démarrage. Source des codes et des libellés : {source}."),
        }
    }
}

impl Known {
    /// The size of the active part.
    pub fn counts(&self) -> Counts {
        let skills = active(&self.skills);
        let knowledge = skills.filter(|skill| skill.kind == SkillKind::Knowledge).count() as u32;
        let parents: HashSet<RomeCode> = active(&self.jobs).map(|job| job.parent).collect();
        let context_links = size(&self.job_contexts);
        Counts {
            grand_domains: size(&self.grand_domains),
            domains: size(&self.domains),
            jobs: size(&self.jobs),
            parents: parents.len() as u32,
            appellations: size(&self.appellations),
            skills: size(&self.skills) - knowledge,
            knowledge,
            contexts: size(&self.contexts),
            links: size(&self.job_skills) + context_links,
            context_links,
            mobilities: size(&self.mobilities),
        }
    }
}

fn active<R: Record>(entries: &[Entry<R>]) -> impl Iterator<Item = &R> {
    entries.iter().filter(|entry| entry.is_active()).map(|entry| &entry.record)
}

fn size<R: Record>(entries: &[Entry<R>]) -> u32 {
    active(entries).count() as u32
}
