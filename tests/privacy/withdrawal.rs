//! Whoever withdraws is gone for every request that starts after the answer: from hits, totals, facets, names and
//! profiles, for sixteen recruiters at once, on one node and on two.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use super::{conclude, dice, trials};
use crate::search::OWN_SIREN;
use crate::support::client::{Answer, Client};
use crate::support::search::{SearchApp, someone};
use crate::support::users::User;

const RECRUITERS: usize = 16;
/// From so many trials on, how long a withdrawal takes is judged too.
const LONG: usize = 1000;
/// How long all but one in a hundred withdrawals take at most.
const SOON: Duration = Duration::from_millis(500);
const EVERYTHING: [&str; 4] = ["rome", "skills", "levels", "statuses"];

/// What a recruiter may try in order to see somebody.
#[derive(Clone, Copy, Debug)]
enum Question {
    Skill,
    Name,
    Job,
    Everyone,
    Profile,
}

const QUESTIONS: [Question; 5] =
    [Question::Skill, Question::Name, Question::Job, Question::Everyone, Question::Profile];

impl Question {
    async fn ask(self, recruiter: &Client, profile: &str) -> Seen {
        let body = match self {
            Self::Profile => return Seen::of(recruiter.get(&format!("/profiles/{profile}")).await),
            Self::Skill => json!({ "criteria": [{ "skill": "112" }], "facets": EVERYTHING }),
            Self::Name => json!({ "name": "rare", "facets": EVERYTHING }),
            Self::Job => json!({ "job": "M1803", "rome": ["M1803"], "facets": EVERYTHING }),
            Self::Everyone => json!({ "facets": EVERYTHING, "limit": 50 }),
        };
        Seen::of(recruiter.post("/profile-search", body).await)
    }
}

/// An answer without the id that each request has of its own.
#[derive(Clone, Debug, PartialEq)]
struct Seen(u16, Value);

impl Seen {
    fn of(mut answer: Answer) -> Self {
        answer.body.as_object_mut().map(|body| body.remove("request_id"));
        Self(answer.status.as_u16(), answer.body)
    }
}

async fn look(recruiter: &Client, profile: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    for question in QUESTIONS {
        seen.push(question.ask(recruiter, profile).await);
    }
    seen
}

/// The ways to withdraw something, and to give it back.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Withdrawal {
    Visibility,
    Company,
    Audience,
    Choice,
    Skill,
}

const WITHDRAWALS: [Withdrawal; 5] = [
    Withdrawal::Visibility,
    Withdrawal::Company,
    Withdrawal::Audience,
    Withdrawal::Choice,
    Withdrawal::Skill,
];

impl Withdrawal {
    async fn withdraw(self, person: &Client) {
        match self {
            Self::Visibility => switch(person, false).await,
            Self::Company => {
                person.put(&format!("/me/blocked-companies/{OWN_SIREN}"), ()).await.expect(200);
            }
            Self::Audience => show_to(person, "chosen").await,
            Self::Choice => {
                let company = format!("/me/chosen-companies/{OWN_SIREN}");
                person.put(&company, ()).await.expect(200);
                show_to(person, "chosen").await;
                person.delete(&company).await.expect(204);
            }
            Self::Skill => {
                person.delete("/me/skills/112").await.expect(204);
            }
        }
    }

    async fn give_back(self, person: &Client) {
        match self {
            Self::Visibility => switch(person, true).await,
            Self::Company => {
                person.delete(&format!("/me/blocked-companies/{OWN_SIREN}")).await.expect(204);
            }
            Self::Audience | Self::Choice => show_to(person, "everyone").await,
            Self::Skill => declare(person, "112").await,
        }
    }
}

async fn switch(person: &Client, visible: bool) {
    let body = json!({ "visible": visible, "policy_version": "2026-11" });
    person.put("/me/visibility", body).await.expect(200);
}

async fn show_to(person: &Client, audience: &str) {
    let body = json!({ "visible": true, "audience": audience, "policy_version": "2026-11" });
    person.put("/me/visibility", body).await.expect(200);
}

async fn declare(person: &Client, skill: &str) {
    person.put(&format!("/me/skills/{skill}"), json!({ "level": 2 })).await.expect(200);
}

/// What everybody sees in each state, found out before the trials.
struct Expected {
    /// The person was never visible.
    without_person: Vec<Seen>,
    /// The person is visible and does not have the rare skill.
    without_skill: Vec<Seen>,
}

impl Expected {
    fn allows(&self, withdrawal: Withdrawal, question: Question, seen: &Seen) -> bool {
        let is_absent = *seen == self.without_person[question as usize];
        // While the index follows, a search does without the person altogether.
        is_absent || withdrawal == Withdrawal::Skill && *seen == self.without_skill[question as usize]
    }
}

/// The trial under way, as the recruiters see it.
#[derive(Default)]
struct Stage {
    /// Odd while something is withdrawn, and that was answered.
    phase: AtomicU64,
    /// The kind of withdrawal of this phase.
    withdrawal: AtomicUsize,
    /// The last phase in which each recruiter has had an answer to a request that started in it.
    judged: [AtomicU64; RECRUITERS],
    answers: AtomicU64,
    sightings: AtomicU64,
    leaks: Mutex<Vec<String>>,
}

/// Asks one question after the other until the trials are over.
async fn watch(
    number: usize,
    recruiter: Client,
    profile: String,
    stage: Arc<Stage>,
    expected: Arc<Expected>,
    mut rng: StdRng,
) {
    loop {
        let phase = stage.phase.load(SeqCst);
        if phase == u64::MAX {
            return;
        }
        let question = *QUESTIONS.choose(&mut rng).unwrap();
        let seen = question.ask(&recruiter, &profile).await;
        if phase.is_multiple_of(2) || stage.phase.load(SeqCst) != phase {
            stage.sightings.fetch_add(u64::from(seen != expected.without_person[question as usize]), SeqCst);
            continue;
        }
        let withdrawal = WITHDRAWALS[stage.withdrawal.load(SeqCst)];
        if !expected.allows(withdrawal, question, &seen) {
            let leak =
                format!("after {withdrawal:?}, recruiter {number} asked {question:?} and saw {seen:?}");
            stage.leaks.lock().unwrap().push(leak);
        }
        stage.answers.fetch_add(1, SeqCst);
        stage.judged[number].store(phase, SeqCst);
    }
}

fn at(node: &SearchApp, client: &Client) -> Client {
    node.anonymous().with_token(client.token().unwrap())
}

async fn settled(nodes: &[SearchApp]) {
    for node in nodes {
        node.settled().await;
    }
}

/// Finds out what is seen in each state; afterwards the person is visible and has the rare skill.
async fn rehearse(nodes: &[SearchApp], person: &User, recruiter: &Client) -> Expected {
    let profile = person.profile.to_string();
    for name in ["Zoé", "Gaël", "Aïcha"] {
        let mut bystander = someone(name, "Fréquent");
        bystander.declared = vec![(101, 3), (103, 1)];
        nodes[0].add(&bystander).await;
    }
    declare(&person.client, "101").await;
    settled(nodes).await;
    let without_person = look(recruiter, &profile).await;
    switch(&person.client, true).await;
    settled(nodes).await;
    let without_skill = look(recruiter, &profile).await;
    declare(&person.client, "112").await;
    settled(nodes).await;
    for (question, seen) in QUESTIONS.iter().zip(look(recruiter, &profile).await) {
        let place = *question as usize;
        assert!(seen != without_person[place] && seen != without_skill[place], "{question:?} shows nothing");
    }
    Expected { without_person, without_skill }
}

async fn withdraw_before_sixteen_recruiters(promise: &str, nodes: &[SearchApp], short: usize) {
    let (seed, mut rng) = dice();
    let mut recruiters = Vec::new();
    for number in 0..RECRUITERS {
        let recruiter = nodes[0].searcher().await.user.client;
        recruiters.push(at(&nodes[number % nodes.len()], &recruiter));
    }
    let person = nodes[0].person("Inès", "Rare").await;
    let expected = Arc::new(rehearse(nodes, &person, &recruiters[0]).await);
    let stage = Arc::new(Stage::default());
    let watching: Vec<_> = (0..RECRUITERS)
        .map(|number| {
            let (recruiter, profile) = (recruiters[number].clone(), person.profile.to_string());
            let rng = StdRng::seed_from_u64(rng.random());
            tokio::spawn(watch(number, recruiter, profile, stage.clone(), expected.clone(), rng))
        })
        .collect();
    let trials = trials(short);
    let mut took = Vec::with_capacity(trials);
    for _ in 0..trials {
        let kind = rng.random_range(0..WITHDRAWALS.len());
        let person = at(nodes.choose(&mut rng).unwrap(), &person.client);
        stage.withdrawal.store(kind, SeqCst);
        let began = Instant::now();
        WITHDRAWALS[kind].withdraw(&person).await;
        took.push(began.elapsed());
        let phase = stage.phase.fetch_add(1, SeqCst) + 1;
        while stage.judged.iter().any(|judged| judged.load(SeqCst) < phase) {
            assert!(began.elapsed() < Duration::from_mins(1), "the recruiters get no answers");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        stage.phase.fetch_add(1, SeqCst);
        WITHDRAWALS[kind].give_back(&person).await;
        if rng.random_bool(0.5) {
            settled(nodes).await;
        }
    }
    stage.phase.store(u64::MAX, SeqCst);
    for task in watching {
        task.await.unwrap();
    }
    took.sort();
    let (answers, sightings) = (stage.answers.load(SeqCst), stage.sightings.load(SeqCst));
    assert!(sightings > 0, "the person was never seen, so that nothing could vanish");
    let p99 = took[(trials * 99 / 100).min(trials - 1)];
    // A few trials beside other tests tell nothing of the time.
    assert!(trials < LONG || p99 <= SOON, "a withdrawal took {p99:?} at p99");
    let tried = format!(
        "{trials} withdrawals, {answers} answers judged, {sightings} sightings in between; a withdrawal took {p99:?} at p99",
    );
    conclude(promise, seed, tried, &stage.leaks.lock().unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_withdrawn_is_seen_by_what_starts_afterwards() {
    let node = SearchApp::start().await;
    withdraw_before_sixteen_recruiters("withdrawal on one node", &[node], 15).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_withdrawn_on_one_node_is_seen_on_the_other() {
    let one = SearchApp::start().await;
    let other = one.beside().await;
    withdraw_before_sixteen_recruiters("withdrawal on two nodes", &[one, other], 15).await;
}
