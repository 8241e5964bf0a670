//! R20: clients that say nothing, a byte at a time, or read nothing, beside honest ones.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::world::{Server, World};
use super::{BUSY, figure, report};

/// How long an attacker may keep a connection.
const CUT: Duration = Duration::from_secs(15);

/// Tells how long a connection lives on which these words are said, then one letter every half second; and what the
/// attacker heard last.
async fn drip(address: String, words: String) -> (Duration, String) {
    let began = Instant::now();
    let Ok(mut stream) = TcpStream::connect(address).await else { return (Duration::ZERO, String::new()) };
    let _ = stream.write_all(words.as_bytes()).await;
    let mut heard = words.lines().next().unwrap_or("nothing").to_owned();
    let mut bytes = [0; 1024];
    while began.elapsed() < 3 * CUT {
        if !words.is_empty() && stream.write_all(b"a").await.is_err() {
            break;
        }
        match timeout(Duration::from_millis(500), stream.read(&mut bytes)).await {
            Ok(Ok(0) | Err(_)) => break,
            Ok(Ok(read)) => {
                heard = format!("{heard}: {}", String::from_utf8_lossy(&bytes[..read]));
                sleep(Duration::from_millis(100)).await;
            }
            Err(_) => {}
        }
    }
    (began.elapsed(), heard)
}

/// The slowest of so many honest requests but one in a hundred.
async fn honest(world: &World, server: &Server, requests: usize) -> Duration {
    let mut took = Vec::new();
    for _ in 0..requests {
        let answer = world.ask(server, &world.recruiter, Method::GET, "/me", None).await.expect("an answer");
        assert!(answer.status.is_success(), "{answer:?}");
        took.push(answer.took);
    }
    took.sort();
    took[requests * 99 / 100]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_clients_are_cut_and_honest_ones_served() {
    let (slow, silent): (usize, usize) = (figure("CARNET_SLOW", 40, 300), figure("CARNET_SILENT", 200, 5000));
    let world = Arc::new(World::new().await);
    let mut server = world.serve(&[]);
    server.ready().await;
    let before = honest(&world, &server, 200).await;
    let address = server.base.trim_start_matches("http://").to_owned();
    let head = "GET /health/live HTTP/1.1\r\nhost: carnet\r\nx-a: ".to_owned();
    let body = "POST /api/v1/auth/login HTTP/1.1\r\nhost: carnet\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n".to_owned();
    let words = std::iter::repeat_n(String::new(), silent)
        .chain(std::iter::repeat_n(head, slow))
        .chain(std::iter::repeat_n(body, slow));
    let attackers: Vec<_> = words.map(|words| tokio::spawn(drip(address.clone(), words))).collect();
    sleep(Duration::from_secs(1)).await;
    let meanwhile = honest(&world, &server, 200).await;
    let mut lives = Vec::new();
    for attacker in attackers {
        lives.push(attacker.await.unwrap());
    }
    let (longest, heard) = lives.into_iter().max().unwrap();
    assert!(longest > Duration::from_secs(5), "nobody was slow: {longest:?}");
    assert!(longest < CUT + BUSY, "an attacker kept its connection for {longest:?}: {heard}");
    assert!(
        meanwhile < 2 * before + Duration::from_millis(250),
        "{meanwhile:?} beside slow clients, {before:?} before"
    );
    server.stop().await;
    report(
        "R20",
        format!(
            "{silent} silent, {slow} with an endless head, {slow} with an endless body: all cut ≤ {} s; honest p99 {} ms, {} ms before",
            longest.as_secs(),
            meanwhile.as_millis(),
            before.as_millis()
        ),
        "0 honest requests",
    );
}
