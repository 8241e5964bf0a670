//! R2: the process is killed at random moments while everybody changes something.

use std::sync::Arc;
use std::time::Duration;

use carnet_index::ProfileStore;
use rand::RngExt;
use serde_json::json;

use super::crowd::{Crowd, set_visible};
use super::world::World;
use super::{BUSY, dice, figure, report, seed};

/// How long the index may take to be in step again after a restart.
const CONVERGED: Duration = Duration::from_secs(5);
/// The longest life of a process, in milliseconds.
const LONGEST_LIFE: u64 = 1200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_again_and_again_it_loses_nothing() {
    let (kills, updates): (u64, u64) =
        (figure("CARNET_KILLS", 4, 100), figure("CARNET_UPDATES", 300, 10_000));
    let seed = seed();
    let mut dice = dice(seed);
    let world = Arc::new(World::new().await);
    let canary = world.app.person("Zénobie", "Retirée").await;
    let mut server = world.serve(&[]);
    let started = server.ready().await;
    let crowd = Crowd::start(&world, &server.base, 16, seed).await;
    let (mut slowest_start, mut slowest_index) = (started, Duration::ZERO);
    for kill in 1..=kills {
        tokio::time::sleep(Duration::from_millis(dice.random_range(50..LONGEST_LIFE))).await;
        // Withdrawn and acknowledged right before the end: nobody may be shown this person from here on.
        let is_withdrawn = set_visible(&world, &server, &canary, true).await
            && set_visible(&world, &server, &canary, false).await;
        server.kill();
        server = world.serve(&[]);
        if dice.random_bool(0.3) {
            // And now and then while it starts.
            tokio::time::sleep(Duration::from_millis(dice.random_range(20..600))).await;
            server.kill();
            server = world.serve(&[]);
        }
        slowest_start = slowest_start.max(server.ready().await);
        if is_withdrawn {
            assert_eq!(world.named(&server, "Retirée").await, Some(0), "shown after kill {kill}");
        }
        crowd.pause().await;
        let converged = world.settled(CONVERGED + BUSY).await;
        slowest_index = slowest_index.max(converged);
        world.assert_exact().await;
        crowd.resume();
    }
    let wanted = updates.saturating_sub(crowd.tally.acknowledged());
    crowd.reach(crowd.tally.acknowledged() + wanted.max(1)).await;
    crowd.pause().await;
    world.settled(CONVERGED + BUSY).await;
    let (lost, tally) = crowd.lost(&world).await;
    let documents = world.assert_exact().await;
    assert_eq!(world.total(&server).await, Some(documents));
    server.kill();
    let mut server = world.serve(&[]);
    server.ready().await;
    let (temporary, files, segments) = left_behind(&world);
    assert_eq!(temporary, 0, "a start sweeps what a crash left");
    assert!(files <= 8 * segments + 20, "{files} files for {segments} segments");
    assert_eq!((lost, tally.wrong()), (0, 0), "seed {seed}: {tally:?}");
    server.stop().await;
    report(
        "R2",
        format!(
            "{kills} kills during {} acknowledged changes by 16 writers (seed {seed}); start ≤ {} ms, index in step ≤ {} ms, {files} files",
            tally.acknowledged(),
            slowest_start.as_millis(),
            slowest_index.as_millis()
        ),
        format!("{lost} acknowledged, 0 missing, 0 stale, 0 extra, 0 duplicate"),
    );
}

/// Temporary files, all files and segments of the generation served.
fn left_behind(world: &World) -> (usize, usize, usize) {
    let (folder, _) = world.generation();
    let names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    let temporary = names.iter().filter(|name| name.to_string_lossy().starts_with(".tmp")).count();
    let index = ProfileStore::open(world.data.join("index")).unwrap().open_current().unwrap().unwrap();
    (temporary, names.len(), index.segment_count().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_under_load_loses_nothing() {
    let seed = seed();
    let world = Arc::new(World::new().await);
    let mut server = world.serve(&[]);
    server.ready().await;
    let crowd = Crowd::start(&world, &server.base, 16, seed).await;
    let stops: u64 = figure("CARNET_STOPS", 1, 20);
    let mut slowest = Duration::ZERO;
    for _ in 0..stops {
        crowd.reach(crowd.tally.acknowledged() + 40).await;
        let began = std::time::Instant::now();
        server.stop().await;
        slowest = slowest.max(began.elapsed());
        server = world.serve(&[]);
        server.ready().await;
    }
    crowd.pause().await;
    world.settled(CONVERGED + BUSY).await;
    let (lost, tally) = crowd.lost(&world).await;
    world.assert_exact().await;
    assert_eq!((lost, tally.wrong()), (0, 0), "{tally:?}");
    assert!(slowest < Duration::from_secs(10) + BUSY, "{slowest:?}");
    let answered = world.search(&server, &json!({})).await.unwrap();
    assert!(answered.status.is_success());
    server.stop().await;
    report(
        "R19",
        format!(
            "{stops} stops under 16 writers, {} changes; slowest {} ms",
            tally.acknowledged(),
            slowest.as_millis()
        ),
        format!("{lost} acknowledged"),
    );
}
