//! What every commit carries, so that an index can be matched with the database it was built from.

use serde::{Deserialize, Serialize};

/// The layout of the index; a generation written with another one is rebuilt.
pub const SCHEMA_VERSION: u32 = 4;

/// The identity card of a commit, kept by the index itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitPayload {
    /// The identity of the database cluster.
    pub system_identifier: u64,
    /// The identity of the database in its cluster.
    pub database_oid: u32,
    /// The layout of the index, [`SCHEMA_VERSION`] for what this code writes.
    pub schema_version: u32,
    /// The revocation epoch the index has caught up with.
    pub epoch: i64,
    /// The last batch applied.
    pub batch: u64,
}
