//! A move of a recruiter account: its state, its audit row and its mail, in one transaction.

use serde_json::json;

use super::super::mails;
use super::super::model::recruiter::{Move, Status, after};
use super::accounts::Account;
use super::members;
use crate::events::Event;
use crate::ids::PersonId;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Result};
use crate::platform::mail::{self, Mail, Template, context};
use crate::platform::state::AppState;
use crate::registers::RegisterState;

/// A move, who makes it, and why.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// What happens.
    pub event: Move,
    /// Who makes it happen; none when a job does.
    pub by: Option<PersonId>,
    /// The reason the recruiter is told.
    pub reason: Option<&'a str>,
}

/// Makes the move, or refuses it with the account's current state.
pub async fn make(tx: &mut Tx<'_>, state: &AppState, account: &Account, made: Made<'_>) -> Result<Status> {
    let to = after(account.status, made.event)?;
    if made.event.opens_search() && account.register_state != RegisterState::Active {
        return Err(Code::CompanyNotActive.into());
    }
    let now = state.clock.now();
    sqlx::query!(
        "UPDATE recruiter SET status = $2, status_reason = $3, status_at = $4, decided_by = $5,
                              confirmed_at = CASE WHEN $6 THEN $4 ELSE confirmed_at END,
                              lapsed_at = CASE WHEN $7 THEN $4::timestamptz END
         WHERE id = $1",
        account.id.0,
        to as Status,
        made.reason,
        now,
        made.event.decided_by() as _,
        to == Status::Granted,
        made.event == Move::Lapse,
    )
    .execute(&mut **tx)
    .await?;
    let mut entry = audit::Entry::new(Event::RecruiterStatusChanged, now, "recruiter", account.id.0)
        .change(json!({ "status": account.status }), json!({ "status": to }));
    if let Some(person) = made.by {
        entry = entry.by(person);
    }
    if let Some(reason) = made.reason {
        entry = entry.because(reason);
    }
    audit::record(tx, &state.ids, entry).await?;
    if let Some(template) = told(made.event, to) {
        tell(tx, state, account, template, made.reason).await?;
    }
    // Of a company that is gone everybody is suspended, one after the other: nobody is left to run it.
    if account.register_state == RegisterState::Active {
        members::keep_admin(tx, &state.ids, account.company, now).await?;
    }
    Ok(to)
}

/// What the recruiter is written, when there is something they do not see on their screen.
const fn told(event: Move, to: Status) -> Option<&'static Template> {
    match (event, to) {
        (Move::RegisterActive, _) => Some(&mails::REGISTER_FOUND),
        (Move::Reinstate | Move::Confirm, _) => Some(&mails::REINSTATED),
        (_, Status::Granted) => Some(&mails::GRANTED),
        (_, Status::Refused) => Some(&mails::REFUSED),
        (_, Status::Suspended) => Some(&mails::SUSPENDED),
        (_, Status::PendingRegister | Status::AwaitingProof | Status::AwaitingReview) => None,
    }
}

async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    account: &Account,
    template: &Template,
    reason: Option<&str>,
) -> Result<()> {
    let context = context! {
        first_name => account.first_name.as_str(),
        company => account.company_name.as_str(),
        siret => account.siret.as_str(),
        reason => reason.unwrap_or_default(),
    };
    mail::send(tx, state, Mail { to: &account.email, template, context }).await
}

/// Notes the address that was confirmed, and what it proves.
pub async fn set_proof(tx: &mut Tx<'_>, account: &Account, proof: &str, email: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE recruiter SET proof = $2, proof_email = $3 WHERE id = $1",
        account.id.0,
        proof,
        email
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes what the person writes to those who review.
pub async fn set_message(tx: &mut Tx<'_>, account: &Account, message: &str) -> sqlx::Result<()> {
    sqlx::query!("UPDATE recruiter SET message = $2 WHERE id = $1", account.id.0, message)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
