//! Connections kept ready for the one statement that every search waits for.
//!
//! The pool asks the server for a sign of life before and after each use of a connection; beside a statement of a
//! tenth of a millisecond that doubles the time. Here a connection is used as it is, the last one used first, and
//! a statement that meets a dead one is repeated on a fresh one: it only reads.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgRow};
use sqlx::query::Map;
use sqlx::{ConnectOptions, IntoArguments, PgConnection, PgPool, Postgres};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::pool::PATIENCE;

/// Age at which a connection makes way for a new one: the server keeps what it once read in memory.
const LONGEST_LIFE: Duration = Duration::from_mins(30);

/// A few connections; cheap to clone.
#[derive(Clone)]
pub struct ReadyConnections(Arc<Shared>);

struct Shared {
    options: PgConnectOptions,
    free: Semaphore,
    idle: Mutex<Vec<Kept>>,
}

struct Kept {
    connection: PgConnection,
    opened: Instant,
}

impl ReadyConnections {
    /// At most so many, to the same server and with the same limits as the pool; opened when they are needed.
    ///
    /// The plan of a statement is made once for all its parameters.
    pub fn beside(pool: &PgPool, most: usize) -> Self {
        let options =
            pool.connect_options().as_ref().clone().options([("plan_cache_mode", "force_generic_plan")]);
        Self(Arc::new(Shared { options, free: Semaphore::new(most), idle: Mutex::default() }))
    }

    /// Fetches the one row of a statement that only reads; `statement` makes it, again for each connection tried.
    ///
    /// # Errors
    /// Whatever the statement meets, and `PoolTimedOut` when there is no answer within a second: a server that hangs is
    /// noticed here, since nobody asked it for a sign of life.
    pub async fn fetch_one<'q, T, M, A>(
        &self,
        statement: impl Fn() -> Map<'q, Postgres, M, A>,
    ) -> sqlx::Result<T>
    where
        M: FnMut(PgRow) -> sqlx::Result<T> + Send,
        T: Send + Unpin,
        A: IntoArguments<Postgres> + Send + 'q,
    {
        let fetch = async {
            let _free = self.0.free.acquire().await.map_err(|_| sqlx::Error::PoolClosed)?;
            while let Some(mut kept) = self.take() {
                match statement().fetch_one(&mut kept.connection).await {
                    Err(failure) if is_dead(&failure) => {}
                    done => return self.give_back(kept, done),
                }
            }
            let mut kept = Kept { connection: self.0.options.connect().await?, opened: Instant::now() };
            let done = statement().fetch_one(&mut kept.connection).await;
            self.give_back(kept, done)
        };
        // Given up, a connection is closed by being dropped.
        timeout(PATIENCE, fetch).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
    }

    fn take(&self) -> Option<Kept> {
        let kept = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
        (kept.opened.elapsed() < LONGEST_LIFE).then_some(kept)
    }

    /// Keeps a connection whose statement went well; any other is closed by being dropped.
    fn give_back<T>(&self, kept: Kept, done: sqlx::Result<T>) -> sqlx::Result<T> {
        if done.is_ok() {
            self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).push(kept);
        }
        done
    }
}

/// Whether the connection died rather than the statement failed.
fn is_dead(failure: &sqlx::Error) -> bool {
    match failure {
        sqlx::Error::Io(_) | sqlx::Error::Protocol(_) => true,
        // 57P: the server is stopping, or somebody ended the connection.
        sqlx::Error::Database(failure) => failure.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}
