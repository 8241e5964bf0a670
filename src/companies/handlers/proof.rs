//! Proving that one represents the company: by an address, or by asking staff.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::super::mails;
use super::super::model::domain::MailDomain;
use super::super::model::proof::{Sending, digest};
use super::super::model::recruiter::{Move, after};
use super::super::store::accounts::{Account, accepts_domain, lock_of_person};
use super::super::store::moves::{Made, make, set_message, set_proof};
use super::super::store::proofs;
use super::views::CompanyView;
use crate::actor::Actor;
use crate::identity::Email;
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, FieldError, Fields, Json, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::secrets::Secrets;
use crate::platform::state::AppState;

/// The address to prove.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestEmailProof {
    /// A professional address, which the caller must be able to read.
    email: String,
}

/// The code received.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmEmailProof {
    /// Six digits.
    code: String,
}

/// A word to those who review.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestCompanyReview {
    /// How the caller represents the company, 2000 characters at most.
    message: String,
}

/// Sends a code to a professional address.
#[utoipa::path(post, path = "/me/company/email-proof", operation_id = "request_email_proof",
    request_body = RequestEmailProof, responses((status = 202), Problems))]
pub async fn request_email_proof(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<RequestEmailProof>,
) -> Result<StatusCode> {
    let mut fields = Fields::default();
    let email = fields.check(proving_address(&body.email));
    fields.finish()?;
    let mut tx = state.pool.begin().await?;
    let account = lock_of_person(&mut tx, actor.person).await?;
    after(account.status, Move::ProveAddress)?;
    if let Some(email) = email {
        send_code(&mut tx, &state, &account, email.as_str()).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::ACCEPTED)
}

fn proving_address(text: &str) -> std::result::Result<Email, FieldError> {
    let email = Email::parse("/email", text)?;
    MailDomain::of(&email, "/email")?;
    Ok(email)
}

async fn send_code(tx: &mut Tx<'_>, state: &AppState, account: &Account, email: &str) -> Result<()> {
    let now = state.clock.now();
    let earlier = proofs::lock(tx, account.person).await?.map(|sent| sent.sending);
    let sending = Sending::one_more(earlier, now).map_err(|wait| Error::RetryAfter {
        code: Code::TooManyAttempts,
        retry_after: wait.to_std().unwrap_or_default(),
    })?;
    let code = state.ids.six_digits();
    let hash = digest(&key(state), account.id, &code);
    proofs::keep(tx, account.person, account.id, email, &hash, sending).await?;
    let context = context! { company => account.company_name.as_str(), code };
    mail::send(tx, state, Mail { to: email, template: &mails::PROOF_CODE, context }).await
}

/// Confirms the address by its code. At a domain already accepted for the company, the search opens at once.
#[utoipa::path(post, path = "/me/company/email-proof/confirm", operation_id = "confirm_email_proof",
    request_body = ConfirmEmailProof, responses((status = 200, body = CompanyView), Problems))]
pub async fn confirm_email_proof(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<ConfirmEmailProof>,
) -> Result<Json<CompanyView>> {
    let mut tx = state.pool.begin().await?;
    let account = lock_of_person(&mut tx, actor.person).await?;
    after(account.status, Move::ProveAddress)?;
    let confirmed = try_code(&mut tx, &state, &account, &body.code).await?;
    if let Some(email) = &confirmed {
        prove(&mut tx, &state, &account, email).await?;
    }
    // A wrong try is counted: it must not be rolled back.
    tx.commit().await?;
    if confirmed.is_none() {
        let sentence = "Ce code n’est pas valable ou a expiré.";
        return Err(Error::field("/code", "invalid_proof_code", sentence));
    }
    Ok(Json(CompanyView::of(&state, actor.person).await?))
}

/// The address this code was sent to, if it is the right one and still good.
async fn try_code(
    tx: &mut Tx<'_>,
    state: &AppState,
    account: &Account,
    typed: &str,
) -> Result<Option<Email>> {
    let now = state.clock.now();
    let Some(sent) = proofs::lock(tx, account.person).await?.filter(|sent| sent.is_open(account.id, now))
    else {
        return Ok(None);
    };
    if !sent.matches(&key(state), typed) {
        proofs::count_try(tx, account.person).await?;
        return Ok(None);
    }
    proofs::use_up(tx, account.person, now).await?;
    let email =
        Email::parse("/email", &sent.email).map_err(|fault| anyhow::anyhow!("stored address: {fault:?}"))?;
    Ok(Some(email))
}

async fn prove(tx: &mut Tx<'_>, state: &AppState, account: &Account, email: &Email) -> Result<()> {
    let (event, proof) = if accepts_domain(tx, &account.siren, &email.domain()).await? {
        (Move::ProveAcceptedDomain, "accepted_domain")
    } else {
        (Move::ProveAddress, "confirmed_email")
    };
    set_proof(tx, account, proof, email.as_str()).await?;
    make(tx, state, account, Made { event, by: Some(account.person), reason: None }).await?;
    Ok(())
}

/// Asks staff to look at the request, with a message.
#[utoipa::path(post, path = "/me/company/review-request", operation_id = "request_company_review",
    request_body = RequestCompanyReview, responses((status = 200, body = CompanyView), Problems))]
pub async fn request_company_review(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<RequestCompanyReview>,
) -> Result<Json<CompanyView>> {
    let message = super::text("/message", &body.message, 2000)?;
    let mut tx = state.pool.begin().await?;
    let account = lock_of_person(&mut tx, actor.person).await?;
    make(&mut tx, &state, &account, Made { event: Move::AskReview, by: Some(actor.person), reason: None })
        .await?;
    set_message(&mut tx, &account, &message).await?;
    tx.commit().await?;
    Ok(Json(CompanyView::of(&state, actor.person).await?))
}

fn key(state: &AppState) -> [u8; 32] {
    state.part::<Secrets>().derive("company proof code")
}
