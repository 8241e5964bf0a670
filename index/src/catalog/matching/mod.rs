//! Which jobs a text is about, in the words of the people who wrote it.
//!
//! Every name of a job is compared with the text, and so is what its sheet says of skills and work; boosted trees, fitted
//! by leaving out names of the national catalogue and asking for them, weigh these signs against each other.

mod cosines;
mod features;
mod forest;
mod sheets;
mod signs;
mod skills;
mod tokens;

use std::collections::HashMap;

pub use features::FEATURES;
pub use forest::{Forest, Node};
pub(crate) use skills::{SkillMatcher, shared};
pub(crate) use tokens::{Word, words};

use crate::codes::RomeCode;
use features::{SIGNS, Signs, first_sight};
use signs::Signposts;

/// Jobs that are looked at closely.
const CANDIDATES: usize = 80;
/// How sharply first sight tells jobs apart when the likelihood of their domains is estimated.
const SHARPNESS: f32 = 8.0;
/// Most words of a text that are looked at: the first ones.
const MOST_WORDS: usize = 60;

/// What is said of a job.
#[derive(Debug, Clone)]
pub struct JobText<'a> {
    /// Its code.
    pub code: RomeCode,
    /// The older, wider job it derives from.
    pub family: RomeCode,
    /// Its names, the title first.
    pub names: Vec<&'a str>,
    /// Names of its skills.
    pub skills: Vec<&'a str>,
    /// Names of its core skills.
    pub core: Vec<&'a str>,
    /// What it consists in.
    pub definition: &'a str,
    /// How one gets to it.
    pub access: &'a str,
    /// The jobs within reach of it.
    pub neighbours: Vec<RomeCode>,
}

/// A job that a text may be about, with everything it is weighed by.
#[derive(Debug, Clone, PartialEq)]
pub struct JobCandidate {
    /// Its code.
    pub code: RomeCode,
    /// The name that is nearest, by its place among the names.
    pub name: usize,
    /// What it is weighed by.
    pub features: [f32; FEATURES],
}

/// A job that a text is likely about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobMatch {
    /// Its code.
    pub code: RomeCode,
    /// The name that is nearest, by its place among the names.
    pub name: usize,
    /// The words of the text that its names or its sheet hold, as they were typed.
    pub words: Vec<String>,
}

/// The jobs of one release.
#[derive(Debug)]
pub struct JobMatcher {
    codes: Vec<RomeCode>,
    domains: Vec<u32>,
    families: Vec<u32>,
    signposts: Signposts,
}

impl JobMatcher {
    /// Prepares the jobs.
    pub fn build(jobs: &[JobText<'_>]) -> Self {
        Self {
            codes: jobs.iter().map(|job| job.code).collect(),
            domains: numbered(jobs.iter().map(|job| job.code.bytes()[..3].to_vec())),
            families: numbered(jobs.iter().map(|job| job.family)),
            signposts: Signposts::build(jobs),
        }
    }

    /// The jobs a text is most likely about, best first. Beside the text itself, a longer description may help.
    pub fn suggest(&self, text: &str, description: &str, limit: usize) -> Vec<JobMatch> {
        let words = self.read(text, description);
        let forest = Forest::fitted();
        let mut found: Vec<(f32, u32, usize)> = self
            .weigh(&words)
            .into_iter()
            .map(|(job, name, features)| (forest.score(&features), job, name))
            .collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        found.truncate(limit);
        found
            .into_iter()
            .map(|(_, job, name)| JobMatch {
                code: self.codes[job as usize],
                name,
                words: self.signposts.matched(job, &words),
            })
            .collect()
    }

    /// The jobs that are weighed for a text, with what they are weighed by: what the trees are fitted to.
    pub fn candidates(&self, text: &str) -> Vec<JobCandidate> {
        let candidate = |(job, name, features): (u32, usize, [f32; FEATURES])| JobCandidate {
            code: self.codes[job as usize],
            name,
            features,
        };
        self.weigh(&self.read(text, "")).into_iter().map(candidate).collect()
    }

    /// The words of the text, then those of the description that say most.
    fn read(&self, text: &str, description: &str) -> Vec<Word> {
        let mut read = words(text);
        read.truncate(MOST_WORDS);
        let few = read.len() < 2;
        for word in words(description) {
            if read.len() >= MOST_WORDS || (!few && read.len() >= 12) {
                break;
            }
            if !read.iter().any(|known| known.stem == word.stem) && self.signposts.knows(&word.stem) {
                read.push(word);
            }
        }
        read
    }

    fn weigh(&self, words: &[Word]) -> Vec<(u32, usize, [f32; FEATURES])> {
        let (signs, nearest) = self.signposts.signs(words);
        let mut chosen: Vec<(f32, u32)> = (0..)
            .zip(&signs)
            .map(|(job, signs)| (first_sight(signs), job))
            .filter(|(sight, _)| *sight > 0.0)
            .collect();
        let by_sight =
            |one: &(f32, u32), other: &(f32, u32)| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1));
        if chosen.len() > CANDIDATES {
            chosen.select_nth_unstable_by(CANDIDATES, by_sight);
            chosen.truncate(CANDIDATES);
        }
        chosen.sort_by(by_sight);
        let best = best_of(chosen.iter().map(|(_, job)| &signs[*job as usize]));
        let likely = likelihoods(&chosen);
        let by_domain = added_up(&chosen, &likely, &self.domains);
        let by_family = added_up(&chosen, &likely, &self.families);
        let candidate = |(&(_, job), likelihood): (&(f32, u32), &f32)| {
            let at = job as usize;
            let mut features = [0.0; FEATURES];
            features[..SIGNS].copy_from_slice(&signs[at]);
            for (place, (sign, best)) in signs[at].iter().zip(&best).enumerate() {
                features[SIGNS + place] = sign - best;
            }
            features[2 * SIGNS] = by_domain[&self.domains[at]] - likelihood;
            features[2 * SIGNS + 1] = by_family[&self.families[at]] - likelihood;
            (job, nearest[at], features)
        };
        chosen.iter().zip(&likely).map(candidate).collect()
    }
}

/// The same number for equal values, counted as they come.
fn numbered<T: std::hash::Hash + Eq>(values: impl Iterator<Item = T>) -> Vec<u32> {
    let mut numbers = HashMap::new();
    values
        .map(|value| {
            let next = numbers.len() as u32;
            *numbers.entry(value).or_insert(next)
        })
        .collect()
}

fn best_of<'a>(signs: impl Iterator<Item = &'a Signs>) -> Signs {
    signs.fold([0.0; SIGNS], |mut best, signs| {
        for (best, sign) in best.iter_mut().zip(signs) {
            *best = best.max(*sign);
        }
        best
    })
}

/// How likely each candidate is at first sight; together 1.
fn likelihoods(chosen: &[(f32, u32)]) -> Vec<f32> {
    let most = chosen.first().map_or(0.0, |(sight, _)| *sight);
    let raw: Vec<f32> = chosen.iter().map(|(sight, _)| (SHARPNESS * (sight - most)).exp()).collect();
    let all: f32 = raw.iter().sum();
    raw.into_iter().map(|one| one / all).collect()
}

fn added_up(chosen: &[(f32, u32)], likely: &[f32], groups: &[u32]) -> HashMap<u32, f32> {
    let mut sums = HashMap::new();
    for ((_, job), likelihood) in chosen.iter().zip(likely) {
        *sums.entry(groups[*job as usize]).or_default() += likelihood;
    }
    sums
}
