//! One invented person: name, jobs, skills, validations, consent. A pure function of the world and a number.

use chrono::{DateTime, Days, Duration, NaiveDate, TimeZone, Utc};
use uuid::Uuid;

use super::dice::Dice;
use super::names;
use super::world::World;

/// Seconds between the registrations of two successive people.
const PACE: i64 = 10;

/// Most people a database can be seeded with: all have registered in the past.
pub const MOST: u32 = 10_000_000;

/// When the first demo person registered. Fixed, so that the rows depend on no clock.
pub fn beginning() -> DateTime<Utc> {
    Utc.timestamp_opt(1_640_995_200, 0).single().unwrap_or_default()
}

/// An invented person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: Uuid,
    /// The public profile.
    pub profile: Uuid,
    /// Address at a domain that receives no mail.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// When they registered.
    pub registered_at: DateTime<Utc>,
    /// The consent events, oldest first: given or withdrawn. The last one holds.
    pub consents: Vec<Consent>,
    /// Places of their jobs in the world, 1 to 4.
    pub jobs: Vec<u32>,
    /// Their skills, 5 to 60, each once.
    pub skills: Vec<Held>,
}

/// One change of the visibility switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Id of the event.
    pub id: Uuid,
    /// Visible from then on, or no longer.
    pub is_visible: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// One skill of a person: declared, validated, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Place of the skill in the world.
    pub skill: u32,
    /// Declared level.
    pub declared: Option<i16>,
    /// The validation.
    pub validation: Option<Validation>,
    /// When it was declared or validated.
    pub at: DateTime<Utc>,
}

/// A validation by an organisation of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validation {
    /// Its id.
    pub id: Uuid,
    /// Place of the organisation.
    pub organisation: usize,
    /// Which of its trainers.
    pub trainer: usize,
    /// Level on the common scale that the trainer meant; the organisation's grid says which step it is.
    pub level: i16,
    /// Place of the job of the training.
    pub job: u32,
    /// Day it expires, if ever.
    pub expires_on: Option<NaiveDate>,
}

impl Person {
    /// Draws the person of this number.
    pub fn draw(world: &World, number: u32) -> Self {
        let dice = &mut Dice::new(world.seed, u64::from(number));
        let registered_at = beginning() + Duration::seconds(PACE * i64::from(number));
        let id = dice.ordered_id(registered_at.timestamp_millis());
        let profile = dice.opaque_id();
        let (first_name, last_name) = names::draw(dice);
        let consents = consents(dice, registered_at);
        let count = skill_count(dice);
        let (jobs, candidates) = jobs(world, dice, count);
        let mut skills = hold(dice, candidates, count, registered_at);
        let schools = schools(world, dice);
        for (rank, (held, job)) in skills.iter_mut().enumerate() {
            schools.visit(world, dice, held, *job, registered_at + Duration::milliseconds(rank as i64));
        }
        let skills = skills.into_iter().map(|(held, _)| held).collect();
        let email = format!("personne-{number:08}@demo.test");
        Self { id, profile, email, first_name, last_name, registered_at, consents, jobs, skills }
    }

    /// Whether recruiters may see them.
    pub fn is_visible(&self) -> bool {
        self.consents.last().is_some_and(|consent| consent.is_visible)
    }
}

/// Nineteen people in twenty are visible; of the others half never were, half changed their mind.
fn consents(dice: &mut Dice, registered_at: DateTime<Utc>) -> Vec<Consent> {
    let at = registered_at + Duration::minutes(i64::from(dice.below(120)) + 5);
    let given = Consent { id: dice.ordered_id(at.timestamp_millis()), is_visible: true, at };
    if !dice.chance(5) {
        return vec![given];
    }
    if dice.chance(50) {
        return Vec::new();
    }
    let at = at + Duration::hours(i64::from(dice.below(2_000)) + 1);
    vec![given, Consent { id: dice.ordered_id(at.timestamp_millis()), is_visible: false, at }]
}

/// 5 to 60, 21 on average: many short records, few long ones.
fn skill_count(dice: &mut Dice) -> usize {
    let draws = if dice.chance(50) { 2 } else { 3 };
    let least = (0..draws).map(|_| dice.below(56)).min().unwrap_or(0);
    5 + least as usize
}

/// A skill that the person's jobs ask for.
#[derive(Clone, Copy)]
struct Candidate {
    skill: u32,
    job: u32,
    is_core: bool,
    key: u32,
}

/// 1 to 4 jobs (more of them when one alone would not give the skills), and what they ask for.
fn jobs(world: &World, dice: &mut Dice, wanted: usize) -> (Vec<u32>, Vec<Candidate>) {
    let count = [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4][dice.below(11) as usize];
    let mut jobs = vec![world.any_job(dice)];
    let mut candidates = asked(world, &jobs);
    // A domain may have one job only: a few tries, then the jobs drawn are enough.
    for _ in 0..8 {
        if jobs.len() >= count && candidates.len() >= wanted || jobs.len() == 4 {
            break;
        }
        let next = if dice.chance(70) { world.near_job(dice, jobs[0]) } else { world.any_job(dice) };
        if !jobs.contains(&next) {
            jobs.push(next);
            candidates = asked(world, &jobs);
        }
    }
    (jobs, candidates)
}

/// What these jobs ask for, each skill once, as core if it is core for one of them.
fn asked(world: &World, jobs: &[u32]) -> Vec<Candidate> {
    let links = jobs.iter().flat_map(|&job| {
        world.jobs[job as usize].skills.iter().map(move |&(skill, is_core)| Candidate {
            skill,
            job,
            is_core,
            key: 0,
        })
    });
    let mut found: Vec<Candidate> = links.collect();
    if jobs.len() > 1 {
        found.sort_unstable_by_key(|candidate| (candidate.skill, !candidate.is_core, candidate.job));
        found.dedup_by_key(|candidate| candidate.skill);
    }
    found
}

/// Keeps `count` of the candidates: a core one has four tickets, another one.
fn hold(
    dice: &mut Dice,
    mut candidates: Vec<Candidate>,
    count: usize,
    registered_at: DateTime<Utc>,
) -> Vec<(Held, u32)> {
    for candidate in &mut candidates {
        let tickets = if candidate.is_core { 4 } else { 1 };
        candidate.key = (0..tickets).map(|_| dice.below(u32::MAX)).max().unwrap_or(0);
    }
    candidates.sort_unstable_by_key(|candidate| (std::cmp::Reverse(candidate.key), candidate.skill));
    candidates.truncate(count);
    candidates.sort_unstable_by_key(|candidate| candidate.skill);
    candidates
        .into_iter()
        .map(|candidate| {
            let declared = Some(level(dice));
            let at = registered_at + Duration::minutes(i64::from(dice.below(60 * 24 * 200)) + 10);
            (Held { skill: candidate.skill, declared, validation: None, at }, candidate.job)
        })
        .collect()
}

/// Notions 20 %, guided 30 %, autonomous 33 %, expert 17 %.
fn level(dice: &mut Dice) -> i16 {
    match dice.below(100) {
        0..20 => 1,
        20..50 => 2,
        50..83 => 3,
        _ => 4,
    }
}

/// Where a person was trained, and how much of what they know was validated there.
struct Schools {
    first: usize,
    second: usize,
    percent: u32,
}

fn schools(world: &World, dice: &mut Dice) -> Schools {
    let first = dice.below(world.organisations.len() as u32) as usize;
    let second = if dice.chance(20) { dice.below(world.organisations.len() as u32) as usize } else { first };
    let percent = [0, 20, 35, 50, 60][dice.below(5) as usize];
    Schools { first, second, percent }
}

impl Schools {
    /// Decides whether this skill was validated, and turns the entry into one that was.
    fn visit(&self, world: &World, dice: &mut Dice, held: &mut Held, job: u32, stamp: DateTime<Utc>) {
        if !dice.chance(self.percent) {
            return;
        }
        let organisation = if dice.chance(50) { self.first } else { self.second };
        let expires_on = dice.chance(2).then(|| expiry(dice, held.at)).flatten();
        held.validation = Some(Validation {
            id: dice.ordered_id(stamp.timestamp_millis()),
            organisation,
            trainer: dice.below(world.organisations[organisation].trainers.len() as u32) as usize,
            level: level(dice),
            job,
            expires_on,
        });
        // Most people do not also declare what was validated.
        if dice.chance(70) {
            held.declared = None;
        }
    }
}

/// Half of the expiring validations have expired long ago, half will in a distant year.
fn expiry(dice: &mut Dice, at: DateTime<Utc>) -> Option<NaiveDate> {
    let days = if dice.chance(50) { 1 } else { 365 * 40 };
    at.date_naive().checked_add_days(Days::new(days))
}
