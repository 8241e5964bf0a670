//! Listens to PostgreSQL for the hints of every node, over a connection of its own.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::{CHANNEL, Hint};

/// How long nothing may be heard before the connection is asked for a sign of life: one that died silently says nothing.
const SILENCE: Duration = Duration::from_secs(15);

/// How long a sign of life, or a new connection, may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The first and the longest pause before the next try.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// What the ear tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// From now on hints are heard.
    Hearing,
    /// A hint.
    Hint(Hint),
    /// Hints are lost until they are heard again.
    Lost,
}

/// Listens until nobody takes what is heard any more.
pub async fn listen(options: PgConnectOptions, heard: mpsc::Sender<Heard>) {
    tokio::select! {
        () = heard.closed() => {}
        () = keep_listening(&options, &heard) => {}
    }
}

async fn keep_listening(options: &PgConnectOptions, heard: &mpsc::Sender<Heard>) {
    let mut pause = FIRST_PAUSE;
    loop {
        let lost = attend(options, heard, &mut pause).await;
        tracing::warn!(error = %lost, "live hints are not heard; trying again");
        // Nobody takes it: this future is about to be dropped.
        let _ = heard.send(Heard::Lost).await;
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Listens over one connection until it is lost, and says why.
async fn attend(
    options: &PgConnectOptions,
    heard: &mpsc::Sender<Heard>,
    pause: &mut Duration,
) -> sqlx::Error {
    let mut listener = match in_time(connect(options.clone())).await {
        Ok(listener) => listener,
        Err(error) => return error,
    };
    *pause = FIRST_PAUSE;
    let mut next = Some(Heard::Hearing);
    loop {
        if let Some(next) = next.take() {
            let _ = heard.send(next).await;
        }
        next = match hear(&mut listener).await {
            Ok(next) => next,
            Err(error) => return error,
        };
    }
}

/// The next hint; none after a silence that the connection survived, or for words of another version.
async fn hear(listener: &mut PgListener) -> sqlx::Result<Option<Heard>> {
    if let Ok(told) = timeout(SILENCE, listener.try_recv()).await {
        return told?.map(|told| read(told.payload())).ok_or(sqlx::Error::WorkerCrashed);
    }
    in_time(sqlx::query!(r#"SELECT 1 AS "alive!""#).fetch_one(listener)).await?;
    Ok(None)
}

/// A listener whose pool is its own: a connection that hangs is given up with it.
async fn connect(options: PgConnectOptions) -> sqlx::Result<PgListener> {
    let pool: PgPool = PgPoolOptions::new()
        .max_connections(1)
        .max_lifetime(None)
        .idle_timeout(None)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await?;
    let mut listener = PgListener::connect_with(&pool).await?;
    listener.eager_reconnect(false);
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

async fn in_time<T>(work: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    timeout(PATIENCE, work).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

/// A hint of another version of the program may not be understood: the pages ask again on their own some day.
fn read(payload: &str) -> Option<Heard> {
    match serde_json::from_str(payload) {
        Ok(hint) => Some(Heard::Hint(hint)),
        Err(error) => {
            tracing::debug!(%error, "a live hint is not understood");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_is_not_understood_is_left_alone() {
        let hint = Hint::Room { room: Uuid::nil(), position: 3 };
        let text = serde_json::to_string(&hint).unwrap();
        assert_eq!(read(&text), Some(Heard::Hint(hint)));
        for text in ["", "{}", "[1]", r#"{"of":"elsewhere"}"#] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
