//! One source of the register: how it is asked, and when it asked to be left alone.

use anyhow::Context;
use chrono::{DateTime, Duration, Utc};
use governor::DefaultDirectRateLimiter;
use parking_lot::Mutex;
use reqwest::header::HeaderMap;
use reqwest::{Client, Url};

use super::Answer;
use crate::platform::clock::Clock;
use crate::platform::outside::{self, Fault};
use crate::platform::siret::Siret;

/// No answer about one establishment is near this long (a unit's page is some tens of kilobytes).
const BODY_LIMIT: usize = 1024 * 1024;

/// The longest time a source is left alone because it asked to.
const LONGEST_PAUSE: Duration = Duration::hours(1);

/// An answer that is not one: the service, or something in between, is not what we expect.
#[derive(Debug, thiserror::Error)]
#[error("unexpected answer: {0}")]
pub struct Unexpected(pub String);

impl From<serde_json::Error> for Unexpected {
    fn from(error: serde_json::Error) -> Self {
        // The category and place only: the text may quote the body.
        Self(format!(
            "{:?} error in JSON at line {} column {}",
            error.classify(),
            error.line(),
            error.column()
        ))
    }
}

/// Reads a whole answer about this number.
type Reader = fn(&outside::Answer, Siret) -> Result<Answer, Unexpected>;

/// What every source is asked over.
#[derive(Clone)]
pub struct Wire {
    /// The connection.
    pub client: Client,
    /// The time.
    pub clock: Clock,
    /// How long all tries of one question may take together.
    pub patience: std::time::Duration,
}

/// One source of the register.
pub struct Source {
    /// Its name in the logs, the metrics and the database.
    pub name: &'static str,
    /// What it is asked over.
    pub wire: Wire,
    /// The address that holds the answer about a number.
    pub address: Box<dyn Fn(Siret) -> Url + Send + Sync>,
    /// What is sent with each request.
    pub headers: HeaderMap,
    /// How its answers are read.
    pub read: Reader,
    /// How often it lets itself be asked; we share it with the whole country.
    pub quota: DefaultDirectRateLimiter,
    /// Until when it is left alone.
    pub paused_until: Mutex<Option<DateTime<Utc>>>,
}

impl Source {
    /// What this source says of an establishment.
    pub async fn ask(&self, siret: Siret) -> Answer {
        let (answer, outcome) = match self.try_ask(siret).await {
            Ok(Answer::Unavailable) => (Answer::Unavailable, "unclear"),
            Ok(answer @ Answer::Found(_)) => (answer, "found"),
            Ok(answer @ Answer::NotFound) => (answer, "not_found"),
            Err(error) => {
                tracing::warn!(source = self.name, error = %error, "the company register did not answer");
                (Answer::Unavailable, "unavailable")
            }
        };
        metrics::counter!("carnet_register_answers_total", "source" => self.name, "outcome" => outcome)
            .increment(1);
        answer
    }

    async fn try_ask(&self, siret: Siret) -> anyhow::Result<Answer> {
        let now = self.wire.clock.now();
        if let Some(until) = self.paused_until.lock().filter(|until| now < *until) {
            anyhow::bail!("it asked to be left alone until {until}");
        }
        let request = || self.wire.client.get((self.address)(siret)).headers(self.headers.clone());
        let asked = async {
            self.quota.until_ready().await;
            outside::fetch(request, BODY_LIMIT, now).await
        };
        let answer = tokio::time::timeout(self.wire.patience, asked)
            .await
            .context("too slow")?
            .inspect_err(|fault| self.heed(fault, now))?;
        Ok((self.read)(&answer, siret)?)
    }

    fn heed(&self, fault: &Fault, now: DateTime<Utc>) {
        if let Some(wait) = fault.retry_after() {
            let wait = Duration::from_std(wait).unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE);
            *self.paused_until.lock() = Some(now + wait);
        }
    }
}
