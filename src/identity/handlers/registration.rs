//! Creating an account, and proving that its address is one's own.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pace::steady;
use super::throttle::admit_mail;
use crate::events::Event;
use crate::identity::mails::{ALREADY_REGISTERED, CONFIRM_EMAIL};
use crate::identity::model::{Email, Password, PersonName};
use crate::identity::store::email_tokens::{self, Purpose, Used};
use crate::identity::store::people::{self, NewPerson};
use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Fields, Json, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::passwords::Passwords;
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;

/// An account to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    email: String,
    /// 12 to 128 characters.
    password: String,
    first_name: String,
    last_name: String,
}

/// What happens next; the same whether the address is known or not.
#[derive(Serialize, ToSchema)]
pub struct MailSent {
    status: &'static str,
}

impl MailSent {
    /// Accepted: look into the mailbox.
    pub const fn answer(status: &'static str) -> (StatusCode, Json<Self>) {
        (StatusCode::ACCEPTED, Json(Self { status }))
    }
}

struct Sound {
    email: Email,
    password: Password,
    first_name: PersonName,
    last_name: PersonName,
}

impl Registration {
    fn parse(&self) -> Result<Sound> {
        let mut fields = Fields::default();
        let email = fields.check(Email::parse("/email", &self.email));
        let first_name = fields.check(PersonName::parse("/first_name", &self.first_name));
        let last_name = fields.check(PersonName::parse("/last_name", &self.last_name));
        let password = email
            .as_ref()
            .and_then(|email| fields.check(Password::parse("/password", &self.password, email)));
        match (email, password, first_name, last_name) {
            (Some(email), Some(password), Some(first_name), Some(last_name)) => {
                Ok(Sound { email, password, first_name, last_name })
            }
            _ => Err(fields.finish().err().unwrap_or_else(|| Code::InvalidRequest.into())),
        }
    }
}

/// Creates an account. The answer is the same when the address has one: its owner gets a mail saying so.
#[utoipa::path(post, path = "/auth/register", request_body = Registration, security(()), tag = "identity",
    responses((status = 202, body = MailSent), Problems))]
pub async fn register_account(
    State(state): State<AppState>,
    Json(request): Json<Registration>,
) -> Result<(StatusCode, Json<MailSent>)> {
    let sound = request.parse()?;
    admit_mail(&state, &sound.email).await?;
    steady(register(&state, &sound)).await?;
    Ok(MailSent::answer("confirmation_sent"))
}

async fn register(state: &AppState, sound: &Sound) -> Result<()> {
    let password_hash = state.part::<Passwords>().hash(&state.ids, sound.password.as_str()).await?;
    let now = state.clock.now();
    let person = NewPerson {
        id: state.ids.ordered(),
        profile: state.ids.opaque(),
        email: &sound.email,
        first_name: &sound.first_name,
        last_name: &sound.last_name,
        password_hash: &password_hash,
    };
    let mut tx = state.pool.begin().await?;
    if people::insert(&mut tx, &person, now).await? {
        let entry = Entry::new(Event::AccountRegistered, now, "person", person.id.0).by(person.id);
        audit::record(&mut tx, &state.ids, entry).await?;
        send_confirmation(&mut tx, state, person.id, (sound.email.as_str(), sound.first_name.as_str()))
            .await?;
    } else {
        let mail = Mail { to: sound.email.as_str(), template: &ALREADY_REGISTERED, context: context! {} };
        mail::send(&mut tx, state, mail).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn send_confirmation(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    (email, first_name): (&str, &str),
) -> Result<()> {
    let token = email_tokens::draw(tx, &state.ids, person, Purpose::ConfirmEmail, state.clock.now()).await?;
    let context = context! { first_name, token => token.reveal() };
    mail::send(tx, state, Mail { to: email, template: &CONFIRM_EMAIL, context }).await
}

/// An address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    email: String,
}

impl Address {
    /// The address, checked.
    pub fn parse(&self) -> Result<Email> {
        Email::parse("/email", &self.email).map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// Sends the confirmation mail again, if the address waits for one. The answer does not say.
#[utoipa::path(post, path = "/auth/resend-confirmation", request_body = Address, security(()), tag = "identity",
    responses((status = 202, body = MailSent), Problems))]
pub async fn resend_confirmation(
    State(state): State<AppState>,
    Json(request): Json<Address>,
) -> Result<(StatusCode, Json<MailSent>)> {
    let email = request.parse()?;
    admit_mail(&state, &email).await?;
    steady(resend(&state, &email)).await?;
    Ok(MailSent::answer("confirmation_sent"))
}

async fn resend(state: &AppState, email: &Email) -> Result<()> {
    let mut tx = state.pool.begin().await?;
    if let Some(person) = people::recipient(&mut *tx, email).await?.filter(|person| !person.is_confirmed) {
        send_confirmation(&mut tx, state, person.id, (&person.email, &person.first_name)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The token of a mail.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailedToken {
    token: String,
}

/// Confirms the address. The same link opened twice is fine.
#[utoipa::path(post, path = "/auth/confirm-email", request_body = MailedToken, security(()), tag = "identity",
    responses((status = 204), Problems))]
pub async fn confirm_email(
    State(state): State<AppState>,
    Json(request): Json<MailedToken>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let token = OpaqueToken::presented(&request.token);
    let mut tx = state.pool.begin().await?;
    let used = email_tokens::spend(&mut tx, &token, Purpose::ConfirmEmail, now).await?;
    if let Used::Now(person) = used.ok_or(Code::InvalidToken)?
        && people::confirm_email(&mut tx, person, now).await?
    {
        let entry = Entry::new(Event::EmailConfirmed, now, "person", person.0).by(person);
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
