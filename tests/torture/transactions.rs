//! R10: a transaction that changes somebody and stays open for minutes, and the limits that end those of the server.

use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use reqwest::Method;
use serde_json::json;
use sqlx::Connection;

use super::crowd::set_visible;
use super::world::World;
use super::{BUSY, figure, report};

/// How old a change may be before it is searched.
const FRESH: Duration = Duration::from_secs(1);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_left_open_holds_nobody_up() {
    let seconds: u64 = figure("CARNET_OPEN", 6, 300);
    let world = World::new().await;
    world.populate(50).await;
    let mut server = world.serve(&[]);
    server.ready().await;
    let (held, free) = (world.app.person("Tenue", "Longue").await, world.app.person("Libre", "Vive").await);
    // Whoever opened it marked somebody and went to lunch, with a connection that has no limits.
    let url = world.app.state.pool.connect_options().as_ref().clone();
    let url = url.options([("idle_in_transaction_session_timeout", "0"), ("lock_timeout", "0")]);
    let mut outsider = sqlx::PgConnection::connect_with(&url).await.unwrap();
    let mut tx = outsider.begin().await.unwrap();
    sqlx::query("UPDATE person SET last_name = 'Enfin' WHERE id = $1")
        .bind(held.id)
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::query("SELECT mark_search_dirty(ARRAY[$1], true, now())")
        .bind(held.profile)
        .execute(&mut *tx)
        .await
        .unwrap();
    let (began, mut slowest, mut changes, mut restarts) = (Instant::now(), Duration::ZERO, 0, 0);
    while began.elapsed() < Duration::from_secs(seconds) {
        let asked = Instant::now();
        let name = format!("Vive {changes}");
        let body = json!({ "last_name": name });
        let answer = world.ask(&server, &free, Method::PATCH, "/me", Some(&body)).await.unwrap();
        assert!(answer.status.is_success(), "{answer:?}");
        assert!(asked.elapsed() < Duration::from_secs(2) + BUSY, "a writer waited {:?}", asked.elapsed());
        world.settled(FRESH + Duration::from_secs(2) + BUSY).await;
        slowest = slowest.max(asked.elapsed());
        changes += 1;
        if began.elapsed() > Duration::from_secs(seconds) / 2 && restarts == 0 {
            // A restart meanwhile, and a wish for a rebuild, which has to wait for the open transaction.
            restarts = 1;
            server.signal(Signal::SIGKILL);
            server = world.serve(&[]);
            let ready = server.ready().await;
            assert!(
                ready < Duration::from_secs(10) + BUSY,
                "a start waited {ready:?} for an open transaction"
            );
            let asked = "UPDATE index_node SET rebuild_requested_at = now()";
            sqlx::query(asked).execute(&world.app.state.pool).await.unwrap();
        }
    }
    let (_, before) = world.generation();
    tx.commit().await.unwrap();
    super::until("the rebuild asked for is made", Duration::from_secs(20), async || {
        world.generation().1 > before
    })
    .await;
    world.settled(Duration::from_secs(10)).await;
    assert!(set_visible(&world, &server, &held, true).await);
    world.settled(Duration::from_secs(10)).await;
    assert_eq!(world.named(&server, "Enfin").await, Some(1));
    world.assert_exact().await;
    server.stop().await;
    report(
        "R10",
        format!(
            "a marking transaction open for {seconds} s, a restart and a rebuild meanwhile: {changes} other changes searched ≤ {} ms after each",
            slowest.as_millis()
        ),
        "0/0/0/0",
    );
}

#[tokio::test]
async fn every_connection_of_the_server_has_its_limits() {
    let app = crate::support::app::TestApp::start().await;
    let mut found = Vec::new();
    for limit in ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"] {
        let value: String = sqlx::query_scalar("SELECT current_setting($1)")
            .bind(limit)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
        assert!(["30s", "5s", "10s"].contains(&value.as_str()), "{limit} is {value}");
        found.push(format!("{limit} {value}"));
    }
    let idle = figure("CARNET_IDLE", false, true);
    if idle {
        let mut tx = app.state.pool.begin().await.unwrap();
        tokio::time::sleep(Duration::from_secs(12)).await;
        assert!(
            sqlx::query("SELECT 1").execute(&mut *tx).await.is_err(),
            "an idle transaction was not ended"
        );
    }
    report("R10b", found.join(", "), if idle { "an idle transaction was ended" } else { "0" });
}
