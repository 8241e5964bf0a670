//! Offers followed: mails that arrived or did not, companies that may no longer recruit or may again.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::BATCH;
use crate::ids::OfferRecipientId;
use crate::notices::NoticeKind;
use crate::offers::handlers::notes;
use crate::offers::model::state::{Event, State};
use crate::offers::store::transitions::{self, By, Step};
use crate::offers::store::{due, recipients};
use crate::platform::jobs::{Job, Run};
use crate::platform::live::{self, MailState};
use crate::platform::state::AppState;

/// How long a mail is waited for: it is tried for hours, not for days.
const MAILS_TAKE: Duration = Duration::days(3);

/// Notes which offers reached their people by mail and which did not, and tells people when an offer is paused or goes on.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowOffers {}

impl Job for FollowOffers {
    const KIND: &'static str = "follow_offers";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let mut after = None;
        while !run.stop.is_cancelled() {
            after = deliver_some(&state, after).await?;
            if after.is_none() {
                break;
            }
        }
        while !run.stop.is_cancelled() && pause_some(&state).await? {}
        Ok(())
    }
}

/// Looks at the mails of some offers; gives the last one looked at, or none when they were the last.
async fn deliver_some(
    state: &AppState,
    after: Option<OfferRecipientId>,
) -> anyhow::Result<Option<OfferRecipientId>> {
    let now = state.clock.now();
    let waiting = due::unheard_of(&state.pool, now - MAILS_TAKE, after, BATCH).await?;
    let last = waiting.last().copied();
    let subjects: Vec<Uuid> = waiting.iter().map(|id| id.0).collect();
    let mut connection = state.pool.acquire().await?;
    let mails = live::mail_states(&mut connection, NoticeKind::OfferReceived, &subjects).await?;
    drop(connection);
    for (subject, mail) in mails {
        let event = match mail {
            MailState::Sent => Event::Deliver,
            MailState::Failed => Event::Fail,
            MailState::None | MailState::Waiting | MailState::Skipped => continue,
        };
        heard(state, OfferRecipientId(subject), event, now).await?;
    }
    Ok(last)
}

/// Notes what became of one mail, unless the offer moved meanwhile.
async fn heard(
    state: &AppState,
    id: OfferRecipientId,
    event: Event,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(mut recipient) = recipients::lock(&mut tx, id).await? else { return Ok(()) };
    if recipient.state != State::Sent {
        return Ok(());
    }
    let step = Step { event, by: &By::Clock, reason: None, at: now };
    transitions::apply(&mut tx, &state.ids, &mut recipient, step).await?;
    notes::changed_for_company(&mut tx, &recipient).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells some people that their offer is paused, or that it goes on; false when there is nobody to tell.
async fn pause_some(state: &AppState) -> anyhow::Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let changed = due::paused_or_not(&mut tx, now, BATCH).await?;
    for (id, is_paused) in &changed {
        let Some(recipient) = recipients::lock(&mut tx, *id).await? else { continue };
        let facts = json!({ "paused": is_paused });
        notes::tell_person(&mut tx, &state.ids, &recipient, (NoticeKind::OfferPaused, facts), now).await?;
        notes::changed_for_company(&mut tx, &recipient).await?;
    }
    tx.commit().await?;
    Ok(!changed.is_empty())
}
