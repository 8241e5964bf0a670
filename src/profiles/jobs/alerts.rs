//! Runs the saved searches that tell of new matches, each at its time, and tells their owners how many there are.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::ProfileId;
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::jobs::{Job, Run};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;
use crate::profiles::handlers::Moment;
use crate::profiles::model::{AlertState, Paging, SearchBody, Today, compare};
use crate::profiles::store::alerts::{self, Due};
use crate::profiles::store::saved::{self, Filter};
use crate::profiles::store::watch::{self, Matches};

/// Every saved search that is due. Nobody is told twice of the same person: whom a search found is written in the transaction that
/// tells. What was missed while the server was down is told once, and then goes on at its hour.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlertSavedSearches {}

impl Job for AlertSavedSearches {
    const KIND: &'static str = "alert_saved_searches";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let (mut ran, mut told) = (0, 0);
        while !run.stop.is_cancelled() {
            let Some(due) = alerts::claim(&state.pool, state.clock.now()).await? else { break };
            told += u32::from(alert(&state, &due).await?);
            ran += 1;
        }
        if ran > 0 {
            tracing::info!(ran, told, "saved searches watched");
        }
        Ok(())
    }
}

/// Runs one search; whether its owner is told.
async fn alert(state: &AppState, due: &Due) -> Result<bool> {
    let outcome = run(state, due).await?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    // Written anew meanwhile, or switched off: whatever was found answers another question.
    let Some((frequency, before)) = alerts::lock(&mut tx, due.id, due.version).await? else {
        return Ok(false);
    };
    let (after, is_told) = match outcome {
        // It comes back when its lease is over.
        Outcome::Unknown => return Ok(false),
        Outcome::Undecided if before == AlertState::Watching => (AlertState::Undecided, false),
        Outcome::Undecided => (before, false),
        Outcome::TooBroad => (AlertState::TooBroad, false),
        Outcome::Found(found) => (AlertState::Watching, take(&mut tx, due, before, &found, state).await?),
    };
    if is_told {
        tell(&mut tx, state, due).await?;
    }
    alerts::note_run(&mut tx, due.id, (frequency, after), now).await?;
    tx.commit().await?;
    Ok(is_told)
}

/// What running a search came to.
enum Outcome {
    Found(Vec<ProfileId>),
    TooBroad,
    /// A code waits for a decision of the owner, or the company no longer searches by name.
    Undecided,
    Unknown,
}

async fn run(state: &AppState, due: &Due) -> Result<Outcome> {
    let mut connection = state.pool.acquire().await?;
    let filter = Filter { id: Some(due.id), after: None };
    let found = saved::list(&mut connection, due.recruiter, filter, 1).await?.pop();
    let reuses = saved::reuses(&mut *connection).await?;
    drop(connection);
    let Some(saved) = found.filter(|saved| saved.version == due.version) else { return Ok(Outcome::Unknown) };
    if saved.kept.person_name.is_some() && watch::withholds_names(&state.pool, due).await? {
        return Ok(Outcome::Undecided);
    }
    let (moment, paging) = (Moment::now(state), state.part::<Paging>());
    let today = saved.kept.today(moment.catalog(), &reuses);
    if !today.obstacles(moment.words(), paging)?.is_empty() {
        return Ok(Outcome::Undecided);
    }
    let Today { search, .. } = today;
    let hides_excluded = search.hide_excluded;
    let (request, _) = SearchBody::from(search).parse(moment.words(), paging)?;
    Ok(match watch::matches(state, request, due, hides_excluded).await? {
        Matches::Found(found) => Outcome::Found(found),
        Matches::TooMany => Outcome::TooBroad,
        Matches::Unknown => Outcome::Unknown,
    })
}

/// Remembers whom the search found; whether anybody is new. After a start, or once it is narrow again, all of them are known.
async fn take(
    tx: &mut Tx<'_>,
    due: &Due,
    before: AlertState,
    found: &[ProfileId],
    state: &AppState,
) -> Result<bool> {
    let seen = alerts::seen(tx, due.id).await?;
    // A search that waited for a decision and got it from the catalogue goes on where it was.
    let before = if before == AlertState::Undecided { AlertState::Watching } else { before };
    let new = compare(before, found, &seen);
    let is_new = before == AlertState::Watching;
    let remembered = alerts::remember(tx, due.id, &new.unseen, is_new, state.clock.now()).await?;
    alerts::forget_beyond(tx, due.id, found).await?;
    Ok(new.is_told && remembered > 0)
}

/// Tells the owner how many new matches wait: a number, and nobody's name.
async fn tell(tx: &mut Tx<'_>, state: &AppState, due: &Due) -> Result<()> {
    let facts = json!({ "count": alerts::count_new(tx, due.id).await? });
    let notice = Notice { person: due.person, kind: NoticeKind::SearchMatches, subject: due.id.0, facts };
    live::tell(tx, &state.ids, &[notice], state.clock.now()).await?;
    Ok(())
}
