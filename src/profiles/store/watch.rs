//! A saved search run for its owner while they are away: through the index, as they would find it themselves.

use carnet_index::{IndexError, SearchRequest, limits};
use sqlx::PgPool;

use super::alerts::Due;
use super::blocks::BlockLists;
use super::exclusions::Exclusions;
use super::find::without;
use super::named;
use crate::ids::ProfileId;
use crate::platform::db::dirty;
use crate::platform::http::Result;
use crate::platform::search::{CaughtUp, Search};
use crate::platform::state::AppState;
use crate::profiles::model::MOST_WATCHED;
use crate::sharing;

/// What a watched search finds.
#[derive(Debug, PartialEq, Eq)]
pub enum Matches {
    /// These people, whom the company may see.
    Found(Vec<ProfileId>),
    /// More than are watched.
    TooMany,
    /// Nothing can be said now: the index is being built, or is behind.
    Unknown,
}

/// Runs a search for the company of its owner, page by page. Whoever hid or blocked the company before this call is not found.
pub async fn matches(
    state: &AppState,
    request: SearchRequest,
    due: &Due,
    hides_excluded: bool,
) -> Result<Matches> {
    let search = state.part::<Search>();
    if search.serving().is_none() {
        return Ok(Matches::Unknown);
    }
    let epoch = dirty::epoch(&state.pool).await?;
    let withdrawn = match search.catch_up(&state.pool, epoch).await? {
        CaughtUp::Reached => Vec::new(),
        CaughtUp::Without(people) => people.profiles,
        CaughtUp::Lost => return Ok(Matches::Unknown),
    };
    let Some(searcher) = search.searcher() else { return Ok(Matches::Unknown) };
    // After the view of the index is taken, as a search does: who is in it is either in these lists or agreed to be seen.
    let left_out = state.part::<BlockLists>().read(state, due.siren).await?;
    let mut asked = without(&request, &left_out, &withdrawn);
    if hides_excluded {
        asked.blocked.extend(state.part::<Exclusions>().of(&state.pool, due.company).await?);
    }
    asked.limit = limits::PAGE;
    let work = move || {
        let mut found: Vec<ProfileId> = Vec::new();
        loop {
            let page = searcher.search(&asked)?;
            if page.total > MOST_WATCHED as u64 {
                return Ok::<_, IndexError>(None);
            }
            found.extend(page.hits.iter().map(|hit| ProfileId::from(hit.card.id())));
            asked.cursor = page.next;
            if asked.cursor.is_none() || found.len() > MOST_WATCHED {
                return Ok(Some(found));
            }
        }
    };
    let found = search.lanes().run(work).await?;
    let Some(found) = found.map_err(|failure| anyhow::Error::new(failure).context("a watched search"))?
    else {
        return Ok(Matches::TooMany);
    };
    let mut connection = state.pool.acquire().await?;
    let seen = sharing::seen_by_company(&mut connection, &found, due.siren).await?;
    Ok(Matches::Found(seen))
}

/// Whether the company searches without names: then nobody is searched by theirs.
pub async fn withholds_names(pool: &PgPool, due: &Due) -> sqlx::Result<bool> {
    named::is_blind(pool, due.company).await
}
