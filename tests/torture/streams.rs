//! R19: the process is told to stop while pages follow it and requests are under way.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use reqwest::{Method, StatusCode};
use serde_json::json;

use super::world::World;
use super::{BUSY, figure, report};
use crate::support::live::Live;

/// How long the process may take to end.
const GONE: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_told_to_stop_ends_its_streams_and_fails_no_request() {
    let (streams, callers): (usize, usize) =
        (figure("CARNET_STREAMS", 55, 500), figure("CARNET_CALLERS", 8, 32));
    let world = Arc::new(World::new().await);
    let mut server = world.serve(&[]);
    server.ready().await;
    let mut open = Vec::new();
    for number in 0..streams {
        let person = world.app.person("Inès", &format!("Lefèvre{number}")).await;
        let address = format!("{}/api/v1/me/live", server.base);
        let asked = world.http.request(Method::GET, address).bearer_auth(person.access_token());
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let mut live = Live::on(answer);
        live.expect("hello").await;
        open.push(live);
    }
    let is_stopping = Arc::new(AtomicBool::new(false));
    let address = format!("{}/health/ready", server.base);
    let calling = (0..callers).map(|_| {
        let (address, is_stopping) = (address.clone(), Arc::clone(&is_stopping));
        tokio::spawn(async move {
            let http = reqwest::Client::builder().pool_max_idle_per_host(0).build().unwrap();
            let mut answered = 0;
            loop {
                let is_late = is_stopping.load(Ordering::SeqCst);
                match http.get(&address).send().await {
                    Ok(answer) => {
                        assert_eq!(answer.status(), StatusCode::OK);
                        answered += 1;
                    }
                    Err(error) if is_late || error.is_connect() => return answered,
                    Err(error) => panic!("a request under way failed: {error:?}"),
                }
            }
        })
    });
    let calling: Vec<_> = calling.collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    is_stopping.store(true, Ordering::SeqCst);
    let began = Instant::now();
    server.signal(Signal::SIGTERM);
    for live in &mut open {
        let (last, _) = live.ended().await;
        let last = last.expect("it says why");
        assert_eq!((last.name.as_str(), &last.data), ("closed", &json!({ "reason": "stopping" })));
    }
    let ended = began.elapsed();
    assert!(server.ended(GONE + BUSY).await.success());
    let answered: Vec<i32> =
        futures::future::join_all(calling).await.into_iter().map(Result::unwrap).collect();
    assert!(answered.iter().all(|count| *count > 0), "{answered:?}");
    report(
        "R19 graceful stop with open streams",
        format!("{streams} streams, {} requests", answered.iter().sum::<i32>()),
        format!("0 cut; streams over after {ended:?}, gone after {:?}", began.elapsed()),
    );
}
