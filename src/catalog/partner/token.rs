//! Access tokens: one per subscription, kept until a minute before they run out.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use reqwest::header::HeaderValue;
use reqwest::{Client, StatusCode, Url};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::client::Subscription;
use super::error::PartnerError;
use crate::platform::outside;

const QUESTION: &str = "jeton";

/// A token is given up this long before it runs out.
const MARGIN_SECONDS: i64 = 60;

/// A token is never believed to live longer than this, whatever is announced.
const LONGEST_SECONDS: i64 = 3600;

/// No answer about a token is near this long.
const BODY_LIMIT: usize = 64 * 1024;

/// The tokens of an account. Whoever needs one waits for the one who is asking for it.
pub struct Tokens {
    url: Url,
    id: String,
    secret: String,
    kept: Mutex<HashMap<Subscription, Token>>,
}

struct Token {
    bearer: HeaderValue,
    until: DateTime<Utc>,
}

/// A token to send.
pub struct Bearer {
    /// The value of `Authorization`; never logged.
    pub value: HeaderValue,
    /// It was asked for just now, so a refusal has another reason than its age.
    pub is_new: bool,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    expires_in: i64,
}

#[derive(Deserialize)]
struct Refused {
    error: String,
}

impl Tokens {
    /// The tokens of this account, from this address.
    pub fn new(url: Url, id: String, secret: String) -> Self {
        Self { url, id, secret, kept: Mutex::default() }
    }

    /// A token that is still good, asked for if need be.
    pub async fn bearer(
        &self,
        client: &Client,
        subscription: Subscription,
        now: DateTime<Utc>,
    ) -> Result<Bearer, PartnerError> {
        let mut kept = self.kept.lock().await;
        if let Some(token) = kept.get(&subscription).filter(|token| now < token.until) {
            return Ok(Bearer { value: token.bearer.clone(), is_new: false });
        }
        let token = self.ask(client, subscription, now).await?;
        let value = token.bearer.clone();
        kept.insert(subscription, token);
        Ok(Bearer { value, is_new: true })
    }

    /// Drops a token that was refused.
    pub async fn drop_token(&self, subscription: Subscription) {
        self.kept.lock().await.remove(&subscription);
    }

    async fn ask(
        &self,
        client: &Client,
        subscription: Subscription,
        now: DateTime<Utc>,
    ) -> Result<Token, PartnerError> {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.id),
            ("client_secret", &self.secret),
            ("scope", subscription.scope()),
        ];
        let broken = |error: outside::Fault| PartnerError::Broken {
            question: QUESTION.to_owned(),
            reason: error.to_string(),
        };
        let response =
            client.post(self.url.clone()).form(&form).send().await.map_err(|error| broken(error.into()))?;
        let status = response.status();
        let retry_after = outside::retry_after(response.headers(), now);
        let body = outside::read(response, BODY_LIMIT).await.map_err(broken)?;
        match status {
            StatusCode::OK => granted(&body, now),
            StatusCode::BAD_REQUEST => Err(refused(&body, subscription)),
            _ => Err(PartnerError::Status { question: QUESTION.to_owned(), status, retry_after }),
        }
    }
}

fn granted(body: &[u8], now: DateTime<Utc>) -> Result<Token, PartnerError> {
    let granted: Granted =
        serde_json::from_slice(body).map_err(|error| PartnerError::unreadable(QUESTION, &error))?;
    let mut bearer = HeaderValue::from_str(&format!("Bearer {}", granted.access_token)).map_err(|_| {
        let reason = "le jeton contient des caractères interdits".to_owned();
        PartnerError::Unreadable { question: QUESTION.to_owned(), reason }
    })?;
    bearer.set_sensitive(true);
    let seconds = granted.expires_in.clamp(0, LONGEST_SECONDS) - MARGIN_SECONDS;
    Ok(Token { bearer, until: now + Duration::seconds(seconds) })
}

fn refused(body: &[u8], subscription: Subscription) -> PartnerError {
    match serde_json::from_slice::<Refused>(body) {
        Ok(refused) if refused.error == "invalid_scope" => PartnerError::NotSubscribed(subscription.title()),
        Ok(refused) => PartnerError::Account(refused.error.chars().take(60).collect()),
        Err(error) => PartnerError::unreadable(QUESTION, &error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-03T08:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_token_is_given_up_a_minute_early() {
        let token = granted(br#"{"access_token": "abc", "expires_in": 1499, "token_type": "Bearer"}"#, now());
        let token = token.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(token.until, now() + Duration::seconds(1439));
        assert_eq!(token.bearer, "Bearer abc");
        assert!(token.bearer.is_sensitive());
    }

    #[test]
    fn a_token_that_lives_absurdly_long_or_not_at_all() {
        let until = |text: &str| granted(text.as_bytes(), now()).map(|token| token.until).ok();
        let long = until(r#"{"access_token": "abc", "expires_in": 9000000000000000000}"#);
        assert_eq!(long, Some(now() + Duration::seconds(3540)));
        let short = until(r#"{"access_token": "abc", "expires_in": -5}"#);
        assert_eq!(short, Some(now() - Duration::seconds(60)));
    }

    #[test]
    fn what_is_not_a_token() {
        for body in
            ["", "[]", "<html>", r#"{"access_token": "abc"}"#, r#"{"access_token": "a\nb", "expires_in": 9}"#]
        {
            assert!(
                matches!(granted(body.as_bytes(), now()), Err(PartnerError::Unreadable { .. })),
                "{body}"
            );
        }
    }

    #[test]
    fn who_is_refused_learns_why() {
        let said = |body: &str| refused(body.as_bytes(), Subscription::Substitutions).to_string();
        assert_eq!(
            said(r#"{"error": "invalid_client", "error_description": "…"}"#),
            "L’API de France Travail refuse l’identifiant ou le secret du compte (invalid_client)."
        );
        assert_eq!(
            said(r#"{"error": "invalid_scope"}"#),
            "Le compte France Travail n’est pas abonné à « ROME 4.0 - Substitutions »."
        );
        assert!(said("<html>").contains("ce n’est pas du JSON"));
    }
}
