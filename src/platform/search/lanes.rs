//! Where searches run: blocking threads, no more at once than there are cores.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::platform::http::{Code, Error};

/// How long a search waits for a free lane: longer, and there are more searches than this machine answers.
const PATIENCE: Duration = Duration::from_secs(1);

/// Runs synchronous searches off the threads that answer requests.
#[derive(Clone)]
pub struct Lanes(Arc<Semaphore>);

impl Lanes {
    /// As many lanes as cores: a search is pure computation, more at once only slow each other down.
    pub fn one_per_core() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self(Arc::new(Semaphore::new(cores)))
    }

    /// Runs the work in a free lane.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let Ok(Ok(permit)) = timeout(PATIENCE, Arc::clone(&self.0).acquire_owned()).await else {
            metrics::counter!("carnet_requests_shed_total").increment(1);
            return Err(Code::Overloaded.into());
        };
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(permit);
            result
        });
        done.await.map_err(|failure| Error::Internal(anyhow::Error::new(failure).context("a search failed")))
    }
}
