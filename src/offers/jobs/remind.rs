//! Offers that end soon.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::BATCH;
use crate::events;
use crate::notices::NoticeKind;
use crate::offers::handlers::notes;
use crate::offers::model::ENDING_DAYS;
use crate::offers::store::{due, recipients};
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Tells people, three days before, that an offer ends: once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemindOffers {}

impl Job for RemindOffers {
    const KIND: &'static str = "remind_offers";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let today = state.clock.today();
        while !run.stop.is_cancelled() && remind_some(&state, today).await? {}
        Ok(())
    }
}

/// Tells some people in one transaction; false when there is nobody to tell.
async fn remind_some(state: &AppState, today: NaiveDate) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let due = due::ending(&mut tx, (today, i32::try_from(ENDING_DAYS)?), now, BATCH).await?;
    for id in &due {
        let Some(recipient) = recipients::lock(&mut tx, *id).await? else { continue };
        let facts = json!({ "ends_at": recipient.ends_at });
        notes::tell_person(&mut tx, &state.ids, &recipient, (NoticeKind::OfferEnding, facts), now).await?;
        let entry = Entry::new(events::Event::OfferEndingTold, now, "offer_recipient", id.0);
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    Ok(!due.is_empty())
}
