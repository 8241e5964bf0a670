//! What people are told of the index, and how they ask for a new one.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::home::find_home;
use super::{folder, store};
use crate::platform::db::Tx;
use crate::platform::search::{Activity, Search};
use crate::platform::state::AppState;

/// The state of this node's index.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndexState {
    /// What its keeper is doing.
    pub state: IndexActivity,
    /// Profiles in the index.
    pub documents: u64,
    /// People who may be found, in the database.
    pub visible_profiles: u64,
    /// Changes that wait to be indexed.
    pub pending: u64,
    /// Age of the oldest of them.
    pub oldest_pending_seconds: Option<f64>,
    /// Number of the generation served.
    pub generation: Option<u64>,
    /// Its segments.
    pub segments: u64,
    /// Size of its files.
    pub size_bytes: u64,
    /// When changes were last applied.
    pub last_commit_at: Option<DateTime<Utc>>,
    /// The build it comes from.
    pub last_rebuild: Option<LastRebuild>,
}

/// What the keeper of the index is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IndexActivity {
    /// The index follows the database.
    Ready,
    /// A new index is being built; an older one may be served meanwhile.
    Rebuilding,
    /// Nobody keeps the index up to date.
    Stopped,
    /// The index cannot be written: it is served as it was, and the changes wait.
    Failing,
}

/// A completed build.
#[derive(Debug, Serialize, ToSchema)]
pub struct LastRebuild {
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: DateTime<Utc>,
    /// Profiles read.
    pub profiles: u64,
}

/// Tells the state of this node's index.
pub async fn index_state(state: &AppState) -> anyhow::Result<IndexState> {
    let search = state.part::<Search>();
    let copies = match find_home(&folder(&state.config))? {
        Some(home) => store::list_copies(&state.pool, home).await?,
        None => Vec::new(),
    };
    let served = search.serving();
    let generation = served.as_ref().map(|served| served.index.generation());
    let copy = copies.iter().find(|copy| Some(copy.generation.cast_unsigned()) == generation);
    let now = state.clock.now();
    let size = match served {
        // An index just replaced is still served and has no files left.
        Some(served) => {
            tokio::task::spawn_blocking(move || served.index.size_bytes()).await?.unwrap_or_default()
        }
        None => 0,
    };
    Ok(IndexState {
        state: match search.activity() {
            Activity::Ready => IndexActivity::Ready,
            Activity::Rebuilding => IndexActivity::Rebuilding,
            Activity::Stopped => IndexActivity::Stopped,
            Activity::Failing => IndexActivity::Failing,
        },
        documents: search.searcher().map_or(0, |searcher| searcher.count()),
        visible_profiles: store::count_searchable(&state.pool).await?,
        pending: copy.map_or(0, |copy| copy.pending.cast_unsigned()),
        oldest_pending_seconds: copy
            .and_then(|copy| copy.oldest)
            .map(|oldest| (now - oldest).as_seconds_f64()),
        generation,
        segments: search.searcher().map_or(0, |searcher| searcher.segments() as u64),
        size_bytes: size,
        last_commit_at: copy.and_then(|copy| copy.applied_at),
        last_rebuild: copy.and_then(|copy| {
            let finished_at = copy.built_at?;
            Some(LastRebuild {
                started_at: copy.registered_at,
                finished_at,
                profiles: copy.read_profiles.cast_unsigned(),
            })
        }),
    })
}

/// What became of a wish for a rebuild.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RebuildWish {
    /// The keeper will start it within a second.
    Granted,
    /// One is asked for or under way.
    AlreadyRunning,
    /// This node keeps no index.
    NoIndex,
}

/// Asks for this node's index to be built anew.
pub async fn request_rebuild(tx: &mut Tx<'_>, state: &AppState) -> anyhow::Result<RebuildWish> {
    let Some(home) = find_home(&folder(&state.config))? else { return Ok(RebuildWish::NoIndex) };
    if store::ask_rebuild(&mut **tx, home, state.clock.now()).await? {
        return Ok(RebuildWish::Granted);
    }
    let is_known = !store::list_copies(&mut **tx, home).await?.is_empty();
    Ok(if is_known { RebuildWish::AlreadyRunning } else { RebuildWish::NoIndex })
}
