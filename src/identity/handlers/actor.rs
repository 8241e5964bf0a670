//! Who is asking: read from the access token and checked against the live session, on every request.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use crate::actor::Actor;
use crate::identity::store::sessions;
use crate::ids::PersonId;
use crate::platform::http::{Code, Error, Result};
use crate::platform::state::AppState;
use crate::platform::tokens::{AccessClaims, AccessTokens};

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

/// An access token of ours, in force. Whether the session behind it still lives is another question.
pub struct Signed(pub AccessClaims);

impl FromRequestParts<AppState> for Signed {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        signed(parts, state).ok_or_else(|| Code::Unauthenticated.into())
    }
}

impl Signed {
    /// Who asks, when the session and the account live.
    pub async fn actor(&self, state: &AppState) -> Result<Actor> {
        let actor = sessions::actor(&state.pool, &self.0, state.clock.now()).await?;
        actor.ok_or_else(|| Code::Unauthenticated.into())
    }
}

/// Whose request this is: nobody's when no session behind it lives.
pub async fn whose(parts: &Parts, state: &AppState) -> Result<Option<PersonId>> {
    Ok(find(parts, state).await?.map(|actor| actor.person))
}

async fn find(parts: &Parts, state: &AppState) -> Result<Option<Actor>> {
    let Some(Signed(claims)) = signed(parts, state) else { return Ok(None) };
    Ok(sessions::actor(&state.pool, &claims, state.clock.now()).await?)
}

fn signed(parts: &Parts, state: &AppState) -> Option<Signed> {
    let token = bearer(parts)?;
    state.part::<AccessTokens>().verify(token, state.clock.now()).map(Signed)
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
