//! Building this node's index anew on command, whether or not a server keeps it.

use std::time::Duration;

use anyhow::bail;
use carnet_index::ProfileStore;
use sqlx::Connection;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::folder;
use super::keeper::{Context, Keeper, Role, Session};
use super::store::{self, CopyRow};
use crate::platform::state::AppState;

/// Between two looks at how far it is.
const PERIOD: Duration = Duration::from_millis(200);

/// Has the index built anew and waits for it; tells how many profiles are read so far.
pub async fn reindex(state: &AppState, progress: impl FnMut(u64)) -> anyhow::Result<u64> {
    let context = Context::new(state, Role::Keep, CancellationToken::new());
    let mut session = Session::open(&context).await?;
    let home = session.home;
    let before = newest(&store::list_copies(&state.pool, home).await?);
    store::ask_rebuild(&state.pool, home, state.clock.now()).await?;
    let is_alone = session.try_lead().await?;
    session.connection.close().await?;
    // Nobody keeps this folder: this process does, for as long as the build takes.
    let keeper = is_alone.then(|| Keeper::start(state, Role::Keep)).transpose()?;
    let built = wait(state, home, before, progress).await;
    if let Some(keeper) = keeper {
        keeper.stop().await;
    }
    built
}

/// A first copy is alone on the register as soon as it is built, before the folder names it.
fn is_in_place(folder: &ProfileStore, copy: &CopyRow) -> anyhow::Result<bool> {
    Ok(folder.current_generation()? == Some(copy.generation.cast_unsigned()))
}

fn newest(copies: &[CopyRow]) -> Option<i64> {
    copies.iter().filter(|copy| copy.built_at.is_some()).map(|copy| copy.generation).max()
}

/// Waits until a newer copy than `before` is the only one left, and the one the folder names.
async fn wait(
    state: &AppState,
    home: Uuid,
    before: Option<i64>,
    mut progress: impl FnMut(u64),
) -> anyhow::Result<u64> {
    let folder = ProfileStore::open(folder(&state.config))?;
    loop {
        tokio::time::sleep(PERIOD).await;
        let copies = store::list_copies(&state.pool, home).await?;
        let latest = copies.iter().max_by_key(|copy| copy.generation);
        let fresh = latest.filter(|copy| Some(copy.generation) > before);
        progress(fresh.map_or(0, |copy| copy.read_profiles.cast_unsigned()));
        match (fresh, copies.as_slice()) {
            (Some(_), [only]) if only.built_at.is_some() && is_in_place(&folder, only)? => {
                return Ok(only.read_profiles.cast_unsigned());
            }
            (None, [old]) if !old.is_rebuild_asked => {
                bail!("the index could not be built: the server's log says why")
            }
            _ => {}
        }
    }
}
