//! R17, R18: clocks that jump, and processes that stand still while timed jobs are due.

use std::time::{Duration, Instant};

use carnet::platform::jobs;
use chrono::{DateTime, Utc};
use nix::sys::signal::Signal;
use tokio_util::sync::CancellationToken;

use super::world::World;
use super::{BUSY, figure, report, skip, until};
use crate::support::app::TestApp;

async fn scheduled(app: &TestApp, kind: &str) -> Option<DateTime<Utc>> {
    sqlx::query_scalar("SELECT last_scheduled_for FROM timed_job WHERE kind = $1")
        .bind(kind)
        .fetch_optional(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn timed_jobs_go_on_after_the_clock_was_wrong() {
    let app = TestApp::start().await;
    let stop = CancellationToken::new();
    let ticker = tokio::spawn(jobs::run_ticker(
        app.state.clone(),
        carnet::schedule::timed_jobs(&app.state.config.catalog_check),
        stop.clone(),
    ));
    let kind = "purge_dead_jobs";
    let patience = Duration::from_secs(8) + BUSY;
    until("the first one is written", patience, async || scheduled(&app, kind).await.is_some()).await;
    let mut slowest = Duration::ZERO;
    // A leap ahead, back again, and beyond: each time what is due by the new time is written soon.
    let leaps = [chrono::Duration::days(40), chrono::Duration::days(-80), chrono::Duration::days(160)];
    for leap in leaps {
        app.advance(leap);
        let now = app.state.clock.now();
        let took = until("the jobs follow the clock", patience, async || {
            let written = scheduled(&app, kind).await.unwrap();
            (now - written).abs() < chrono::Duration::minutes(2)
        });
        slowest = slowest.max(took.await);
    }
    stop.cancel();
    ticker.await.unwrap().unwrap();
    report(
        "R17",
        format!("the clock set +40, −80, +160 days: timed jobs go on after ≤ {} ms", slowest.as_millis()),
        "0 jobs",
    );
}

#[tokio::test]
async fn tokens_do_not_outlive_a_clock_set_back_nor_hold_before_it() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    ines.client.get("/me").await.expect(200);
    app.advance(chrono::Duration::hours(1));
    ines.client.get("/me").await.expect(401);
    let later = app.renewed(&ines);
    later.client.get("/me").await.expect(200);
    // Issued in what is now the future: refused rather than held for longer than it was meant to.
    app.advance(chrono::Duration::days(-1));
    later.client.get("/me").await.expect(401);
    report("R17b", "access tokens one hour late, and a day early after the clock was set back", "0 accepted");
}

/// Long form only: a job is due each minute.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_stood_still_ticks_again() {
    let seconds: u64 = figure("CARNET_STANDSTILL", 0, 600);
    if seconds == 0 {
        return;
    }
    let world = World::new().await;
    let mut server = world.serve(&[]);
    server.ready().await;
    let kind = "check_companies";
    until("a minute's job is written", Duration::from_secs(90), async || {
        scheduled(&world.app, kind).await.is_some()
    })
    .await;
    server.signal(Signal::SIGSTOP);
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    server.signal(Signal::SIGCONT);
    let woken = Utc::now();
    let took = until("it ticks again", Duration::from_secs(130), async || {
        scheduled(&world.app, kind).await.is_some_and(|last| last > woken - chrono::Duration::minutes(1))
    });
    let took = took.await;
    server.stop().await;
    report(
        "R18",
        format!(
            "the process stood still for {seconds} s; a job of every minute is written {} s later",
            took.as_secs()
        ),
        "0 jobs",
    );
}

/// Long form only: it needs faketime.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_at_another_time_keeps_its_promises() {
    if !figure("CARNET_FAKETIME", false, true) {
        return;
    }
    if !std::process::Command::new("faketime")
        .args(["-f", "+1d", "true"])
        .status()
        .is_ok_and(|ended| ended.success())
    {
        return skip("R17c", "faketime is not installed");
    }
    let offsets = [
        "-1h",
        "+1h",
        "-1d",
        "+1d",
        "+30d",
        "@2028-02-29 23:59:30",
        "@2026-10-25 00:59:30",
        "@2027-03-28 00:59:30",
    ];
    for offset in offsets {
        let world = World::new().await;
        world.populate(20).await;
        // The program itself would stand between: it waits for its child and passes no signal on.
        let prelude = format!(
            "export FAKETIME='{offset}' FAKETIME_DONT_FAKE_MONOTONIC=1 DONT_FAKE_MONOTONIC=1; \
             export \"$(faketime -f +0 env | grep ^LD_PRELOAD=)\";"
        );
        let mut server = world.serve_after(&prelude, &[]);
        server.ready().await;
        world.assert_exact().await;
        // A token of our time is no token an hour or more away: refused, never a failure.
        let answer = world.search(&server, &serde_json::json!({})).await.unwrap();
        assert!([200, 401].contains(&answer.status.as_u16()), "{offset}: {answer:?}");
        let began = Instant::now();
        server.stop().await;
        assert!(began.elapsed() < Duration::from_secs(10) + BUSY);
    }
    report("R17c", format!("a process at {}", offsets.join(", ")), "0 failures");
}
