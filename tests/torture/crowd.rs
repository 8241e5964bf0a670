//! People who change their profiles all the time, and the ledger of what they were told.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use futures::future::join_all;
use rand::RngExt;
use rand::seq::IndexedMutRandom;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::task::JoinHandle;

use super::dice;
use super::world::{Answer, Server, World, answer};
use crate::support::users::User;

/// One thing about a person: what was acknowledged last, and what was sent since without an answer.
#[derive(Debug)]
struct Track<T> {
    acknowledged: T,
    open: Vec<T>,
}

impl<T: Copy + PartialEq> Track<T> {
    fn new(first: T) -> Self {
        Self { acknowledged: first, open: Vec::new() }
    }

    fn note(&mut self, sent: T, is_acknowledged: bool) {
        if is_acknowledged {
            *self = Self::new(sent);
        } else {
            self.open.push(sent);
        }
    }

    fn allows(&self, found: T) -> bool {
        self.acknowledged == found || self.open.contains(&found)
    }
}

struct Person {
    user: User,
    name: Track<u64>,
    level: Track<i16>,
    visible: Track<bool>,
}

/// What happened to the changes.
#[derive(Debug, Default)]
pub struct Tally {
    pub acknowledged: AtomicU64,
    pub refused: AtomicU64,
    pub unanswered: AtomicU64,
    /// Answers that are neither, e.g. a 500.
    pub wrong: AtomicU64,
    pub slowest_ms: AtomicU64,
    is_paused: AtomicBool,
    is_over: AtomicBool,
}

impl Tally {
    fn count(&self, answer: Option<&Answer>) -> bool {
        let Some(answer) = answer else {
            self.unanswered.fetch_add(1, Ordering::Relaxed);
            return false;
        };
        let is_acknowledged = answer.status.is_success();
        let kind = match answer.status {
            _ if is_acknowledged => &self.acknowledged,
            StatusCode::SERVICE_UNAVAILABLE if answer.says_when => &self.refused,
            _ => &self.wrong,
        };
        if !answer.is_honest() {
            eprintln!("wrong answer: {answer:?}");
        }
        kind.fetch_add(1, Ordering::Relaxed);
        self.slowest_ms.fetch_max(answer.took.as_millis() as u64, Ordering::Relaxed);
        is_acknowledged
    }

    pub fn acknowledged(&self) -> u64 {
        self.acknowledged.load(Ordering::Relaxed)
    }

    pub fn wrong(&self) -> u64 {
        self.wrong.load(Ordering::Relaxed)
    }
}

/// The people at work.
pub struct Crowd {
    pub tally: Arc<Tally>,
    writers: Vec<JoinHandle<Vec<Person>>>,
    busy: Arc<AtomicU64>,
}

impl Crowd {
    /// So many writers, each with three people of its own, on the process at this address.
    pub async fn start(world: &Arc<World>, base: &str, writers: u64, seed: u64) -> Self {
        let (tally, busy) = (Arc::new(Tally::default()), Arc::new(AtomicU64::new(0)));
        let mut tasks = Vec::new();
        for writer in 0..writers {
            let mut people = Vec::new();
            for _ in 0..3 {
                let user = world.app.person("Foule", "N0").await;
                let (name, level, visible) = (Track::new(0), Track::new(0), Track::new(false));
                people.push(Person { user, name, level, visible });
            }
            let (world, tally, busy) = (Arc::clone(world), Arc::clone(&tally), Arc::clone(&busy));
            let base = base.to_owned();
            tasks.push(tokio::spawn(async move {
                let mut dice = dice(seed.wrapping_mul(1000) + writer);
                let mut number = 0;
                while !tally.is_over.load(Ordering::SeqCst) {
                    if tally.is_paused.load(Ordering::SeqCst) {
                        tokio::time::sleep(Duration::from_millis(10)).await;
                        continue;
                    }
                    busy.fetch_add(1, Ordering::SeqCst);
                    number += 1;
                    let kind = dice.random_range(0..4);
                    let person = people.choose_mut(&mut dice).unwrap();
                    let is_acknowledged = change(&world, &base, person, kind, number, &tally).await;
                    busy.fetch_sub(1, Ordering::SeqCst);
                    if !is_acknowledged {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                }
                people
            }));
        }
        Self { tally, writers: tasks, busy }
    }

    /// Waits until so many changes are acknowledged.
    pub async fn reach(&self, acknowledged: u64) {
        while self.tally.acknowledged() < acknowledged {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Lets nobody begin a change, and waits for those under way.
    pub async fn pause(&self) {
        self.tally.is_paused.store(true, Ordering::SeqCst);
        // A writer may have looked just before.
        tokio::time::sleep(Duration::from_millis(30)).await;
        while self.busy.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Lets them go on.
    pub fn resume(&self) {
        self.tally.is_paused.store(false, Ordering::SeqCst);
    }

    /// Ends, and compares the ledger with the database: tells how many acknowledged changes are gone.
    pub async fn lost(self, world: &World) -> (u64, Arc<Tally>) {
        self.tally.is_over.store(true, Ordering::SeqCst);
        let mut lost = 0;
        for person in join_all(self.writers).await.into_iter().flat_map(Result::unwrap) {
            let (name, level, visible): (String, i16, bool) = sqlx::query_as(
                "SELECT last_name, COALESCE((SELECT level FROM declared_skill WHERE person_id = id), 0::smallint),
                        COALESCE((SELECT visible FROM visibility WHERE person_id = id), false)
                 FROM person WHERE id = $1",
            )
            .bind(person.user.id)
            .fetch_one(&world.app.state.pool)
            .await
            .unwrap();
            let kept = [
                person.name.allows(name[1..].parse().unwrap()),
                person.level.allows(level),
                person.visible.allows(visible),
            ];
            if kept != [true; 3] {
                eprintln!(
                    "lost: {name} {level} {visible}, but {:?} {:?} {:?}",
                    person.name, person.level, person.visible
                );
            }
            lost += kept.iter().filter(|kept| !**kept).count() as u64;
        }
        (lost, self.tally)
    }
}

/// Makes one change of one person, and notes it in the ledger.
async fn change(
    world: &World,
    base: &str,
    person: &mut Person,
    kind: u8,
    number: u64,
    tally: &Tally,
) -> bool {
    let (name, level, visible) = (format!("N{number}"), (number % 4 + 1) as i16, !number.is_multiple_of(3));
    let (method, path, body) = match kind {
        0 => (Method::PATCH, "/me", json!({ "last_name": name })),
        1 => (Method::PUT, "/me/skills/101", json!({ "level": level })),
        _ => (Method::PUT, "/me/visibility", json!({ "visible": visible, "policy_version": "2026-11" })),
    };
    let token = world.app.renewed_token(&person.user);
    let request = world.http.request(method, format!("{base}/api/v1{path}")).bearer_auth(token).json(&body);
    let is_acknowledged = tally.count(answer(request).await.as_ref());
    match kind {
        0 => person.name.note(number, is_acknowledged),
        1 => person.level.note(level, is_acknowledged),
        _ => person.visible.note(visible, is_acknowledged),
    }
    is_acknowledged
}

/// Withdraws a person who was visible, and tells whether that was acknowledged.
pub async fn set_visible(world: &World, server: &Server, user: &User, visible: bool) -> bool {
    let body = json!({ "visible": visible, "policy_version": "2026-11" });
    let answer = world.ask(server, user, Method::PUT, "/me/visibility", Some(&body)).await;
    answer.is_some_and(|answer| answer.status.is_success())
}

#[test]
fn the_ledger_allows_what_was_acknowledged_and_what_may_have_been_done_since() {
    let mut track = Track::new(0);
    track.note(1, true);
    assert!(track.allows(1) && !track.allows(0));
    track.note(2, false);
    assert!(track.allows(1) && track.allows(2) && !track.allows(3));
    track.note(3, true);
    assert!(track.allows(3) && !track.allows(2) && !track.allows(1));
}
