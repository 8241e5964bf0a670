//! The search, checked: a page leaves only when PostgreSQL agrees with every part of it.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Instant;

use carnet_index::{IndexError, ProfileSearcher, SearchPage, SearchRequest};
use tokio::sync::oneshot;
use uuid::Uuid;

use super::blocks::BlockLists;
use crate::companies::VerifiedRecruiter;
use crate::ids::ProfileId;
use crate::platform::db::dirty::Withdrawals;
use crate::platform::http::{Code, Error, Result};
use crate::platform::search::{CaughtUp, Search};
use crate::platform::state::AppState;
use crate::profiles::model::invalid_cursor;
use crate::sharing::{self, Recheck};

/// Searches before people who vanish under our hands are taken off the page instead.
const ATTEMPTS: u32 = 3;

/// How an answer is written from a page.
pub type Draw = Arc<dyn Fn(&SearchPage) -> Result<Vec<u8>> + Send + Sync>;

/// Searches for a recruiter's company; nothing when the session is no longer one of a recruiter who may search.
///
/// The answer is drawn while PostgreSQL checks the page, and thrown away when it does not agree.
///
/// Whatever was withdrawn or blocked before this call is neither on the page nor in its counts. The first
/// check says which epoch and which block lists that means; an index or a list that is behind is brought
/// there, and the search is run again.
pub async fn find(
    state: &AppState,
    request: &Arc<SearchRequest>,
    recruiter: VerifiedRecruiter,
    draw: &Draw,
) -> Result<Option<Vec<u8>>> {
    let (session, siren) = (recruiter.actor.session, recruiter.siren);
    let (search, lists) = (state.part::<Search>(), state.part::<BlockLists>());
    let mut blocked = lists.latest(&state.pool, siren).await?;
    let mut withdrawn = Withdrawals { epoch: i64::MIN, profiles: Vec::new() };
    let mut promised: Option<(i64, i64)> = None;
    for attempt in 1..=ATTEMPTS {
        let searcher = search.searcher().ok_or(Code::SearchUnavailable)?;
        let reached = searcher.payload().map_or(i64::MIN, |payload| payload.epoch).max(withdrawn.epoch);
        let hidden = [blocked.profiles.as_slice(), &withdrawn.profiles];
        let (say, said) = oneshot::channel();
        let drawing = run(search, searcher, request, hidden, say, draw);
        let checking = async {
            let shown = timed("index", said).await.ok()?;
            Some(timed("recheck", sharing::recheck(state.part(), &shown, session, siren)).await)
        };
        let (found, check) = tokio::join!(drawing, checking);
        let (mut page, drawn) = found?;
        let check = check.ok_or(Code::SearchUnavailable)??;
        if !check.is_verified {
            return Ok(None);
        }
        let (epoch, blocks) = *promised.get_or_insert((check.epoch, check.blocks));
        let is_current = reached >= epoch && blocked.blocks >= blocks;
        if reached < epoch {
            match search.catch_up(&state.pool, epoch).await? {
                CaughtUp::Reached => {}
                CaughtUp::Without(people) => withdrawn = people,
                CaughtUp::Lost => return Err(Code::SearchUnavailable.into()),
            }
        }
        if blocked.blocks < check.blocks {
            blocked = lists.read(&state.pool, siren).await?;
        }
        if !is_current {
            continue;
        }
        if hide(&mut page, &check) == 0 {
            return drawn.map(Some);
        }
        if attempt == ATTEMPTS {
            return draw(&page).map(Some);
        }
    }
    Err(Code::SearchUnavailable.into())
}

/// Tells the metrics how long a part of the search takes.
async fn timed<T>(part: &'static str, work: impl Future<Output = T>) -> T {
    let began = Instant::now();
    let done = work.await;
    metrics::histogram!("carnet_search_seconds", "part" => part).record(began.elapsed().as_secs_f64());
    done
}

/// Finds a page, says whom it shows as soon as that is known, and draws it.
async fn run(
    search: &Search,
    searcher: ProfileSearcher,
    request: &Arc<SearchRequest>,
    hidden: [&[ProfileId]; 2],
    say: oneshot::Sender<Vec<Uuid>>,
    draw: &Draw,
) -> Result<(SearchPage, Result<Vec<u8>>)> {
    let mut asked = SearchRequest::clone(request);
    asked.blocked = hidden.into_iter().flatten().map(|&id| id.into()).collect();
    let draw = Arc::clone(draw);
    let work = move || {
        let page = searcher.search(&asked)?;
        // Nobody listens when the request was given up.
        let _ = say.send(ids(&page));
        let drawn = draw(&page);
        Ok((page, drawn))
    };
    search.lanes().run(work).await?.map_err(|failure| match failure {
        IndexError::InvalidCursor => Error::Invalid(vec![invalid_cursor()]),
        failure => {
            Error::Internal(anyhow::Error::new(failure).context("the index could not answer a search"))
        }
    })
}

fn ids(page: &SearchPage) -> Vec<Uuid> {
    page.hits.iter().map(|hit| Uuid::from_u128(hit.card.id().0)).collect()
}

/// Takes off the page whoever PostgreSQL does not let this company see, and counts them.
fn hide(page: &mut SearchPage, check: &Recheck) -> usize {
    let seen: HashSet<ProfileId> = check.seen.iter().copied().collect();
    let before = page.hits.len();
    page.hits.retain(|hit| seen.contains(&hit.card.id().into()));
    let hidden = before - page.hits.len();
    if hidden > 0 {
        metrics::counter!("carnet_search_hits_hidden_total").increment(hidden as u64);
    }
    hidden
}
