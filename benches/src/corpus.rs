//! Profiles drawn from the catalogue: any one of them can be drawn alone, so that millions need not be held.

use std::collections::BTreeMap;

use carnet_index::{Level, ProfileId, RomeCode, SkillCode, Status, VisibleProfile, VisibleSkill};

use crate::catalogue::{Catalogue, Job};
use crate::random::Random;

/// One profile in this many is replaced after the index was built.
const REPLACED_EVERY: u64 = 100;
const REPLACED_AT: u64 = 37;
/// Skewed popularity: the median person has a job of the first quarter.
const JOB_STEEPNESS: f64 = 2.0;
/// Skills at the heart of a job are held more often.
const SKILL_STEEPNESS: f64 = 1.4;
const SKILLS_AT_LEAST: usize = 5;
const SKILLS_AT_MOST: usize = 60;
/// Gives a mean of about twenty-one skills.
const SIZE_STEEPNESS: f64 = 2.4;
const SYLLABLES: [&str; 40] = [
    "ma", "ri", "lo", "be", "du", "ran", "le", "fè", "vre", "gi", "rard", "mo", "reau", "si", "mon", "lau",
    "rent", "mi", "chel", "gar", "cia", "tho", "mas", "pe", "ro", "bert", "vin", "cent", "fou", "nier",
    "gau", "tier", "bou", "cher", "da", "vid", "ni", "co", "las", "hen",
];

/// A corpus: a catalogue, a size and a seed.
#[derive(Debug)]
pub struct Corpus {
    /// The jobs, most popular first.
    jobs: Vec<Job>,
    people: u64,
    seed: u64,
}

impl Corpus {
    /// Describes the corpus of this many people; nothing is drawn yet.
    pub fn new(catalogue: &Catalogue, people: u64, seed: u64) -> Self {
        let mut jobs = catalogue.jobs.clone();
        Random::new(seed).shuffle(&mut jobs);
        Self { jobs, people, seed }
    }

    /// How many people there are.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// The jobs, most popular first.
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// Draws everybody as they are when the index is built.
    pub fn initial(&self) -> impl Iterator<Item = VisibleProfile> {
        (0..self.people).map(|number| self.profile(number, 0))
    }

    /// Draws those who are replaced afterwards, as they are then: one in a hundred.
    pub fn replacements(&self) -> impl Iterator<Item = VisibleProfile> {
        let numbers = (REPLACED_AT..self.people).step_by(REPLACED_EVERY as usize);
        numbers.map(|number| self.profile(number, 1))
    }

    /// Draws one person as they are in the end.
    pub fn current(&self, number: u64) -> VisibleProfile {
        self.profile(number, u64::from(number % REPLACED_EVERY == REPLACED_AT))
    }

    /// The skills held most, estimated on a sample, most held first.
    pub fn popular(&self, count: usize) -> Vec<SkillCode> {
        let mut held: BTreeMap<SkillCode, usize> = BTreeMap::new();
        for number in 0..self.people.min(20_000) {
            for skill in self.current(number).skills {
                *held.entry(skill.code).or_default() += 1;
            }
        }
        let mut skills: Vec<(usize, SkillCode)> =
            held.into_iter().map(|(skill, held)| (held, skill)).collect();
        skills.sort_unstable();
        skills.into_iter().rev().take(count).map(|(_, skill)| skill).collect()
    }

    fn profile(&self, number: u64, revision: u64) -> VisibleProfile {
        let mut person = Random::at(self.seed, number);
        let id = ProfileId(u128::from(person.bits()) << 64 | u128::from(person.bits()));
        let (first_name, last_name) = (name(&mut person), name(&mut person));
        let mut random = Random::at(self.seed ^ (revision << 32), number);
        let own: Vec<&Job> = (0..=random.below(4))
            .map(|_| &self.jobs[random.skewed(self.jobs.len(), JOB_STEEPNESS)])
            .collect();
        let codes = |code: fn(&Job) -> RomeCode| own.iter().map(|job| code(job)).collect();
        let profile = VisibleProfile {
            id,
            first_name,
            last_name,
            skills: skills(&own, &mut random),
            jobs: codes(|job| job.code),
            families: codes(|job| job.family),
        };
        profile.normalised()
    }
}

fn skills(own: &[&Job], random: &mut Random) -> Vec<VisibleSkill> {
    let wanted = SKILLS_AT_LEAST + random.skewed(SKILLS_AT_MOST - SKILLS_AT_LEAST + 1, SIZE_STEEPNESS);
    let mut skills: Vec<VisibleSkill> = Vec::with_capacity(wanted);
    for _ in 0..wanted * 3 {
        if skills.len() == wanted {
            break;
        }
        let job = random.pick(own);
        let code = job.skills[random.skewed(job.skills.len(), SKILL_STEEPNESS)];
        if skills.iter().all(|skill| skill.code != code) {
            let validated = random.below(3) == 0;
            let bare = validated && random.below(20) == 0;
            let level = if bare { None } else { Level::new(1 + random.below(4) as u8) };
            let status = if validated { Status::Validated } else { Status::Declared };
            skills.push(VisibleSkill { code, level, status });
        }
    }
    skills
}

fn name(random: &mut Random) -> String {
    let syllables = 2 + random.below(2);
    let name: String = (0..syllables).map(|_| SYLLABLES[random.skewed(SYLLABLES.len(), 1.3)]).collect();
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_have_the_promised_shape() {
        let corpus = Corpus::new(&Catalogue::load().unwrap(), 5_000, 42);
        let profiles: Vec<VisibleProfile> = (0..5_000).map(|number| corpus.current(number)).collect();
        let entries: Vec<&VisibleSkill> = profiles.iter().flat_map(|profile| &profile.skills).collect();
        let mean = entries.len() as f64 / profiles.len() as f64;
        let validated = entries.iter().filter(|skill| skill.status == Status::Validated).count();
        assert!((19.0..23.0).contains(&mean), "{mean} skills");
        assert!((0.3..0.37).contains(&(validated as f64 / entries.len() as f64)));
        assert!(profiles.iter().all(|profile| profile.skills.len() <= SKILLS_AT_MOST));
        assert!(profiles.iter().all(|profile| (1..=4).contains(&profile.jobs.len())));
        assert_eq!(corpus.replacements().count(), 50);
    }
}
