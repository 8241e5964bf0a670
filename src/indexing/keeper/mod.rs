//! The keeper: one thread per process that keeps the served index in step.
//!
//! It has a thread and a connection of its own, so that its synchronous work holds up no request, and so that
//! the loss of its connection, which carries its lock, stops it at once.

mod build;
mod context;
mod erase;
mod follow;
mod lead;
mod open;
mod ride;
mod session;

use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::platform::priority::give_way;
use crate::platform::search::Activity;
use crate::platform::state::AppState;

pub use context::Context;
pub use session::Session;

/// First and longest pause after a failure.
const PAUSES: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(5));

/// How much the keeper gives way, and with it the threads that write and merge: a search that waits for them is slow, a
/// change that waits for searches is only seen a little later.
const GIVES_WAY: i32 = 5;

/// What this process may do with the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Write it, when no other process of this folder does.
    Keep,
    /// Only read what another process of this folder writes.
    Read,
}

/// The running keeper. Dropped, it stops and is waited for.
pub struct Keeper {
    stop: CancellationToken,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts it.
    pub fn start(state: &AppState, role: Role) -> anyhow::Result<Self> {
        let stop = CancellationToken::new();
        let context = Context::new(state, role, stop.clone());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::Builder::new().name("index".to_owned()).spawn(move || {
            give_way(GIVES_WAY);
            runtime.block_on(keep(&context));
        })?;
        Ok(Self { stop, thread: Some(thread) })
    }

    /// Stops it after the batch under way.
    pub async fn stop(mut self) {
        self.stop.cancel();
        if let Some(thread) = self.thread.take() {
            let ended = tokio::task::spawn_blocking(move || thread.join().is_ok()).await;
            if !matches!(ended, Ok(true)) {
                tracing::error!("the keeper of the index did not end well");
            }
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.stop.cancel();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the keeper of the index did not end well");
        }
    }
}

async fn keep(context: &Context) {
    let mut pause = PAUSES.0;
    while !context.stop.is_cancelled() {
        let began = std::time::Instant::now();
        let failure = tokio::select! {
            () = context.stop.cancelled() => None,
            ended = serve(context) => ended.err(),
        };
        context.search.set_activity(Activity::Stopped);
        let Some(failure) = failure else { continue };
        metrics::counter!("carnet_index_failures_total").increment(1);
        tracing::error!(error = format!("{failure:#}"), "the index stopped following the database");
        pause = if began.elapsed() > PAUSES.1 { PAUSES.0 } else { (pause * 2).min(PAUSES.1) };
        tokio::select! {
            () = context.stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Connects, then writes the index, or reads along while another process writes it.
async fn serve(context: &Context) -> anyhow::Result<()> {
    let mut session = Session::open(context).await?;
    if context.role == Role::Keep && session.try_lead().await? {
        return lead::lead(context, session).await;
    }
    ride::ride(context, session).await
}
