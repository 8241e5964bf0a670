//! What people are drawn from: the active jobs of the catalogue, their skills, how popular each job is.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::dice::{Dice, mix};
use super::organisations::{self, Organisation};

/// One link of the catalogue: a job asks for a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueRow {
    /// ROME code of the job.
    pub job: String,
    /// Code of the skill.
    pub skill: i32,
    /// Title of the skill.
    pub label: String,
    /// Whether it is at the core of the job.
    pub is_core: bool,
}

/// The catalogue has no job people could be drawn from.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the catalogue is empty: load it first with `carnet sync-catalog`")]
pub struct EmptyCatalogue;

/// A job and what it asks for.
#[derive(Clone, Debug)]
pub struct Job {
    /// ROME code.
    pub code: String,
    /// Places in [`World::skills`], with whether the skill is core.
    pub skills: Vec<(u32, bool)>,
}

/// A skill as rows freeze it.
#[derive(Clone, Debug)]
pub struct Skill {
    /// Its code.
    pub code: i32,
    /// Its title.
    pub label: String,
}

/// Everything a person is drawn from.
#[derive(Clone, Debug)]
pub struct World {
    /// The seed.
    pub seed: u64,
    /// The catalogue's release, frozen into each row.
    pub release: i32,
    /// Active jobs with enough skills, by code.
    pub jobs: Vec<Job>,
    /// Their skills.
    pub skills: Vec<Skill>,
    /// The demo organisations.
    pub organisations: Vec<Organisation>,
    popularity: Vec<u64>,
    domains: HashMap<String, Range<u32>>,
}

/// A job with fewer skills than the smallest profile gives no profile.
const LEAST_SKILLS: usize = 5;

impl World {
    /// Puts the world together from the catalogue's links.
    pub fn new(seed: u64, release: i32, rows: Vec<CatalogueRow>) -> Result<Self, EmptyCatalogue> {
        let mut by_job: BTreeMap<String, BTreeMap<i32, bool>> = BTreeMap::new();
        let mut labels: BTreeMap<i32, String> = BTreeMap::new();
        for row in rows {
            by_job.entry(row.job).or_default().insert(row.skill, row.is_core);
            labels.insert(row.skill, row.label);
        }
        by_job.retain(|_, skills| skills.len() >= LEAST_SKILLS);
        if by_job.is_empty() {
            return Err(EmptyCatalogue);
        }
        let places: HashMap<i32, u32> = labels.keys().copied().zip(0..).collect();
        let jobs: Vec<Job> = by_job
            .into_iter()
            .map(|(code, skills)| Job {
                code,
                skills: skills.into_iter().map(|(skill, core)| (places[&skill], core)).collect(),
            })
            .collect();
        Ok(Self {
            seed,
            release,
            popularity: popularity(seed, &jobs),
            domains: domains(&jobs),
            skills: labels.into_iter().map(|(code, label)| Skill { code, label }).collect(),
            organisations: organisations::all(seed, super::person::beginning().timestamp_millis()),
            jobs,
        })
    }

    /// A job drawn by popularity.
    pub fn any_job(&self, dice: &mut Dice) -> u32 {
        dice.weighted(&self.popularity) as u32
    }

    /// A job of the same domain: careers rarely jump across the whole catalogue.
    pub fn near_job(&self, dice: &mut Dice, job: u32) -> u32 {
        let domain = domain(&self.jobs[job as usize].code);
        let near = self.domains.get(domain).cloned().unwrap_or(job..job + 1);
        near.start + dice.below(near.end - near.start)
    }
}

/// Running sums of Zipf-like weights: the r-th job of a ranking drawn by the seed weighs 1 / (r + 12).
/// The first is some thirty times as frequent as the median one of the real catalogue.
fn popularity(seed: u64, jobs: &[Job]) -> Vec<u64> {
    let mut ranking: Vec<usize> = (0..jobs.len()).collect();
    ranking.sort_by_key(|&place| (mix(seed ^ fingerprint(&jobs[place].code)), place));
    let mut weights = vec![0; jobs.len()];
    for (rank, place) in ranking.into_iter().enumerate() {
        weights[place] = 1_000_000_000 / (rank as u64 + 12);
    }
    weights
        .into_iter()
        .scan(0, |sum: &mut u64, weight| {
            *sum += weight;
            Some(*sum)
        })
        .collect()
}

fn fingerprint(code: &str) -> u64 {
    code.bytes().fold(0, |sum, byte| mix(sum ^ u64::from(byte)))
}

fn domain(code: &str) -> &str {
    code.get(..3).unwrap_or(code)
}

/// Where each domain's jobs stand; the jobs are sorted by code, so that a domain is one stretch.
fn domains(jobs: &[Job]) -> HashMap<String, Range<u32>> {
    let mut found: HashMap<String, Range<u32>> = HashMap::new();
    for (place, job) in (0..).zip(jobs) {
        found.entry(domain(&job.code).to_owned()).or_insert(place..place).end = place + 1;
    }
    found
}
