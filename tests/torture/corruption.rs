//! R5, R6: the index directory deleted, its files flipped, cut, emptied and removed; at rest, at a start, while it serves.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::world::{Server, World};
use super::{BUSY, dice, figure, report, seed, until};

/// How long a process under a supervisor may be away.
const BACK: Duration = Duration::from_secs(10);

/// Questions whose answers are compared: everybody, a skill, a name, facets.
fn questions() -> [Value; 4] {
    [
        json!({ "limit": 50, "facets": ["rome", "skills", "levels", "statuses"] }),
        json!({ "criteria": [{ "skill": "101", "min_level": 2 }, { "skill": "105" }], "limit": 50 }),
        json!({ "name": "prenom 1", "limit": 50 }),
        json!({ "job": "A1101", "limit": 50 }),
    ]
}

/// What is asked and answered, without what changes from one answer to the next; nothing where the answer is a refusal.
async fn answers(world: &World, server: &Server) -> Option<Vec<Value>> {
    let mut answers = Vec::new();
    for question in questions() {
        let mut answer = world.search(server, &question).await?;
        if !answer.status.is_success() {
            assert!(answer.is_honest(), "a damaged index may refuse, not fail: {answer:?}");
            return None;
        }
        answer.body["hits"].as_array_mut().unwrap().sort_by_key(|hit| hit["profile_id"].to_string());
        answers.push(json!({ "hits": answer.body["hits"], "total": answer.body["total"], "facets": answer.body["facets"] }));
    }
    Some(answers)
}

async fn populated(people: u32) -> (World, Server) {
    let world = World::new().await;
    world.populate(people).await;
    let mut server = world.serve(&[]);
    server.ready().await;
    // Deleted documents and more than one segment: every kind of file is there.
    let names = ["Un", "Deux", "Trois"];
    for name in names {
        let user = world.app.person(name, "Autre").await;
        assert!(super::crowd::set_visible(&world, &server, &user, true).await);
        world.settled(BACK).await;
        if name != "Trois" {
            assert!(super::crowd::set_visible(&world, &server, &user, false).await);
            world.settled(BACK).await;
        }
    }
    (world, server)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_index_comes_back_by_itself() {
    let people: u32 = figure("CARNET_PEOPLE", 300, 100_000);
    let (world, server) = populated(people).await;
    let truth = answers(&world, &server).await.unwrap();
    let mut slowest = Duration::ZERO;
    // While it serves.
    fs::remove_dir_all(world.data.join("index")).unwrap();
    let began = Instant::now();
    while !world.data.join("index/current").exists() {
        if let Some(found) = answers(&world, &server).await {
            assert_eq!(found, truth, "a deleted index answers as before or not at all");
        }
        assert!(began.elapsed() < Duration::from_secs(30) + BUSY, "it does not come back");
    }
    slowest = slowest.max(began.elapsed());
    world.assert_exact().await;
    server.stop().await;
    // At rest, and right at a start.
    for delay in [None, Some(30), Some(200)] {
        if delay.is_none() {
            fs::remove_dir_all(world.data.join("index")).unwrap();
        }
        let began = Instant::now();
        let mut server = world.serve(&[]);
        if let Some(delay) = delay {
            tokio::time::sleep(Duration::from_millis(delay)).await;
            let _ = fs::remove_dir_all(world.data.join("index"));
        }
        server.ready().await;
        until("the index is there", Duration::from_secs(30) + BUSY, async || {
            world.data.join("index/current").exists()
                && answers(&world, &server).await.as_ref() == Some(&truth)
        })
        .await;
        slowest = slowest.max(began.elapsed());
        world.settled(BACK).await;
        world.assert_exact().await;
        server.stop().await;
    }
    report(
        "R5",
        format!(
            "the index of {people} people deleted while serving, at rest, twice during a start; back ≤ {} ms",
            slowest.as_millis()
        ),
        "0 wrong answers, 0/0/0/0",
    );
}

/// The files of the generation served, by kind.
fn kinds(world: &World) -> BTreeMap<String, Vec<PathBuf>> {
    let mut kinds = BTreeMap::<_, Vec<_>>::new();
    for entry in fs::read_dir(world.generation().0).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let kind = path.extension().map(|kind| kind.to_str().unwrap().to_owned());
        let kind =
            if name.starts_with('.') || name == "meta.json" { name.clone() } else { kind.unwrap_or(name) };
        if fs::metadata(&path).unwrap().len() > 0 {
            kinds.entry(kind).or_default().push(path);
        }
    }
    kinds
}

/// What is done to a file.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Flip,
    Truncate,
    Empty,
    Remove,
}

fn harm(harm: Harm, path: &PathBuf, dice: &mut StdRng) {
    let length = fs::metadata(path).unwrap().len();
    let cut = |length| OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
    match harm {
        Harm::Flip => {
            let mut bytes = fs::read(path).unwrap();
            let at = dice.random_range(0..bytes.len());
            bytes[at] ^= 1 << dice.random_range(0..8);
            fs::write(path, bytes).unwrap();
        }
        Harm::Truncate => cut(dice.random_range(0..length)),
        Harm::Empty => cut(0),
        Harm::Remove => fs::remove_file(path).unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_file_never_answers_wrongly() {
    let flips: usize = figure("CARNET_FLIPS", 1, 20);
    let seed = seed();
    let mut dice = dice(seed);
    let (world, server) = populated(60).await;
    let truth = answers(&world, &server).await.unwrap();
    server.stop().await;
    let harms: Vec<Harm> = std::iter::repeat_n(Harm::Flip, flips)
        .chain(std::iter::repeat_n(Harm::Truncate, flips.div_ceil(4)))
        .chain(figure("CARNET_EMPTIED", false, true).then_some(Harm::Empty))
        .chain([Harm::Remove])
        .collect();
    let (mut tried, mut rebuilt, mut slowest) = (0, 0, Duration::ZERO);
    let names: Vec<String> = kinds(&world).into_keys().filter(|name| !name.starts_with(".tantivy")).collect();
    for kind in &names {
        for &one in &harms {
            let found = kinds(&world);
            // A build leaves no deletes behind, so that kind of file may be gone.
            let Some(path) = found.get(kind).and_then(|files| files.choose(&mut dice)) else { continue };
            let (_, before) = world.generation();
            harm(one, path, &mut dice);
            let began = Instant::now();
            let mut server = world.serve(&["--without=jobs,schedule"]);
            until("it answers", BACK + BUSY, async || {
                let found = answers(&world, &server).await;
                assert!(
                    found.is_none_or(|found| found == truth),
                    "{one:?} of a {kind} file is answered wrongly"
                );
                server.health("ready").await.is_some_and(|status| status.is_success())
            })
            .await;
            assert_eq!(answers(&world, &server).await.as_ref(), Some(&truth), "{one:?} of a {kind} file");
            slowest = slowest.max(began.elapsed());
            let (_, after) = world.generation();
            tried += 1;
            rebuilt += u32::from(after != before);
            // Files that nobody reads may go.
            let is_noted = !matches!((kind.as_str(), one), ("pos", Harm::Remove));
            assert!(after != before || !is_noted, "{one:?} of a {kind} file was not noticed");
            assert!(server.lives());
            server.kill();
        }
    }
    world.assert_exact().await;
    report(
        "R6",
        format!(
            "{tried} damages of {} ({flips} flips each; cut, emptied, removed; seed {seed}), {rebuilt} rebuilt; back ≤ {} ms",
            names.join(" "),
            slowest.as_millis()
        ),
        "0 wrong answers",
    );
}

/// A file cut while it is mapped ends the process (SIGBUS): the supervisor's restart must find its way alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_cut_while_it_is_served_is_survived_by_a_restart() {
    let (world, server) = populated(300).await;
    let truth = answers(&world, &server).await.unwrap();
    let mut server = Some(server);
    let (mut deaths, mut slowest) = (0, Duration::ZERO);
    let some = ["idx", "store", "term"];
    let is_tried =
        |name: &String| figure("CARNET_EVERY_KIND", some.contains(&name.as_str()), !name.starts_with('.'));
    let names: Vec<String> = kinds(&world).into_keys().filter(is_tried).collect();
    for kind in &names {
        let Some(path) = kinds(&world).remove(kind).and_then(|mut files| files.pop()) else { continue };
        OpenOptions::new().write(true).open(&path).unwrap().set_len(0).unwrap();
        let began = Instant::now();
        for _ in 0..5 {
            let found = answers(&world, server.as_ref().unwrap()).await;
            assert!(found.is_none_or(|found| found == truth), "a cut .{kind} file is answered wrongly");
        }
        // A supervisor starts what died; what lives on is restarted by hand, as after any alarm.
        let mut running = server.take().unwrap();
        if running.lives() {
            running.kill();
        } else {
            deaths += 1;
        }
        let mut started = world.serve(&[]);
        started.ready().await;
        assert_eq!(answers(&world, &started).await.as_ref(), Some(&truth), "after a cut .{kind} file");
        slowest = slowest.max(began.elapsed());
        server = Some(started);
    }
    assert!(slowest < BACK + BUSY, "{slowest:?}");
    world.assert_exact().await;
    server.unwrap().stop().await;
    report(
        "R6b",
        format!(
            "{} kept open and cut to nothing while serving: {deaths} ended the process (SIGBUS); back ≤ {} ms",
            names.join(" "),
            slowest.as_millis()
        ),
        "0 wrong answers",
    );
}
