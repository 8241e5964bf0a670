//! Another password: chosen through a mail, or by somebody who knows the present one.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::pace::steady;
use super::registration::{Address, MailSent};
use super::throttle::{self, SignIn, admit_mail};
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::mails::{PASSWORD_CHANGED, RESET_PASSWORD};
use crate::identity::model::{Email, Password};
use crate::identity::store::email_tokens::{self, Purpose, Used};
use crate::identity::store::{people, sessions};
use crate::ids::{PersonId, SessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Peer, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::passwords::{Passwords, Verdict};
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;

/// Sends a link to choose another password, if the address has an account. The answer does not say.
#[utoipa::path(post, path = "/auth/request-password-reset", request_body = Address, security(()), tag = "identity",
    responses((status = 202, body = MailSent), Problems))]
pub async fn request_password_reset(
    State(state): State<AppState>,
    Json(request): Json<Address>,
) -> Result<(StatusCode, Json<MailSent>)> {
    let email = request.parse()?;
    admit_mail(&state, &email).await?;
    steady(send_reset(&state, &email)).await?;
    Ok(MailSent::answer("reset_sent"))
}

async fn send_reset(state: &AppState, email: &Email) -> Result<()> {
    let mut tx = state.pool.begin().await?;
    if let Some(person) = people::recipient(&mut *tx, email).await? {
        let now = state.clock.now();
        let token = email_tokens::draw(&mut tx, &state.ids, person.id, Purpose::ResetPassword, now).await?;
        let context = context! { first_name => person.first_name, token => token.reveal() };
        mail::send(&mut tx, state, Mail { to: &person.email, template: &RESET_PASSWORD, context }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The token of the mail, and the password to set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordReset {
    token: String,
    /// 12 to 128 characters.
    password: String,
}

/// Sets another password with a mailed token; every device must sign in again.
#[utoipa::path(post, path = "/auth/reset-password", request_body = PasswordReset, security(()), tag = "identity",
    responses((status = 204), Problems))]
pub async fn reset_password(
    State(state): State<AppState>,
    Json(request): Json<PasswordReset>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let token = OpaqueToken::presented(&request.token);
    let owner = email_tokens::owner(&state.pool, &token, Purpose::ResetPassword, now).await?;
    let account = people::account(&state.pool, owner.ok_or(Code::InvalidToken)?).await?;
    let email = Email::parse("", &account.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    let hash = hash_new(&state, "/password", &request.password, &email).await?;

    let mut tx = state.pool.begin().await?;
    let used = email_tokens::spend(&mut tx, &token, Purpose::ResetPassword, now).await?;
    let Some(Used::Now(person)) = used else { return Err(Code::InvalidToken.into()) };
    // Whoever read the mail has proved the address.
    if people::confirm_email(&mut tx, person, now).await? {
        let entry = Entry::new(Event::EmailConfirmed, now, "person", person.0).by(person);
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    let changed = Changed { person, email: &account.email, first_name: &account.first_name, keep: None };
    change(&mut tx, &state, changed, &hash).await?;
    throttle::forget_account(&mut tx, &email).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The present password, and the one to set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    current_password: String,
    /// 12 to 128 characters.
    password: String,
}

/// Sets another password; every other device must sign in again.
#[utoipa::path(post, path = "/auth/change-password", request_body = PasswordChange, tag = "identity",
    responses((status = 204), Problems))]
pub async fn change_password(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Json(request): Json<PasswordChange>,
) -> Result<StatusCode> {
    let account = people::account(&state.pool, actor.person).await?;
    let email = Email::parse("", &account.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    Password::parse("/password", &request.password, &email).map_err(|fault| Error::Invalid(vec![fault]))?;
    check_own(&state, actor, peer, &email, ("/current_password", &request.current_password)).await?;
    let hash = hash_new(&state, "/password", &request.password, &email).await?;

    let mut tx = state.pool.begin().await?;
    let changed = Changed {
        person: actor.person,
        email: &account.email,
        first_name: &account.first_name,
        keep: Some(actor.session),
    };
    change(&mut tx, &state, changed, &hash).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Checks that whoever acts knows their password, once more; a wrong one is a fault at this pointer, and counts.
pub async fn confirm(state: &AppState, actor: Actor, peer: Peer, password: (&str, &str)) -> Result<()> {
    let email = people::email_of(&state.pool, actor.person).await?;
    let email = Email::parse("", &email).map_err(|fault| Error::Invalid(vec![fault]))?;
    check_own(state, actor, peer, &email, password).await
}

/// Checks the present password of a signed-in person; guesses are counted like sign-ins.
pub(super) async fn check_own(
    state: &AppState,
    actor: Actor,
    peer: Peer,
    email: &Email,
    (pointer, password): (&str, &str),
) -> Result<()> {
    let attempt = SignIn::attempt(state, &email.fingerprint(), peer).await?;
    if is_right(state, actor.person, password).await? {
        return attempt.succeeded(state).await;
    }
    Err(Error::field(pointer, "wrong_password", "Ce n’est pas votre mot de passe actuel."))
}

/// Whether this is the person's password.
pub(super) async fn is_right(state: &AppState, person: PersonId, password: &str) -> Result<bool> {
    let stored = people::password_hash(&state.pool, person).await?;
    let password = Password::presented(password);
    let verdict = state.part::<Passwords>().verify(password.as_str(), Some(&stored)).await?;
    Ok(verdict != Verdict::Wrong)
}

async fn hash_new(state: &AppState, pointer: &str, password: &str, email: &Email) -> Result<String> {
    let password = Password::parse(pointer, password, email).map_err(|fault| Error::Invalid(vec![fault]))?;
    Ok(state.part::<Passwords>().hash(&state.ids, password.as_str()).await?)
}

struct Changed<'a> {
    person: PersonId,
    email: &'a str,
    first_name: &'a str,
    /// The session that goes on.
    keep: Option<SessionId>,
}

/// Stores the password, ends the sessions that must end, and tells the owner.
async fn change(tx: &mut Tx<'_>, state: &AppState, changed: Changed<'_>, hash: &str) -> Result<()> {
    let now = state.clock.now();
    let Changed { person, email, first_name, keep } = changed;
    people::set_password_hash(tx, person, hash, now).await?;
    sessions::revoke_all(&mut **tx, person, keep, "password changed", now).await?;
    email_tokens::cancel(tx, person, Purpose::ResetPassword).await?;
    let context = context! { first_name };
    mail::send(tx, state, Mail { to: email, template: &PASSWORD_CHANGED, context }).await?;
    let entry = Entry::new(Event::PasswordChanged, now, "person", person.0).by(person);
    audit::record(tx, &state.ids, entry).await?;
    Ok(())
}
