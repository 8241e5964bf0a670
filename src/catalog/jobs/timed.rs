//! The nightly check of the publisher.

use serde::{Deserialize, Serialize};

use super::check::{check_publisher, log_report, log_step};
use super::download::{Downloader, Patience};
use super::import::{Choices, Importer};
use crate::catalog::model::Outcome;
use crate::catalog::snapshot::{self, Catalog};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Asks the publisher whether there is a new release. Twice does no harm: the second finds the same bytes.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckCatalog {}

impl Job for CheckCatalog {
    const KIND: &'static str = "check_catalog";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        // A server that stops leaves the check to the next start: nothing is half written.
        run.stop.run_until_cancelled(check(&state)).await.unwrap_or(Ok(()))
    }
}

/// A failed download is tried again by the queue; a refused archive waits for the next night.
async fn check(state: &AppState) -> anyhow::Result<()> {
    let Some(url) = state.config.rome_url() else { return Ok(()) };
    let downloader = Downloader::new(url, Patience::daily(), state.clock.clone())?;
    let importer = Importer::from(state);
    let report = check_publisher(&importer, &downloader, Choices::default(), &log_step).await?;
    log_report(&report);
    snapshot::refresh(state.part::<Catalog>(), &state.pool).await?;
    match (report.attempt.outcome, report.attempt.error) {
        (Outcome::Failed, Some(error)) => Err(anyhow::anyhow!(error)),
        _ => Ok(()),
    }
}
