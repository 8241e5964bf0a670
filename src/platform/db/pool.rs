//! The connection pool, with the limits that keep one slow query from holding the house.

use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{PgConnection, PgPool, Row};

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
        // In place of the ping: it takes as long, and sees more.
        .test_before_acquire(false)
        .before_acquire(|connection, _| Box::pin(is_fresh(connection)))
        .connect_with(options)
        .await
}

/// Whether a connection of the pool is outside of any transaction; one that is not is closed, and another one taken.
///
/// Whoever goes away while their request begins a transaction leaves its connection inside it without sqlx knowing (0.9: the depth
/// is only counted once `BEGIN` was answered), and what the next one writes there without a transaction of its own would be
/// acknowledged and rolled back. The time of a transaction is that of its first statement: here, of this one.
async fn is_fresh(connection: &mut PgConnection) -> sqlx::Result<bool> {
    let row = sqlx::raw_sql("SELECT now() = statement_timestamp()").fetch_one(connection).await?;
    row.try_get(0)
}
