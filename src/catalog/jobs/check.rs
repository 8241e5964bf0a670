//! When to import: the publisher's daily check, and the first start of a server.

use std::path::Path;
use std::time::Duration;

use super::download::{Downloader, Patience};
use super::import::{Choices, ImportError, Importer, Progress, Report};
use super::supply::Supply;
use crate::catalog::archive;
use crate::catalog::model::{Outcome, Source, Tally};
use crate::catalog::store;
use crate::platform::config::Config;

/// Fetches the publisher's archive and imports it unless its bytes are known.
pub async fn check_publisher(
    importer: &Importer,
    downloader: &Downloader,
    choices: Choices,
    progress: Progress<'_>,
) -> Result<Report, ImportError> {
    let zip = match downloader.fetch(progress).await {
        Ok(zip) => zip,
        Err(error) => return importer.note_failure(error.to_string(), choices).await,
    };
    let sha256 = archive::sha256(&zip);
    if store::last_hash(&importer.pool).await?.as_ref() == Some(&sha256) {
        return importer.note_same_bytes(sha256, choices).await;
    }
    importer.import(Source::Download, Supply::Zip(zip), choices, progress).await
}

/// Gives a server that starts a catalogue: the operator's file, else the publisher's archive, else the starter.
///
/// A catalogue already there is only replaced by a file the operator names and that it does not come from.
pub async fn ensure_loaded(importer: &Importer, config: &Config) -> anyhow::Result<()> {
    loop {
        match load_once(importer, config).await {
            Err(ImportError::Busy) => tokio::time::sleep(Duration::from_millis(500)).await,
            Err(ImportError::Internal(error)) => return Err(error),
            Ok(()) => return Ok(()),
        }
    }
}

async fn load_once(importer: &Importer, config: &Config) -> Result<(), ImportError> {
    let is_empty = store::revision(&importer.pool).await? == 0;
    if let Some(path) = &config.rome_archive {
        return load_file(importer, path, is_empty).await;
    }
    if !is_empty {
        return Ok(());
    }
    if let Some(url) = config.rome_url() {
        let downloader = Downloader::new(url, Patience::first_start(), importer.clock.clone())?;
        let report = check_publisher(importer, &downloader, Choices::default(), &log_step).await?;
        log_report(&report);
        if report.attempt.outcome == Outcome::Applied {
            return Ok(());
        }
    }
    let report = importer.import(Source::Starter, Supply::Starter, Choices::default(), &log_step).await?;
    log_report(&report);
    Ok(())
}

/// The operator's file. On an empty catalogue it must work; otherwise the last good catalogue goes on serving.
async fn load_file(importer: &Importer, path: &Path, is_empty: bool) -> Result<(), ImportError> {
    let supply = Supply::open(path).unwrap_or_else(|_| Supply::Path(path.to_owned()));
    let sha256 = supply.sha256();
    if sha256.is_some() && store::last_hash(&importer.pool).await? == sha256 {
        return Ok(());
    }
    let report = importer.import(Source::File, supply, Choices::default(), &log_step).await?;
    log_report(&report);
    match report.attempt.error {
        Some(error) if is_empty => {
            Err(ImportError::Internal(anyhow::anyhow!("ROME_ARCHIVE={} : {error}", path.display())))
        }
        _ => Ok(()),
    }
}

/// Notes a step for someone who looks closely.
pub fn log_step(step: super::import::Step) {
    tracing::debug!(?step, "catalogue import");
}

/// Says once what came of an import.
pub fn log_report(report: &Report) {
    let attempt = &report.attempt;
    let (outcome, release) = (attempt.outcome.as_str(), attempt.release);
    if let Some(error) = &attempt.error {
        tracing::warn!(outcome, release, error, "catalogue not imported");
    } else {
        let Tally { added, changed, retired, .. } = attempt.tally;
        tracing::info!(outcome, release, added, changed, retired, "catalogue imported");
    }
}
