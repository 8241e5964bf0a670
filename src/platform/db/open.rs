//! The database a command works on: the one it is told of, or the private one.

use std::time::Duration;

use anyhow::{Context, Result};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, PgPool};
use tokio::time::timeout;

use super::pool;
use crate::platform::config::Config;
use crate::platform::embedded_postgres::EmbeddedPostgres;

/// How long connections in use may take to come back when a command ends.
const CLOSE_PATIENCE: Duration = Duration::from_secs(5);

/// An open database, at this program's version.
#[derive(Debug)]
pub struct Database {
    /// Its connections.
    pub pool: PgPool,
    private: Option<EmbeddedPostgres>,
}

impl Database {
    /// Opens the database of the settings, starting the private cluster when none is named, and migrates it.
    pub async fn open(config: &Config) -> Result<Self> {
        let (options, private) = if let Some(url) = &config.database_url {
            // The address may hold a password: it is not repeated.
            let options: PgConnectOptions = url.parse().context("DATABASE_URL is not understood")?;
            (options, None)
        } else {
            let private = EmbeddedPostgres::start(&config.data, config.pg_bin.as_deref()).await?;
            (private.connect_options(), Some(private))
        };
        match connect(options, config.database_connections).await {
            Ok(pool) => Ok(Self { pool, private }),
            Err(error) => {
                if let Some(private) = private {
                    private.stop().await;
                }
                Err(error)
            }
        }
    }

    /// Closes the connections, then stops the private cluster.
    pub async fn close(self) {
        if timeout(CLOSE_PATIENCE, self.pool.close()).await.is_err() {
            tracing::warn!("some database connections were still in use at the end");
        }
        if let Some(private) = self.private {
            private.stop().await;
        }
    }
}

async fn connect(options: PgConnectOptions, connections: u32) -> Result<PgPool> {
    // A connection of its own: the pool's limits on statements and locks are not meant for migrations, nor for waiting
    // until another node has migrated.
    let mut migrating =
        PgConnection::connect_with(&options).await.context("cannot connect to the database")?;
    pool::MIGRATOR.run(&mut migrating).await.context("cannot bring the database to this version's schema")?;
    migrating.close().await?;
    pool::connect(options, connections).await.context("cannot connect to the database")
}
