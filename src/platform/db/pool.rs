//! The connection pool, with the limits that keep one slow query from holding the house.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// Every migration, compiled in.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// How long a request waits for a connection: when there is none, people are told so within two seconds.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// Opens a pool whose statements, locks and idle transactions all have a limit.
pub async fn connect(options: PgConnectOptions, connections: u32) -> sqlx::Result<PgPool> {
    let options = options.application_name("carnet").options([
        ("statement_timeout", "30s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "10s"),
        ("TimeZone", "UTC"),
    ]);
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .max_lifetime(Duration::from_mins(30))
        .connect_with(options)
        .await
}
