//! What a new release changes, list by list.

use std::cmp::Ordering;

use super::catalogue::{Catalogue, List, Record};
use super::known::{Entry, Known};
use super::records::{Appellation, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility, Skill};

/// What happens to the entries of one list.
#[derive(Clone, Debug)]
pub struct Changes<R> {
    /// Never seen before.
    pub added: Vec<R>,
    /// Still there, saying something else: before and after.
    pub changed: Vec<(R, R)>,
    /// Gone from the publisher's list.
    pub retired: Vec<R>,
    /// Retired by an earlier release and back: before and after.
    pub reactivated: Vec<(R, R)>,
}

/// What happens to every list.
#[derive(Clone, Debug)]
pub struct CatalogueDiff {
    /// The letters.
    pub grand_domains: Changes<GrandDomain>,
    /// The professional domains.
    pub domains: Changes<Domain>,
    /// The job sheets.
    pub jobs: Changes<Job>,
    /// The names of the jobs.
    pub appellations: Changes<Appellation>,
    /// Skills of every kind.
    pub skills: Changes<Skill>,
    /// The contexts.
    pub contexts: Changes<Context>,
    /// The skills of the jobs.
    pub job_skills: Changes<JobSkill>,
    /// The contexts of the jobs.
    pub job_contexts: Changes<JobContext>,
    /// Which jobs are within reach of which.
    pub mobilities: Changes<Mobility>,
}

/// Sizes of the changes of one list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Entries never seen before.
    pub added: usize,
    /// Entries that say something else.
    pub changed: usize,
    /// Entries gone.
    pub retired: usize,
    /// Entries back.
    pub reactivated: usize,
}

/// Compares a release with everything known.
pub fn diff(known: &Known, next: &Catalogue) -> CatalogueDiff {
    CatalogueDiff {
        grand_domains: changes(&known.grand_domains, &next.grand_domains),
        domains: changes(&known.domains, &next.domains),
        jobs: changes(&known.jobs, &next.jobs),
        appellations: changes(&known.appellations, &next.appellations),
        skills: changes(&known.skills, &next.skills),
        contexts: changes(&known.contexts, &next.contexts),
        job_skills: changes(&known.job_skills, &next.job_skills),
        job_contexts: changes(&known.job_contexts, &next.job_contexts),
        mobilities: changes(&known.mobilities, &next.mobilities),
    }
}

/// Walks two lists sorted by key, side by side.
fn changes<R: Record>(known: &[Entry<R>], next: &[R]) -> Changes<R> {
    let mut changes = Changes { added: vec![], changed: vec![], retired: vec![], reactivated: vec![] };
    let (mut old, mut new) = (known.iter().peekable(), next.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some(old), Some(new)) => old.record.key().cmp(&new.key()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return changes,
        };
        let gone = if order.is_le() { old.next() } else { None };
        let here = if order.is_ge() { new.next() } else { None };
        changes.note(gone, here);
    }
}

impl<R: Record> Changes<R> {
    fn note(&mut self, old: Option<&Entry<R>>, new: Option<&R>) {
        match (old, new) {
            (None, Some(new)) => self.added.push(new.clone()),
            (Some(old), None) if old.is_active() => self.retired.push(old.record.clone()),
            (Some(old), Some(new)) if !old.is_active() => {
                self.reactivated.push((old.record.clone(), new.clone()));
            }
            (Some(old), Some(new)) if !old.record.says_the_same(new) => {
                self.changed.push((old.record.clone(), new.clone()));
            }
            _ => {}
        }
    }

    /// The sizes.
    pub fn tally(&self) -> Tally {
        Tally {
            added: self.added.len(),
            changed: self.changed.len(),
            retired: self.retired.len(),
            reactivated: self.reactivated.len(),
        }
    }

    /// The entries to write, as they must read afterwards.
    pub fn to_write(&self) -> impl Iterator<Item = &R> {
        let rewritten = self.changed.iter().chain(&self.reactivated).map(|(_, after)| after);
        self.added.iter().chain(rewritten)
    }
}

impl Tally {
    /// Whether nothing happens.
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }

    fn plus(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            changed: self.changed + other.changed,
            retired: self.retired + other.retired,
            reactivated: self.reactivated + other.reactivated,
        }
    }
}

impl std::ops::Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.plus(other)
    }
}

impl CatalogueDiff {
    /// The sizes, list by list.
    pub fn tallies(&self) -> [(List, Tally); 9] {
        [
            (List::GrandDomains, self.grand_domains.tally()),
            (List::Domains, self.domains.tally()),
            (List::Jobs, self.jobs.tally()),
            (List::Appellations, self.appellations.tally()),
            (List::Skills, self.skills.tally()),
            (List::Contexts, self.contexts.tally()),
            (List::JobSkills, self.job_skills.tally()),
            (List::JobContexts, self.job_contexts.tally()),
            (List::Mobilities, self.mobilities.tally()),
        ]
    }

    /// The sizes, all lists together.
    pub fn total(&self) -> Tally {
        self.tallies().into_iter().fold(Tally::default(), |sum, (_, tally)| sum.plus(tally))
    }
}
