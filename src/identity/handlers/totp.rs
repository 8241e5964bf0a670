//! The second factor: shown, proved, switched off.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::passwords::check_own;
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::mails::SECOND_FACTOR_CHANGED;
use crate::identity::model::Email;
use crate::identity::model::totp::{SECRET_BYTES, SecondFactor, draw_recovery_codes};
use crate::identity::store::people::{self, Account};
use crate::identity::store::second_factor;
use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Peer, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::secrets::Secrets;
use crate::platform::state::AppState;

/// Names the key that seals the secrets.
const SEAL: &str = "second factor, AES-256-GCM";

/// Opens the sealed secret of a person's second factor.
pub(super) fn unseal(state: &AppState, person: PersonId, sealed: &[u8], email: &str) -> Result<SecondFactor> {
    let secret = state.part::<Secrets>().open_sealed(SEAL, person.0.as_bytes(), sealed)?;
    Ok(SecondFactor::new(&secret, email)?)
}

/// The secret to enter into an authenticator.
#[derive(Serialize, ToSchema)]
pub struct TotpSecret {
    /// Base32.
    secret: String,
    /// The same as a QR code holds it.
    otpauth_url: String,
}

/// Draws a secret for an authenticator; nothing changes until a first code proves it.
#[utoipa::path(post, path = "/me/totp", tag = "identity", responses((status = 200, body = TotpSecret), Problems))]
pub async fn start_totp(State(state): State<AppState>, actor: Actor) -> Result<Json<TotpSecret>> {
    let email = people::email_of(&state.pool, actor.person).await?;
    let secret: [u8; SECRET_BYTES] = state.ids.secret();
    let factor = SecondFactor::new(&secret, &email)?;
    let sealed = state.part::<Secrets>().seal(SEAL, actor.person.0.as_bytes(), &secret, &state.ids)?;
    let mut tx = state.pool.begin().await?;
    if second_factor::lock(&mut tx, actor.person).await?.confirmed_at.is_some() {
        return Err(Code::TotpAlreadyEnabled.into());
    }
    second_factor::start(&mut tx, actor.person, &sealed, state.clock.now()).await?;
    tx.commit().await?;
    Ok(Json(TotpSecret { secret: factor.secret(), otpauth_url: factor.url()? }))
}

/// A code of the authenticator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TotpCode {
    code: String,
}

/// Codes for the day the authenticator is lost, each good once. Shown now and never again.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodes {
    recovery_codes: Vec<String>,
}

/// Switches the second factor on with a first code.
#[utoipa::path(post, path = "/me/totp/confirm", tag = "identity", request_body = TotpCode,
    responses((status = 200, body = RecoveryCodes), Problems))]
pub async fn confirm_totp(
    State(state): State<AppState>,
    actor: Actor,
    Json(request): Json<TotpCode>,
) -> Result<Json<RecoveryCodes>> {
    let now = state.clock.now();
    let account = people::account(&state.pool, actor.person).await?;
    let mut tx = state.pool.begin().await?;
    let stored = second_factor::lock(&mut tx, actor.person).await?;
    if stored.confirmed_at.is_some() {
        return Err(Code::TotpAlreadyEnabled.into());
    }
    let sealed = stored.secret.ok_or(Code::TotpNotStarted)?;
    let factor = unseal(&state, actor.person, &sealed, &account.email)?;
    if !second_factor::spend(&mut *tx, actor.person, factor.read(&request.code, now), now).await? {
        return Err(Error::field("/code", "invalid_code", "Ce code n’est pas valable."));
    }
    let codes = draw_recovery_codes(&state.ids);
    second_factor::enable(&mut tx, actor.person, &codes, now).await?;
    tell(&mut tx, &state, &account, true).await?;
    tx.commit().await?;
    Ok(Json(RecoveryCodes { recovery_codes: codes.into_iter().map(|code| code.text).collect() }))
}

/// The present password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    password: String,
}

/// Switches the second factor off.
#[utoipa::path(post, path = "/me/totp/disable", tag = "identity", request_body = OwnPassword,
    responses((status = 204), Problems))]
pub async fn disable_totp(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Json(request): Json<OwnPassword>,
) -> Result<StatusCode> {
    let account = people::account(&state.pool, actor.person).await?;
    let email = Email::parse("", &account.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    check_own(&state, actor, peer, &email, ("/password", &request.password)).await?;
    let mut tx = state.pool.begin().await?;
    if second_factor::disable(&mut tx, actor.person, state.clock.now()).await? {
        tell(&mut tx, &state, &account, false).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes the change into the trail and to the owner.
async fn tell(tx: &mut Tx<'_>, state: &AppState, account: &Account, enabled: bool) -> Result<()> {
    let event = if enabled { Event::TotpEnabled } else { Event::TotpDisabled };
    let entry = Entry::new(event, state.clock.now(), "person", account.id.0).by(account.id);
    audit::record(tx, &state.ids, entry).await?;
    let context = context! { first_name => account.first_name.as_str(), enabled };
    mail::send(tx, state, Mail { to: &account.email, template: &SECOND_FACTOR_CHANGED, context }).await
}
