//! One import: read, compare, refuse or apply in one transaction, and write the history.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgPool;
use tokio::task::spawn_blocking;

use super::supply::Supply;
use crate::catalog::model::{
    Attempt, Catalogue, CatalogueDiff, Counts, Known, LoggedChange, Outcome, Refusal, Source, Tally,
    change_log, check, diff, summary,
};
use crate::catalog::store;
use crate::events::Event;
use crate::ids::Ids;
use crate::platform::clock::Clock;
use crate::platform::db::{Tx, audit};
use crate::platform::state::AppState;

/// What an import needs of the house.
#[derive(Clone)]
pub struct Importer {
    /// Connections to PostgreSQL.
    pub pool: PgPool,
    /// The time.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
}

impl From<&AppState> for Importer {
    fn from(state: &AppState) -> Self {
        Self { pool: state.pool.clone(), clock: state.clock.clone(), ids: state.ids.clone() }
    }
}

/// What the person who starts an import decides.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices {
    /// Compare and tell, write nothing.
    pub dry_run: bool,
    /// Apply even though lists shrink: only for someone who has read the dry run.
    pub accept_losses: bool,
    /// Leave a line in the history although nothing is written: whoever asked reads it there.
    pub note_dry_run: bool,
}

impl Choices {
    /// Whether the attempt goes into the history.
    const fn is_noted(self) -> bool {
        !self.dry_run || self.note_dry_run
    }
}

/// What an import is doing, for whoever watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Bytes received, and how many are announced.
    Downloading(u64, Option<u64>),
    /// Asking the publisher's API.
    Asking,
    /// Waiting before another try.
    Retrying,
    /// Reading the files of the archive.
    Reading,
    /// Comparing with the catalogue in place.
    Comparing,
    /// Writing what changes.
    Writing,
}

/// Tells the steps to whoever watches.
pub type Progress<'a> = &'a (dyn Fn(Step) + Send + Sync);

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its line in the history; a dry run leaves none.
    pub attempt: Attempt,
    /// What the release changes, in words; absent when it could not be read.
    pub summary: Option<String>,
}

/// Why an import did not come to an outcome.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Another import holds the lock.
    #[error("another import is running")]
    Busy,
    /// A fault of ours.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl From<sqlx::Error> for ImportError {
    fn from(error: sqlx::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<tokio::task::JoinError> for ImportError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Internal(error.into())
    }
}

/// A release beside the catalogue in place.
struct Comparison {
    next: Catalogue,
    diff: CatalogueDiff,
    refusals: Vec<Refusal>,
    counts: Counts,
    summary: String,
    /// The same entries under the same release.
    is_unchanged: bool,
}

impl Importer {
    /// Imports an archive; whatever goes wrong, the catalogue in place stays as it was.
    pub async fn import(
        &self,
        source: Source,
        supply: Supply,
        choices: Choices,
        progress: Progress<'_>,
    ) -> Result<Report, ImportError> {
        let mut attempt = self.begin(source);
        progress(Step::Reading);
        let reading = spawn_blocking(move || supply.read()).await?;
        attempt.sha256 = reading.sha256;
        attempt.notices = reading.notices;
        match reading.catalogue {
            Ok(catalogue) => self.bring_in(attempt, catalogue, choices, progress).await,
            Err(reason) => {
                attempt.error = Some(reason);
                let attempt = self.conclude(attempt, Outcome::Refused, choices).await?;
                Ok(Report { attempt, summary: None })
            }
        }
    }

    /// Records that the archive could not be fetched.
    pub async fn note_failure(&self, reason: String, choices: Choices) -> Result<Report, ImportError> {
        let mut attempt = self.begin(Source::Download);
        attempt.error = Some(reason);
        let attempt = self.conclude(attempt, Outcome::Failed, choices).await?;
        Ok(Report { attempt, summary: None })
    }

    /// Records that the archive fetched is byte for byte the one the catalogue comes from.
    pub async fn note_same_bytes(&self, sha256: String, choices: Choices) -> Result<Report, ImportError> {
        let mut attempt = self.begin(Source::Download);
        attempt.sha256 = Some(sha256);
        let attempt = self.conclude(attempt, Outcome::Unchanged, choices).await?;
        Ok(Report { attempt, summary: None })
    }

    async fn bring_in(
        &self,
        mut attempt: Attempt,
        next: Catalogue,
        choices: Choices,
        progress: Progress<'_>,
    ) -> Result<Report, ImportError> {
        progress(Step::Comparing);
        let mut tx = self.pool.begin().await?;
        if !store::try_lock(&mut tx).await? {
            return Err(ImportError::Busy);
        }
        let known = store::load(&mut tx).await?;
        let source = attempt.source;
        let comparison = spawn_blocking(move || compare(&known, next, source)).await?;
        attempt.release = Some(comparison.next.release.version);
        attempt.summary = Some(comparison.summary.clone());
        attempt.counts = Some(comparison.counts);
        let refused = comparison.refusals.iter().any(|refusal| !(choices.accept_losses && refusal.is_loss()));
        if refused {
            tx.rollback().await?;
            attempt.error = Some(sentence(&comparison.refusals));
            let attempt = self.conclude(attempt, Outcome::Refused, choices).await?;
            return Ok(Report { attempt, summary: Some(comparison.summary) });
        }
        attempt.tally = comparison.diff.total();
        attempt.outcome = if comparison.is_unchanged { Outcome::Unchanged } else { Outcome::Applied };
        attempt.finished_at = self.clock.now();
        if !choices.dry_run {
            if attempt.outcome == Outcome::Applied {
                progress(Step::Writing);
            }
            self.apply(&mut tx, &mut attempt, &comparison).await?;
            tx.commit().await?;
        } else if choices.note_dry_run {
            tx.rollback().await?;
            attempt = self.conclude(attempt, Outcome::Compared, choices).await?;
        }
        Ok(Report { attempt, summary: Some(comparison.summary) })
    }

    async fn apply(
        &self,
        tx: &mut Tx<'_>,
        attempt: &mut Attempt,
        comparison: &Comparison,
    ) -> anyhow::Result<()> {
        let release = &comparison.next.release;
        let mut log: Vec<LoggedChange> = Vec::new();
        if attempt.outcome == Outcome::Applied {
            log = change_log(&comparison.diff);
            store::write(tx, &comparison.diff, release.version).await?;
            store::save_release(tx, release, attempt.source.origin(), self.clock.now()).await?;
            self.audit(tx, attempt).await?;
        }
        attempt.finished_at = self.clock.now();
        store::insert_attempt(tx, attempt).await?;
        store::insert_changes(tx, attempt.id, &log).await?;
        Ok(())
    }

    /// Notes in the audit log that the catalogue changed.
    pub(super) async fn audit(&self, tx: &mut Tx<'_>, attempt: &Attempt) -> sqlx::Result<()> {
        audit::record(tx, &self.ids, audit_entry(attempt)).await
    }

    /// A line of the history that begins now.
    pub(super) fn begin(&self, source: Source) -> Attempt {
        let now: DateTime<Utc> = self.clock.now();
        Attempt {
            id: self.ids.ordered(),
            release: None,
            source,
            sha256: None,
            outcome: Outcome::Failed,
            error: None,
            notices: Vec::new(),
            counts: None,
            tally: Tally::default(),
            summary: None,
            started_at: now,
            finished_at: now,
        }
    }

    /// Ends an attempt that changes nothing.
    pub(super) async fn conclude(
        &self,
        mut attempt: Attempt,
        outcome: Outcome,
        choices: Choices,
    ) -> Result<Attempt, ImportError> {
        attempt.outcome = outcome;
        attempt.finished_at = self.clock.now();
        if choices.is_noted() {
            let mut conn = self.pool.acquire().await?;
            store::insert_attempt(&mut conn, &attempt).await?;
        }
        Ok(attempt)
    }
}

fn compare(known: &Known, next: Catalogue, source: Source) -> Comparison {
    let diff = diff(known, &next);
    let refusals = check(known, &next, source.origin(), &diff);
    let summary = summary(known, &next, &diff);
    let same_release = known
        .release
        .as_ref()
        .is_some_and(|(release, origin)| *release == next.release && *origin == source.origin());
    let is_unchanged = same_release && diff.total().is_zero();
    Comparison { counts: next.counts(), next, diff, refusals, summary, is_unchanged }
}

fn sentence(refusals: &[Refusal]) -> String {
    let reasons: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    format!("L’archive est refusée : {}.", reasons.join(" ; "))
}

fn audit_entry(attempt: &Attempt) -> audit::Entry {
    let after = json!({
        "release": attempt.release,
        "source": attempt.source,
        "added": attempt.tally.added,
        "changed": attempt.tally.changed,
        "retired": attempt.tally.retired,
        "reactivated": attempt.tally.reactivated,
    });
    audit::Entry::new(Event::CatalogApplied, attempt.started_at, "catalog_import", attempt.id)
        .change(None, after)
}
