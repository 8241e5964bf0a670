//! The accept loop: clients that say nothing, too little or too late, and the stop.

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use carnet::platform::http::server::{self, Patience};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

const PATIENCE: Patience = Patience {
    first_byte: Duration::from_millis(500),
    head: Duration::from_millis(500),
    stalled_write: Duration::from_millis(500),
    drain: Duration::from_secs(2),
};

struct Running {
    address: std::net::SocketAddr,
    stop: CancellationToken,
    server: JoinHandle<()>,
}

async fn start() -> Running {
    let site = Router::new()
        .route("/", get(async || "bonjour"))
        .route(
            "/slow",
            get(async || {
                sleep(Duration::from_millis(700)).await;
                "enfin"
            }),
        )
        .route("/huge", get(async || vec![b'x'; 64 * 1024 * 1024]))
        .route(
            "/endless",
            get(async || Body::from_stream(futures::stream::pending::<Result<String, std::io::Error>>())),
        );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let server = tokio::spawn(server::serve(listener, site, PATIENCE, stop.clone()));
    Running { address, stop, server }
}

impl Running {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn say(&self, text: &str) -> TcpStream {
        let mut stream = self.connect().await;
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }
}

fn request(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: carnet\r\n\r\n")
}

/// Reads until the server closes, and tells how long that took.
async fn read_to_end(stream: &mut TcpStream) -> (String, Duration) {
    let started = Instant::now();
    let mut bytes = Vec::new();
    let reading = timeout(Duration::from_secs(10), stream.read_to_end(&mut bytes));
    let _ = reading.await.expect("the server closes the connection");
    (String::from_utf8_lossy(&bytes).into_owned(), started.elapsed())
}

fn assert_cut_in_time(elapsed: Duration) {
    assert!((Duration::from_millis(300)..Duration::from_secs(3)).contains(&elapsed), "{elapsed:?}");
}

#[tokio::test]
async fn silent_connections_are_closed_while_others_are_served() {
    let running = start().await;
    let mut silent = Vec::new();
    for _ in 0..50 {
        silent.push(running.connect().await);
    }
    let mut polite = running.say(&request("/")).await;
    let mut answer = vec![0; 15];
    timeout(Duration::from_millis(300), polite.read_exact(&mut answer))
        .await
        .expect("not behind the silent ones")
        .unwrap();
    assert_eq!(answer, b"HTTP/1.1 200 OK");
    let started = Instant::now();
    for stream in &mut silent {
        assert_eq!(read_to_end(stream).await.0, "");
    }
    assert_cut_in_time(started.elapsed());
}

#[tokio::test]
async fn a_head_that_never_ends_is_cut() {
    let running = start().await;
    let mut stream = running.say("GET / HTTP/1.1\r\nhost: carnet\r\nx-a: ").await;
    let (mut reader, mut writer) = stream.split();
    let started = Instant::now();
    let drip = async {
        while writer.write_all(b"a").await.is_ok() {
            sleep(Duration::from_millis(50)).await;
        }
    };
    let end = async {
        let mut bytes = Vec::new();
        let _ = reader.read_to_end(&mut bytes).await;
    };
    tokio::select! { () = drip => {}, () = end => {} }
    assert_cut_in_time(started.elapsed());
}

#[tokio::test]
async fn a_connection_left_idle_after_an_answer_is_closed() {
    let running = start().await;
    let mut stream = running.say(&request("/")).await;
    let (answer, elapsed) = read_to_end(&mut stream).await;
    assert!(answer.ends_with("bonjour"), "{answer}");
    assert_cut_in_time(elapsed);
}

#[tokio::test]
async fn a_client_that_takes_nothing_is_cut() {
    let running = start().await;
    let mut stream = running.say(&request("/huge")).await;
    sleep(Duration::from_secs(2)).await;
    let (answer, _) = read_to_end(&mut stream).await;
    assert!(answer.len() < 64 * 1024 * 1024, "the answer was cut, not delivered late");
}

#[tokio::test]
async fn an_enormous_head_is_refused() {
    let running = start().await;
    let head = format!("GET / HTTP/1.1\r\nhost: carnet\r\nx-a: {}\r\n\r\n", "a".repeat(100_000));
    let mut stream = running.connect().await;
    // The server may close before everything is written.
    let _ = stream.write_all(head.as_bytes()).await;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 431");
}

#[tokio::test]
async fn the_stop_finishes_what_is_in_progress_and_takes_nothing_new() {
    let running = start().await;
    let mut idle = running.connect().await;
    let mut slow = running.say(&request("/slow")).await;
    sleep(Duration::from_millis(100)).await;
    running.stop.cancel();
    let started = Instant::now();
    let (answer, _) = read_to_end(&mut slow).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("enfin"), "{answer}");
    assert_eq!(read_to_end(&mut idle).await.0, "");
    running.server.await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    assert!(TcpStream::connect(running.address).await.is_err(), "the listener is closed");
}

#[tokio::test]
async fn the_stop_does_not_wait_for_ever() {
    let running = start().await;
    let mut endless = running.say(&request("/endless")).await;
    let mut first = [0; 15];
    endless.read_exact(&mut first).await.unwrap();
    running.stop.cancel();
    let ended = timeout(Duration::from_secs(4), running.server).await;
    ended.expect("it stops within its patience").unwrap();
}

/// The timer of the server's side of a connection, as Linux lists it: 2 is that of keepalive.
#[cfg(target_os = "linux")]
fn timer(server: u16, client: u16) -> Option<String> {
    let port = |field: &str| u16::from_str_radix(field.rsplit(':').next()?, 16).ok();
    std::fs::read_to_string("/proc/net/tcp").unwrap().lines().skip(1).find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let is_it = port(fields[1]) == Some(server) && port(fields[2]) == Some(client);
        is_it.then(|| fields[5][..2].to_owned())
    })
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_peer_that_is_gone_without_a_word_is_asked_after() {
    let running = start().await;
    let mut client = TcpStream::connect(running.address).await.unwrap();
    client.write_all(b"GET /endless HTTP/1.1\r\nhost: carnet\r\n\r\n").await.unwrap();
    let mut head = [0; 15];
    client.read_exact(&mut head).await.unwrap();
    assert_eq!(&head, b"HTTP/1.1 200 OK");
    let (server, own) = (running.address.port(), client.local_addr().unwrap().port());
    // Until what was sent is acknowledged, the timer is that of sending again.
    let began = Instant::now();
    while timer(server, own).as_deref() != Some("02") {
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", timer(server, own));
        sleep(Duration::from_millis(20)).await;
    }
}
