//! R4, R21: PostgreSQL killed, its connections cut, and everything of it frozen, under load.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use super::crowd::Crowd;
use super::world::{Server, World, processes_of};
use super::{BUSY, figure, report, seed, until};

/// The longest answer, also while PostgreSQL is away.
const ANSWERED: Duration = Duration::from_secs(2);
/// From PostgreSQL's return to everything working.
const GREEN: Duration = Duration::from_secs(5);

/// Readers beside the writers of the crowd: what they were answered.
#[derive(Default)]
struct Seen {
    answers: AtomicU64,
    refusals: AtomicU64,
    slowest_ms: AtomicU64,
    is_over: AtomicBool,
    wrong: std::sync::Mutex<Vec<String>>,
}

/// What a reader asks for: its own page, a search, the catalogue, the state of the index.
async fn one_of_each(world: &World, server: &Server, seen: &Seen) -> bool {
    let empty = json!({});
    let asked: [(Method, &str, Option<&Value>); 4] = [
        (Method::GET, "/me", None),
        (Method::POST, "/profile-search", Some(&empty)),
        (Method::GET, "/me/company", None),
        (Method::GET, "/admin/index", None),
    ];
    let mut is_green = true;
    for (method, path, body) in asked {
        let Some(answer) = world.ask(server, &world.recruiter, method, path, body).await else {
            seen.wrong.lock().unwrap().push(format!("{path}: no answer"));
            return false;
        };
        seen.slowest_ms.fetch_max(answer.took.as_millis() as u64, Ordering::Relaxed);
        let is_right = answer.status.is_success();
        if is_right {
            seen.answers.fetch_add(1, Ordering::Relaxed);
        } else if answer.is_honest() {
            seen.refusals.fetch_add(1, Ordering::Relaxed);
        } else {
            seen.wrong.lock().unwrap().push(format!("{path}: {answer:?}"));
        }
        is_green &= is_right;
    }
    is_green
}

/// Keeps asking, in the background.
fn readers(world: &Arc<World>, server: &Arc<Server>) -> (Arc<Seen>, Vec<tokio::task::JoinHandle<()>>) {
    let seen = Arc::new(Seen::default());
    let tasks = (0..4).map(|_| {
        let (world, server, seen) = (Arc::clone(world), Arc::clone(server), Arc::clone(&seen));
        tokio::spawn(async move {
            while !seen.is_over.load(Ordering::Relaxed) {
                one_of_each(&world, &server, &seen).await;
            }
        })
    });
    let tasks = tasks.collect();
    (seen, tasks)
}

/// Waits until the cluster takes statements again.
async fn postgres_is_back(world: &World) {
    until("PostgreSQL is back", Duration::from_mins(1), async || {
        PgConnection::connect_with(&world.app.state.pool.connect_options()).await.is_ok()
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_postgres_it_says_so_and_loses_nothing() {
    let (kills, cuts): (u64, u64) = (figure("CARNET_POSTGRES_KILLS", 1, 20), figure("CARNET_CUTS", 4, 60));
    let world = Arc::new(World::with_cluster().await);
    let admin =
        sqlx::query("UPDATE person SET is_platform_admin = true WHERE id = $1").bind(world.recruiter.id);
    admin.execute(&world.app.state.pool).await.unwrap();
    let mut server = world.serve(&[]);
    server.ready().await;
    let server = Arc::new(server);
    let crowd = Crowd::start(&world, &server.base, 8, seed()).await;
    let (seen, tasks) = readers(&world, &server);
    let mut slowest_green = Duration::ZERO;
    for _ in 0..kills {
        crowd.reach(crowd.tally.acknowledged() + 30).await;
        let before = world.postmaster().unwrap();
        kill(Pid::from_raw(before), Signal::SIGKILL).unwrap();
        until("another server is started", Duration::from_mins(1), async || {
            world.postmaster().is_some_and(|pid| pid != before)
        })
        .await;
        postgres_is_back(&world).await;
        let green = until("everything is green", GREEN + BUSY, async || {
            one_of_each(&world, &server, &seen).await
                && server.health("ready").await.is_some_and(|status| status.is_success())
        });
        slowest_green = slowest_green.max(green.await);
        let writing = Instant::now();
        crowd.reach(crowd.tally.acknowledged() + 1).await;
        assert!(writing.elapsed() < GREEN + BUSY);
    }
    for _ in 0..cuts {
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";
        let mut own = PgConnection::connect_with(&world.app.state.pool.connect_options()).await.unwrap();
        sqlx::query(cut).execute(&mut own).await.unwrap();
        tokio::time::sleep(Duration::from_millis(figure("CARNET_CUT_EVERY_MS", 300, 1000))).await;
    }
    seen.is_over.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await.unwrap();
    }
    crowd.pause().await;
    postgres_is_back(&world).await;
    world.settled(GREEN + BUSY).await;
    let (lost, tally) = crowd.lost(&world).await;
    world.assert_exact().await;
    let wrong = std::mem::take(&mut *seen.wrong.lock().unwrap());
    assert_eq!((wrong, tally.wrong(), lost), (Vec::new(), 0, 0), "{tally:?}");
    let slowest = seen.slowest_ms.load(Ordering::Relaxed).max(tally.slowest_ms.load(Ordering::Relaxed));
    assert!(Duration::from_millis(slowest) < ANSWERED + BUSY, "{slowest} ms");
    let refusals = seen.refusals.load(Ordering::Relaxed) + tally.refused.load(Ordering::Relaxed);
    assert!(refusals > 0, "PostgreSQL was never away");
    drop(server);
    report(
        "R4",
        format!(
            "PostgreSQL killed {kills} times, all connections cut {cuts} times under {} answers: {refusals} × 503 with Retry-After, 0 × 500, slowest {slowest} ms, green again ≤ {} ms",
            seen.answers.load(Ordering::Relaxed) + tally.acknowledged(),
            slowest_green.as_millis()
        ),
        format!("{lost} acknowledged"),
    );
    Arc::into_inner(world).unwrap().end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_hangs_costs_no_connection_for_good() {
    let (freezes, seconds): (u64, u64) = (figure("CARNET_FREEZES", 1, 5), figure("CARNET_FREEZE", 4, 25));
    let world = Arc::new(World::with_cluster().await);
    // Few connections: one lost for ever at each freeze would soon be missed.
    let mut server = world.serve(&["--database-connections=4"]);
    server.ready().await;
    let server = Arc::new(server);
    let mut slowest = Duration::ZERO;
    for _ in 0..freezes {
        // Connections lie idle when the freeze begins: what asks for one meets a server that says nothing.
        let processes = processes_of(world.postmaster().unwrap());
        for pid in &processes {
            let _ = kill(*pid, Signal::SIGSTOP);
        }
        let began = Instant::now();
        let mut refused = 0;
        while began.elapsed() < Duration::from_secs(seconds) {
            let asked = (0..4).map(|_| world.ask(&server, &world.recruiter, Method::GET, "/me", None));
            let nothing = json!({});
            let searched = (0..4).map(|_| world.search(&server, &nothing));
            let answers =
                futures::join!(futures::future::join_all(asked), futures::future::join_all(searched));
            for answer in answers.0.into_iter().chain(answers.1) {
                let answer = answer.expect("an answer, whatever it says");
                assert!(answer.is_honest(), "{answer:?}");
                assert!(answer.took < ANSWERED + BUSY, "{answer:?}");
                refused += u32::from(!answer.status.is_success());
            }
        }
        assert!(refused > 0, "PostgreSQL was not frozen");
        for pid in &processes {
            let _ = kill(*pid, Signal::SIGCONT);
        }
        let woken = Instant::now();
        until("all connections work", Duration::from_secs(1) + BUSY, async || {
            // More at once than there are connections, twice: a connection that is gone for ever would show.
            let asked = (0..16).map(|_| world.ask(&server, &world.recruiter, Method::GET, "/me", None));
            let answers = futures::future::join_all(asked).await;
            answers.iter().all(|answer| answer.as_ref().is_some_and(|answer| answer.status.is_success()))
        })
        .await;
        slowest = slowest.max(woken.elapsed());
    }
    let all = at_once(&world, &server, 4).await;
    assert_eq!(all, 4, "connections in use at the same time");
    drop(server);
    report(
        "R21",
        format!(
            "PostgreSQL frozen {freezes} × {seconds} s with a pool of 4: 503 within 2 s, full speed {} ms later, {all} of 4 connections usable",
            slowest.as_millis()
        ),
        "0 connections",
    );
    Arc::into_inner(world).unwrap().end().await;
}

/// How many statements run at the same time when more are asked for than there are connections: held up by a lock.
async fn at_once(world: &Arc<World>, server: &Arc<Server>, wanted: usize) -> i64 {
    let mut holder = PgConnection::connect_with(&world.app.state.pool.connect_options()).await.unwrap();
    let mut tx = holder.begin().await.unwrap();
    sqlx::query("SELECT FROM person WHERE id = $1 FOR UPDATE")
        .bind(world.recruiter.id)
        .execute(&mut *tx)
        .await
        .unwrap();
    let asked: Vec<_> = (0..2 * wanted)
        .map(|n| {
            let (world, server) = (Arc::clone(world), Arc::clone(server));
            tokio::spawn(async move {
                let body = json!({ "last_name": format!("Recrute {n}") });
                world.ask(&server, &world.recruiter, Method::PATCH, "/me", Some(&body)).await
            })
        })
        .collect();
    let mut most = 0;
    for _ in 0..25 {
        let waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'carnet'
                       AND wait_event_type = 'Lock'";
        most = most.max(sqlx::query_scalar(waiting).fetch_one(&mut *tx).await.unwrap());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tx.rollback().await.unwrap();
    for answer in asked {
        let answer = answer.await.unwrap().expect("an answer");
        assert!(answer.is_honest(), "{answer:?}");
    }
    most
}
