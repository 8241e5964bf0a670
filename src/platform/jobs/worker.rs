//! Takes due jobs and runs them.

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, interval_at, sleep, timeout};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::store::{self, Claimed};
use super::{GiveUp, Registry, Run};
use crate::platform::state::AppState;

/// Jobs that run at the same time.
const CONCURRENCY: usize = 4;

/// How often the queue is looked at when it was empty.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// How often the queue is looked at when the database does not answer.
const LOOK_EVERY_WHEN_DOWN: Duration = Duration::from_secs(2);

/// How long a worker that says nothing keeps its jobs.
const LEASE: Duration = Duration::from_mins(1);

/// How long one attempt may take.
const LONGEST_RUN: Duration = Duration::from_mins(30);

/// How long running jobs may go on when the server stops.
const STOP_PATIENCE: Duration = Duration::from_secs(5);

/// The first and the longest wait between two attempts.
const FIRST_RETRY: chrono::Duration = chrono::Duration::seconds(10);
const LONGEST_RETRY: chrono::Duration = chrono::Duration::hours(1);

/// Characters kept of an error.
const ERROR_LENGTH: usize = 1000;

#[derive(Clone)]
struct Worker {
    id: Uuid,
    state: AppState,
    registry: Registry,
    stop: CancellationToken,
}

/// Runs jobs until the stop, then gives back what it could not finish.
pub async fn run_worker(state: AppState, registry: Registry, stop: CancellationToken) {
    let worker = Worker { id: state.ids.opaque(), state, registry, stop };
    let mut running = JoinSet::new();
    while !worker.stop.is_cancelled() {
        let free = CONCURRENCY - running.len();
        let pause = match worker.claim(free).await {
            Ok(claimed) => {
                let found_all = claimed.len() < free;
                for job in claimed {
                    let worker = worker.clone();
                    running.spawn(async move { worker.execute(job).await });
                }
                if found_all { LOOK_EVERY } else { Duration::ZERO }
            }
            Err(error) => {
                tracing::error!(%error, "cannot read the job queue");
                LOOK_EVERY_WHEN_DOWN
            }
        };
        let full = running.len() >= CONCURRENCY;
        tokio::select! {
            () = worker.stop.cancelled() => {}
            () = sleep(pause), if !full => {}
            _ = running.join_next(), if full => {}
        }
        while running.try_join_next().is_some() {}
    }
    worker.leave(running).await;
}

/// What [`run_due`] did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Drained {
    /// Jobs that succeeded.
    pub done: usize,
    /// The errors of the others, which wait for their next attempt or are put aside.
    pub errors: Vec<String>,
}

/// Runs what is due now, and what that makes due, one by one; for tests and one-shot commands.
pub async fn run_due(state: &AppState, registry: &Registry) -> sqlx::Result<Drained> {
    let worker = Worker {
        id: state.ids.opaque(),
        state: state.clone(),
        registry: registry.clone(),
        stop: CancellationToken::new(),
    };
    let mut drained = Drained::default();
    while let Some(job) = worker.claim(1).await?.pop() {
        match worker.execute(job).await {
            Ok(()) => drained.done += 1,
            Err(error) => drained.errors.push(error),
        }
    }
    Ok(drained)
}

impl Worker {
    async fn claim(&self, limit: usize) -> sqlx::Result<Vec<Claimed>> {
        if limit == 0 {
            return Ok(Vec::new());
        }
        let now = self.state.clock.now();
        store::claim(&self.state.pool, self.id, &self.registry.kinds(), limit as i64, now, now + LEASE).await
    }

    /// Runs one job and records how it ended.
    async fn execute(&self, job: Claimed) -> Result<(), String> {
        let started = Instant::now();
        let result = self.attempt(&job).await;
        let outcome = if result.is_ok() { "done" } else { "failed" };
        metrics::counter!("carnet_jobs_total", "kind" => job.kind.clone(), "outcome" => outcome).increment(1);
        metrics::histogram!("carnet_job_seconds", "kind" => job.kind.clone())
            .record(started.elapsed().as_secs_f64());
        let recorded = match &result {
            Ok(()) => store::complete(&self.state.pool, self.id, &job, self.state.clock.now()).await,
            Err(error) => self.record_failure(&job, error).await,
        };
        if let Err(error) = recorded {
            tracing::error!(job = %job.id, kind = job.kind, %error, "cannot record how a job ended: it will run again");
        }
        result.map_err(|error| format!("{}: {error:#}", job.kind))
    }

    /// Runs one job in a task of its own, so that a panic is an error like any other, while renewing its lease.
    async fn attempt(&self, job: &Claimed) -> anyhow::Result<()> {
        let attempt = u32::try_from(job.attempts).unwrap_or(1);
        let run = Run { id: job.id, attempt, stop: self.stop.child_token() };
        let work = self.registry.start(&job.kind, job.payload.clone(), self.state.clone(), run);
        let mut tasks = JoinSet::new();
        tasks.spawn(timeout(LONGEST_RUN, work));
        tokio::select! {
            ended = tasks.join_next() => match ended {
                Some(Ok(Ok(result))) => result,
                Some(Ok(Err(_))) => anyhow::bail!("it took longer than {} minutes", LONGEST_RUN.as_secs() / 60),
                Some(Err(panic)) => anyhow::bail!("it panicked: {panic}"),
                None => anyhow::bail!("it did not start"),
            },
            () = self.keep(job) => anyhow::bail!("another worker took it over"),
        }
    }

    /// Renews the lease; ends when it is lost.
    async fn keep(&self, job: &Claimed) {
        let mut beat = interval_at(Instant::now() + LEASE / 3, LEASE / 3);
        loop {
            beat.tick().await;
            match store::extend(&self.state.pool, self.id, job, self.state.clock.now() + LEASE).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(job = %job.id, %error, "cannot renew a job's lease"),
            }
        }
    }

    async fn record_failure(&self, job: &Claimed, error: &anyhow::Error) -> sqlx::Result<()> {
        let now = self.state.clock.now();
        let text: String = format!("{error:#}").chars().take(ERROR_LENGTH).collect();
        let attempts = u32::try_from(job.attempts).unwrap_or(u32::MAX);
        if error.is::<GiveUp>() || attempts >= self.registry.attempts(&job.kind) {
            tracing::error!(job = %job.id, kind = job.kind, attempts, error = text, "a job is put aside");
            return store::bury(&self.state.pool, self.id, job, now, &text).await;
        }
        tracing::warn!(job = %job.id, kind = job.kind, attempts, error = text, "a job failed and will be tried again");
        store::retry(&self.state.pool, self.id, job, now + pause_after(attempts), &text).await
    }

    /// Waits a little for running jobs, then gives back the rest.
    async fn leave(&self, mut running: JoinSet<Result<(), String>>) {
        let finish = async { while running.join_next().await.is_some() {} };
        if timeout(STOP_PATIENCE, finish).await.is_ok() {
            return;
        }
        running.shutdown().await;
        match store::release_all(&self.state.pool, self.id).await {
            Ok(count) => tracing::info!(count, "gave back jobs that were running"),
            Err(error) => {
                tracing::error!(%error, "cannot give back running jobs: they wait for their lease to end");
            }
        }
    }
}

/// Doubles after each attempt: 10 s, 20 s, 40 s … one hour.
fn pause_after(attempts: u32) -> chrono::Duration {
    let factor = 2_i32.saturating_pow(attempts.saturating_sub(1).min(20));
    (FIRST_RETRY * factor).min(LONGEST_RETRY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_an_hour() {
        let pauses: Vec<_> = [1, 2, 3, 9, 10, 12, u32::MAX].map(|n| pause_after(n).num_seconds()).into();
        assert_eq!(pauses, [10, 20, 40, 2560, 3600, 3600, 3600]);
        let total: i64 = (1..12).map(|n| pause_after(n).num_minutes()).sum();
        assert!((180..300).contains(&total), "the last attempt comes after {total} minutes");
    }
}
