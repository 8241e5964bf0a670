//! Synthetic profiles with skewed popularity, always the same for the same seed.

use std::collections::BTreeMap;

use carnet_index::{Level, ProfileId, RomeCode, SkillCode, Status, VisibleProfile, VisibleSkill};

const JOBS: usize = 532;
const SKILLS: usize = 12_000;
const SKILLS_PER_JOB: usize = 66;
const CORE_PER_JOB: usize = 28;
const SYLLABLES: [&str; 24] = [
    "ma", "ri", "lo", "be", "du", "ran", "le", "fè", "vre", "gi", "rard", "mo", "reau", "si", "mon", "lau",
    "rent", "mi", "chel", "gar", "cia", "tho", "mas", "pe",
];

/// A small generator of pseudo-random numbers.
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Draws 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// Draws a number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.bits() % bound as u64) as usize
    }

    /// Draws a number below a bound, small ones far more often.
    pub fn skewed(&mut self, bound: usize, steepness: f64) -> usize {
        let uniform = (self.bits() >> 11) as f64 / (1_u64 << 53) as f64;
        ((bound as f64 * uniform.powf(steepness)) as usize).min(bound - 1)
    }

    /// Draws an element.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// A job of the synthetic catalogue.
pub struct Job {
    pub code: RomeCode,
    pub family: RomeCode,
    pub skills: Vec<SkillCode>,
}

impl Job {
    /// The skills that make the job.
    pub fn core(&self) -> &[SkillCode] {
        &self.skills[..CORE_PER_JOB]
    }
}

/// The synthetic catalogue and the profiles drawn from it.
pub struct Corpus {
    pub jobs: Vec<Job>,
    pub profiles: Vec<VisibleProfile>,
}

impl Corpus {
    /// Draws a corpus.
    pub fn new(people: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let jobs: Vec<Job> = (0..JOBS).map(|at| job(at, &mut random)).collect();
        let profiles = (0..people).map(|_| profile(&jobs, &mut random)).collect();
        Self { jobs, profiles }
    }

    /// The skills held most, most held first.
    pub fn popular(&self, count: usize) -> Vec<SkillCode> {
        let mut held: BTreeMap<SkillCode, usize> = BTreeMap::new();
        for skill in self.profiles.iter().flat_map(|profile| &profile.skills) {
            *held.entry(skill.code).or_default() += 1;
        }
        let mut skills: Vec<(usize, SkillCode)> =
            held.into_iter().map(|(skill, count)| (count, skill)).collect();
        skills.sort_unstable();
        skills.into_iter().rev().take(count).map(|(_, skill)| skill).collect()
    }
}

fn code(at: usize) -> RomeCode {
    let letter = (b'A' + (at % 14) as u8) as char;
    let within = at / 14;
    RomeCode::parse(&format!("{letter}{}{}", 11 + within % 8, format_args!("{:02}", 1 + within / 8)))
        .expect("a code")
}

fn job(at: usize, random: &mut Random) -> Job {
    let mut skills = Vec::with_capacity(SKILLS_PER_JOB);
    while skills.len() < SKILLS_PER_JOB {
        // Some skills are asked for everywhere, most belong to few jobs.
        let skill = if random.below(4) == 0 { random.skewed(400, 2.0) } else { random.skewed(SKILLS, 1.3) };
        let skill = SkillCode(100_000 + skill as u32 * 17);
        if !skills.contains(&skill) {
            skills.push(skill);
        }
    }
    Job { code: code(at), family: code(at / 3), skills }
}

fn profile(jobs: &[Job], random: &mut Random) -> VisibleProfile {
    let own: Vec<&Job> = (0..=random.below(4)).map(|_| &jobs[random.skewed(jobs.len(), 1.8)]).collect();
    let wanted = 5 + random.skewed(56, 1.9);
    let mut skills: BTreeMap<SkillCode, VisibleSkill> = BTreeMap::new();
    for _ in 0..wanted * 4 {
        if skills.len() == wanted {
            break;
        }
        let job = random.pick(&own);
        let code = job.skills[random.skewed(job.skills.len(), 1.4)];
        let validated = random.below(3) == 0;
        let level =
            if validated && random.below(20) == 0 { None } else { Level::new(1 + random.below(4) as u8) };
        let status = if validated { Status::Validated } else { Status::Declared };
        skills.insert(code, VisibleSkill { code, level, status });
    }
    let profile = VisibleProfile {
        id: ProfileId(u128::from(random.bits()) << 64 | u128::from(random.bits())),
        first_name: name(random),
        last_name: name(random),
        skills: skills.into_values().collect(),
        jobs: own.iter().map(|job| job.code).collect(),
        families: own.iter().map(|job| job.family).collect(),
    };
    profile.normalised()
}

fn name(random: &mut Random) -> String {
    let syllables = 2 + random.below(2);
    let name: String = (0..syllables).map(|_| SYLLABLES[random.skewed(SYLLABLES.len(), 1.3)]).collect();
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
