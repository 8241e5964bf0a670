//! The server under test, over real HTTP on a loopback port.

use std::sync::Arc;

use carnet::app;
use carnet::ids::Ids;
use carnet::platform::clock::Clock;
use carnet::platform::config::Config;
use carnet::platform::db::pool;
use carnet::platform::http::server::{self, Patience};
use carnet::platform::jobs::{self, Registry};
use carnet::platform::state::AppState;
use carnet::platform::telemetry::Metrics;
use chrono::{DateTime, Utc};
use clap::Parser;
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use super::client::Client;
use super::database::TestDatabase;
use super::mailbox::{self, Received};

/// A running server, its database, its clock.
pub struct TestApp {
    /// The server's state, for what HTTP does not show.
    pub state: AppState,
    /// `http://127.0.0.1:<port>`
    pub base: String,
    /// The folder the server writes to.
    pub data: TempDir,
    server: tokio::task::JoinHandle<()>,
    stop: CancellationToken,
    // Last: the database is dropped after everything that uses it.
    database: Arc<TestDatabase>,
}

#[derive(Parser)]
struct Settings {
    #[command(flatten)]
    config: Config,
}

/// In memory where that is possible: many tests that each wait for the disk wait for each other.
fn data_folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// When every test starts: a Tuesday morning in Paris.
pub fn start_time() -> DateTime<Utc> {
    "2026-03-03T08:00:00Z".parse().unwrap()
}

/// The same in every run, another for every test: what one test logs holds no id of another's.
fn seed_of_this_test() -> u64 {
    let name = std::thread::current().name().unwrap_or_default().to_owned();
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |seed, byte| (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl TestApp {
    /// Starts a server on an empty database.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts a server with more settings, e.g. `["--limits=on"]`.
    pub async fn start_with(settings: &[&str]) -> Self {
        let database = Arc::new(TestDatabase::create().await);
        Self::start_on(database, Clock::manual(start_time()), seed_of_this_test(), settings).await
    }

    /// A server whose catalogue is the starter's, with more settings.
    pub async fn with_catalogue_and(settings: &[&str]) -> Self {
        let database = TestDatabase::filled("starter", async |database| {
            let app = Self::start_on(database, Clock::manual(start_time()), 0, &[]).await;
            app.load_starter().await;
            app.state.pool.close().await;
        });
        let database = Arc::new(database.await);
        Self::start_on(database, Clock::manual(start_time()), seed_of_this_test(), settings).await
    }

    /// A server whose catalogue is the starter's.
    pub async fn with_catalogue() -> Self {
        Self::with_catalogue_and(&[]).await
    }

    /// Starts another server on the same database and clock, with a data folder of its own.
    pub async fn start_beside(&self, seed: u64, settings: &[&str]) -> Self {
        Self::start_on(Arc::clone(&self.database), self.state.clock.clone(), seed, settings).await
    }

    /// Starts a server on this database at the system's time, to go with a `carnet` process.
    pub async fn start_now(database: Arc<TestDatabase>, settings: &[&str]) -> Self {
        Self::start_on(database, Clock::system(), rand::random(), settings).await
    }

    async fn start_on(database: Arc<TestDatabase>, clock: Clock, seed: u64, settings: &[&str]) -> Self {
        let data = data_folder();
        let data_flag = format!("--data={}", data.path().display());
        // A register that nobody runs: no test ever calls the real one.
        let register = "--sirene-url=http://127.0.0.1:9";
        // What opens files is the program, not the tests that were built around it.
        let opens = concat!("--mask-program=", env!("CARGO_BIN_EXE_carnet"));
        let mut flags = vec![
            "carnet",
            opens,
            "--limits=off",
            "--metrics-listen=off",
            register,
            "--rome-url=off",
            "--rncp-url=off",
            &data_flag,
        ];
        flags.retain(|flag| !settings.iter().any(|own| own.split('=').next() == flag.split('=').next()));
        flags.extend(settings);
        let config = Settings::parse_from(flags).config;
        let ids = Ids::seeded(clock.clone(), seed);
        let pool = pool::connect(database.options(), 5).await.unwrap();
        let state = app::state(pool, clock, ids, config).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let stop = CancellationToken::new();
        let mut site = app::router(&state);
        if let Some(metrics) = Metrics::open(&state.config).unwrap() {
            site = site.layer(metrics.layer());
            tokio::spawn(metrics.serve(state.clone(), stop.clone()));
        }
        let server = tokio::spawn(server::serve(listener, site, Patience::default(), stop.clone()));
        Self { state, base, data, server, stop, database }
    }

    /// Asks the server to stop as a signal does, and waits until it has.
    pub async fn stop(&mut self) {
        self.stop.cancel();
        (&mut self.server).await.unwrap();
    }

    /// A client that is not signed in.
    pub fn anonymous(&self) -> Client {
        Client::new(&self.base)
    }

    /// Runs every job that is due; none may fail.
    pub async fn run_jobs(&self) -> usize {
        let drained = jobs::run_due(&self.state, self.state.part::<Registry>()).await.unwrap();
        assert!(drained.errors.is_empty(), "jobs failed: {:?}", drained.errors);
        drained.done
    }

    /// Of the jobs that wait and differ in little (mails of one subject), one stays: where everybody has left colleagues behind, each
    /// is told of what comes after, ten thousand times in all.
    pub async fn thin_out_jobs(&self) {
        sqlx::query(
            // Those that are running are left alone.
            "DELETE FROM job WHERE id IN (
                 SELECT id FROM job WHERE last_error IS NULL AND id NOT IN (
                     SELECT DISTINCT ON (kind, coalesce(payload->>'subject', payload::text)) id FROM job
                     WHERE last_error IS NULL ORDER BY kind, coalesce(payload->>'subject', payload::text), id)
                 FOR UPDATE SKIP LOCKED)",
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Sends what waits to be sent, then lists the mails this address received, oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<Received> {
        self.run_jobs().await;
        mailbox::read(&self.data.path().join("mail")).into_iter().filter(|mail| mail.to == address).collect()
    }

    /// Moves the server's clock forward.
    pub fn advance(&self, by: chrono::Duration) {
        self.state.clock.advance(by);
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.server.abort();
    }
}
