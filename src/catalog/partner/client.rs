//! One question at a time, one a second, each bounded in time, bytes and tries.

use std::num::NonZeroU32;

use backon::{ExponentialBuilder, Retryable as _};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use reqwest::header::AUTHORIZATION;
use reqwest::{Client, Response, StatusCode, Url};
use serde::de::DeserializeOwned;

use super::error::PartnerError;
use super::token::Tokens;
use crate::catalog::archive::MAX_ARCHIVE_BYTES;
use crate::catalog::jobs::Patience;
use crate::platform::clock::Clock;
use crate::platform::config::Config;
use crate::platform::outside::{self, Fault};

/// What the publisher's quota sheet allows an application; 429 says so when it is less.
const QUOTA: Quota = Quota::per_second(NonZeroU32::MIN);

/// One of the APIs an account subscribes to, each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subscription {
    /// "ROME 4.0 - Métiers".
    Jobs,
    /// "ROME 4.0 - Compétences".
    Skills,
    /// "ROME 4.0 - Substitutions", granted on request only.
    Substitutions,
}

/// Asks the API in the name of the account.
pub struct Partner {
    client: Client,
    base: Url,
    tokens: Tokens,
    quota: DefaultDirectRateLimiter,
    patience: Patience,
    clock: Clock,
}

impl Subscription {
    /// What the token is asked for.
    pub fn scope(self) -> &'static str {
        match self {
            Self::Jobs => "api_rome-metiersv1 nomenclatureRome",
            Self::Skills => "api_rome-competencesv1 nomenclatureRome",
            Self::Substitutions => "api_rome-substitutionsv1 nomenclatureRomeSubstitutions",
        }
    }

    /// Its name in the publisher's list of APIs.
    pub fn title(self) -> &'static str {
        match self {
            Self::Jobs => "ROME 4.0 - Métiers",
            Self::Skills => "ROME 4.0 - Compétences",
            Self::Substitutions => "ROME 4.0 - Substitutions",
        }
    }
}

impl Partner {
    /// The API in the name of the account of the settings; none without one.
    pub fn from_config(config: &Config, patience: Patience, clock: Clock) -> anyhow::Result<Option<Self>> {
        let (Some(id), Some(secret)) = (&config.france_travail_id, &config.france_travail_secret) else {
            return Ok(None);
        };
        let tokens = Tokens::new(config.france_travail_token_url.parse()?, id.clone(), secret.clone());
        let client = patience.client().no_proxy().referer(false).build()?;
        let base = config.france_travail_url.parse()?;
        Ok(Some(Self { client, base, tokens, quota: RateLimiter::direct(QUOTA), patience, clock }))
    }

    /// Asks one question, with each of these `champs` selectors; `None` where the API knows no such thing.
    pub async fn get<T: DeserializeOwned>(
        &self,
        subscription: Subscription,
        path: &str,
        champs: &[&str],
    ) -> Result<Option<T>, PartnerError> {
        let backoff = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(self.patience.first_wait)
            .with_max_delay(self.patience.longest_wait)
            .with_max_times(self.patience.tries.saturating_sub(1));
        (|| self.ask(subscription, path, champs))
            .retry(backoff)
            .when(PartnerError::may_pass)
            .adjust(|error: &PartnerError, wait| self.patience.wait_as_asked(error.retry_after(), wait))
            .notify(|error, wait| {
                tracing::warn!(%error, wait_ms = wait.as_millis() as u64, "the ROME API will be asked again");
            })
            .await
    }

    async fn ask<T: DeserializeOwned>(
        &self,
        subscription: Subscription,
        path: &str,
        champs: &[&str],
    ) -> Result<Option<T>, PartnerError> {
        let bearer = self.tokens.bearer(&self.client, subscription, self.clock.now()).await?;
        self.quota.until_ready().await;
        let mut url = self.base.clone();
        url.set_path(&format!("{}/{path}", self.base.path().trim_end_matches('/')));
        url.query_pairs_mut().extend_pairs(champs.iter().map(|selector| ("champs", *selector)));
        if champs.is_empty() {
            url.set_query(None);
        }
        let request = self.client.get(url).header(AUTHORIZATION, bearer.value);
        let response = request.send().await.map_err(|error| fault(path, error.into()))?;
        match response.status() {
            StatusCode::OK => self.read(path, response).await.map(Some),
            StatusCode::NOT_FOUND => Ok(None),
            StatusCode::UNAUTHORIZED if !bearer.is_new => {
                self.tokens.drop_token(subscription).await;
                Err(PartnerError::Expired)
            }
            StatusCode::FORBIDDEN => Err(PartnerError::NotSubscribed(subscription.title())),
            status => {
                let retry_after = outside::retry_after(response.headers(), self.clock.now());
                Err(PartnerError::Status { question: path.to_owned(), status, retry_after })
            }
        }
    }

    async fn read<T: DeserializeOwned>(&self, path: &str, response: Response) -> Result<T, PartnerError> {
        if response.content_length().is_some_and(|bytes| bytes > MAX_ARCHIVE_BYTES) {
            return Err(PartnerError::TooLarge { question: path.to_owned() });
        }
        let limit = usize::try_from(MAX_ARCHIVE_BYTES).unwrap_or(usize::MAX);
        let body = outside::read(response, limit).await.map_err(|error| fault(path, error))?;
        serde_json::from_slice(&body).map_err(|error| PartnerError::unreadable(path, &error))
    }
}

fn fault(path: &str, fault: Fault) -> PartnerError {
    match fault {
        Fault::TooLarge(_) => PartnerError::TooLarge { question: path.to_owned() },
        fault => PartnerError::Broken { question: path.to_owned(), reason: outside::root_cause(&fault) },
    }
}
