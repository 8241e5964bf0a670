//! Looks into each new release of the catalogue: which saved searches it touches, and tells their owners.

use serde::{Deserialize, Serialize};

use super::mails;
use super::store::review::{self, SavedEffect};
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// Tells owners of saved searches of every import that was not looked into. Twice does no harm: each is looked into once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewSavedSearches {}

impl Job for ReviewSavedSearches {
    const KIND: &'static str = "review_saved_searches";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && review_one(&state).await? {}
        Ok(())
    }
}

/// Looks into one import, count and mails in one transaction; false when there is none.
async fn review_one(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some(import) = review::take_unseen(&mut tx).await? else { return Ok(false) };
    let owners = review::touched(&mut tx, import.id).await?;
    let mut effect = SavedEffect { searches: 0, recruiters: 0 };
    for owner in &owners {
        effect.searches += owner.searches as i32;
        let Some(email) = &owner.email else { continue };
        effect.recruiters += 1;
        let searches = match owner.searches {
            1 => "une recherche enregistrée".to_owned(),
            many => format!("{many} recherches enregistrées"),
        };
        let context = context! { searches, release => import.release };
        mail::send(&mut tx, state, Mail { to: email, template: &mails::SAVED_SEARCHES, context }).await?;
    }
    review::mark_seen(&mut tx, import.id, effect, state.clock.now()).await?;
    tx.commit().await?;
    let SavedEffect { searches, recruiters } = effect;
    tracing::info!(release = import.release, searches, recruiters, "saved searches looked into");
    Ok(true)
}
