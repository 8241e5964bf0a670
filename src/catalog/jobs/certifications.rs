//! Bringing the table of certifications up to date: from the publisher's data set, or from a file.

use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;

use super::breaker;
use super::check::{log_report, log_step};
use super::dataset::Dataset;
use super::download::Patience;
use super::import::{Choices, ImportError, Importer, Progress, Report, Step};
use crate::catalog::archive::{self, CertificationArchive};
use crate::catalog::model::certification::TableDoubt;
use crate::catalog::model::{Attempt, Outcome, Source};
use crate::catalog::snapshot::{self, Catalog};
use crate::catalog::store;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Asks France compétences for today's export. Twice does no harm: the second finds the same bytes.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckCertifications {}

impl Job for CheckCertifications {
    const KIND: &'static str = "check_certifications";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        // A server that stops leaves the check to the next start: nothing is half written.
        run.stop.run_until_cancelled(check(&state)).await.unwrap_or(Ok(()))
    }
}

/// A failed download is tried again by the queue; a refused export waits for the next day.
async fn check(state: &AppState) -> anyhow::Result<()> {
    let Some(url) = state.config.rncp_url() else { return Ok(()) };
    if let Some(paused) = breaker::pause(&state.pool, Source::Certifications, state.clock.now()).await? {
        return Err(paused.into());
    }
    let dataset = Dataset::new(url, Patience::daily(), state.clock.clone())?;
    let importer = Importer::from(state);
    let report = check_certifications(&importer, &dataset, Choices::default(), &log_step).await?;
    log_report(&report);
    snapshot::refresh(state.part::<Catalog>(), &state.pool).await?;
    match (report.attempt.outcome, report.attempt.error) {
        (Outcome::Failed, Some(error)) => Err(anyhow::anyhow!(error)),
        _ => Ok(()),
    }
}

/// Fetches today's export and takes it over unless its bytes are known.
pub async fn check_certifications(
    importer: &Importer,
    dataset: &Dataset,
    choices: Choices,
    progress: Progress<'_>,
) -> Result<Report, ImportError> {
    match dataset.fetch(progress).await {
        Ok(zip) => import_certifications(importer, zip, choices, progress).await,
        Err(error) => {
            let mut attempt = importer.begin(Source::Certifications);
            attempt.error = Some(error.to_string());
            let attempt = importer.conclude(attempt, Outcome::Failed, choices).await?;
            Ok(Report { attempt, summary: None })
        }
    }
}

/// Takes an export over; whatever is wrong with it, the table in place stays as it was.
pub async fn import_certifications(
    importer: &Importer,
    zip: Vec<u8>,
    choices: Choices,
    progress: Progress<'_>,
) -> Result<Report, ImportError> {
    let mut attempt = importer.begin(Source::Certifications);
    let sha256 = archive::sha256(&zip);
    let is_known = store::last_certification_hash(&importer.pool).await?.as_ref() == Some(&sha256);
    attempt.sha256 = Some(sha256);
    if is_known {
        let attempt = importer.conclude(attempt, Outcome::Unchanged, choices).await?;
        return Ok(Report { attempt, summary: None });
    }
    progress(Step::Reading);
    match spawn_blocking(move || archive::read_certifications(&zip)).await? {
        Ok(export) => take_over(importer, attempt, export, choices, progress).await,
        Err(error) => {
            attempt.error = Some(error.to_string());
            let attempt = importer.conclude(attempt, Outcome::Refused, choices).await?;
            Ok(Report { attempt, summary: None })
        }
    }
}

async fn take_over(
    importer: &Importer,
    mut attempt: Attempt,
    export: CertificationArchive,
    choices: Choices,
    progress: Progress<'_>,
) -> Result<Report, ImportError> {
    progress(Step::Comparing);
    let CertificationArchive { table, notices } = export;
    attempt.notices = notices;
    let mut tx = importer.pool.begin().await?;
    if !store::try_lock(&mut tx).await? {
        return Err(ImportError::Busy);
    }
    let known = store::load_certifications(&mut tx).await?;
    let change = table.change(known.as_ref());
    let doubts = table.doubts(known.as_ref(), &change);
    let summary = table.summary(known.as_ref(), &change);
    attempt.summary = Some(summary.clone());
    if doubts.iter().any(|doubt| !(choices.accept_losses && doubt.is_loss())) {
        tx.rollback().await?;
        attempt.error = Some(sentence(&doubts));
        let attempt = importer.conclude(attempt, Outcome::Refused, choices).await?;
        return Ok(Report { attempt, summary: Some(summary) });
    }
    attempt.tally = change.tally();
    if choices.dry_run {
        tx.rollback().await?;
        let attempt = importer.conclude(attempt, Outcome::Compared, choices).await?;
        return Ok(Report { attempt, summary: Some(summary) });
    }
    // The day counts too: it is shown beside what the table says.
    let is_same_day = known.as_ref().is_some_and(|known| known.published_on == table.published_on);
    attempt.outcome =
        if is_same_day && attempt.tally.is_zero() { Outcome::Unchanged } else { Outcome::Applied };
    if attempt.outcome == Outcome::Applied {
        progress(Step::Writing);
        store::write_certifications(&mut tx, &change, table.published_on, importer.clock.now()).await?;
        importer.audit(&mut tx, &attempt).await?;
    }
    attempt.finished_at = importer.clock.now();
    store::insert_attempt(&mut tx, &attempt).await?;
    tx.commit().await?;
    Ok(Report { attempt, summary: Some(summary) })
}

fn sentence(doubts: &[TableDoubt]) -> String {
    let reasons: Vec<String> = doubts.iter().map(ToString::to_string).collect();
    format!("L’export des certifications est refusé : {}.", reasons.join(" ; "))
}
