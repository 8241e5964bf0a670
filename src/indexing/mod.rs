//! Keeps this node's copy of the search index in step with PostgreSQL.
//!
//! A copy is a generation in an index folder. From its registration on, every change leaves a mark for it; the
//! keeper reads marks and rows in one snapshot, commits the index and only then removes the marks that have not
//! changed. Everything here may be lost and built again: nothing here decides who may be seen.

mod home;
mod keeper;
mod model;
mod reindex;
mod state;
mod store;
mod verify;

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::platform::config::Config;
use crate::platform::db::Tx;

pub use home::find_home;
pub use keeper::{Keeper, Role};
pub use reindex::reindex;
pub use state::{IndexState, LastRebuild, RebuildWish, index_state, request_rebuild};
pub use verify::{Report, verify};

/// The folder of the search index.
pub fn folder(config: &Config) -> PathBuf {
    config.data.join("index")
}

/// Has every copy built anew: after a bulk load that left no marks.
pub async fn rebuild_everywhere(tx: &mut Tx<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    store::ask_rebuild_everywhere(&mut **tx, now).await
}
