//! R14: how long a change takes to be searched, and a withdrawal not to be.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::json;

use super::crowd::set_visible;
use super::world::World;
use super::{BUSY, figure, report};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_searched_within_a_second_and_a_withdrawal_at_once() {
    let changes: usize = figure("CARNET_CHANGES", 12, 500);
    let world = World::new().await;
    world.populate(200).await;
    let mut server = world.serve(&[]);
    server.ready().await;
    let ines = world.app.person("Inès", "Fraîche").await;
    let (mut added, mut withdrawals) = (Vec::new(), Duration::ZERO);
    for n in 0..changes {
        assert!(set_visible(&world, &server, &ines, true).await);
        let name = format!("Fraîche {n}x");
        let body = json!({ "last_name": name });
        let answer = world.ask(&server, &ines, Method::PATCH, "/me", Some(&body)).await.unwrap();
        assert!(answer.status.is_success(), "{answer:?}");
        let changed = Instant::now();
        while world.named(&server, &format!("fraiche {n}x")).await != Some(1) {
            assert!(changed.elapsed() < Duration::from_secs(10), "{name} is not searched");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        added.push(changed.elapsed());
        let asked = Instant::now();
        assert!(set_visible(&world, &server, &ines, false).await);
        withdrawals = withdrawals.max(asked.elapsed());
        assert_eq!(world.named(&server, "fraiche").await, Some(0), "shown after the withdrawal was answered");
    }
    added.sort();
    let (median, slow) = (added[changes / 2], added[changes * 99 / 100]);
    assert!(median < Duration::from_millis(300) + BUSY / 4, "median {median:?}");
    assert!(slow < Duration::from_secs(1) + BUSY, "p99 {slow:?}");
    server.stop().await;
    report(
        "R14",
        format!(
            "{changes} changes searched after p50 {} ms, p99 {} ms; withdrawals answered ≤ {} ms",
            median.as_millis(),
            slow.as_millis(),
            withdrawals.as_millis()
        ),
        format!("0 of {changes} withdrawn shown"),
    );
}
