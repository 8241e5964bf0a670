//! Convocations: when and where somebody is expected, printed for them.

use axum::extract::State;
use axum::response::Response;
use carnet_documents::certificates::{Convocation, ConvocationSlot, Holder, convocation_pdf};
use serde::Deserialize;

use super::press::{download, draw};
use super::{OfSession, paper, policy, read};
use crate::actor::Actor;
use crate::attendance::store::facts::{self, Facts, Wanted};
use crate::attendance::store::mine;
use crate::ids::{EnrolmentId, OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::{self, Participant, SessionCard, SlotCard, SlotKind, Status};

/// A participant, as paths name them.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ParticipantPlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    enrolment_id: EnrolmentId,
}

/// Draws the convocation of a participant, once the session is announced.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}/convocation",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("enrolment_id" = EnrolmentId, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>), Problems))]
pub async fn get_convocation(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ParticipantPlace>,
) -> Result<Response> {
    let of = OfSession { id: place.id, session_id: place.session_id };
    let (tx, session) = read(&state, actor, of, policy::may_oversee).await?;
    convocation(&state, tx, session, place.enrolment_id).await
}

/// Draws one's own convocation to a session in which one takes part.
#[utoipa::path(get, path = "/me/sessions/{session_id}/convocation", tag = "attendance",
    params(("session_id" = TrainingSessionId, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>), Problems))]
pub async fn get_my_convocation(
    State(state): State<AppState>,
    actor: Actor,
    Path(session): Path<TrainingSessionId>,
) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let mine = mine::session(&mut *tx, actor.person, session).await?;
    let mine = mine.ok_or_else(Error::not_found)?;
    let card = sessions::session_card(&mut *tx, mine.organisation, session).await?;
    convocation(&state, tx, card.ok_or_else(Error::not_found)?, mine.enrolment).await
}

/// Nobody is called to a session that is not announced, or does not take place.
async fn convocation(
    state: &AppState,
    mut tx: Tx<'static>,
    session: SessionCard,
    enrolment: EnrolmentId,
) -> Result<Response> {
    if matches!(session.status, Status::Draft | Status::Cancelled) {
        return Err(Error::illegal_state(session.status.as_str()));
    }
    let information = facts::information(&mut *tx, session.id).await?;
    let wanted = Wanted { only: Some(enrolment), ..Wanted::default() };
    let facts = facts::of_session(&mut tx, session, wanted, state.clock.today()).await?;
    tx.commit().await?;
    let person = facts.participants.iter().find(|person| person.enrolment == enrolment);
    let person = person.ok_or_else(Error::not_found)?;
    let letter = Convocation {
        issued_on: state.clock.today(),
        information: Some(information).filter(|text| !text.is_empty()),
        ..letter(&facts, person)
    };
    let pdf = draw(state, move || convocation_pdf(&letter)).await?;
    Ok(download("convocation.pdf", "application/pdf", pdf))
}

/// What the session says to one of its participants.
fn letter(facts: &Facts, person: &Participant) -> Convocation {
    let session = &facts.session;
    let slots = facts.held().filter(|slot| person.is_expected_at(slot));
    Convocation {
        issued_on: session.starts_on,
        provider: paper::provider(&facts.issuer, facts.address.as_deref()),
        signatory: None,
        holder: Holder {
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
            employer: person.employer.clone(),
        },
        training: facts.training_title.clone(),
        session: session.title.clone(),
        starts_on: person.starts_on.max(session.starts_on),
        ends_on: person.ends_on.map_or(session.ends_on, |last| last.min(session.ends_on)),
        modality: paper::modality(facts),
        place: Some(session.place.clone()).filter(|place| !place.is_empty()),
        access: None,
        remote_url: session.remote_url.clone(),
        information: None,
        slots: slots.map(|slot| line(session, slot)).collect(),
        to_bring: Vec::new(),
        accessibility_contact: None,
    }
}

fn line(session: &SessionCard, slot: &SlotCard) -> ConvocationSlot {
    let is_elsewhere = |place: &String| !place.is_empty() && *place != session.place;
    ConvocationSlot {
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        title: slot.label().to_owned(),
        is_exam: slot.kind == SlotKind::Exam,
        place: Some(slot.place.clone()).filter(is_elsewhere),
    }
}
