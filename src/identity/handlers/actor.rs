//! Who is asking: read from the access token and checked against the live session, on every request.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use crate::actor::Actor;
use crate::identity::store::sessions;
use crate::platform::http::{Code, Error, Result};
use crate::platform::state::AppState;
use crate::platform::tokens::AccessTokens;

impl FromRequestParts<AppState> for Actor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        find(parts, state).await?.ok_or_else(|| Code::Unauthenticated.into())
    }
}

/// The actor, where an operation also serves people who are not signed in (any more).
pub struct MaybeActor(pub Option<Actor>);

impl FromRequestParts<AppState> for MaybeActor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        Ok(Self(find(parts, state).await?))
    }
}

async fn find(parts: &Parts, state: &AppState) -> Result<Option<Actor>> {
    let now = state.clock.now();
    let Some(claims) = bearer(parts).and_then(|token| state.part::<AccessTokens>().verify(token, now)) else {
        return Ok(None);
    };
    Ok(sessions::actor(&state.pool, &claims, now).await?)
}

/// The token of the one `Authorization: Bearer` header.
fn bearer(parts: &Parts) -> Option<&str> {
    let mut headers = parts.headers.get_all(header::AUTHORIZATION).iter();
    let value = headers.next()?.to_str().ok()?;
    if headers.next().is_some() {
        return None;
    }
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
