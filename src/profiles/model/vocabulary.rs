//! The words of the catalogue that searches and profiles need, by code: labels, families, core skills.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use arc_swap::ArcSwap;
use carnet_index::{RomeCode, RomeFilter, SkillCode};
use foldhash::fast::RandomState;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::catalog::{Catalog, CatalogSnapshot};

/// A label of the catalogue, kept as the JSON it is sent as: a page of results holds hundreds.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Label(Box<RawValue>);

impl Label {
    /// Keeps this text.
    pub fn new(text: &str) -> Self {
        Self(to_raw_value(text).unwrap_or_default())
    }
}

impl Default for Label {
    fn default() -> Self {
        Self::new("")
    }
}

/// What the search needs to know of a skill.
#[derive(Clone, Debug)]
pub struct SkillWords {
    /// Its official label.
    pub label: Label,
    /// Its place among all skills by label, from 1 on; 0 stands for a skill the catalogue never had.
    pub place: u32,
}

/// What the search needs to know of a job.
#[derive(Clone, Debug)]
pub struct JobWords {
    /// Its code.
    pub code: RomeCode,
    /// Its title.
    pub label: Label,
    /// The family it belongs to.
    pub parent: RomeCode,
    /// Its core skills.
    pub core: Vec<SkillCode>,
    /// Whether the current release still has it.
    pub is_active: bool,
}

/// One state of the catalogue, laid out for the search. Retired codes are known as well as active ones.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    revision: i64,
    skills: HashMap<SkillCode, SkillWords, RandomState>,
    jobs: HashMap<RomeCode, JobWords, RandomState>,
    letters: HashMap<u8, Label>,
    domains: HashMap<[u8; 3], Label>,
    families: HashSet<RomeCode>,
    nameless: Label,
    /// The active jobs in whose core each skill is.
    core_of: HashMap<SkillCode, Vec<RomeCode>>,
}

impl Vocabulary {
    /// Puts one state together.
    pub fn new(
        revision: i64,
        skills: impl IntoIterator<Item = (SkillCode, String)>,
        jobs: Vec<JobWords>,
        letters: impl IntoIterator<Item = (u8, String)>,
        domains: impl IntoIterator<Item = ([u8; 3], String)>,
    ) -> Self {
        let mut skills: Vec<_> = skills.into_iter().collect();
        skills.sort_unstable_by(|(code, label), (other, than)| (label, code).cmp(&(than, other)));
        let with_words = |((code, label), place): ((_, String), _)| {
            (code, SkillWords { label: Label::new(&label), place })
        };
        let mut core_of: HashMap<_, Vec<_>> = HashMap::new();
        for job in jobs.iter().filter(|job| job.is_active) {
            for &skill in &job.core {
                core_of.entry(skill).or_default().push(job.code);
            }
        }
        Self {
            revision,
            skills: skills.into_iter().zip(1..).map(with_words).collect(),
            families: jobs.iter().map(|job| job.parent).collect(),
            jobs: jobs.into_iter().map(|job| (job.code, job)).collect(),
            letters: letters.into_iter().map(|(code, label)| (code, Label::new(&label))).collect(),
            domains: domains.into_iter().map(|(code, label)| (code, Label::new(&label))).collect(),
            nameless: Label::default(),
            core_of,
        }
    }

    /// Lays the catalogue out.
    pub fn of(catalog: &CatalogSnapshot) -> Self {
        let jobs = catalog.jobs().map(|card| JobWords {
            code: card.job.code,
            label: Label::new(&card.job.label),
            parent: card.job.parent,
            core: card.core.clone(),
            is_active: card.is_active,
        });
        let skills = catalog.skills().map(|card| (card.skill.code.as_skill(), card.skill.label.clone()));
        let letters =
            catalog.grand_domains().iter().filter_map(|letter| match letter.code.to_string().as_bytes() {
                [code] => Some((*code, letter.label.clone())),
                _ => None,
            });
        let domains = catalog.domains().iter().filter_map(|domain| {
            let code = <[u8; 3]>::try_from(domain.code.to_string().as_bytes()).ok()?;
            Some((code, domain.label.clone()))
        });
        Self::new(catalog.lists_revision(), skills, jobs.collect(), letters, domains)
    }

    /// Number of the import this state comes from; 0 before the first.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// A skill; nothing when the catalogue never had it.
    pub fn skill(&self, code: SkillCode) -> Option<&SkillWords> {
        self.skills.get(&code)
    }

    /// A job; nothing when the catalogue never had it.
    pub fn job(&self, code: RomeCode) -> Option<&JobWords> {
        self.jobs.get(&code)
    }

    /// The family of a job.
    pub fn family(&self, job: RomeCode) -> Option<RomeCode> {
        self.jobs.get(&job).map(|job| job.parent)
    }

    /// The label of a place in the catalogue; nothing when there is no such place.
    pub fn place(&self, place: RomeFilter) -> Option<&Label> {
        match place {
            RomeFilter::Letter(letter) => self.letters.get(&letter),
            RomeFilter::Domain(domain) => self.domains.get(&domain),
            RomeFilter::Job(job) => self.jobs.get(&job).map(|job| &job.label),
            RomeFilter::Family(parent) => {
                let label = self.jobs.get(&parent).map_or(&self.nameless, |job| &job.label);
                self.families.contains(&parent).then_some(label)
            }
        }
    }

    /// The label of what the catalogue does not know.
    pub fn nameless(&self) -> &Label {
        &self.nameless
    }

    /// The active jobs at least half of whose core skills are among these.
    pub fn jobs_half_held(&self, skills: impl IntoIterator<Item = SkillCode>) -> Vec<RomeCode> {
        let mut held: HashMap<RomeCode, usize> = HashMap::new();
        for skill in skills {
            for &job in self.core_of.get(&skill).into_iter().flatten() {
                *held.entry(job).or_default() += 1;
            }
        }
        let half =
            |job: &RomeCode, count: usize| self.jobs.get(job).is_some_and(|job| count * 2 >= job.core.len());
        held.into_iter().filter(|(job, count)| half(job, *count)).map(|(job, _)| job).collect()
    }
}

/// The vocabulary of the catalogue in memory, laid out again when the catalogue changes; cheap to clone.
#[derive(Clone)]
pub struct Words {
    catalog: Catalog,
    latest: Arc<ArcSwap<Vocabulary>>,
}

impl Words {
    /// Lays this catalogue out.
    pub fn new(catalog: Catalog) -> Self {
        let latest = Arc::new(ArcSwap::from_pointee(Vocabulary::of(&catalog.snapshot())));
        Self { catalog, latest }
    }

    /// The vocabulary as it is now; keep it for the length of one request.
    pub fn now(&self) -> Arc<Vocabulary> {
        let snapshot = self.catalog.snapshot();
        let latest = self.latest.load_full();
        if latest.revision() == snapshot.lists_revision() {
            return latest;
        }
        let fresh = Arc::new(Vocabulary::of(&snapshot));
        self.latest.store(Arc::clone(&fresh));
        fresh
    }
}
