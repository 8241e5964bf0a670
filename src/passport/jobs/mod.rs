//! Timed work on passports: which validations have expired, and how well passports are aligned with a new release.

mod experiences;
mod exports;

pub use experiences::{MaskProof, RemindReviewers};
pub use exports::{EraseExports, WriteExport};

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::catalog::{self, AlignedItem, Measure};
use crate::passport::store::{alignment, experience, expiry};
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Marks the profiles whose validations or experiences expired since the last run, days without a run included.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkExpired {}

impl Job for MarkExpired {
    const KIND: &'static str = "mark_expired_validations";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let today = state.clock.today();
        let mut profiles = expiry::take_expired(&mut tx, today).await?;
        profiles.extend(experience::due::take_expired(&mut tx, today).await?);
        profiles.sort_unstable();
        profiles.dedup();
        dirty::mark(&mut tx, &profiles, Urgency::Soon, state.clock.now()).await?;
        tx.commit().await?;
        tracing::info!(profiles = profiles.len(), "expired validations marked");
        Ok(())
    }
}

/// How long a measure of the alignment holds: every passport is read for it.
const MEASURED: Duration = Duration::hours(23);

/// Measures how well declared skills and validations are aligned with the release in place: minutes after it came, then
/// every day.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureAlignment {}

impl Job for MeasureAlignment {
    const KIND: &'static str = "measure_alignment";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let (item, now) = (AlignedItem::Validation, state.clock.now());
        let Some(import) = catalog::alignment::take_unmeasured(&mut tx, item, now - MEASURED).await? else {
            return Ok(());
        };
        let mut measures = alignment::validations(&mut tx).await?;
        measures.extend(Measure::whole(&measures, &[item]));
        measures.push(alignment::declared(&mut tx).await?);
        catalog::alignment::record(&mut tx, import, &measures, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
