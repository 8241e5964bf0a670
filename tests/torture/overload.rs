//! R22: many more requests at once than the machine answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use super::world::{Answer, World};
use super::{BUSY, figure, report, until};

/// How long one may be kept before a refusal.
const REFUSED: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_much_is_refused_at_once_and_the_rest_is_served() {
    let (callers, seconds): (usize, u64) =
        (figure("CARNET_CALLERS", 320, 600), figure("CARNET_OVERLOAD", 3, 60));
    let world = Arc::new(World::new().await);
    world.populate(2000).await;
    let mut server = world.serve(&["--database-connections=8"]);
    server.ready().await;
    let server = Arc::new(server);
    let truth = world.total(&server).await;
    let is_over = Arc::new(AtomicBool::new(false));
    let tasks: Vec<_> = (0..callers)
        .map(|_| {
            let (world, server, is_over) = (Arc::clone(&world), Arc::clone(&server), Arc::clone(&is_over));
            tokio::spawn(async move {
                let mut answers: Vec<Option<Answer>> = Vec::new();
                while !is_over.load(Ordering::Relaxed) {
                    let body = json!({ "facets": ["rome", "skills", "levels", "statuses"], "limit": 50 });
                    answers.push(world.search(&server, &body).await);
                }
                answers
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    is_over.store(true, Ordering::Relaxed);
    let ended = Instant::now();
    let answers: Vec<Answer> = futures::future::join_all(tasks)
        .await
        .into_iter()
        .flat_map(Result::unwrap)
        .map(|answer| answer.expect("an answer, whatever it says"))
        .collect();
    until("it answers as before", Duration::from_secs(5) + BUSY, async || {
        world.total(&server).await == truth
    })
    .await;
    let recovered = ended.elapsed();
    let dishonest = answers.iter().find(|answer| !answer.is_honest());
    assert!(dishonest.is_none(), "{dishonest:?}");
    let (served, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status.is_success());
    assert!(served.iter().all(|answer| answer.body["total"].as_u64() == truth), "wrong under load");
    assert!(!refused.is_empty() && !served.is_empty(), "{} served, {} refused", served.len(), refused.len());
    let slowest = |answers: &[&Answer]| {
        let mut took: Vec<Duration> = answers.iter().map(|answer| answer.took).collect();
        took.sort();
        took[took.len() * 99 / 100]
    };
    // What the callers of this process wait for each other counts as well: they share the machine's cores.
    assert!(slowest(&refused) < REFUSED + BUSY, "{:?}", slowest(&refused));
    report(
        "R22",
        format!(
            "{callers} callers for {seconds} s: {} served (p99 {} ms), {} refused with Retry-After (p99 {} ms), as before {} ms later",
            served.len(),
            slowest(&served).as_millis(),
            refused.len(),
            slowest(&refused).as_millis(),
            recovered.as_millis()
        ),
        "0 wrong answers",
    );
}
