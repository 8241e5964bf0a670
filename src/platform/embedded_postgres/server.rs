//! Starts the server of a cluster, or takes over one that already runs.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use sqlx::{ConnectOptions, Connection, PgConnection};
use tokio::time::{sleep, timeout};

use super::account::Account;
use super::binaries::{self, Binaries};
use super::cluster::{self, ROLE};
use super::logs;
use super::pidfile::{self, PidFile};
use super::place::Place;
use super::postmaster::Postmaster;

/// How long a server that says nothing may take to answer.
pub const SILENT_PATIENCE: Duration = Duration::from_secs(30);

/// How long a server that says "starting up" may take: it replays what a crash left.
pub const RECOVERY_PATIENCE: Duration = Duration::from_mins(10);

/// How long a server that ends at once is started again: the orphans of a killed one need a moment to leave.
const SPAWN_PATIENCE: Duration = Duration::from_secs(10);

/// One attempt to connect.
const CONNECT_PATIENCE: Duration = Duration::from_secs(5);

const FIRST_PAUSE: Duration = Duration::from_millis(25);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// PostgreSQL's `cannot_connect_now`, `duplicate_database` and `unique_violation`, which two simultaneous creations raise.
const STARTING_UP: &str = "57P03";
const DATABASE_EXISTS: [&str; 2] = ["42P04", "23505"];

/// A cluster and the means to run it.
#[derive(Clone, Debug)]
pub struct Server {
    /// Where it lives.
    pub place: Place,
    account: Account,
    binaries: Binaries,
}

impl Server {
    /// Finds the programs, the account and the place; starts nothing.
    pub async fn locate(data_dir: &Path, pg_bin: Option<&Path>) -> Result<Self> {
        let found = binaries::find(pg_bin);
        // Missing programs are said before anything else, the missing account included.
        binaries::choose(&found, data_dir, None)?;
        let (place, account) = Place::settle(data_dir).await?;
        let major = cluster::major_version(&place.cluster)?;
        let binaries = binaries::choose(&found, &place.cluster, major)?;
        Ok(Self { place, account, binaries })
    }

    /// Tells how to reach a database of the running server.
    pub fn connect_options(&self, database: &str) -> PgConnectOptions {
        PgConnectOptions::new_without_pgpass()
            .socket(self.sockets())
            .port(5432)
            .username(ROLE)
            .database(database)
            .ssl_mode(PgSslMode::Disable)
            .disable_statement_logging()
    }

    /// The running server knows its socket folder better than this process, whose environment may differ.
    fn sockets(&self) -> PathBuf {
        PidFile::read(&self.place.cluster)
            .and_then(|file| file.sockets)
            .unwrap_or_else(|| self.place.sockets.clone())
    }

    /// Takes over a server whose owner died, or starts one. The caller holds the owner's lock.
    pub async fn start(&self) -> Result<Postmaster> {
        let postmaster = match self.adopt().await {
            Some(adopted) => adopted,
            None => self.launch().await?,
        };
        self.create_database().await?;
        logs::sweep(&self.place.cluster);
        Ok(postmaster)
    }

    /// Keeps an orphan that answers, and stops one that does not, so that there are never two.
    pub async fn adopt(&self) -> Option<Postmaster> {
        let file =
            PidFile::read(&self.place.cluster).filter(|file| file.is_server_of(&self.place.cluster))?;
        let mut orphan = Postmaster::Adopted(file.pid);
        match self.wait_until_ready(&mut orphan).await {
            Ok(()) => {
                tracing::info!(
                    pid = file.pid.as_raw(),
                    "took over the database server of a process that ended"
                );
                Some(orphan)
            }
            Err(error) => {
                tracing::warn!(pid = file.pid.as_raw(), %error, "stopping an orphaned database server");
                orphan.stop().await;
                None
            }
        }
    }

    async fn launch(&self) -> Result<Postmaster> {
        pidfile::remove_if_misleading(&self.place.cluster);
        cluster::prepare(&self.place.cluster, &self.binaries, &self.account).await?;
        self.place.create_socket_dir(&self.account)?;
        let started = Instant::now();
        let mut pause = FIRST_PAUSE;
        loop {
            let mut postmaster = Postmaster::spawn(&self.place, &self.binaries, &self.account)?;
            let error = match self.wait_until_ready(&mut postmaster).await {
                Ok(()) => return Ok(postmaster),
                Err(error) => error,
            };
            let ended = postmaster.ended().is_some();
            postmaster.stop().await;
            if !ended || started.elapsed() > SPAWN_PATIENCE {
                return Err(error).context("PostgreSQL did not start");
            }
            tracing::warn!(%error, "PostgreSQL ended while starting; trying again");
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
            pidfile::remove_if_misleading(&self.place.cluster);
        }
    }

    /// Asks until the server answers a query; only an answer counts, since a file proves nothing.
    async fn wait_until_ready(&self, postmaster: &mut Postmaster) -> Result<()> {
        let started = Instant::now();
        let mut pause = FIRST_PAUSE;
        loop {
            let error = match self.ask("postgres").await {
                Ok(()) => return Ok(()),
                Err(error) => error,
            };
            if let Some(end) = postmaster.ended() {
                bail!("the server ended ({end}): {}", logs::last_words(&self.place.cluster));
            }
            let patience = if is_starting_up(&error) { RECOVERY_PATIENCE } else { SILENT_PATIENCE };
            if started.elapsed() > patience {
                bail!("the server does not answer ({error}): {}", logs::last_words(&self.place.cluster));
            }
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Asks a database one question.
    pub async fn ask(&self, database: &str) -> Result<(), sqlx::Error> {
        let attempt = async {
            let mut connection = PgConnection::connect_with(&self.connect_options(database)).await?;
            sqlx::raw_sql("SELECT 1").execute(&mut connection).await?;
            connection.close().await
        };
        timeout(CONNECT_PATIENCE, attempt).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
    }

    async fn create_database(&self) -> Result<()> {
        let mut connection = PgConnection::connect_with(&self.connect_options("postgres")).await?;
        let created = sqlx::raw_sql("CREATE DATABASE carnet").execute(&mut connection).await;
        connection.close().await?;
        match created {
            Err(error) if !has_code(&error, &DATABASE_EXISTS) => {
                Err(error).context("cannot create the database")
            }
            _ => Ok(()),
        }
    }

    /// Removes what a stopped server leaves outside its folder.
    pub fn tidy(&self) {
        let _ = std::fs::remove_dir(&self.place.sockets);
    }
}

/// Tells whether the server answered that it will soon be ready.
pub fn is_starting_up(error: &sqlx::Error) -> bool {
    has_code(error, &[STARTING_UP])
}

fn has_code(error: &sqlx::Error, codes: &[&str]) -> bool {
    error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| codes.contains(&&*code))
}
