//! Work done after a transaction commits, written in that transaction: mails to send, registers to ask.
//!
//! A job runs at least once, so doing it twice must do no harm. A job that fails is tried again later and later, then
//! put aside. Times come from the state's clock. Workers look four times a second; nothing is notified, because a
//! notification in a transaction makes every writer wait for every other (docs/decisions/0002-job-queue.md).

mod purge;
mod registry;
mod store;
mod ticker;
mod times;
mod worker;

use std::future::Future;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::ids::Ids;
use crate::platform::db::Tx;
use crate::platform::state::AppState;

pub use purge::PurgeDeadJobs;
pub use registry::Registry;
pub use ticker::{Timed, run_ticker, tick, warn_of_late};
pub use times::{NotTimes, Times};
pub use worker::{Drained, run_due, run_worker};

/// A kind of job: what it needs, and what it does with it.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the queue; never given to another meaning.
    const KIND: &'static str;

    /// How often it is tried before it is put aside: the last try comes about four hours after the first.
    const ATTEMPTS: u32 = 12;

    /// Makes it unique within its kind: one waiting job of the same key is enough. None by default.
    fn key(&self) -> Option<String> {
        None
    }

    /// Does the work. It may run twice: the second time must do no harm.
    fn run(self, state: AppState, run: Run) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// One execution of a job.
#[derive(Clone, Debug)]
pub struct Run {
    /// The job's id: the same at each attempt.
    pub id: Uuid,
    /// The first attempt is 1.
    pub attempt: u32,
    /// Cancelled when the server stops: long jobs end early and are done again later.
    pub stop: CancellationToken,
}

/// The error of a job that no further attempt can help.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct GiveUp(pub String);

/// Writes a job that runs as soon as the transaction is committed.
pub async fn enqueue<J: Job>(tx: &mut Tx<'_>, state: &AppState, job: &J) -> sqlx::Result<()> {
    enqueue_at(tx, state, job, state.clock.now()).await
}

/// Writes a job that runs at a given time. A waiting job of the same key keeps the earlier of both times.
pub async fn enqueue_at<J: Job>(
    tx: &mut Tx<'_>,
    state: &AppState,
    job: &J,
    run_at: DateTime<Utc>,
) -> sqlx::Result<()> {
    write(tx, &state.ids, job, (run_at, state.clock.now())).await
}

/// Writes a job that runs as soon as the transaction is committed, where there is no state at hand.
pub async fn enqueue_now<J: Job>(
    tx: &mut Tx<'_>,
    ids: &Ids,
    job: &J,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    write(tx, ids, job, (now, now)).await
}

async fn write<J: Job>(
    tx: &mut Tx<'_>,
    ids: &Ids,
    job: &J,
    (run_at, now): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<()> {
    let payload = serde_json::to_value(job).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let job = store::NewJob { id: ids.ordered(), kind: J::KIND, key: job.key(), payload, run_at };
    store::insert(tx, job, now).await
}

/// Removes every job, waiting or put aside, whose payload or key holds one of `certain`; and those that failed or were put
/// aside and hold one of `likely`, such as a name that somebody else may bear too. Lower case.
pub async fn forget(tx: &mut Tx<'_>, certain: &[String], likely: &[String]) -> sqlx::Result<u64> {
    store::forget(tx, certain, likely).await
}

/// Whether a job of this kind waits or runs.
pub async fn is_waiting<J: Job>(state: &AppState) -> sqlx::Result<bool> {
    store::is_waiting(&state.pool, J::KIND).await
}

/// Counts the jobs that are due or running, for tests and the admin's view.
pub async fn count_due(state: &AppState) -> sqlx::Result<i64> {
    store::count_due(&state.pool, state.clock.now()).await
}
