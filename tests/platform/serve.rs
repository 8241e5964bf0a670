//! `carnet serve` as people run it: a process, its private cluster, its end.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use reqwest::StatusCode;

use crate::support::folder::Folder;

struct Served {
    process: Child,
    base: String,
}

/// Starts the server on a free port, without metrics, and waits for the line that gives its address.
fn serve(data: &Path, more: &[&str]) -> Served {
    serve_measured(data, "off", more)
}

fn serve_measured(data: &Path, metrics: &str, more: &[&str]) -> Served {
    let mut process = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args(["serve", "--listen=127.0.0.1:0", "--limits=off", "--rome-url=off", "--rncp-url=off"])
        .arg(format!("--metrics-listen={metrics}"))
        .args(more)
        .arg(format!("--data={}", data.display()))
        .env_remove("DATABASE_URL")
        .env_remove("ROME_ARCHIVE")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready = lines.find_map(|line| line.unwrap().strip_prefix("Carnet est prêt : ").map(str::to_owned));
    let Some(base) = ready else { panic!("the server did not start: {:?}", process.wait()) };
    Served { process, base }
}

impl Served {
    async fn status(&self, path: &str) -> StatusCode {
        reqwest::get(format!("{}{path}", self.base)).await.unwrap().status()
    }

    fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.process.id()).unwrap()), signal).unwrap();
    }

    /// Waits for the end without blocking the runtime that drives requests meanwhile.
    async fn ended(mut self) -> ExitStatus {
        let started = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(started.elapsed() < Duration::from_mins(2), "the server does not stop");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

#[tokio::test]
async fn it_starts_from_nothing_stops_cleanly_and_starts_again() {
    let folder = Folder::new("var à moi");
    let first = serve(&folder.data, &[]);
    assert_eq!(first.status("/health/ready").await, StatusCode::OK);
    assert_eq!(first.status("/api/v1/openapi.json").await, StatusCode::OK);
    assert_eq!(
        first.status("/api/v1/catalog/release").await,
        StatusCode::OK,
        "there is a catalogue from the start"
    );
    first.signal(Signal::SIGTERM);
    assert!(first.ended().await.success());
    assert!(!folder.data.join("postgres/postmaster.pid").exists(), "the private cluster is stopped with it");

    let second = serve(&folder.data, &[]);
    second.signal(Signal::SIGINT);
    assert!(second.ended().await.success());
}

#[tokio::test]
async fn a_stop_under_load_fails_no_request_in_progress() {
    let folder = Folder::new("var");
    let served = serve(&folder.data, &[]);
    let address = format!("{}/health/ready", served.base);
    let stopping = Arc::new(AtomicBool::new(false));
    let callers = (0..8).map(|_| {
        let (address, stopping) = (address.clone(), Arc::clone(&stopping));
        tokio::spawn(async move {
            // One connection per request: an idle one may be closed under a caller by anybody.
            let http = reqwest::Client::builder().pool_max_idle_per_host(0).build().unwrap();
            let mut answered = 0;
            loop {
                let late = stopping.load(Ordering::SeqCst);
                match http.get(&address).send().await {
                    Ok(answer) => {
                        assert_eq!(answer.status(), StatusCode::OK);
                        answered += 1;
                    }
                    // Asked after the stop: turned away, in whatever way.
                    Err(_) if late => return answered,
                    Err(error) if error.is_connect() => return answered,
                    Err(error) => panic!("a request in progress failed: {error:?}"),
                }
            }
        })
    });
    let callers: Vec<_> = callers.collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    stopping.store(true, Ordering::SeqCst);
    served.signal(Signal::SIGTERM);
    assert!(served.ended().await.success());
    let answered: Vec<i32> =
        futures::future::join_all(callers).await.into_iter().map(Result::unwrap).collect();
    assert!(answered.iter().all(|count| *count > 0), "{answered:?}");
}

#[tokio::test]
async fn metrics_are_read_on_a_listener_of_their_own() {
    let folder = Folder::new("var");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let metrics = format!("127.0.0.1:{port}");
    let served = serve_measured(&folder.data, &metrics, &[]);
    assert_eq!(served.status("/api/v1/catalog/jobs/M1805").await, StatusCode::OK);
    assert_eq!(served.status("/api/v1/catalog/jobs/M9999").await, StatusCode::NOT_FOUND);
    let page = reqwest::get(format!("http://{metrics}/metrics")).await.unwrap().text().await.unwrap();
    for status in ["200", "404"] {
        let counted = page.lines().any(|line| {
            line.starts_with("axum_http_requests_total{")
                && line.contains("endpoint=\"/api/v1/catalog/jobs/{code}\"")
                && line.contains(&format!("status=\"{status}\""))
        });
        assert!(counted, "by route and status, never by address: {page}");
    }
    assert!(!page.contains("M9999"), "what people ask for is nobody's metric");
    assert!(page.contains("carnet_database_connections_idle"), "{page}");
    let public = reqwest::get(format!("{}/metrics", served.base)).await.unwrap().text().await.unwrap();
    assert!(!public.contains("axum_http_requests_total"), "the public reads none: {public}");
    served.signal(Signal::SIGTERM);
    assert!(served.ended().await.success());
}

#[tokio::test]
async fn parts_can_run_in_processes_of_their_own_over_one_private_cluster() {
    let folder = Folder::new("var");
    let web = serve(&folder.data, &["--without=jobs,schedule"]);
    let mut rest = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args([
            "serve",
            "--without=web",
            "--metrics-listen=off",
            "--limits=off",
            "--log=error",
            "--rome-url=off",
            "--rncp-url=off",
        ])
        .arg(format!("--data={}", folder.data.display()))
        .env_remove("DATABASE_URL")
        .env_remove("ROME_ARCHIVE")
        .spawn()
        .unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(rest.try_wait().unwrap().is_none(), "the second process runs beside the first");
    assert_eq!(web.status("/health/ready").await, StatusCode::OK);
    web.signal(Signal::SIGTERM);
    assert!(web.ended().await.success());
    let rest = Served { process: rest, base: String::new() };
    rest.signal(Signal::SIGTERM);
    assert!(rest.ended().await.success());
    assert!(!folder.data.join("postgres/postmaster.pid").exists(), "the last one stops the cluster");
}

#[test]
fn faulty_settings_are_one_sentence() {
    let refusal = |more: &[&str]| {
        let folder = Folder::new("var");
        let output = Command::new(env!("CARGO_BIN_EXE_carnet"))
            .args(["serve", "--metrics-listen=off", "--listen=127.0.0.1:0"])
            .args(more)
            .arg(format!("--data={}", folder.data.display()))
            .env_remove("DATABASE_URL")
            .output()
            .unwrap();
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(refusal(&["--log=not,,a=filter=x"]).contains("CARNET_LOG"));
    let secret = refusal(&["--database-url=postgres://u:hunter2@[nonsense"]);
    assert!(secret.contains("DATABASE_URL") && !secret.contains("hunter2"), "{secret}");
    assert!(refusal(&["--pg-bin=/nonexistent"]).contains("apt-get install postgresql"));
}
