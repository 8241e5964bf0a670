//! The search, checked: a page leaves only when PostgreSQL agrees with every part of it.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Instant;

use carnet_index::{IndexError, ProfileSearcher, SearchPage, SearchRequest};
use tokio::sync::oneshot;
use uuid::Uuid;

use super::blocks::{BlockLists, LeftOut};
use super::named;
use super::tally::Tally;
use crate::companies::VerifiedRecruiter;
use crate::ids::ProfileId;
use crate::platform::db::dirty::Withdrawals;
use crate::platform::http::{Code, Error, Result};
use crate::platform::search::{CaughtUp, Search};
use crate::platform::state::AppState;
use crate::profiles::model::{Names, invalid_cursor, name_withheld};
use crate::sharing::{self, Recheck};

/// Searches before people who vanish under our hands are taken off the page instead.
const ATTEMPTS: u32 = 3;

/// How an answer is written from a page, with the names it may show.
pub type Draw = Arc<dyn Fn(&SearchPage, &Names) -> Result<Vec<u8>> + Send + Sync>;

/// A checked answer.
pub struct Found {
    /// As it is sent.
    pub json: Vec<u8>,
    /// How many people it shows.
    pub shown: u32,
    /// How many the search found.
    pub total: u64,
}

/// Searches for a recruiter's company; nothing when the session is no longer one of a recruiter who may search. `is_blind`
/// asks for an answer without names, as the company may have chosen for all of its searches.
///
/// The answer is drawn while PostgreSQL checks the page, and thrown away when it does not agree. Without names it is drawn
/// afterwards: who is on a list of the company keeps theirs.
///
/// Whatever was withdrawn or blocked before this call is neither on the page nor in its counts. The first
/// check says which epoch and which lists that means; an index or a list that is behind is brought
/// there, and the search is run again.
pub async fn find(
    state: &AppState,
    request: &Arc<SearchRequest>,
    recruiter: VerifiedRecruiter,
    is_blind: bool,
    draw: &Draw,
) -> Result<Option<Found>> {
    let (session, siren) = (recruiter.actor.session, recruiter.siren);
    let (search, lists) = (state.part::<Search>(), state.part::<BlockLists>());
    let mut left_out = lists.latest(state, siren).await?;
    let mut withdrawn = Withdrawals { epoch: i64::MIN, profiles: Vec::new() };
    let mut promised: Option<(i64, i64)> = None;
    let at_once = (!is_blind && !lists.presumes_blind(recruiter.company)).then_some(draw);
    for attempt in 1..=ATTEMPTS {
        let searcher = search.searcher().ok_or(Code::SearchUnavailable)?;
        // After the view of the index was taken: whoever is in it is in these lists, or agreed to be seen.
        if attempt > 1 {
            left_out = lists.read(state, siren).await?;
        }
        let reached = searcher.payload().map_or(i64::MIN, |payload| payload.epoch).max(withdrawn.epoch);
        let (say, said) = oneshot::channel();
        let drawing = run(search, searcher, without(request, &left_out, &withdrawn.profiles), say, at_once);
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
        if reached < epoch {
            match search.catch_up(&state.pool, epoch).await? {
                CaughtUp::Reached => {}
                CaughtUp::Without(people) => withdrawn = people,
                CaughtUp::Lost => return Err(Code::SearchUnavailable.into()),
            }
        }
        if reached < epoch || left_out.blocks < blocks {
            continue;
        }
        let vanished = hide(&mut page, &check);
        if vanished == 0 || attempt == ATTEMPTS {
            lists.note_blind(recruiter.company, check.is_blind);
            let drawn = drawn.filter(|_| vanished == 0);
            let is_blind = is_blind || check.is_blind;
            return finish(state, request, recruiter, is_blind, (page, drawn), draw).await.map(Some);
        }
    }
    Err(Code::SearchUnavailable.into())
}

/// Gives the answer that was drawn; draws it now where it was not, or where names have to be withheld from it.
async fn finish(
    state: &AppState,
    request: &SearchRequest,
    recruiter: VerifiedRecruiter,
    is_blind: bool,
    (page, drawn): (SearchPage, Option<Result<Vec<u8>>>),
    draw: &Draw,
) -> Result<Found> {
    let profiles = ids(&page);
    let json = match drawn {
        Some(drawn) if !is_blind => drawn?,
        _ if !is_blind => draw(&page, &Names::Everybody)?,
        _ => {
            // Found by their name, people would not be nameless.
            if request.name.as_ref().is_some_and(|name| !name.words().is_empty()) {
                return Err(Error::Invalid(vec![name_withheld()]));
            }
            let mut connection = state.pool.acquire().await?;
            draw(&page, &named::among(&mut connection, recruiter.company, &profiles).await?)?
        }
    };
    state.part::<Tally>().appeared(state, recruiter.company, &profiles);
    Ok(Found { json, shown: page.hits.len() as u32, total: page.total })
}

/// The request of this company: without whoever must not be on the page nor in its counts.
pub fn without(request: &SearchRequest, left_out: &LeftOut, withdrawn: &[ProfileId]) -> SearchRequest {
    let mut asked = request.clone();
    asked
        .blocked
        .extend(left_out.blocked.iter().chain(withdrawn).map(|&id| carnet_index::ProfileId::from(id)));
    asked.hidden.extend(left_out.hidden.iter().cloned());
    asked.shown.extend(left_out.shown.iter().cloned());
    asked
}

/// Tells the metrics how long a part of the search takes.
async fn timed<T>(part: &'static str, work: impl Future<Output = T>) -> T {
    let began = Instant::now();
    let done = work.await;
    metrics::histogram!("carnet_search_seconds", "part" => part).record(began.elapsed().as_secs_f64());
    done
}

/// Finds a page, says whom it shows as soon as that is known, and draws it when that is wanted at once.
async fn run(
    search: &Search,
    searcher: ProfileSearcher,
    asked: SearchRequest,
    say: oneshot::Sender<Vec<Uuid>>,
    draw: Option<&Draw>,
) -> Result<(SearchPage, Option<Result<Vec<u8>>>)> {
    let draw = draw.cloned();
    let work = move || {
        let page = searcher.search(&asked)?;
        // Nobody listens when the request was given up.
        let _ = say.send(ids(&page));
        let drawn = draw.map(|draw| draw(&page, &Names::Everybody));
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
