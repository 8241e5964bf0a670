//! What every part of the keeper needs.

use std::path::PathBuf;
use std::sync::Arc;

use sqlx::postgres::PgConnectOptions;
use tokio_util::sync::CancellationToken;

use super::Role;
use crate::ids::Ids;
use crate::indexing::folder;
use crate::platform::clock::Clock;
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::profiles::Words;

/// The surroundings of the keeper; cheap to clone.
#[derive(Clone)]
pub struct Context {
    /// The index folder.
    pub folder: PathBuf,
    /// How to reach PostgreSQL; the keeper's connections are not the pool's, which serves requests.
    pub options: Arc<PgConnectOptions>,
    /// The time.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
    /// The catalogue, as the search needs it.
    pub words: Words,
    /// What this process serves.
    pub search: Search,
    /// What this process may do.
    pub role: Role,
    /// Raised when it must stop.
    pub stop: CancellationToken,
}

impl Context {
    /// Takes what it needs from the state.
    pub fn new(state: &AppState, role: Role, stop: CancellationToken) -> Self {
        Self {
            folder: folder(&state.config),
            options: state.pool.connect_options(),
            clock: state.clock.clone(),
            ids: state.ids.clone(),
            words: state.part::<Words>().clone(),
            search: state.part::<Search>().clone(),
            role,
            stop,
        }
    }
}
