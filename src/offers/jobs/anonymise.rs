//! Offers that are over, and forgotten.

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::BATCH;
use crate::events::Event;
use crate::files;
use crate::ids::{FileId, OfferId};
use crate::offers::model::kept_since;
use crate::offers::store::retention;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::live;
use crate::platform::state::AppState;

/// Makes what has been over for three months say nothing of anybody, but for those who agreed to be kept in mind; deletes drafts that
/// nobody has written for three months.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymiseOffers {}

impl Job for AnonymiseOffers {
    const KIND: &'static str = "anonymise_offers";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && anonymise_some(&state).await? {}
        while !run.stop.is_cancelled() && anonymise_offer(&state).await? {}
        while !run.stop.is_cancelled() && delete_draft(&state).await? {}
        Ok(())
    }
}

async fn anonymise_some(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let taken = retention::anonymise(&mut tx, kept_since(now), now, BATCH).await?;
    for id in &taken {
        let entry = Entry::new(Event::OfferAnonymised, now, "offer_recipient", id.0);
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    let subjects: Vec<Uuid> = taken.iter().map(|id| id.0).collect();
    live::forget(&mut tx, &subjects).await?;
    tx.commit().await?;
    if !taken.is_empty() {
        tracing::info!(offers = taken.len(), "offers anonymised");
    }
    Ok(!taken.is_empty())
}

async fn anonymise_offer(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some(taken) = retention::anonymise_offer(&mut tx, state.clock.now()).await? else { return Ok(false) };
    finish(tx, state, taken, Event::OfferAnonymised).await
}

async fn delete_draft(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let untouched_since = kept_since(state.clock.now());
    let Some(taken) = retention::delete_draft(&mut tx, untouched_since).await? else { return Ok(false) };
    finish(tx, state, taken, Event::OfferDeleted).await
}

/// Gives up the document, notes what was done, and goes on with the next.
async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (offer, file): (OfferId, Option<FileId>),
    event: Event,
) -> anyhow::Result<bool> {
    if let Some(file) = file {
        files::release(&mut tx, state, file).await?;
    }
    let entry =
        Entry::new(event, state.clock.now(), "offer", offer.0).change(None, json!({ "by": "retention" }));
    audit::record(&mut tx, &state.ids, entry).await?;
    live::forget(&mut tx, &[offer.0]).await?;
    tx.commit().await?;
    Ok(true)
}
