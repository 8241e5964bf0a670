//! R3, R7: files that can no longer be written, a full disk, and the n-th write that fails.

use std::fs::{self, OpenOptions};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};
use serde_json::json;

use super::crowd::Crowd;
use super::world::{Server, World};
use super::{BUSY, figure, report, seed, skip, until};

/// From the return of space to an index in step.
const CONVERGED: Duration = Duration::from_secs(10);

/// Sets the largest file the process may write.
fn limit_files(server: &Server, bytes: &str) -> bool {
    succeeds(Command::new("prlimit").arg(format!("--pid={}", server.pid())).arg(format!("--fsize={bytes}")))
}

fn succeeds(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

/// Nothing of what waits may have been given up for it.
async fn parked(world: &World) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM search_parked").fetch_one(&world.app.state.pool).await.unwrap()
}

/// While the index cannot be written: changes are still acknowledged, and the old index is still searched.
async fn holds_out(world: &World, server: &Server, crowd: &Crowd, changes: u64) {
    crowd.reach(crowd.tally.acknowledged() + changes).await;
    let answer = world.search(server, &json!({})).await.unwrap();
    assert!(answer.status.is_success(), "the old index is searched: {answer:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_cannot_be_written_stop_nobody() {
    let seed = seed();
    let world = Arc::new(World::new().await);
    world.populate(100).await;
    // The signal that goes with the limit is ignored: a write then fails, as on a full disk.
    let mut server = world.serve_after("trap '' XFSZ;", &[]);
    server.ready().await;
    if !limit_files(&server, "unlimited:unlimited") {
        return skip("R3", "prlimit is missing or may not change a limit");
    }
    let crowd = Crowd::start(&world, &server.base, 8, seed).await;
    crowd.reach(30).await;
    let (mut slowest, mut tried) = (Duration::ZERO, 0);
    // From nothing at all to nearly everything: each time another write is the first to fail.
    let limits: &[u32] = if figure("CARNET_ALL_SIZES", false, true) {
        &[0, 1, 16, 64, 100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200, 4800, 6400, 9600]
    } else {
        &[0, 150, 600, 1600]
    };
    for bytes in limits {
        assert!(limit_files(&server, &format!("{bytes}:unlimited")));
        holds_out(&world, &server, &crowd, 40).await;
        tokio::time::sleep(Duration::from_millis(figure("CARNET_STUCK_MS", 1500, 5000))).await;
        assert!(limit_files(&server, "unlimited:unlimited"));
        let began = Instant::now();
        crowd.pause().await;
        world.settled(CONVERGED + BUSY).await;
        slowest = slowest.max(began.elapsed());
        assert_eq!(parked(&world).await, 0, "whoever was written last is not to blame");
        world.assert_exact().await;
        crowd.resume();
        tried += 1;
    }
    assert!(server.lives());
    crowd.pause().await;
    let (lost, tally) = crowd.lost(&world).await;
    assert_eq!((lost, tally.wrong()), (0, 0), "{tally:?}");
    server.stop().await;
    report(
        "R3",
        format!(
            "writes beyond {tried} sizes fail under {} changes (seed {seed}), no restart; in step ≤ {} ms after",
            tally.acknowledged(),
            slowest.as_millis()
        ),
        format!("{lost} acknowledged, 0 set aside, 0/0/0/0"),
    );
}

/// A small disk of its own; unmounted at the end.
struct SmallDisk(std::path::PathBuf);

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_survived_without_a_restart() {
    let world = Arc::new(World::new().await);
    world.populate(100).await;
    let folder = world.data.join("index");
    fs::create_dir_all(&folder).unwrap();
    if !geteuid().is_root()
        || !succeeds(Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "carnet"]).arg(&folder))
    {
        return skip("R7", "mounting a disk of 8 MiB needs root");
    }
    let disk = SmallDisk(folder.clone());
    let mut server = world.serve(&[]);
    server.ready().await;
    let crowd = Crowd::start(&world, &server.base, 8, seed()).await;
    crowd.reach(30).await;
    // Nothing left, or a little: enough for what a commit without the guilty profile would take, say.
    let left: Vec<u64> =
        if figure("CARNET_FULL", false, true) { (0..24).step_by(2).collect() } else { vec![0, 4, 6, 8] };
    let rounds = left.len();
    let mut slowest = Duration::ZERO;
    for pages in left {
        let ballast = folder.join("ballast");
        // Until not a byte is left.
        let filled = fs::write(&ballast, vec![0_u8; 16 << 20]);
        assert!(filled.is_err(), "the disk is larger than it should be");
        let ballast_size = fs::metadata(&ballast).unwrap().len();
        OpenOptions::new().write(true).open(&ballast).unwrap().set_len(ballast_size - pages * 4096).unwrap();
        holds_out(&world, &server, &crowd, 60).await;
        tokio::time::sleep(Duration::from_secs(figure("CARNET_FULL_SECONDS", 2, 5))).await;
        holds_out(&world, &server, &crowd, 20).await;
        if pages == 0 {
            until("the health page says so", CONVERGED + BUSY, async || {
                server.report().await.is_some_and(|report| report["status"] == "degraded")
            })
            .await;
        }
        fs::remove_file(&ballast).unwrap();
        let began = Instant::now();
        crowd.pause().await;
        world.settled(CONVERGED + BUSY).await;
        slowest = slowest.max(began.elapsed());
        assert_eq!(parked(&world).await, 0);
        world.assert_exact().await;
        crowd.resume();
    }
    crowd.pause().await;
    let (lost, tally) = crowd.lost(&world).await;
    assert_eq!((lost, tally.wrong()), (0, 0), "{tally:?}");
    assert!(server.lives());
    server.stop().await;
    drop(disk);
    report(
        "R7",
        format!(
            "index on 8 MiB, filled {rounds} times to the last pages under {} changes: all acknowledged, old index searched; in step ≤ {} ms after",
            tally.acknowledged(),
            slowest.as_millis()
        ),
        format!("{lost} acknowledged, 0/0/0/0"),
    );
}

/// How long a server may take to come up while its disk fails, before the disk is mended.
const STARTS_DESPITE: Duration = Duration::from_secs(5);

/// Ends the faults: strace lets go of the process, which goes on.
fn mend(server: &Server) {
    let status = fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
    let tracer = status.lines().find_map(|line| line.strip_prefix("TracerPid:")).unwrap().trim();
    let tracer: i32 = tracer.parse().unwrap();
    assert_ne!(tracer, 0, "nothing fails the writes");
    kill(Pid::from_raw(tracer), Signal::SIGTERM).unwrap();
}

/// The n-th write to disk of each thread fails, n after n, until the disk is mended: that of a thread which tries again
/// for ever as well. Long form only: it needs strace.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nth_sync_may_fail() {
    let faults: u32 = figure("CARNET_FAULTS", 0, 60);
    if faults == 0 {
        return;
    }
    if !succeeds(Command::new("strace").args(["-qq", "-e", "trace=none", "true"])) {
        return skip("R3b", "strace is missing or may not trace");
    }
    let world = Arc::new(World::new().await);
    world.populate(50).await;
    let (mut lost, mut changes, mut late) = (0, 0, 0);
    for nth in 1..=faults {
        let prelude = format!(
            "set -- strace -I1 -D -f -qq -o /dev/null -e trace=fsync,fdatasync -e inject=fsync,fdatasync:error=EIO:when={nth} \"$@\";"
        );
        let mut server = world.serve_after(&prelude, &[]);
        let is_up = tokio::time::timeout(STARTS_DESPITE, server.ready()).await.is_ok();
        if !is_up {
            late += 1;
            mend(&server);
            server.ready().await;
        }
        let crowd = Crowd::start(&world, &server.base, 4, seed() + u64::from(nth)).await;
        crowd.reach(60).await;
        crowd.pause().await;
        if is_up {
            mend(&server);
        }
        until("the index is in step", CONVERGED + BUSY, async || {
            server.health("ready").await.is_some_and(|status| status.is_success())
        })
        .await;
        world.settled(CONVERGED + BUSY).await;
        let (gone, tally) = crowd.lost(&world).await;
        world.assert_exact().await;
        assert_eq!((gone, tally.wrong(), parked(&world).await), (0, 0, 0), "sync {nth}: {tally:?}");
        (lost, changes) = (lost + gone, changes + tally.acknowledged());
        server.kill();
    }
    report(
        "R3b",
        format!(
            "the n-th sync of each thread fails (EIO), n = 1 to {faults}, {late} times until after the start, {changes} changes"
        ),
        format!("{lost} acknowledged, 0/0/0/0"),
    );
}
