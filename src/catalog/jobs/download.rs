//! Fetches the publisher's archive, which needs no key, from an address that answers neither `HEAD` nor `ETag`.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable as _};
use reqwest::{StatusCode, redirect};

use super::import::{Progress, Step};
use crate::catalog::archive::MAX_ARCHIVE_BYTES;
use crate::platform::clock::Clock;
use crate::platform::outside;

/// How patient a download is.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Tries in all.
    pub tries: usize,
    /// Wait before the second try; it doubles each time, with jitter.
    pub first_wait: Duration,
    /// Longest wait; a publisher who asks for more is asked again at the next check.
    pub longest_wait: Duration,
    /// Time to open a connection.
    pub connect: Duration,
    /// Time without a single byte.
    pub stall: Duration,
    /// Time of one try, from first to last byte.
    pub whole: Duration,
}

/// Why the archive could not be fetched, in words for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// No answer, or one that broke off.
    #[error("Le téléchargement a échoué : {0}.")]
    Broken(String),
    /// An answer that says no.
    #[error("Le serveur du ROME a répondu {status}.")]
    Status {
        /// The HTTP status.
        status: StatusCode,
        /// How long the server asks to wait.
        retry_after: Option<Duration>,
    },
    /// More bytes than an archive can have.
    #[error("Le serveur du ROME envoie plus de {} Mio.", MAX_ARCHIVE_BYTES >> 20)]
    TooLarge,
    /// A page or a message instead of a zip.
    #[error("Le serveur du ROME n’a pas envoyé d’archive zip.")]
    NotAnArchive,
}

/// Downloads from one address.
#[derive(Clone, Debug)]
pub struct Downloader {
    client: reqwest::Client,
    url: String,
    patience: Patience,
    clock: Clock,
}

impl Patience {
    /// For the daily check: nobody waits for it.
    pub fn daily() -> Self {
        Self {
            tries: 5,
            first_wait: Duration::from_secs(2),
            longest_wait: Duration::from_mins(2),
            connect: Duration::from_secs(10),
            stall: Duration::from_secs(20),
            whole: Duration::from_mins(5),
        }
    }

    /// For the first start: someone is waiting for the site, and the starter catalogue can stand in.
    pub fn first_start() -> Self {
        Self {
            tries: 1,
            connect: Duration::from_secs(3),
            stall: Duration::from_secs(5),
            whole: Duration::from_secs(30),
            ..Self::daily()
        }
    }

    /// For the publisher's API: its lists take long to begin, and come whole.
    pub fn api() -> Self {
        Self { stall: Duration::from_mins(1), ..Self::daily() }
    }

    /// A client that follows no redirect and waits for nothing forever.
    pub fn client(&self) -> reqwest::ClientBuilder {
        reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .connect_timeout(self.connect)
            .read_timeout(self.stall)
            .timeout(self.whole)
            .user_agent(concat!("carnet/", env!("CARGO_PKG_VERSION")))
    }

    /// The wait before the next try: what is asked for replaces our own; asking for more than our patience ends the tries.
    pub fn wait_as_asked(&self, asked: Option<Duration>, planned: Option<Duration>) -> Option<Duration> {
        match asked {
            Some(asked) if asked > self.longest_wait => None,
            Some(asked) => planned.map(|_| asked),
            None => planned,
        }
    }
}

impl Downloader {
    /// Prepares a client that follows no redirect and waits for nothing forever.
    pub fn new(url: &str, patience: Patience, clock: Clock) -> anyhow::Result<Self> {
        let client = patience.client().build()?;
        Ok(Self { client, url: url.to_owned(), patience, clock })
    }

    /// Fetches the archive, trying again where that can help.
    pub async fn fetch(&self, progress: Progress<'_>) -> Result<Vec<u8>, DownloadError> {
        let backoff = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(self.patience.first_wait)
            .with_max_delay(self.patience.longest_wait)
            .with_max_times(self.patience.tries.saturating_sub(1));
        (|| self.fetch_once(progress))
            .retry(backoff)
            .when(DownloadError::may_pass)
            .adjust(|error: &DownloadError, wait| self.patience.wait_as_asked(error.retry_after(), wait))
            .notify(|error, wait| {
                tracing::warn!(%error, wait_ms = wait.as_millis() as u64, "catalogue download will be tried again");
                progress(Step::Retrying);
            })
            .await
    }

    async fn fetch_once(&self, progress: Progress<'_>) -> Result<Vec<u8>, DownloadError> {
        let mut response = self.client.get(&self.url).send().await.map_err(broken)?;
        if response.status() != StatusCode::OK {
            let retry_after = outside::retry_after(response.headers(), self.clock.now());
            return Err(DownloadError::Status { status: response.status(), retry_after });
        }
        let announced = response.content_length();
        if announced.is_some_and(|bytes| bytes > MAX_ARCHIVE_BYTES) {
            return Err(DownloadError::TooLarge);
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(broken)? {
            body.extend_from_slice(&chunk);
            if body.len() as u64 > MAX_ARCHIVE_BYTES {
                return Err(DownloadError::TooLarge);
            }
            progress(Step::Downloading(body.len() as u64, announced));
        }
        if body.starts_with(b"PK") { Ok(body) } else { Err(DownloadError::NotAnArchive) }
    }
}

impl DownloadError {
    /// How long the server asks to wait.
    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Whether another try could do better.
    fn may_pass(&self) -> bool {
        match self {
            Self::Broken(_) => true,
            Self::Status { status, .. } => {
                status.is_server_error()
                    || matches!(*status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
            }
            Self::TooLarge | Self::NotAnArchive => false,
        }
    }
}

fn broken(error: reqwest::Error) -> DownloadError {
    DownloadError::Broken(outside::root_cause(&error.into()))
}
