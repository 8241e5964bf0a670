//! Invitations: written by those who run an organisation, accepted by the address they were sent to.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ensure_active;
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::{self, Email};
use crate::ids::OrganisationId;
use crate::orgs::mails::INVITATION;
use crate::orgs::model::Role;
use crate::orgs::policy;
use crate::orgs::store::invitations::{self, Draft};
use crate::orgs::store::{members, organisations};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;

/// How long an invitation can be accepted; the mail says so.
const VALID: Duration = Duration::days(14);

/// Whom to invite, as what.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    email: String,
    role: Role,
}

/// An invitation on its way. Its token is in the mail only.
#[derive(Serialize, ToSchema)]
pub struct InvitationView {
    email: String,
    role: Role,
    expires_at: DateTime<Utc>,
}

/// Invites somebody by mail. A second invitation of the same address replaces the first.
#[utoipa::path(post, path = "/organisations/{id}/invitations", tag = "orgs",
    params(("id" = OrganisationId, Path)), request_body = NewInvitation,
    responses((status = 201, body = InvitationView), Problems))]
pub async fn create_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
    Json(request): Json<NewInvitation>,
) -> Result<(StatusCode, Json<InvitationView>)> {
    let mut tx = state.pool.begin().await?;
    let (asker, status) = members::writing_asker(&mut tx, id, actor).await?;
    let admins = members::count_admins(&mut tx, id, None).await?;
    policy::invite(asker, request.role, admins > 0)?;
    let email = Email::parse("/email", &request.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    ensure_active(status)?;
    if members::has_address(&mut tx, id, email.as_str()).await? {
        return Err(Code::AlreadyMember.into());
    }
    let view = invite(&mut tx, &state, actor, id, &email, request.role).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Writes the invitation, its mail and its audit entry.
pub(super) async fn invite(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    organisation: OrganisationId,
    email: &Email,
    role: Role,
) -> Result<InvitationView> {
    let now = state.clock.now();
    let expires_at = now + VALID;
    let token = OpaqueToken::draw(&state.ids);
    let draft =
        Draft { organisation, email: email.as_str(), role, invited_by: actor.person, now, expires_at };
    invitations::create(tx, &token, &draft).await?;
    let name = organisations::find(&mut **tx, organisation).await?.name;
    let context = context! {
        organisation => name, role => role.in_french(), email => email.as_str(), token => token.reveal(),
    };
    mail::send(tx, state, Mail { to: email.as_str(), template: &INVITATION, context }).await?;
    let entry = Entry::new(Event::MemberInvited, now, "organisation", organisation.0)
        .by(actor.person)
        .within(organisation)
        .change(None, json!({ "role": role }));
    audit::record(tx, &state.ids, entry).await?;
    Ok(InvitationView { email: email.as_str().to_owned(), role, expires_at })
}

/// The token of the mail.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    token: String,
}

/// Joins the organisation that sent the token, signed in with the address it was sent to.
#[utoipa::path(post, path = "/organisation-invitations/accept", tag = "orgs", request_body = Acceptance,
    responses((status = 204), Problems))]
pub async fn accept_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Json(request): Json<Acceptance>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let token = OpaqueToken::presented(&request.token);
    let mut tx = state.pool.begin().await?;
    let invitation = invitations::lock(&mut tx, &token).await?.ok_or(Code::InvalidToken)?;
    let email = identity::email_of(&mut *tx, actor.person).await?;
    if !email.eq_ignore_ascii_case(&invitation.email) {
        return Err(Code::InvitationForAnother.into());
    }
    let id = invitation.organisation;
    let status = organisations::lock(&mut tx, id).await?.ok_or(Code::InvalidToken)?;
    if invitation.accepted_at.is_some() {
        // Shown again by its owner: done already, unless they left since.
        let is_member = members::role(&mut tx, id, actor.person).await?.is_some();
        return if is_member { Ok(StatusCode::NO_CONTENT) } else { Err(Code::InvalidToken.into()) };
    }
    if invitation.expires_at <= now {
        return Err(Code::InvalidToken.into());
    }
    ensure_active(status)?;
    members::add(&mut tx, id, actor.person, invitation.role, now).await?;
    invitations::accept(&mut tx, &token, now).await?;
    let entry = Entry::new(Event::MemberJoined, now, "person", actor.person.0)
        .by(actor.person)
        .within(id)
        .change(None, json!({ "role": invitation.role }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
