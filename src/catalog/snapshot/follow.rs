//! Keeps the snapshot in step with PostgreSQL, whichever process imported.

use std::time::Duration;

use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use super::{Catalog, build};
use crate::catalog::store;

/// How often the revision is compared: one indexed row.
const PERIOD: Duration = Duration::from_secs(5);

/// Reloads the catalogue if an import has changed it; true when it did.
pub async fn refresh(catalog: &Catalog, pool: &PgPool) -> anyhow::Result<bool> {
    let revision = store::revision(pool).await?;
    if revision == catalog.snapshot().revision() {
        return Ok(false);
    }
    let snapshot = build::load(pool).await?;
    tracing::info!(revision = snapshot.revision(), "catalogue reloaded");
    catalog.replace(snapshot);
    Ok(true)
}

/// Refreshes the catalogue until the stop; a database that is away for a while is no harm.
pub async fn follow(catalog: Catalog, pool: PgPool, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(PERIOD);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        if stop.run_until_cancelled(ticks.tick()).await.is_none() {
            return;
        }
        if let Err(error) = refresh(&catalog, &pool).await {
            tracing::warn!(error = format!("{error:#}"), "catalogue revision could not be compared");
        }
    }
}
