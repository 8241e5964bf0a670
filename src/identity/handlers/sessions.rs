//! Signing in, keeping a session alive, signing out.

use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actor::MaybeActor;
use super::cookie::{self, SetCookie};
use super::throttle::SignIn;
use super::totp::unseal;
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::model::{Email, Password};
use crate::identity::store::people::{self, Credentials};
use crate::identity::store::second_factor;
use crate::identity::store::sessions::{self, NewSession, Presented};
use crate::ids::{PersonId, SessionId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Peer, Problems, Result};
use crate::platform::passwords::{Passwords, Verdict};
use crate::platform::state::AppState;
use crate::platform::tokens::{ACCESS_SECONDS, AccessClaims, AccessTokens};

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Login {
    email: String,
    password: String,
    /// Six digits of the authenticator, or a recovery code, when the second factor is on.
    totp_code: Option<String>,
}

/// An access token, and how long it lives. The refresh token travels in a cookie.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the names are those of OAuth 2, on the wire")]
pub struct AccessToken {
    access_token: String,
    token_type: &'static str,
    /// Seconds.
    expires_in: i64,
}

type SignedIn = (SetCookie, Json<AccessToken>);

/// Signs in.
#[utoipa::path(post, path = "/auth/login", request_body = Login, security(()), tag = "identity",
    responses((status = 200, body = AccessToken), Problems))]
pub async fn login(
    State(state): State<AppState>,
    peer: Peer,
    Json(request): Json<Login>,
) -> Result<SignedIn> {
    let email = Email::parse("/email", &request.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    let attempt = SignIn::attempt(&state, &email.fingerprint(), peer).await?;
    let found = people::credentials(&state.pool, &email).await?;
    let password = Password::presented(&request.password);
    let stored = found.as_ref().map(|account| account.password_hash.as_str());
    let verdict = state.part::<Passwords>().verify(password.as_str(), stored).await?;
    let account = found.filter(|account| verdict != Verdict::Wrong && account.disabled_at.is_none());
    let account = account.ok_or(Code::InvalidCredentials)?;
    if account.email_confirmed_at.is_none() {
        return Err(Code::EmailNotConfirmed.into());
    }
    check_second_factor(&state, &account, &email, request.totp_code.as_deref()).await?;
    let rehashed = match verdict {
        Verdict::RightButOutdated => {
            Some(state.part::<Passwords>().hash(&state.ids, password.as_str()).await?)
        }
        _ => None,
    };
    let session = open(&state, &account, rehashed).await?;
    attempt.succeeded(&state).await?;
    respond(&state, account.id, &session)
}

/// Uses up the code that an account with a second factor must show.
async fn check_second_factor(
    state: &AppState,
    account: &Credentials,
    email: &Email,
    code: Option<&str>,
) -> Result<()> {
    let Some(sealed) = &account.totp_secret else { return Ok(()) };
    let code = code.ok_or(Code::TotpRequired)?;
    let now = state.clock.now();
    let shown = unseal(state, account.id, sealed, email.as_str())?.read(code, now);
    if second_factor::spend(&state.pool, account.id, shown, now).await? {
        Ok(())
    } else {
        Err(Code::InvalidTotp.into())
    }
}

async fn open(state: &AppState, account: &Credentials, rehashed: Option<String>) -> Result<NewSession> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    if let Some(hash) = rehashed {
        people::set_password_hash(&mut tx, account.id, &hash, now).await?;
    }
    let session = sessions::open_session(&mut tx, &state.ids, account.id, now).await?;
    let entry = Entry::new(Event::SignedIn, now, "session", session.session.0).by(account.id);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(session)
}

fn respond(state: &AppState, person: PersonId, session: &NewSession) -> Result<SignedIn> {
    let now = state.clock.now();
    let claims = AccessClaims::new(person, session.session, session.access, now);
    let access_token = state.part::<AccessTokens>().sign(&claims)?;
    let cookie = cookie::write(&state.config, &session.refresh, session.expires_at, now);
    Ok((cookie, Json(AccessToken { access_token, token_type: "Bearer", expires_in: ACCESS_SECONDS })))
}

/// Exchanges the refresh cookie for the next pair of tokens.
#[utoipa::path(post, path = "/auth/refresh", security(()), tag = "identity",
    responses((status = 200, body = AccessToken), Problems))]
pub async fn refresh_session(State(state): State<AppState>, jar: CookieJar) -> Result<SignedIn> {
    let token = cookie::read(&jar).ok_or(Code::Unauthenticated)?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let family = match sessions::present(&mut tx, &token, now).await? {
        Presented::Alive(family) | Presented::Lost(family) => family,
        Presented::Dead => return Err(Code::Unauthenticated.into()),
        Presented::Stolen(family) => {
            sessions::revoke(&mut *tx, family.session, "refresh token reused", now).await?;
            let entry = Entry::new(Event::RefreshReused, now, "session", family.session.0);
            audit::record(&mut tx, &state.ids, entry).await?;
            tx.commit().await?;
            tracing::warn!(session = %family.session, "a spent refresh token came back: session revoked");
            return Err(Code::Unauthenticated.into());
        }
    };
    let session = sessions::rotate(&mut tx, &state.ids, &token, family, now).await?;
    tx.commit().await?;
    respond(&state, family.person, &session)
}

/// Signs this device out. Done even when the access token has run out.
#[utoipa::path(post, path = "/auth/logout", security(()), tag = "identity",
    responses((status = 204), Problems))]
pub async fn logout(
    State(state): State<AppState>,
    MaybeActor(actor): MaybeActor,
    jar: CookieJar,
) -> Result<(StatusCode, SetCookie)> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut ending: Vec<(SessionId, PersonId)> =
        actor.iter().map(|actor| (actor.session, actor.person)).collect();
    if let Some(token) = cookie::read(&jar) {
        match sessions::present(&mut tx, &token, now).await? {
            Presented::Alive(family) | Presented::Lost(family) | Presented::Stolen(family) => {
                ending.push((family.session, family.person));
            }
            Presented::Dead => {}
        }
    }
    for (session, person) in ending {
        if sessions::revoke(&mut *tx, session, "signed out", now).await? {
            let entry = Entry::new(Event::SignedOut, now, "session", session.0).by(person);
            audit::record(&mut tx, &state.ids, entry).await?;
        }
    }
    tx.commit().await?;
    Ok((StatusCode::NO_CONTENT, cookie::erase(&state.config)))
}

/// Signs every device out, this one too.
#[utoipa::path(post, path = "/auth/logout-everywhere", tag = "identity",
    responses((status = 204), Problems))]
pub async fn logout_everywhere(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<(StatusCode, SetCookie)> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    sessions::revoke_all(&mut *tx, actor.person, None, "signed out everywhere", now).await?;
    let entry = Entry::new(Event::SignedOut, now, "person", actor.person.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok((StatusCode::NO_CONTENT, cookie::erase(&state.config)))
}
