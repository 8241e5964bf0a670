//! Writes timed jobs when they are due: once per kind and time, however many nodes tick.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use chrono::{DateTime, Duration, DurationRound, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tokio::time::sleep;
use tokio_cron_scheduler::{Job as CronJob, JobScheduler};
use tokio_util::sync::CancellationToken;

use super::{Job, store};
use crate::platform::state::AppState;

/// How often late jobs are looked for.
const WATCH: &str = "30 * * * * *";

/// How often the clock is compared with the time that has passed, and by how much they may differ.
const LOOK_AT_CLOCK: std::time::Duration = std::time::Duration::from_secs(2);
const LARGEST_DRIFT: Duration = Duration::seconds(10);

/// A line of `schedule.rs`: a job, when it runs, and when somebody must worry.
#[derive(Clone)]
pub struct Timed {
    /// The kind of job.
    pub kind: &'static str,
    /// Seconds, minutes, hours, day of month, month, day of week; UTC, so no day has 23 or 25 hours.
    pub cron: Cow<'static, str>,
    /// Without a success for this long, an error is logged and a metric raised.
    pub alarm_after: Duration,
    enqueue: Enqueue,
}

type Enqueue = for<'a> fn(&'a AppState, DateTime<Utc>) -> BoxFuture<'a, sqlx::Result<bool>>;

impl Timed {
    /// Runs a job that needs nothing.
    pub fn new<J: Job + Default>(cron: impl Into<Cow<'static, str>>, alarm_after: Duration) -> Self {
        let cron = cron.into();
        Self { kind: J::KIND, cron, alarm_after, enqueue: |state, at| enqueue_once::<J>(state, at).boxed() }
    }
}

/// Wraps the job of a timed line, so that it is unique within its kind whatever key it has.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Unique<J>(J);

impl<J: Job> Job for Unique<J> {
    const KIND: &'static str = J::KIND;

    fn key(&self) -> Option<String> {
        Some("timed".to_owned())
    }

    async fn run(self, state: AppState, run: super::Run) -> anyhow::Result<()> {
        self.0.run(state, run).await
    }
}

async fn enqueue_once<J: Job + Default>(
    state: &AppState,
    scheduled_for: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let first = store::advance_timed(&mut tx, J::KIND, scheduled_for).await?;
    if first {
        super::enqueue(&mut tx, state, &Unique(J::default())).await?;
    }
    tx.commit().await?;
    Ok(first)
}

/// Writes a timed job for one time; false when it was already written for that time or a later one.
pub async fn tick(state: &AppState, timed: &Timed, at: DateTime<Utc>) -> sqlx::Result<bool> {
    // Every node fires within the same second after the nominal time: the whole minute is the same on all.
    let nominal = at.duration_trunc(Duration::minutes(1)).unwrap_or(at);
    (timed.enqueue)(state, nominal).await
}

/// Ticks until the stop. Jobs missed while no node ran are caught up at once.
pub async fn run_ticker(
    state: AppState,
    schedule: Vec<Timed>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    while !stop.is_cancelled() {
        let (time, began) = (state.clock.now(), Instant::now());
        let mut scheduler = start(&state, &schedule).await?;
        tokio::select! {
            () = stop.cancelled() => {}
            () = clock_is_set(&state, time, began) => tracing::warn!("the clock was set; the timed jobs start over"),
        }
        scheduler.shutdown().await.context("cannot stop the timed jobs")?;
    }
    Ok(())
}

/// Waits until the time of day has moved otherwise than time passes: the scheduler waits for a moment that would then come
/// late, perhaps by days.
async fn clock_is_set(state: &AppState, time: DateTime<Utc>, began: Instant) {
    loop {
        sleep(LOOK_AT_CLOCK).await;
        let drift = (state.clock.now() - time) - Duration::from_std(began.elapsed()).unwrap_or_default();
        if drift.abs() > LARGEST_DRIFT {
            return;
        }
    }
}

/// Catches up, and starts ticking.
async fn start(state: &AppState, schedule: &[Timed]) -> anyhow::Result<JobScheduler> {
    catch_up(state, schedule).await;
    let scheduler = JobScheduler::new().await.context("cannot start the timed jobs")?;
    for timed in schedule.iter().cloned() {
        scheduler.add(tick_job(state, timed)?).await?;
    }
    let watched: Arc<[Timed]> = schedule.into();
    let state = state.clone();
    let watch = CronJob::new_async_tz(WATCH, Utc, move |_, _| {
        let (state, watched) = (state.clone(), Arc::clone(&watched));
        async move {
            if let Err(error) = warn_of_late(&state, &watched).await {
                tracing::error!(%error, "cannot look for late timed jobs");
            }
        }
        .boxed()
    })?;
    scheduler.add(watch).await?;
    scheduler.start().await?;
    Ok(scheduler)
}

fn tick_job(state: &AppState, timed: Timed) -> anyhow::Result<CronJob> {
    let state = state.clone();
    let (kind, cron) = (timed.kind, timed.cron.clone());
    CronJob::new_async_tz(&*cron, Utc, move |_, _| {
        let (state, timed) = (state.clone(), timed.clone());
        async move {
            if let Err(error) = tick(&state, &timed, state.clock.now()).await {
                tracing::error!(kind = timed.kind, %error, "cannot write a timed job");
            }
        }
        .boxed()
    })
    .with_context(|| format!("the schedule of {kind} is not understood: {cron}"))
}

/// Writes what nobody wrote for longer than its alarm, or never.
async fn catch_up(state: &AppState, schedule: &[Timed]) {
    let now = state.clock.now();
    let known = match store::list_timed(&state.pool).await {
        Ok(known) => known,
        Err(error) => return tracing::error!(%error, "cannot look for missed timed jobs"),
    };
    for timed in schedule {
        let last = known.iter().find(|row| row.kind == timed.kind).map(|row| row.last_scheduled_for);
        // A time that has not come yet was written while a clock was wrong.
        let missed =
            last.is_none_or(|last| now - last > timed.alarm_after || last - now > Duration::hours(1));
        if missed && let Err(error) = tick(state, timed, now).await {
            tracing::error!(kind = timed.kind, %error, "cannot catch up a timed job");
        }
    }
}

/// Logs each timed job without a success for too long, and returns their kinds.
pub async fn warn_of_late(state: &AppState, schedule: &[Timed]) -> sqlx::Result<Vec<&'static str>> {
    let now = state.clock.now();
    let known = store::list_timed(&state.pool).await?;
    let mut late = Vec::new();
    for timed in schedule {
        let Some(row) = known.iter().find(|row| row.kind == timed.kind) else { continue };
        let is_late = now - row.last_succeeded_at.unwrap_or(row.first_scheduled_for) > timed.alarm_after;
        metrics::gauge!("carnet_timed_job_late", "kind" => timed.kind).set(f64::from(u8::from(is_late)));
        if is_late {
            tracing::error!(kind = timed.kind, last_success = ?row.last_succeeded_at, "a timed job has not succeeded for too long");
            late.push(timed.kind);
        }
    }
    Ok(late)
}
