//! Which jobs a text is about, in the words of the people who wrote it.
//!
//! Every name of a job is compared with the text, and so is what its sheet says of skills and work; boosted trees, fitted
//! by leaving out names of the national catalogue and asking for them, weigh these signs against each other.

mod board;
mod cosines;
mod features;
mod forest;
mod lexicon;
mod names;
mod said;
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
use features::{SIGNS, STANDING, Signs};
use said::Groups;
use signs::Signposts;

/// Jobs that are looked at closely.
const CANDIDATES: usize = 40;
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
    /// The jobs within reach of each, or within whose reach it is.
    reach: Vec<Vec<u32>>,
    signposts: Signposts,
}

impl JobMatcher {
    /// Prepares the jobs.
    pub fn build(jobs: &[JobText<'_>]) -> Self {
        let groups = Groups {
            domains: numbered(jobs.iter().map(|job| job.code.bytes()[..3].to_vec())),
            families: numbered(jobs.iter().map(|job| job.family)),
        };
        Self {
            codes: jobs.iter().map(|job| job.code).collect(),
            reach: reach(jobs),
            signposts: Signposts::build(jobs, groups),
        }
    }

    /// The jobs a text is most likely about, best first. Beside the text itself, a longer description may help.
    pub fn suggest(&self, text: &str, description: &str, limit: usize) -> Vec<JobMatch> {
        let words = self.read(text, description);
        let weighed = self.weigh(&words);
        let features: Vec<&[f32]> = weighed.iter().map(|(_, _, features)| &features[..]).collect();
        let scores = Forest::fitted().scores(&features);
        let mut found: Vec<(f32, u32, usize)> =
            weighed.iter().zip(scores).map(|((job, name, _), score)| (score, *job, *name)).collect();
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
        let (board, nearest) = self.signposts.signs(words);
        let sights = board.first_sight(self.codes.len());
        let mut chosen: Vec<(f32, u32)> =
            sights.into_iter().zip(0..).filter(|(sight, _)| *sight > 0.0).collect();
        let by_sight =
            |one: &(f32, u32), other: &(f32, u32)| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1));
        if chosen.len() > CANDIDATES {
            chosen.select_nth_unstable_by(CANDIDATES, by_sight);
            chosen.truncate(CANDIDATES);
        }
        chosen.sort_by(by_sight);
        let groups = self.signposts.groups();
        let signs: Vec<Signs> = chosen.iter().map(|(_, job)| board.of(*job as usize, groups)).collect();
        let best = best_of(&signs);
        let likely = likelihoods(&chosen);
        let by_domain = added_up(&chosen, &likely, &groups.domains);
        let by_family = added_up(&chosen, &likely, &groups.families);
        let by_job: HashMap<u32, f32> =
            chosen.iter().map(|(_, job)| *job).zip(likely.iter().copied()).collect();
        let doubt: f32 = likely.iter().map(|one| -one * one.max(f32::MIN_POSITIVE).ln()).sum();
        let most = chosen.first().map_or(0.0, |(sight, _)| *sight);
        let [count, weight, unknown] = self.signposts.text(words);
        let candidate = |(rank, (&(sight, job), likelihood)): (usize, (&(f32, u32), &f32))| {
            let at = job as usize;
            let mut features = [0.0; FEATURES];
            features[..SIGNS].copy_from_slice(&signs[rank]);
            for (place, (sign, best)) in signs[rank].iter().zip(&best).enumerate() {
                features[SIGNS + place] = sign - best;
            }
            let standing: [f32; STANDING] = [
                by_domain[&groups.domains[at]] - likelihood,
                by_family[&groups.families[at]] - likelihood,
                self.reach[at].iter().filter_map(|other| by_job.get(other)).sum(),
                sight - most,
                rank as f32,
                most,
                doubt,
                count,
                weight,
                unknown,
            ];
            features[2 * SIGNS..].copy_from_slice(&standing);
            (job, nearest[at], features)
        };
        chosen.iter().zip(&likely).enumerate().map(candidate).collect()
    }
}

/// For each job those within reach of it, and those within whose reach it is.
fn reach(jobs: &[JobText<'_>]) -> Vec<Vec<u32>> {
    let places: HashMap<RomeCode, u32> = jobs.iter().map(|job| job.code).zip(0..).collect();
    let mut reach = vec![Vec::new(); jobs.len()];
    for (job, at) in jobs.iter().zip(0..) {
        for &other in job.neighbours.iter().filter_map(|code| places.get(code)) {
            reach[at as usize].push(other);
            reach[other as usize].push(at);
        }
    }
    for near in &mut reach {
        near.sort_unstable();
        near.dedup();
    }
    reach
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

fn best_of(signs: &[Signs]) -> Signs {
    signs.iter().fold([0.0; SIGNS], |mut best, signs| {
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
