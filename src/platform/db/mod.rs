//! PostgreSQL: the pool, the audit trail, the dirty set, constraint names to error codes.

pub mod audit;
pub mod constraint;
pub mod dirty;
pub mod open;
pub mod pool;
mod ready;

pub use ready::ReadyConnections;

/// A running transaction.
pub type Tx<'a> = sqlx::Transaction<'a, sqlx::Postgres>;
