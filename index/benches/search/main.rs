//! Measures every class of question on one thread, warm, with updates since the last merge.
//!
//! `CARNET_BENCH_PROFILES` sets the number of profiles (100,000), `CARNET_BENCH_QUESTIONS` the number of questions
//! per class (1,000), `CARNET_BENCH_CHANGED` the share of profiles replaced since the last merge, in per mille (10).

mod corpus;
mod questions;

use std::hint::black_box;
use std::time::{Duration, Instant};

use carnet_index::{
    CommitPayload, ProfileIndex, ProfileSearcher, ProfileStore, SCHEMA_VERSION, SearchRequest,
};
use criterion::Criterion;

use self::corpus::{Corpus, Random};

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
    let mut random = Random::new(99);
    let started = Instant::now();
    for _ in 0..people * setting("CARNET_BENCH_CHANGED", 10) / 1_000 {
        writer.upsert(random.pick(&corpus.profiles)).expect("an indexable profile");
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

fn ask(searcher: &ProfileSearcher, requests: &[SearchRequest]) -> (Vec<Duration>, u64) {
    let mut results = 0;
    let answer = |request: &SearchRequest| {
        let started = Instant::now();
        let page = black_box(searcher.search(black_box(request)).expect("an answer"));
        results += page.total;
        started.elapsed()
    };
    let mut taken: Vec<Duration> = requests.iter().map(answer).collect();
    taken.sort_unstable();
    (taken, results)
}

fn main() {
    let home = tempfile::tempdir().expect("a directory");
    let store = ProfileStore::open(home.path()).expect("a store");
    let corpus = Corpus::new(setting("CARNET_BENCH_PROFILES", 100_000), 42);
    let index = build(&store, &corpus);
    let searcher = index.searcher();
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    println!("class   median      p90      p99    results   (microseconds)");
    for class in questions::CLASSES {
        let mut requests = questions::draw(class, &corpus, setting("CARNET_BENCH_QUESTIONS", 1_000));
        if class == "D" {
            requests = requests.into_iter().take(40).map(|request| deep(&searcher, request)).collect();
        }
        ask(&searcher, &requests);
        let (taken, results) = ask(&searcher, &requests);
        let at = |share: usize| taken[(taken.len() * share / 100).min(taken.len() - 1)].as_secs_f64() * 1e6;
        let mean = results / taken.len() as u64;
        println!("{class:5} {:8.1} {:8.1} {:8.1} {mean:10}", at(50), at(90), at(99));
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
