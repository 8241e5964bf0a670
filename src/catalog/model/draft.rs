//! From lists as read to a catalogue closed under every key.
//!
//! A truncated file shows as orphans or as jobs without a part that every job has, even on a first import.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::hash::Hash;

use carnet_index::RomeCode;

use super::catalogue::{Catalogue, List};
use super::codes::{DomainCode, Letter, OgrCode};
use super::records::{
    Appellation, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility, Release, Skill, Weight,
};

/// The lists of an archive, in file order and unchecked.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The release they belong to.
    pub release: Release,
    /// The letters.
    pub grand_domains: Vec<GrandDomain>,
    /// The professional domains.
    pub domains: Vec<Domain>,
    /// The job sheets.
    pub jobs: Vec<Job>,
    /// The names of the jobs.
    pub appellations: Vec<Appellation>,
    /// Skills of every kind.
    pub skills: Vec<Skill>,
    /// The contexts.
    pub contexts: Vec<Context>,
    /// What the jobs are linked to.
    pub links: Vec<Link>,
    /// Which jobs are within reach of which.
    pub mobilities: Vec<Mobility>,
}

/// A link of the archive, to a skill or to a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The job.
    pub job: RomeCode,
    /// Code of a skill, a knowledge item or a context.
    pub item: OgrCode,
    /// Its place in the job.
    pub weight: Weight,
}

/// One way in which lists can be incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// A list without any entry.
    Empty(List),
    /// A key that stands twice in one list.
    Duplicate(List),
    /// An entry that names something absent.
    Orphan(List),
    /// A job whose own title is not among its names.
    JobWithoutTitle,
    /// A job without a definition.
    JobWithoutDefinition,
    /// A job without a single skill.
    JobWithoutSkill,
}

/// A problem, how often it occurs, and where first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// What is wrong.
    pub problem: Problem,
    /// How many entries show it.
    pub count: usize,
    /// The first of them.
    pub example: String,
}

impl Draft {
    /// Sorts the lists and proves that they are closed, or tells everything that is missing.
    pub fn complete(self) -> Result<Catalogue, Vec<Defect>> {
        let (job_skills, job_contexts) = self.split_links();
        let mut catalogue = Catalogue {
            release: self.release,
            grand_domains: self.grand_domains,
            domains: self.domains,
            jobs: self.jobs,
            appellations: self.appellations,
            skills: self.skills,
            contexts: self.contexts,
            job_skills,
            job_contexts,
            mobilities: self.mobilities,
        };
        catalogue.sort();
        let mut findings = Findings::default();
        findings.check_emptiness(&catalogue);
        findings.check_duplicates(&catalogue);
        findings.check_keys(&catalogue);
        findings.check_jobs(&catalogue);
        findings.into_result(catalogue)
    }

    /// A link to a known context goes to the contexts; any other counts as a link to a skill.
    fn split_links(&self) -> (Vec<JobSkill>, Vec<JobContext>) {
        let contexts: HashSet<OgrCode> = self.contexts.iter().map(|context| context.code).collect();
        let (to_contexts, to_skills): (Vec<Link>, Vec<Link>) =
            self.links.iter().partition(|link| contexts.contains(&link.item));
        let skills = to_skills.iter().map(|l| JobSkill { job: l.job, skill: l.item, weight: l.weight });
        let contexts = to_contexts.iter().map(|l| JobContext { job: l.job, context: l.item });
        (skills.collect(), contexts.collect())
    }
}

#[derive(Default)]
struct Findings(BTreeMap<Problem, (usize, String)>);

impl Findings {
    fn note(&mut self, problem: Problem, example: impl fmt::Display) {
        let (count, _) = self.0.entry(problem).or_insert_with(|| (0, example.to_string()));
        *count += 1;
    }

    fn check_emptiness(&mut self, catalogue: &Catalogue) {
        let counts = catalogue.counts();
        let required = List::ALL.into_iter().filter(|list| *list != List::Mobilities);
        for list in required.filter(|list| counts.of(*list) == 0) {
            self.note(Problem::Empty(list), "");
        }
    }

    fn check_duplicates(&mut self, catalogue: &Catalogue) {
        self.unique(List::GrandDomains, catalogue.grand_domains.iter().map(|r| r.code));
        self.unique(List::Domains, catalogue.domains.iter().map(|r| r.code));
        self.unique(List::Jobs, catalogue.jobs.iter().map(|r| r.code));
        self.unique(List::Appellations, catalogue.appellations.iter().map(|r| r.code));
        self.unique(List::Skills, catalogue.skills.iter().map(|r| r.code));
        self.unique(List::Contexts, catalogue.contexts.iter().map(|r| r.code));
        self.unique(List::JobSkills, catalogue.job_skills.iter().map(|r| Pair(r.job, r.skill)));
        self.unique(List::JobContexts, catalogue.job_contexts.iter().map(|r| Pair(r.job, r.context)));
        self.unique(List::Mobilities, catalogue.mobilities.iter().map(|r| Pair(r.job, r.target)));
    }

    /// The keys come sorted: a duplicate follows its twin.
    fn unique<K: PartialEq + fmt::Display + Copy>(&mut self, list: List, keys: impl Iterator<Item = K>) {
        let mut previous = None;
        for key in keys {
            if previous == Some(key) {
                self.note(Problem::Duplicate(list), key);
            }
            previous = Some(key);
        }
    }

    fn check_keys(&mut self, catalogue: &Catalogue) {
        let letters: HashSet<Letter> = catalogue.grand_domains.iter().map(|r| r.code).collect();
        let domains: HashSet<DomainCode> = catalogue.domains.iter().map(|r| r.code).collect();
        let jobs: HashSet<RomeCode> = catalogue.jobs.iter().map(|r| r.code).collect();
        let skills: HashSet<OgrCode> = catalogue.skills.iter().map(|r| r.code).collect();
        self.known(List::Domains, &letters, catalogue.domains.iter().map(|r| (r.code, r.code.letter())));
        self.known(List::Jobs, &domains, catalogue.jobs.iter().map(|r| (r.code, DomainCode::of(r.code))));
        self.known(List::Jobs, &jobs, catalogue.jobs.iter().map(|r| (r.code, r.parent)));
        self.known(List::Appellations, &jobs, catalogue.appellations.iter().map(|r| (r.code, r.job)));
        let macro_skills =
            catalogue.skills.iter().filter_map(|r| r.macro_skill.map(|parent| (r.code, parent)));
        self.known(List::Skills, &skills, macro_skills);
        self.known(
            List::JobSkills,
            &jobs,
            catalogue.job_skills.iter().map(|r| (Pair(r.job, r.skill), r.job)),
        );
        self.known(
            List::JobSkills,
            &skills,
            catalogue.job_skills.iter().map(|r| (Pair(r.job, r.skill), r.skill)),
        );
        self.known(
            List::JobContexts,
            &jobs,
            catalogue.job_contexts.iter().map(|r| (Pair(r.job, r.context), r.job)),
        );
        self.known(
            List::Mobilities,
            &jobs,
            catalogue.mobilities.iter().map(|r| (Pair(r.job, r.target), r.job)),
        );
        self.known(
            List::Mobilities,
            &jobs,
            catalogue.mobilities.iter().map(|r| (Pair(r.job, r.target), r.target)),
        );
    }

    fn known<K: fmt::Display, T: Hash + Eq>(
        &mut self,
        list: List,
        targets: &HashSet<T>,
        references: impl Iterator<Item = (K, T)>,
    ) {
        for (key, _) in references.filter(|(_, target)| !targets.contains(target)) {
            self.note(Problem::Orphan(list), key);
        }
    }

    fn check_jobs(&mut self, catalogue: &Catalogue) {
        let titles = catalogue.appellations.iter().filter(|r| r.is_principal);
        let named: HashSet<RomeCode> = titles.map(|r| r.job).collect();
        let skilled: HashSet<RomeCode> = catalogue.job_skills.iter().map(|r| r.job).collect();
        for job in &catalogue.jobs {
            if !named.contains(&job.code) {
                self.note(Problem::JobWithoutTitle, job.code);
            }
            if job.definition.is_empty() {
                self.note(Problem::JobWithoutDefinition, job.code);
            }
            if !skilled.contains(&job.code) {
                self.note(Problem::JobWithoutSkill, job.code);
            }
        }
    }

    fn into_result(self, catalogue: Catalogue) -> Result<Catalogue, Vec<Defect>> {
        if self.0.is_empty() {
            return Ok(catalogue);
        }
        let defect = |(problem, (count, example))| Defect { problem, count, example };
        Err(self.0.into_iter().map(defect).collect())
    }
}

/// Two codes shown as `M1805/103091`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pair<A, B>(A, B);

impl<A: fmt::Display, B: fmt::Display> fmt::Display for Pair<A, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problem {
            Problem::Empty(list) => return write!(f, "liste vide : {list}"),
            Problem::Duplicate(list) => write!(f, "codes en double, {list}")?,
            Problem::Orphan(list) => write!(f, "références à un code absent, {list}")?,
            Problem::JobWithoutTitle => write!(f, "métiers sans appellation principale")?,
            Problem::JobWithoutDefinition => write!(f, "métiers sans définition")?,
            Problem::JobWithoutSkill => write!(f, "métiers sans compétence")?,
        }
        write!(f, " : {} (par exemple {})", self.count, self.example)
    }
}
