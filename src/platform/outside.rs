//! Calls to the few outside systems. What one may cost us is bounded here: time, bytes, retries.
//!
//! The addresses come from the settings, never from people; redirects are not followed and proxies named
//! by the environment are not used, so a call reaches the host it was meant for or none.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use chrono::{DateTime, Utc};
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode};

/// How we present ourselves, as the public services ask.
const USER_AGENT: &str = concat!("Carnet/", env!("CARGO_PKG_VERSION"), " (carnet de competences)");

/// The longest `Retry-After` that is waited for on the spot; a longer one ends the call.
const PATIENCE: Duration = Duration::from_secs(2);

/// A client whose whole exchange, body included, takes at most `total`.
pub fn client(total: Duration) -> reqwest::Result<Client> {
    Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(total.min(Duration::from_secs(5)))
        .timeout(total)
        .redirect(Policy::none())
        .no_proxy()
        .referer(false)
        .build()
}

/// A whole answer: any status but those that mean "come back later".
#[derive(Debug)]
pub struct Answer {
    /// The status; redirects come as they are.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, complete and within its limit.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Not reached, too slow, or cut off.
    #[error("not reached: {0}")]
    Unreachable(#[from] reqwest::Error),
    /// Reached, but too busy or broken to answer.
    #[error("answered {status}, retry after {retry_after:?}")]
    Busy {
        /// 429 or 5xx.
        status: StatusCode,
        /// When it asked us to come back.
        retry_after: Option<Duration>,
    },
    /// The body is longer than anything expected.
    #[error("the answer is larger than {0} bytes")]
    TooLarge(usize),
}

impl Fault {
    /// Whether trying again may help.
    pub const fn is_passing(&self) -> bool {
        !matches!(self, Self::TooLarge(_))
    }

    /// When the system asked us to come back.
    pub const fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Busy { retry_after, .. } => *retry_after,
            Self::Unreachable(_) | Self::TooLarge(_) => None,
        }
    }
}

/// Sends a request without a body, up to three times while the fault may pass, with jitter between tries.
pub async fn fetch(
    request: impl Fn() -> RequestBuilder,
    body_limit: usize,
    now: DateTime<Utc>,
) -> Result<Answer, Fault> {
    let backoff = ExponentialBuilder::default()
        .with_min_delay(Duration::from_millis(100))
        .with_max_delay(PATIENCE)
        .with_max_times(2)
        .with_jitter();
    (async || once(request(), body_limit, now).await)
        .retry(backoff)
        .when(Fault::is_passing)
        .adjust(|fault, planned| after(planned?, fault.retry_after()))
        .await
}

/// The wait before the next try: what the system asked for when that is short, none when it is long.
fn after(planned: Duration, asked: Option<Duration>) -> Option<Duration> {
    match asked {
        None => Some(planned),
        Some(asked) if asked <= PATIENCE => Some(planned.max(asked)),
        Some(_) => None,
    }
}

async fn once(request: RequestBuilder, body_limit: usize, now: DateTime<Utc>) -> Result<Answer, Fault> {
    let response = request.send().await?;
    let status = response.status();
    if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
        return Err(Fault::Busy { status, retry_after: retry_after(response.headers(), now) });
    }
    let headers = response.headers().clone();
    let body = read(response, body_limit).await?;
    Ok(Answer { status, headers, body })
}

/// Reads the body, and gives up as soon as it passes the limit, whatever length was announced.
pub async fn read(mut response: Response, limit: usize) -> Result<Vec<u8>, Fault> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > limit {
            return Err(Fault::TooLarge(limit));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The fault and what caused it, down to the last cause: "error sending request" alone tells nobody anything.
pub fn root_cause(fault: &Fault) -> String {
    let mut reason = fault.to_string();
    let mut cause = match fault {
        Fault::Unreachable(error) => std::error::Error::source(error),
        Fault::Busy { .. } | Fault::TooLarge(_) => None,
    };
    while let Some(inner) = cause {
        reason = format!("{reason} : {inner}");
        cause = inner.source();
    }
    reason
}

/// `Retry-After` in its two forms: seconds, or a date.
pub fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = DateTime::parse_from_rfc2822(value).ok()?;
    Some((date.with_timezone(&Utc) - now).to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_in_both_forms() {
        let now = "2026-03-03T08:00:00Z".parse().unwrap();
        let read = |value: &'static str| {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]);
            retry_after(&headers, now).map(|wait| wait.as_secs())
        };
        assert_eq!(read("120"), Some(120));
        assert_eq!(read("Tue, 03 Mar 2026 08:01:00 GMT"), Some(60));
        assert_eq!(read("Tue, 03 Mar 2026 07:00:00 GMT"), Some(0));
        assert_eq!(read("soon"), None);
        assert_eq!(read("-5"), None);
    }

    #[test]
    fn a_long_wait_is_not_waited_for() {
        let planned = Duration::from_millis(150);
        assert_eq!(after(planned, None), Some(planned));
        assert_eq!(after(planned, Some(Duration::ZERO)), Some(planned));
        assert_eq!(after(planned, Some(Duration::from_secs(1))), Some(Duration::from_secs(1)));
        assert_eq!(after(planned, Some(Duration::from_mins(1))), None);
    }
}
