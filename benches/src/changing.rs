//! People who change all the time, in a running server's database, the way its own writes change them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use carnet_index::{
    Criterion, Level, NameQuery, ProfileId, SearchRequest, SkillCode, Status, VisibleProfile, text,
};
use postgres::{Client, NoTls};

use crate::corpus::Corpus;
use crate::engine::Engine;
use crate::engines::Http;
use crate::questions::Class;
use crate::random::Random;

/// Changes that share a transaction.
const TOGETHER: usize = 10;
/// Letters of the name that narrow the search for one person.
const LETTERS: usize = 4;
const VISIBLE_WITHIN: Duration = Duration::from_secs(30);

/// A skill somebody declared and nobody validated: its level may change, and shows.
#[derive(Clone)]
struct Declared {
    profile: ProfileId,
    skill: SkillCode,
    /// The search that this person can be found with, at any level.
    name: String,
}

/// Changes under way, until they are stopped.
pub struct Changing {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Result<f64>>,
}

impl Changing {
    /// Starts to change so many people per second.
    pub fn start(database: &str, corpus: &Corpus, per_second: usize) -> Result<Self> {
        let people = declared(corpus);
        ensure!(people.len() > TOGETHER, "too few people to change");
        let mut client = Client::connect(database, NoTls).context("the server's database does not answer")?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let mut random = Random::new(500);
            let (started, mut changed) = (Instant::now(), 0);
            while !stopped.load(Ordering::Relaxed) {
                let some: Vec<&Declared> = (0..TOGETHER).map(|_| random.pick(&people)).collect();
                change(&mut client, &some)?;
                changed += TOGETHER;
                let due = Duration::from_secs_f64(changed as f64 / per_second as f64);
                thread::sleep(due.saturating_sub(started.elapsed()));
            }
            Ok(changed as f64 / started.elapsed().as_secs_f64())
        });
        Ok(Self { stop, thread })
    }

    /// Stops; tells how many changes per second there really were.
    pub fn stop(self) -> Result<f64> {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().map_err(|_| anyhow::anyhow!("the changes panicked"))?
    }
}

/// Changes some people, one after the other, and tells for each how long a search took to show it.
pub fn visible_after(database: &str, corpus: &Corpus, server: &Http, people: usize) -> Result<Vec<Duration>> {
    let mut client = Client::connect(database, NoTls)?;
    let mut random = Random::new(77);
    let candidates = declared(corpus);
    let mut times = Vec::with_capacity(people);
    while times.len() < people {
        let one = random.pick(&candidates).clone();
        let Some(asked) = narrowed(server, &one)? else { continue };
        let before = server.read(server.ask(&asked)?)?;
        if !before.ids.contains(&one.profile) {
            // At the lowest level: this person must be at the highest now.
            continue;
        }
        let started = Instant::now();
        change(&mut client, &[&one])?;
        while server.read(server.ask(&asked)?)?.ids.contains(&one.profile) {
            ensure!(started.elapsed() < VISIBLE_WITHIN, "a change is not visible");
        }
        times.push(started.elapsed());
    }
    Ok(times)
}

/// The search for a person by name and skill at a level that is left when the level is turned round; absent when
/// too many share the name.
fn narrowed(server: &Http, one: &Declared) -> Result<Option<Vec<u8>>> {
    let criterion = Criterion {
        skill: one.skill,
        min_level: Level::new(3),
        max_level: None,
        validated_only: false,
        required: true,
    };
    let Ok(name) = NameQuery::parse(&one.name) else { return Ok(None) };
    let question = SearchRequest { criteria: vec![criterion], name: Some(name), ..SearchRequest::default() };
    server.prepare(Class::N, &question)
}

fn declared(corpus: &Corpus) -> Vec<Declared> {
    let people = (0..corpus.people().min(50_000)).map(|number| corpus.current(number));
    people.filter_map(|person| declared_by(&person)).collect()
}

fn declared_by(person: &VisibleProfile) -> Option<Declared> {
    let skill = person.skills.iter().find(|skill| skill.status == Status::Declared)?.code;
    let name = text::name_words(&person.last_name).into_iter().next()?.chars().take(LETTERS).collect();
    Some(Declared { profile: person.id, skill, name })
}

/// Turns levels round, four becomes one, and marks the people, in one transaction.
fn change(client: &mut Client, people: &[&Declared]) -> Result<()> {
    let profiles: Vec<String> = people.iter().map(|one| one.profile.to_string()).collect();
    let skills: Vec<i32> = people.iter().map(|one| one.skill.0.cast_signed()).collect();
    let mut transaction = client.transaction()?;
    transaction.execute(
        "UPDATE declared_skill d SET level = 5 - d.level
         FROM unnest($1::text[], $2::integer[]) AS c (profile, skill)
         JOIN person p ON p.profile_id = c.profile::uuid
         WHERE d.person_id = p.id AND d.skill_code = c.skill",
        &[&profiles, &skills],
    )?;
    transaction.execute("SELECT mark_search_dirty($1::text[]::uuid[], false, now())", &[&profiles])?;
    Ok(transaction.commit()?)
}
