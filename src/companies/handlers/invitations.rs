//! Invitations: written by the admins of a company, accepted by the address they were sent to.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::mails;
use super::super::model::invitation::{VALID, joining};
use super::super::model::recruiter::Status;
use super::super::model::role::Role;
use super::super::policy;
use super::super::store::accounts::{self, Account, accepts_domain};
use super::super::store::invitations::{self, Draft, Invitation, Waiting};
use super::super::store::members;
use super::super::store::moves::{Made, make, set_proof};
use super::super::store::views::company_of;
use super::verified::VerifiedRecruiter;
use super::views::CompanyView;
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::{self, Email};
use crate::ids::{CompanyId, CompanyInvitationId, PersonId};
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;
use crate::registers::RegisterState;

/// Whom to invite, as what.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCompanyInvitation {
    /// Where the mail goes. At a domain accepted for the company, accepting opens the search; elsewhere, staff reviews as usual.
    email: String,
    role: Role,
}

/// An invitation that waits for its answer. Its token is in the mail only.
#[derive(Serialize, ToSchema)]
#[schema(as = CompanyInvitation)]
pub struct InvitationView {
    id: CompanyInvitationId,
    email: String,
    role: Role,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl From<Waiting> for InvitationView {
    fn from(waiting: Waiting) -> Self {
        let Waiting { id, email, role, created_at, expires_at } = waiting;
        Self { id, email, role, created_at, expires_at }
    }
}

/// Invites somebody to recruit for the company, by mail. A second invitation of the same address replaces the first.
#[utoipa::path(post, path = "/me/company/invitations", operation_id = "create_company_invitation", tag = "companies",
    request_body = CreateCompanyInvitation, responses((status = 201, body = InvitationView), Problems))]
pub async fn create_company_invitation(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<CreateCompanyInvitation>,
) -> Result<(StatusCode, Json<InvitationView>)> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    members::lock_for_admin(&mut tx, recruiter.company, recruiter.recruiter).await?;
    let email = Email::parse("/email", &body.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    if invitations::has_colleague(&mut tx, recruiter.company, email.as_str()).await? {
        return Err(Code::AlreadyColleague.into());
    }
    let (id, token) = (state.ids.ordered(), OpaqueToken::draw(&state.ids));
    let draft = Draft {
        id,
        company: recruiter.company,
        email: email.as_str(),
        role: body.role,
        invited_by: recruiter.actor.person,
        now,
        expires_at: now + VALID,
    };
    invitations::create(&mut tx, &token, &draft).await?;
    send(&mut tx, &state, &draft, &token).await?;
    let entry = audit::Entry::new(Event::ColleagueInvited, now, "company", recruiter.company.0);
    let entry = entry.by(recruiter.actor.person).change(None, json!({ "role": body.role }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    let (email, role, expires_at) = (email.as_str().to_owned(), body.role, draft.expires_at);
    Ok((StatusCode::CREATED, Json(InvitationView { id, email, role, created_at: now, expires_at })))
}

async fn send(tx: &mut Tx<'_>, state: &AppState, draft: &Draft<'_>, token: &OpaqueToken) -> Result<()> {
    let inviting = company_of(&mut **tx, draft.invited_by).await?.ok_or_else(Error::not_found)?;
    let context = context! {
        company => inviting.name, siret => inviting.siret, role => draft.role.in_french(),
        email => draft.email, token => token.reveal(),
    };
    mail::send(tx, state, Mail { to: draft.email, template: &mails::INVITATION, context }).await
}

/// Lists the invitations that wait for an answer, oldest first. For admins.
#[utoipa::path(get, path = "/me/company/invitations", operation_id = "list_company_invitations", tag = "companies",
    params(PageParams), responses((status = 200, body = Page<InvitationView>), Problems))]
pub async fn list_company_invitations(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<InvitationView>>> {
    policy::may_run(Status::Granted, recruiter.role)?;
    let limit = page.limit()?;
    let after: Option<(DateTime<Utc>, Uuid)> = page.after()?;
    let (company, now) = (recruiter.company, state.clock.now());
    let rows = invitations::list(&state.pool, company, after, i64::from(limit) + 1, now).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.created_at, row.id)).map(InvitationView::from)))
}

/// Takes an invitation back: its link dies.
#[utoipa::path(delete, path = "/me/company/invitations/{id}", operation_id = "revoke_company_invitation",
    tag = "companies", params(("id" = CompanyInvitationId, Path)), responses((status = 204), Problems))]
pub async fn revoke_company_invitation(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<CompanyInvitationId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    members::lock_for_admin(&mut tx, recruiter.company, recruiter.recruiter).await?;
    if !invitations::revoke(&mut tx, recruiter.company, id).await? {
        return Err(Error::not_found());
    }
    let now = state.clock.now();
    let entry = audit::Entry::new(Event::ColleagueInvitationRevoked, now, "company", recruiter.company.0);
    audit::record(&mut tx, &state.ids, entry.by(recruiter.actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The token of the mail.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CompanyInvitationAcceptance)]
pub struct Acceptance {
    token: String,
}

/// Joins the company that sent the token, signed in with the address it was sent to.
///
/// At a domain accepted for the company the search opens at once; any other address waits for staff, as without an invitation.
/// Shown again by whoever took it, it answers the same. It holds while whoever sent it is an admin of the company.
#[utoipa::path(post, path = "/company-invitations/accept", operation_id = "accept_company_invitation", tag = "companies",
    request_body = Acceptance, responses((status = 200, body = CompanyView), Problems))]
pub async fn accept_company_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<Acceptance>,
) -> Result<Json<CompanyView>> {
    let token = OpaqueToken::presented(&body.token);
    let mut tx = state.pool.begin().await?;
    let company = invitations::company_of(&mut tx, &token).await?.ok_or(Code::InvalidToken)?;
    members::lock_company(&mut tx, company).await?;
    let invitation = invitations::lock(&mut tx, &token).await?.ok_or(Code::InvalidToken)?;
    let email = identity::email_of(&mut *tx, actor.person).await?;
    if !email.eq_ignore_ascii_case(&invitation.email) {
        return Err(Code::InvitationForAnother.into());
    }
    let mine = own_account(&mut tx, actor.person, company).await?;
    if invitation.accepted_at.is_some() {
        // Shown again by its owner: done already, unless they left since.
        mine.ok_or(Code::InvalidToken)?;
        tx.commit().await?;
        return Ok(Json(CompanyView::of(&state, actor.person).await?));
    }
    if invitation.expires_at <= state.clock.now() || !invitation.is_backed {
        return Err(Code::InvalidToken.into());
    }
    join(&mut tx, &state, (actor.person, company), mine, &invitation).await?;
    tx.commit().await?;
    Ok(Json(CompanyView::of(&state, actor.person).await?))
}

/// The account the person has in this company already; refused to whoever recruits for another one, of which nothing is locked.
async fn own_account(tx: &mut Tx<'_>, person: PersonId, company: CompanyId) -> Result<Option<Account>> {
    match accounts::standing(&mut **tx, person).await? {
        None => Ok(None),
        Some(standing) if standing.company == company => {
            Ok(Some(accounts::lock_of_person(tx, person).await?))
        }
        Some(_) => Err(Code::AlreadyRecruiter.into()),
    }
}

/// Makes the person a recruiter of the company, or one who waits for staff.
async fn join(
    tx: &mut Tx<'_>,
    state: &AppState,
    (person, company): (PersonId, CompanyId),
    mine: Option<Account>,
    invitation: &Invitation,
) -> Result<()> {
    let account = if let Some(account) = mine {
        account
    } else {
        accounts::insert(tx, state, person, company, Status::AwaitingProof).await?;
        accounts::lock_of_person(tx, person).await?
    };
    if account.register_state != RegisterState::Active {
        return Err(Code::CompanyNotActive.into());
    }
    let email = Email::parse("/email", &invitation.email)
        .map_err(|fault| anyhow::anyhow!("stored address: {fault:?}"))?;
    let is_accepted = accepts_domain(tx, &account.siren, &email.domain()).await?;
    let event = joining(account.status, is_accepted)?;
    invitations::note(tx, account.id, invitation.role, invitation.invited_by).await?;
    if is_accepted || account.proof_email.is_none() {
        let proof = if is_accepted { "accepted_domain" } else { "confirmed_email" };
        set_proof(tx, &account, proof, email.as_str()).await?;
    }
    if let Some(event) = event {
        make(tx, state, &account, Made { event, by: Some(person), reason: None }).await?;
    }
    invitations::accept(tx, invitation.id, state.clock.now()).await?;
    let entry =
        audit::Entry::new(Event::ColleagueInvitationAccepted, state.clock.now(), "recruiter", account.id.0);
    Ok(audit::record(tx, &state.ids, entry.by(person).change(None, json!({ "role": invitation.role })))
        .await?)
}
