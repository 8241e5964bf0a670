//! Elements that prove attendance beside signatures, for distance training.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{OfSession, policy, read, write};
use crate::actor::Actor;
use crate::attendance::store::proofs::{self, Proof, ProofKind};
use crate::events::Event;
use crate::files::{self, Claim, FileCard, Owner, Purpose};
use crate::ids::{EnrolmentId, FileId, OrganisationId, ProofId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, FieldError, Fields, Json, Page, Path, Problems, Result, texts};
use crate::platform::state::AppState;
use crate::sessions;

/// An element of proof.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceProof)]
pub struct ProofView {
    /// Its id.
    id: ProofId,
    /// The slot it is about; null: the session as a whole.
    slot_id: Option<SlotId>,
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// What it is.
    kind: ProofKind,
    /// When it happened.
    happened_at: DateTime<Utc>,
    /// How long it took, in minutes.
    minutes: Option<i32>,
    /// In words.
    description: String,
    /// A file that shows it.
    file: Option<FileCard>,
    /// When it was given.
    created_at: DateTime<Utc>,
    /// When it was withdrawn.
    withdrawn_at: Option<DateTime<Utc>>,
    /// Why.
    withdrawn_reason: Option<String>,
}

async fn views(tx: &mut Tx<'_>, proofs: Vec<Proof>) -> Result<Vec<ProofView>> {
    let ids: Vec<FileId> = proofs.iter().filter_map(|proof| proof.file).collect();
    let cards = files::cards(&mut **tx, &ids).await?;
    let view = |proof: Proof| ProofView {
        file: cards.iter().find(|card| Some(card.id) == proof.file).cloned(),
        id: proof.id,
        slot_id: proof.slot,
        enrolment_id: proof.enrolment,
        kind: proof.kind,
        happened_at: proof.happened_at,
        minutes: proof.minutes,
        description: proof.description,
        created_at: proof.created_at,
        withdrawn_at: proof.withdrawn_at,
        withdrawn_reason: proof.withdrawn_reason,
    };
    Ok(proofs.into_iter().map(view).collect())
}

/// Lists the elements of proof of a session, by time.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/attendance-proofs", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<ProofView>), Problems))]
pub async fn list_attendance_proofs(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<Page<ProofView>>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_read).await?;
    let proofs = proofs::of_session(&mut *tx, session.id).await?;
    let views = views(&mut tx, proofs).await?;
    tx.commit().await?;
    Ok(Json(Page::whole(views)))
}

/// An element to be given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AttendanceProofDraft)]
pub struct ProofDraft {
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// The slot it is about; null: the session as a whole.
    #[serde(default)]
    slot_id: Option<SlotId>,
    /// What it is.
    kind: ProofKind,
    /// When it happened; not in the future.
    happened_at: DateTime<Utc>,
    /// How long it took, 1 to 1440 minutes.
    #[serde(default)]
    minutes: Option<i32>,
    /// In words, 3 to 500 characters.
    description: String,
    /// A staged file of the organisation (PDF, PNG or JPEG).
    #[serde(default)]
    file_id: Option<FileId>,
}

/// Gives an element of proof.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/attendance-proofs", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = ProofDraft,
    responses((status = 201, body = ProofView), Problems))]
pub async fn create_attendance_proof(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
    Json(draft): Json<ProofDraft>,
) -> Result<(StatusCode, Json<ProofView>)> {
    let (mut tx, session) = write(&state, actor, of, policy::may_take).await?;
    let now = state.clock.now();
    let mut fields = Fields::default();
    let people = sessions::participants(&mut *tx, session.id).await?;
    if !people.iter().any(|person| person.enrolment == draft.enrolment_id) {
        let message = "Cette personne ne participe pas à la session.";
        fields.push(FieldError::new("/enrolment_id", "not_expected", message));
    }
    if let Some(slot) = draft.slot_id
        && sessions::slot_card(&mut *tx, of.id, of.session_id, slot).await?.is_none()
    {
        fields.push(FieldError::new("/slot_id", "unknown_slot", "Ce créneau n’est pas de la session."));
    }
    // Clocks of platforms differ a little.
    if draft.happened_at > now + Duration::minutes(5) {
        fields.push(FieldError::new("/happened_at", "in_future", "Un élément de preuve est du passé."));
    }
    if draft.minutes.is_some_and(|minutes| !(1..=1440).contains(&minutes)) {
        fields.push(FieldError::new("/minutes", "out_of_range", "De 1 à 1440 minutes."));
    }
    let description = fields.check(texts::line("/description", &draft.description, 3..=500));
    fields.finish()?;
    if let Some(file) = draft.file_id {
        let (purpose, owner) = (Purpose::AbsenceProof, Owner::Organisation(of.id));
        let claim = Claim { file, purpose, owner, by: actor.person, pointer: "/file_id" };
        files::claim(&mut tx, &state, &claim).await?;
    }
    let proof = Proof {
        id: state.ids.ordered(),
        slot: draft.slot_id,
        enrolment: draft.enrolment_id,
        kind: draft.kind,
        happened_at: draft.happened_at,
        minutes: draft.minutes,
        description: description.unwrap_or_default(),
        file: draft.file_id,
        created_at: now,
        withdrawn_at: None,
        withdrawn_reason: None,
    };
    proofs::insert(&mut tx, session.id, &proof, actor.person).await?;
    record(&mut tx, &state, (actor, of.id, proof.id), json!({ "kind": proof.kind })).await?;
    let view = views(&mut tx, vec![proof]).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, ProofId),
    after: serde_json::Value,
) -> Result<()> {
    let entry = Entry::new(Event::ProofWritten, state.clock.now(), "attendance_proof", id.0);
    audit::record(tx, &state.ids, entry.by(actor.person).within(organisation).change(None, after)).await?;
    Ok(())
}

/// Why an element is withdrawn.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// 3 to 500 characters.
    reason: String,
}

/// An element, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ProofPlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    proof_id: ProofId,
}

/// Withdraws an element given by mistake: it stays readable, with the reason.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/attendance-proofs/{proof_id}/withdraw",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("proof_id" = ProofId, Path)),
    request_body = Withdrawal, responses((status = 200, body = ProofView), Problems))]
pub async fn withdraw_attendance_proof(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ProofPlace>,
    Json(withdrawal): Json<Withdrawal>,
) -> Result<Json<ProofView>> {
    let of = OfSession { id: place.id, session_id: place.session_id };
    let (mut tx, session) = write(&state, actor, of, policy::may_take).await?;
    let reason = texts::line("/reason", &withdrawal.reason, 3..=500);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    let find = |proofs: Vec<Proof>| proofs.into_iter().find(|proof| proof.id == place.proof_id);
    find(proofs::of_session(&mut *tx, session.id).await?).ok_or_else(Error::not_found)?;
    if !proofs::withdraw(&mut tx, (session.id, place.proof_id), &reason, state.clock.now()).await? {
        return Err(Code::AlreadyWithdrawn.into());
    }
    record(&mut tx, &state, (actor, of.id, place.proof_id), json!({ "withdrawn": true })).await?;
    let proof = find(proofs::of_session(&mut *tx, session.id).await?).ok_or_else(Error::not_found)?;
    let view = views(&mut tx, vec![proof]).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Json(view))
}
