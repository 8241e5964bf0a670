//! The memory of the server does not grow with the size of what is sent, nor of what is handed out.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use axum::body::Bytes;
use futures::StreamExt;
use reqwest::Method;

use crate::support::app::TestApp;
use crate::support::client::{Client, send};
use crate::support::database::TestDatabase;
use crate::support::files::{film, film_head};

/// Bytes of the film that is sent, and by how much the server may grow meanwhile: buffers, of which none is as long.
const FILM: u32 = 180_000_000;
const GROWTH: u64 = 40_000_000;

/// The key that both servers share.
const SECRET: &str = "a key that two servers of a test share";

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The most memory the process ever had, in bytes.
fn peak(process: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<u64>().unwrap() * 1024
}

/// A film of zeroes, made as it is sent.
fn endless_film() -> reqwest::Body {
    let piece = Bytes::from(vec![0; 100_000]);
    let pieces = futures::stream::repeat(piece).take(FILM as usize / 100_000);
    let head = futures::stream::iter([Bytes::from(film_head(FILM))]);
    reqwest::Body::wrap_stream(head.chain(pieces).map(Ok::<_, std::io::Error>))
}

#[tokio::test]
async fn memory_does_not_grow_with_a_file() {
    let database = Arc::new(TestDatabase::create().await);
    let app = TestApp::start_now(Arc::clone(&database), &[&format!("--token-secret={SECRET}")]).await;
    let person = app.person("Léa", "Durand").await;
    let data = tempfile::tempdir().unwrap();
    let mut process = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args([
            "serve",
            "--listen=127.0.0.1:0",
            "--limits=off",
            "--rome-url=off",
            "--rncp-url=off",
            "--metrics-listen=off",
        ])
        .args(["--without=jobs,schedule", &format!("--data={}", data.path().display())])
        .env("DATABASE_URL", database.url())
        .env("CARNET_TOKEN_SECRET", SECRET)
        .env_remove("ROME_ARCHIVE")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let base =
        lines.find_map(|line| line.unwrap().strip_prefix("Carnet est prêt : ").map(str::to_owned)).unwrap();
    let server = Server(process);
    let client = Client::new(&base).with_token(person.client.token().unwrap());
    client.upload("/me/files", "a.mp4", film(1_000_000)).await.expect(201);
    let before = peak(&server.0);
    let request = client.request(Method::POST, "/me/files").header("File-Name", "a.mp4").body(endless_film());
    let card = send(request).await.expect(201);
    assert!(card["bytes"].as_u64().unwrap() > u64::from(FILM));
    let after = peak(&server.0);
    println!(
        "peak before: {} MB, after {} MB sent: {} MB",
        before / 1_000_000,
        FILM / 1_000_000,
        after / 1_000_000
    );
    assert!(after - before < GROWTH, "the server grew by {} bytes", after - before);
}
