//! Invitations to sessions: whoever signs in with the address they were sent to accepts or declines.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::enrolment_moves::join;
use super::places;
use crate::actor::Actor;
use crate::events::Event;
use crate::identity::email_of;
use crate::ids::{EnrolmentId, OrganisationId, TrainingSessionId};
use crate::orgs::{self, Role, membership};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::model::{EnrolmentStatus, Move, Step};
use crate::sessions::store::cards::SessionCard;
use crate::sessions::store::enrolments::{self, Enrolment, What};
use crate::sessions::store::mine::{self, Invitation};
use crate::sessions::store::{people, sessions};

/// An invitation to a session, or a participation that was registered under one's address.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionInvitation)]
pub struct InvitationView {
    id: EnrolmentId,
    session_id: TrainingSessionId,
    organisation_id: OrganisationId,
    organisation_name: String,
    session_title: String,
    /// First day on which one is expected.
    starts_on: NaiveDate,
    /// Last day of the session.
    ends_on: NaiveDate,
    /// Room or address; may be empty.
    place: String,
    /// `invited` waits for an answer; any other state was registered by the organisation, and waits to be joined to the
    /// account.
    status: EnrolmentStatus,
    sent_at: DateTime<Utc>,
}

impl From<Invitation> for InvitationView {
    fn from(invitation: Invitation) -> Self {
        Self {
            id: invitation.enrolment,
            session_id: invitation.session,
            organisation_id: invitation.organisation,
            organisation_name: invitation.organisation_name,
            session_title: invitation.title,
            starts_on: invitation.starts_on,
            ends_on: invitation.ends_on,
            place: invitation.place,
            status: invitation.status,
            sent_at: invitation.status_at,
        }
    }
}

/// Lists what waits at one's address, newest first, on one page.
#[utoipa::path(get, path = "/me/session-invitations", tag = "sessions",
    responses((status = 200, body = Page<InvitationView>), Problems))]
pub async fn list_my_session_invitations(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<InvitationView>>> {
    let email = email_of(&state.pool, actor.person).await?;
    let rows = mine::invitations(&state.pool, &email, None).await?;
    Ok(Json(Page::whole(rows.into_iter().map(InvitationView::from).collect())))
}

/// Accepts: one's account is joined to the participation, with everything that was marked so far, and one becomes a trainee of
/// the organisation. Whoever trains in the session does not take part in it.
#[utoipa::path(post, path = "/me/session-invitations/{enrolment_id}/accept", tag = "sessions",
    params(("enrolment_id" = EnrolmentId, Path)), responses((status = 204), Problems))]
pub async fn accept_session_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<EnrolmentId>,
) -> Result<StatusCode> {
    let (mut tx, card, enrolment) = admit(&state, actor, id).await?;
    let organisation = card.organisation;
    if people::trains(&mut *tx, card.id, actor.person).await? {
        return Err(Code::TrainerOfSession.into());
    }
    if membership(&mut *tx, organisation, actor.person).await?.is_none() {
        let now = state.clock.now();
        orgs::add_member(&mut tx, organisation, actor.person, Role::Trainee, now).await?;
        let entry = Entry::new(Event::MemberJoined, now, "person", actor.person.0).by(actor.person);
        let entry = entry.within(organisation).change(None, json!({ "role": Role::Trainee }));
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    join(&mut tx, &state, (organisation, card.id), &enrolment, actor.person, actor.person).await?;
    if card.status.after(Move::Write).is_ok() {
        places::fill(&mut tx, &state, organisation, card.id, None).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Declines: the seat goes to the one who has waited longest. What the organisation registered itself cannot be declined here.
#[utoipa::path(post, path = "/me/session-invitations/{enrolment_id}/decline", tag = "sessions",
    params(("enrolment_id" = EnrolmentId, Path)), responses((status = 204), Problems))]
pub async fn decline_session_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<EnrolmentId>,
) -> Result<StatusCode> {
    let (mut tx, card, enrolment) = admit(&state, actor, id).await?;
    let status = enrolment.status.after(Step::Decline)?;
    let what = What { event: Step::Decline.as_str(), ..What::default() };
    let after = (status, enrolment.ends_on);
    enrolments::set_status(&mut tx, &state, &enrolment, after, &what, Some(actor.person)).await?;
    places::record_move(&mut tx, &state, card.organisation, &enrolment, status, Some(actor.person)).await?;
    if card.status.after(Move::Write).is_ok() {
        places::fill(&mut tx, &state, card.organisation, card.id, None).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The invitation of one's address, with its session locked. What waits at other addresses does not exist.
async fn admit(
    state: &AppState,
    actor: Actor,
    id: EnrolmentId,
) -> Result<(Tx<'static>, SessionCard, Enrolment)> {
    let mut tx = state.pool.begin().await?;
    let email = email_of(&mut *tx, actor.person).await?;
    let found = mine::invitations(&mut *tx, &email, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let card =
        sessions::lock(&mut tx, found.organisation, found.session).await?.ok_or_else(Error::not_found)?;
    // Somebody may have answered, or cancelled, before the lock.
    mine::invitations(&mut *tx, &email, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let enrolment = enrolments::find(&mut tx, found.session, id).await?.ok_or_else(Error::not_found)?;
    Ok((tx, card, enrolment))
}
