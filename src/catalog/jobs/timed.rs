//! The nightly check of the publisher.

use serde::{Deserialize, Serialize};

use super::breaker;
use super::certifications::check_certifications;
use super::check::{check_publisher, log_report, log_step};
use super::dataset::Dataset;
use super::download::{Downloader, Patience};
use super::import::{Choices, Importer};
use super::partner::check_partner;
use crate::catalog::model::{Outcome, Source};
use crate::catalog::partner::Partner;
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

/// Brings the catalogue up to date because somebody asked for it; what comes of it is in the history.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportCatalog {
    /// Compare, and write nothing but the history.
    pub dry_run: bool,
    /// Apply even though lists shrink.
    pub accept_losses: bool,
}

impl Job for ImportCatalog {
    const KIND: &'static str = "import_catalog";
    fn key(&self) -> Option<String> {
        Some("asked".to_owned())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let choices =
            Choices { dry_run: self.dry_run, accept_losses: self.accept_losses, note_dry_run: true };
        let asked = ask_all(&state, choices);
        let Some(done) = run.stop.run_until_cancelled(asked).await else { return Ok(()) };
        done?;
        snapshot::refresh(state.part::<Catalog>(), &state.pool).await?;
        Ok(())
    }
}

/// The archive, then, with an account, the API, then the certifications.
async fn ask_all(state: &AppState, choices: Choices) -> anyhow::Result<()> {
    let importer = Importer::from(state);
    if let Some(url) = state.config.rome_url() {
        let downloader = Downloader::new(url, Patience::daily(), state.clock.clone())?;
        log_report(&check_publisher(&importer, &downloader, choices, &log_step).await?);
    }
    if let Some(partner) = Partner::from_config(&state.config, Patience::api(), state.clock.clone())? {
        log_report(&check_partner(&importer, &partner, choices, &log_step).await?);
    }
    if let Some(url) = state.config.rncp_url() {
        let dataset = Dataset::new(url, Patience::daily(), state.clock.clone())?;
        log_report(&check_certifications(&importer, &dataset, choices, &log_step).await?);
    }
    Ok(())
}

/// A failed download is tried again by the queue; a refused archive waits for the next night.
async fn check(state: &AppState) -> anyhow::Result<()> {
    let Some(url) = state.config.rome_url() else { return Ok(()) };
    if let Some(paused) = breaker::pause(&state.pool, Source::Download, state.clock.now()).await? {
        return Err(paused.into());
    }
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
