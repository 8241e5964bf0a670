//! Offers nobody answered in time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::BATCH;
use crate::ids::OfferId;
use crate::notices::NoticeKind;
use crate::offers::handlers::notes;
use crate::offers::model::state::Event;
use crate::offers::store::transitions::{self, By, Step};
use crate::offers::store::{due, recipients, speakers};
use crate::platform::db::Tx;
use crate::platform::jobs::{Job, Run};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;

/// Ends offers whose last day in Paris is over: both sides are told. Paused ones too: the date people read never moves.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpireOffers {}

impl Job for ExpireOffers {
    const KIND: &'static str = "expire_offers";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && expire_some(&state).await? {}
        Ok(())
    }
}

/// Ends some offers in one transaction; false when there are none.
async fn expire_some(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let due = due::ended(&mut tx, now, BATCH).await?;
    let mut ended: BTreeMap<OfferId, (String, usize)> = BTreeMap::new();
    for id in &due {
        let Some(mut recipient) = recipients::lock(&mut tx, *id).await? else { continue };
        let step = Step { event: Event::Expire, by: &By::Clock, reason: None, at: now };
        transitions::apply(&mut tx, &state.ids, &mut recipient, step).await?;
        notes::tell_person(&mut tx, &state.ids, &recipient, (NoticeKind::OfferExpired, json!({})), now)
            .await?;
        notes::changed_for_company(&mut tx, &recipient).await?;
        ended.entry(recipient.offer).or_insert_with(|| (recipient.title.clone(), 0)).1 += 1;
    }
    for (offer, (title, people)) in &ended {
        tell_company(&mut tx, state, (*offer, title, *people), now).await?;
    }
    tx.commit().await?;
    if !due.is_empty() {
        tracing::info!(offers = due.len(), "offers expired");
    }
    Ok(!due.is_empty())
}

/// Tells the company, once for each offer, how many people did not answer it.
async fn tell_company(
    tx: &mut Tx<'_>,
    state: &AppState,
    (offer, title, people): (OfferId, &str, usize),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let facts = json!({ "title": title, "people": people });
    let notices: Vec<Notice> = speakers::of_offer(tx, offer)
        .await?
        .into_iter()
        .map(|speaker| Notice {
            person: speaker.person,
            kind: NoticeKind::OffersExpired,
            subject: offer.0,
            facts: facts.clone(),
        })
        .collect();
    live::tell(tx, &state.ids, &notices, now).await
}
