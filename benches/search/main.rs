//! Measures every class of question on one thread, warm, with updates since the last merge.
//!
//! `CARNET_BENCH_PROFILES` sets the number of profiles (100,000), `CARNET_BENCH_QUESTIONS` the number of questions
//! per class (1,000), `CARNET_BENCH_PLAIN=1` asks plain Tantivy too, `CARNET_BENCH_CHANGED` the share of profiles replaced since the last merge, in per mille (10).

mod corpus;
mod plain;
mod questions;

use std::hint::black_box;
use std::time::{Duration, Instant};

use carnet_index::{
    CommitPayload, ProfileIndex, ProfileSearcher, ProfileStore, SCHEMA_VERSION, SearchRequest, VisibleProfile,
};
use criterion::Criterion;

use self::corpus::{Corpus, Random};
use self::plain::Plain;

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn payload() -> CommitPayload {
    CommitPayload {
        system_identifier: 1,
        database_oid: 1,
        schema_version: SCHEMA_VERSION,
        epoch: 1,
        batch: 1,
    }
}

/// Draws the profiles that are replaced after the last merge.
fn replaced(corpus: &Corpus) -> Vec<&VisibleProfile> {
    let mut random = Random::new(99);
    let count = corpus.profiles.len() * setting("CARNET_BENCH_CHANGED", 10) / 1_000;
    (0..count).map(|_| random.pick(&corpus.profiles)).collect()
}

/// Builds the index the way the server does, then replaces some profiles.
fn build(store: &ProfileStore, corpus: &Corpus) -> ProfileIndex {
    let started = Instant::now();
    let mut rebuild = store.begin_rebuild().expect("a fresh generation");
    for profile in &corpus.profiles {
        rebuild.writer().insert(profile).expect("an indexable profile");
    }
    let index = store.publish(rebuild, &payload()).expect("a published generation");
    let people = corpus.profiles.len();
    println!("rebuild: {:.0} profiles per second", people as f64 / started.elapsed().as_secs_f64());
    println!("size: {} bytes per profile", index.size_bytes().expect("a size") / people as u64);
    let mut writer = index.writer().expect("the writer");
    let started = Instant::now();
    for profile in replaced(corpus) {
        writer.upsert(profile).expect("an indexable profile");
    }
    writer.commit(&payload()).expect("a commit");
    println!("update: committed in {:?}; {} segments", started.elapsed(), index.searcher().segments());
    index
}

/// Walks to the page class D asks for.
fn deep(searcher: &ProfileSearcher, mut request: SearchRequest) -> SearchRequest {
    for _ in 0..questions::pages_before() {
        let Some(next) = searcher.search(&request).expect("an answer").next else { break };
        request.cursor = Some(next);
    }
    request
}

/// On a shared machine the quickest of several tries says what the work itself takes.
const TRIES: usize = 3;

/// Asks every question and returns how long it took and how many results it had.
fn ask(request: &SearchRequest, total: impl Fn(&SearchRequest) -> u64) -> (Duration, u64) {
    let once = || {
        let started = Instant::now();
        let results = black_box(total(black_box(request)));
        (started.elapsed(), results)
    };
    (0..TRIES).map(|_| once()).min().unwrap_or_default()
}

fn report(name: &str, requests: &[SearchRequest], total: impl Fn(&SearchRequest) -> u64) {
    for request in requests {
        black_box(total(request));
    }
    let asked: Vec<(Duration, u64)> = requests.iter().map(|request| ask(request, &total)).collect();
    let mean = asked.iter().map(|(_, results)| *results as f64).sum::<f64>() / asked.len() as f64;
    let mut taken: Vec<Duration> = asked.into_iter().map(|(taken, _)| taken).collect();
    taken.sort_unstable();
    let at = |share: usize| taken[(taken.len() * share / 100).min(taken.len() - 1)].as_secs_f64() * 1e6;
    println!("{name:5} {:8.1} {:8.1} {:8.1} {mean:10.1}", at(50), at(90), at(99));
}

fn main() {
    let home = tempfile::tempdir().expect("a directory");
    let store = ProfileStore::open(home.path()).expect("a store");
    let corpus = Corpus::new(setting("CARNET_BENCH_PROFILES", 100_000), 42);
    let index = build(&store, &corpus);
    let searcher = index.searcher();
    let plain = (setting("CARNET_BENCH_PLAIN", 0) > 0)
        .then(|| Plain::build(&corpus.profiles, &replaced(&corpus)).expect("the reference"));
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    println!("class   median      p90      p99    results   (microseconds)");
    for class in questions::CLASSES {
        let mut requests = questions::draw(class, &corpus, setting("CARNET_BENCH_QUESTIONS", 1_000));
        if class == "D" {
            requests = requests.into_iter().take(40).map(|request| deep(&searcher, request)).collect();
        }
        let total = |request: &SearchRequest| searcher.search(request).expect("an answer").total;
        report(class, &requests, total);
        if let Some(plain) = plain.as_ref().filter(|_| !["R", "D"].contains(&class)) {
            report("plain", &requests, |request| plain.ask(request).expect("an answer").0 as u64);
        }
        let mut next = 0;
        criterion.bench_function(&format!("search/{class}"), |bench| {
            bench.iter(|| {
                next = (next + 1) % requests.len();
                searcher.search(&requests[next]).expect("an answer")
            });
        });
    }
    criterion.final_summary();
}
