//! Who still works here: the answer of a company's admins.

use std::collections::HashSet;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::super::model::recruiter::{Move, Status};
use super::super::store::accounts::{Account, lock_of_company};
use super::super::store::confirmations;
use super::super::store::members;
use super::super::store::moves::{Made, make};
use super::verified::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::RecruiterId;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{FieldError, Fields, Json, Problems, Result};
use crate::platform::state::AppState;

/// Most accounts confirmed at once.
const MOST: usize = 200;

/// Who still works there.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmCompanyMembers {
    /// Accounts of the company, 200 at most. The caller's own counts as named.
    members: Vec<RecruiterId>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub struct ConfirmedMembers {
    /// Accounts confirmed.
    confirmed: usize,
    /// Of those, accounts that had lapsed and are open again.
    reopened: usize,
    /// Accounts that still wait to be confirmed.
    waiting: usize,
}

/// Confirms that these colleagues work for the company. For admins, at any time.
///
/// Accounts that had lapsed because nobody confirmed them are open again. Whoever no longer works there is removed instead.
#[utoipa::path(post, path = "/me/company/members/confirm", operation_id = "confirm_company_members", tag = "companies",
    request_body = ConfirmCompanyMembers, responses((status = 200, body = ConfirmedMembers), Problems))]
pub async fn confirm_company_members(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<ConfirmCompanyMembers>,
) -> Result<Json<ConfirmedMembers>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    members::lock_for_admin(&mut tx, recruiter.company, recruiter.recruiter).await?;
    let accounts = lock_of_company(&mut tx, recruiter.company).await?;
    check(&accounts, &body.members)?;
    let mut named: HashSet<RecruiterId> = body.members.into_iter().collect();
    named.insert(recruiter.recruiter);
    let (mut confirmed, mut reopened) = (Vec::new(), 0);
    for account in accounts.iter().filter(|account| named.contains(&account.id)) {
        if account.status == Status::Suspended {
            let made = Made { event: Move::Confirm, by: Some(recruiter.actor.person), reason: None };
            make(&mut tx, &state, account, made).await?;
            reopened += 1;
        }
        confirmed.push(account.id);
    }
    confirmations::confirm(&mut tx, &confirmed, now).await?;
    let waiting = still_waiting(&mut tx, &recruiter, &accounts, &named).await?;
    let entry = audit::Entry::new(Event::ColleaguesConfirmed, now, "company", recruiter.company.0);
    let after = json!({ "confirmed": confirmed.len(), "reopened": reopened, "waiting": waiting });
    audit::record(&mut tx, &state.ids, entry.by(recruiter.actor.person).change(None, after)).await?;
    tx.commit().await?;
    Ok(Json(ConfirmedMembers { confirmed: confirmed.len(), reopened, waiting }))
}

/// Refuses what is no account of the company that can be confirmed, each by its place.
fn check(accounts: &[Account], members: &[RecruiterId]) -> Result<()> {
    let mut fields = Fields::default();
    if members.len() > MOST {
        fields.push(FieldError::new("/members", "too_many", format!("{MOST} personnes au plus.")));
    }
    for (at, id) in members.iter().take(MOST).enumerate() {
        let pointer = format!("/members/{at}");
        let account = accounts.iter().find(|account| account.id == *id);
        match account.map(|account| (account.status, account.lapsed_at)) {
            Some((Status::Granted, _) | (Status::Suspended, Some(_))) => {}
            Some((Status::Suspended, None)) => {
                let message = "Ce compte est suspendu pour une autre raison\u{a0}: seule la plateforme peut le rétablir.";
                fields.push(FieldError::new(pointer, "not_confirmable", message));
            }
            _ => {
                let message = "Cette personne ne recrute pas pour votre entreprise.";
                fields.push(FieldError::new(pointer, "unknown_member", message));
            }
        }
    }
    fields.finish()
}

/// How many accounts that were asked about are not confirmed yet; once there is none, nothing is asked any more.
async fn still_waiting(
    tx: &mut Tx<'_>,
    recruiter: &VerifiedRecruiter,
    accounts: &[Account],
    named: &HashSet<RecruiterId>,
) -> Result<usize> {
    let Some(asked) = confirmations::asked(tx, recruiter.company).await? else { return Ok(0) };
    let others = accounts.iter().filter(|account| !named.contains(&account.id));
    let waiting = others.filter(|account| account.colleague().is_unconfirmed(asked.at)).count();
    if waiting == 0 {
        confirmations::close(tx, recruiter.company).await?;
    }
    Ok(waiting)
}
