//! A private PostgreSQL cluster, run from the programs installed on the machine.
//!
//! It is what Carnet uses when no `DATABASE_URL` is given: durable, reached through a Unix socket only, without a
//! password (the system says who connects), recovered after a crash of either process. It knows nothing of what the
//! database holds.

mod account;
mod binaries;
mod cluster;
mod locks;
mod logs;
mod pidfile;
mod place;
mod postmaster;
mod server;
mod settings;
mod supervisor;

use std::path::Path;

use anyhow::Result;
use sqlx::postgres::PgConnectOptions;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use server::Server;

/// A running private cluster. Dropping it without [`EmbeddedPostgres::stop`] leaves the server to the next start.
#[derive(Debug)]
pub struct EmbeddedPostgres {
    server: Server,
    stop: CancellationToken,
    watcher: JoinHandle<()>,
}

impl EmbeddedPostgres {
    /// Starts the cluster of a data folder, creating it the first time, or joins the Carnet process that runs it.
    ///
    /// `pg_bin` names the folder of the PostgreSQL programs; without it the usual places are searched.
    pub async fn start(data_dir: &Path, pg_bin: Option<&Path>) -> Result<Self> {
        let server = Server::locate(data_dir, pg_bin).await?;
        let role = supervisor::begin(&server).await?;
        tracing::info!(cluster = %server.place.cluster.display(), "private PostgreSQL ready");
        let stop = CancellationToken::new();
        let watcher = tokio::spawn(supervisor::watch(server.clone(), role, stop.clone()));
        Ok(Self { server, stop, watcher })
    }

    /// Tells how to connect to Carnet's database.
    pub fn connect_options(&self) -> PgConnectOptions {
        self.connect_options_to(cluster::ROLE)
    }

    /// Tells how to connect to another database of the cluster.
    pub fn connect_options_to(&self, database: &str) -> PgConnectOptions {
        self.server.connect_options(database)
    }

    /// Returns the data folder of the cluster, which may lie elsewhere than asked for.
    pub fn cluster_dir(&self) -> &Path {
        &self.server.place.cluster
    }

    /// Stops the server cleanly, unless another Carnet process still uses it. Pools must be closed before.
    pub async fn stop(self) {
        self.stop.cancel();
        if let Err(error) = self.watcher.await {
            tracing::error!(%error, "the database server's watcher ended badly");
        }
    }
}
