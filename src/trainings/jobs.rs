//! Looks into each new release of the catalogue: which lines of which trainings it says otherwise, and tells their owners.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::mails;
use super::store::{alignment, notices, touched};
use crate::catalog::{self, Measure};
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// How long a measure of the alignment holds.
const MEASURED: Duration = Duration::hours(1);

/// Writes the notices of every import that was not looked into. Twice does no harm: each is looked into once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewCatalog {}

impl Job for ReviewCatalog {
    const KIND: &'static str = "review_catalog";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && review_one(&state).await? {}
        measure(&state).await
    }
}

/// Measures how well trainings and own skills are aligned with the release in place: once its notices are written, then
/// every hour.
async fn measure(state: &AppState) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let ([first, ..], now) = (alignment::ITEMS, state.clock.now());
    let Some(import) = catalog::alignment::take_unmeasured(&mut tx, first, now - MEASURED).await? else {
        return Ok(());
    };
    let mut measures = alignment::measure(&mut tx).await?;
    measures.extend(Measure::whole(&measures, &alignment::ITEMS));
    catalog::alignment::record(&mut tx, import, &measures, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Looks into one import, notices and mails in one transaction; false when there is none.
async fn review_one(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some(import) = notices::take_unseen(&mut tx).await? else { return Ok(false) };
    let now = state.clock.now();
    let written = notices::write(&mut tx, &state.ids, import.id, now).await?;
    touched::write_grids(&mut tx, import.id).await?;
    notices::mark_seen(&mut tx, import.id, written, now).await?;
    for told in notices::to_tell(&mut tx, import.id).await? {
        let trainings = match told.trainings {
            1 => "une formation".to_owned(),
            many => format!("{many} formations"),
        };
        let context = context! {
            trainings, release => import.release, organisation => told.name,
            organisation_id => told.organisation.to_string(),
        };
        let letter = Mail { to: &told.email, template: &mails::CATALOG_NOTICES, context };
        mail::send(&mut tx, state, letter).await?;
    }
    tx.commit().await?;
    tracing::info!(release = import.release, notices = written, "catalogue release looked into");
    Ok(true)
}
