//! `carnet reindex`: builds the search index anew, in the server that keeps it or, without one, here.

use carnet::indexing;
use carnet::platform::config::Config;
use carnet::platform::progress::Progress;
use carnet::platform::state::AppState;

use super::session;

/// Builds, and tells how far it is.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let profiles = session::with_state(config, async |state| build(&state).await).await?;
    println!("{profiles} profiles indexed");
    Ok(())
}

async fn build(state: &AppState) -> anyhow::Result<u64> {
    let total = indexing::index_state(state).await?.visible_profiles;
    let (mut progress, mut shown) = (Progress::start("reindex", total), 0);
    let profiles = indexing::reindex(state, |read| {
        progress.advance(read.saturating_sub(shown));
        shown = shown.max(read);
    })
    .await?;
    progress.finish();
    Ok(profiles)
}
