//! Whoever is about to do what cannot be undone proves once more who they are.

use serde::Deserialize;
use utoipa::ToSchema;

use super::passwords::is_right;
use super::throttle::SignIn;
use super::totp::unseal;
use crate::actor::Actor;
use crate::identity::model::Email;
use crate::identity::store::{people, second_factor};
use crate::platform::http::{Code, Error, FieldError, Peer, Result};
use crate::platform::state::AppState;

/// What proves it: the password, and a code where the second factor is on. Part of a request's body.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reauthentication {
    /// The present password.
    pub password: String,
    /// Six digits of the authenticator, or a recovery code, when the second factor is on.
    pub totp_code: Option<String>,
}

/// Checks it. A fault is named below this pointer: `wrong_password`, `totp_required`, `invalid_code`. Guesses are counted
/// like sign-ins, those of codes too.
pub async fn reauthenticate(
    state: &AppState,
    actor: Actor,
    peer: Peer,
    (pointer, shown): (&str, &Reauthentication),
) -> Result<()> {
    let account = people::account(&state.pool, actor.person).await?;
    let email = Email::parse("", &account.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    if account.totp_enabled && shown.totp_code.is_none() {
        let message = "Saisissez le code de votre application d’authentification.";
        return Err(Error::field(format!("{pointer}/totp_code"), "totp_required", message));
    }
    let attempt = SignIn::attempt(state, &email.fingerprint(), peer).await?;
    if !is_right(state, actor.person, &shown.password).await? {
        let message = "Ce n’est pas votre mot de passe actuel.";
        return Err(Error::field(format!("{pointer}/password"), "wrong_password", message));
    }
    let code = shown.totp_code.as_deref().filter(|_| account.totp_enabled);
    if let Some(code) = code
        && !spend(state, actor, &email, code).await?
    {
        let fault =
            FieldError::new(format!("{pointer}/totp_code"), "invalid_code", Code::InvalidTotp.title());
        return Err(Error::Invalid(vec![fault]));
    }
    attempt.succeeded(state).await
}

async fn spend(state: &AppState, actor: Actor, email: &Email, code: &str) -> Result<bool> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let stored = second_factor::lock(&mut tx, actor.person).await?;
    let Some(sealed) = stored.secret.filter(|_| stored.confirmed_at.is_some()) else { return Ok(true) };
    let shown = unseal(state, actor.person, &sealed, email.as_str())?.read(code, now);
    let is_spent = second_factor::spend(&mut *tx, actor.person, shown, now).await?;
    tx.commit().await?;
    Ok(is_spent)
}
