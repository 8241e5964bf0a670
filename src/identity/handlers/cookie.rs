//! The refresh cookie: out of reach of scripts and of other sites, sent to the sign-in operations only.

use axum::http::HeaderName;
use axum::http::header::SET_COOKIE;
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};

use crate::platform::config::Config;
use crate::platform::tokens::OpaqueToken;

const NAME: &str = "carnet_refresh";
const PATH: &str = "/api/v1/auth";

/// A response header that sets or erases the cookie.
pub type SetCookie = [(HeaderName, String); 1];

/// The token the browser sent.
pub fn read(jar: &CookieJar) -> Option<OpaqueToken> {
    jar.get(NAME).map(|cookie| OpaqueToken::presented(cookie.value()))
}

/// Hands the token to the browser.
pub fn write(
    config: &Config,
    token: &OpaqueToken,
    expires_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> SetCookie {
    header(config, token.reveal(), (expires_at - now).num_seconds())
}

/// Takes the token from the browser.
pub fn erase(config: &Config) -> SetCookie {
    header(config, "", 0)
}

fn header(config: &Config, value: &str, seconds: i64) -> SetCookie {
    let secure = if config.has_secure_cookies() { "; Secure" } else { "" };
    [(
        SET_COOKIE,
        format!("{NAME}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"),
    )]
}
