//! Looks into each new release of the catalogue: which saved searches it touches, and whose skills, and tells them.

use serde::{Deserialize, Serialize};

use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::profiles::mails;
use crate::profiles::store::people::{self, Progress};
use crate::profiles::store::review::{self, SavedEffect};

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

/// How many people are told in one transaction.
const AT_ONCE: usize = 500;

/// Tells people whose skills an import renamed, replaced or retired, a few at a time. Nobody is told twice: whoever is written
/// to and how far it came are one transaction.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewProfiles {}

impl Job for ReviewProfiles {
    const KIND: &'static str = "review_profiles";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && tell_some(&state).await? {}
        Ok(())
    }
}

/// Tells the next people of the oldest import that not everybody was told of; false when there is none.
async fn tell_some(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some(import) = people::take_untold(&mut tx).await? else { return Ok(false) };
    let touched = people::touched(&mut tx, &import, AT_ONCE as i64).await?;
    let mut told = 0;
    for person in &touched {
        let Some(email) = &person.email else { continue };
        told += 1;
        let skills = match person.skills {
            1 => "une de vos compétences".to_owned(),
            many => format!("{many} de vos compétences"),
        };
        let context =
            context! { first_name => person.first_name.as_str(), skills, release => import.release };
        mail::send(&mut tx, state, Mail { to: email, template: &mails::SKILLS, context }).await?;
    }
    let so_far = Progress {
        reached: touched.last().map(|person| person.person).or(import.reached),
        touched: touched.len() as i32,
        told,
        is_over: touched.len() < AT_ONCE,
    };
    people::note(&mut tx, import.id, &so_far, state.clock.now()).await?;
    tx.commit().await?;
    tracing::info!(release = import.release, touched = so_far.touched, told, "people told of their skills");
    Ok(true)
}
