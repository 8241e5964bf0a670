//! R8: two processes on one index, the lock file deleted, the writer killed, frozen and woken up.

use std::sync::Arc;
use std::time::{Duration, Instant};

use carnet_index::{ProfileId, ProfileStore};
use nix::sys::signal::Signal;

use super::crowd::Crowd;
use super::world::World;
use super::{BUSY, figure, report, seed, until};
use crate::support::search::{SearchApp, someone};

/// How long a writer's place may stay empty, for a dead one and for a frozen one.
const TAKEN_OVER: Duration = Duration::from_secs(10);

/// Deletes every lock file of the search library.
fn delete_lock_files(world: &World) {
    let (folder, _) = world.generation();
    for name in [".tantivy-writer.lock", ".tantivy-meta.lock"] {
        let _ = std::fs::remove_file(folder.join(name));
    }
}

/// The connections that hold the writer's place in PostgreSQL.
async fn writers(world: &World) -> Vec<i32> {
    sqlx::query_scalar(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 4244 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    )
    .fetch_all(&world.app.state.pool)
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_on_one_index_never_write_together() {
    let (seconds, rounds): (u64, u64) = (figure("CARNET_FROZEN", 10, 60), figure("CARNET_ROUNDS", 2, 4));
    let seed = seed();
    let world = Arc::new(World::new().await);
    world.populate(80).await;
    let mut one = world.serve(&[]);
    one.ready().await;
    let mut other = world.serve_beside();
    other.ready().await;
    let mut slowest = Duration::ZERO;
    let (mut lost, mut changes) = (0, 0);
    for round in 0..rounds {
        // Both answer, one writes, its lock file is deleted: the lock in PostgreSQL is still there.
        let crowd = Crowd::start(&world, &other.base, 4, seed).await;
        delete_lock_files(&world);
        crowd.reach(60).await;
        assert_eq!(writers(&world).await.len(), 1);
        // The writer is killed under load.
        one.kill();
        let began = Instant::now();
        until("the other one writes", TAKEN_OVER + BUSY, async || writers(&world).await.len() == 1).await;
        crowd.pause().await;
        world.settled(TAKEN_OVER + BUSY).await;
        slowest = slowest.max(began.elapsed());
        world.assert_exact().await;
        // It is frozen under load: the one started again takes its place.
        one = world.serve(&[]);
        one.ready().await;
        let (gone, tally) = crowd.lost(&world).await;
        (lost, changes) = (lost + gone, changes + tally.acknowledged());
        let crowd = Crowd::start(&world, &one.base, 4, seed + 1).await;
        crowd.reach(20).await;
        let before = writers(&world).await;
        other.signal(Signal::SIGSTOP);
        if round % 2 == 1 {
            // With the lock file, the next writer builds an index of its own; without, it goes on with this one.
            delete_lock_files(&world);
        }
        let frozen = Instant::now();
        until("the frozen one is replaced", TAKEN_OVER + BUSY, async || {
            let now = writers(&world).await;
            !now.is_empty() && now != before
        })
        .await;
        slowest = slowest.max(frozen.elapsed());
        tokio::time::sleep(Duration::from_secs(seconds).saturating_sub(frozen.elapsed())).await;
        // It wakes up, in the middle of whatever it was doing.
        other.signal(Signal::SIGCONT);
        crowd.reach(crowd.tally.acknowledged() + 60).await;
        crowd.pause().await;
        world.settled(TAKEN_OVER + BUSY).await;
        assert_eq!(writers(&world).await.len(), 1);
        let documents = world.assert_exact().await;
        for server in [&one, &other] {
            let total = || world.total(server);
            until("both see the same", TAKEN_OVER, async || total().await == Some(documents)).await;
        }
        let (gone, tally) = crowd.lost(&world).await;
        (lost, changes) = (lost + gone, changes + tally.acknowledged());
        assert_eq!((lost, tally.wrong()), (0, 0), "seed {seed}");
    }
    other.stop().await;
    one.stop().await;
    report(
        "R8",
        format!(
            "{rounds} × (lock file deleted, writer killed, writer frozen {seconds} s and woken) under {changes} changes (seed {seed}); place taken ≤ {} ms",
            slowest.as_millis()
        ),
        format!("{lost} acknowledged, 0 missing, 0 stale, 0 extra, 0 duplicate"),
    );
}

/// The worst a writer that lost its place can do: it commits after all, on files whose lock was deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_without_permission_is_seen_and_undone() {
    let app = SearchApp::start().await;
    let mut people = Vec::new();
    for n in 0..80 {
        people.push(app.add(&someone(&format!("Prénom {n}"), "Nom")).await);
    }
    app.settled().await;
    let store = ProfileStore::open(app.index_folder()).unwrap();
    let index = store.open_current().unwrap().unwrap();
    assert!(index.writer().is_err(), "the lock file refuses a second writer");
    let folder = store.generation_directory(store.current_generation().unwrap().unwrap());
    std::fs::remove_file(folder.join(".tantivy-writer.lock")).unwrap();
    let mut intruder = index.writer().unwrap();
    for one in &people[..35] {
        intruder.delete(ProfileId(one.profile.0.as_u128())).unwrap();
    }
    let mut stale = index.payload().unwrap().unwrap();
    stale.batch = stale.batch.saturating_sub(1);
    intruder.commit(&stale).unwrap();
    drop(intruder);
    let began = Instant::now();
    app.until("the index is built anew", async || app.generation() == Some(2)).await;
    app.settled().await;
    SearchApp::assert_exact(&app.verify().await, 80);
    report(
        "R8b",
        format!(
            "a second writer with the lock file deleted removes 35 of 80; seen and rebuilt in {} ms",
            began.elapsed().as_millis()
        ),
        "0 of 80",
    );
}
