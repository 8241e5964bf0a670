//! Proofs of one's own experience: added, opened, masked, removed.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::views::{ExperienceView, Hanging, states};
use super::{ProofPlace, lock, lock_to_write, record, view};
use crate::actor::Actor;
use crate::events::Event;
use crate::files::{self, Claim, FileCard, Owner, Purpose};
use crate::ids::{ExperienceId, ExperienceProofId, FileId};
use crate::passport::jobs::MaskProof;
use crate::passport::model::chain::LinkKind;
use crate::passport::model::experience::proof::{
    MOST_PROOFS, Mask, ProofState, ProofZone, check_zones, to_be_opened,
};
use crate::passport::model::experience::status::Status;
use crate::passport::store::chain;
use crate::passport::store::experience::own as experiences;
use crate::passport::store::experience::proofs::{self, Proof};
use crate::passport::store::experience::submissions;
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Query, Result, Versioned};
use crate::platform::jobs;
use crate::platform::seal::hex;
use crate::platform::state::AppState;

/// A file to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddProof {
    /// A staged file of one's own (PDF, PNG or JPEG).
    file_id: FileId,
}

/// Adds a proof, ten at most: one's own file, sent before. The same file again is kept once; in the same experience, the
/// answer (200) is what was there.
#[utoipa::path(post, path = "/me/experiences/{experience_id}/proofs", tag = "passport",
    params(("experience_id" = ExperienceId, Path)), request_body = AddProof,
    responses((status = 201, body = ExperienceView), (status = 200, body = ExperienceView), Problems))]
pub async fn add_experience_proof(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
    Json(body): Json<AddProof>,
) -> Result<(StatusCode, Versioned<ExperienceView>)> {
    let mut tx = state.pool.begin().await?;
    lock_to_write(&mut tx, actor, id).await?;
    let owner = Owner::Person(actor.person);
    let (file, by, pointer) = (body.file_id, actor.person, "/file_id");
    let claim = Claim { file, purpose: Purpose::PassportProof, owner, by, pointer };
    let card = files::claim(&mut tx, &state, &claim).await?;
    let present = proofs::of(&mut *tx, id).await?;
    let present: Vec<&Proof> = present.iter().filter(|proof| proof.removed_at.is_none()).collect();
    let is_there = present.iter().any(|proof| hex(&proof.sha256) == card.sha256);
    if is_there {
        files::release(&mut tx, &state, card.id).await?;
    } else if present.len() as i64 >= MOST_PROOFS {
        return Err(Code::TooManyProofs.into());
    } else {
        add(&mut tx, &state, actor, (id, &card)).await?;
    }
    let after = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    let status = if is_there { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Versioned(after.version, after)))
}

/// Writes the proof, on the file the person gave for another experience where its bytes are the same.
async fn add(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    (experience, card): (ExperienceId, &FileCard),
) -> Result<()> {
    let sha256 = digest(&card.sha256)?;
    let kept = proofs::same_file(tx, actor.person, &sha256).await?;
    if kept.is_some() {
        files::release(tx, state, card.id).await?;
    }
    let file = kept.unwrap_or(card.id);
    let id: ExperienceProofId = state.ids.ordered();
    proofs::insert(tx, (id, experience, file), card, &sha256, state.clock.now()).await?;
    let said = json!({ "proof": id, "sha256": card.sha256 });
    record(tx, state, (actor, Event::ExperienceProofAdded, experience), said).await
}

/// The bytes of a digest in hexadecimal digits.
fn digest(text: &str) -> Result<Vec<u8>> {
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..text.len()).step_by(2).map(byte).collect();
    bytes.ok_or_else(|| Error::Internal(anyhow::anyhow!("a digest is none")))
}

async fn find(tx: &mut Tx<'_>, place: ProofPlace) -> Result<Proof> {
    let mut all = proofs::of(&mut **tx, place.experience_id).await?.into_iter();
    all.find(|proof| proof.id == place.proof_id).ok_or_else(Error::not_found)
}

/// Removes a proof, whatever became of the experience: its bytes go, the masked copy too, and its fingerprint stays where
/// somebody was shown it.
#[utoipa::path(delete, path = "/me/experiences/{experience_id}/proofs/{proof_id}", tag = "passport",
    params(("experience_id" = ExperienceId, Path), ("proof_id" = ExperienceProofId, Path)),
    responses((status = 204), Problems))]
pub async fn remove_experience_proof(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ProofPlace>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lock(&mut tx, actor, place.experience_id).await?;
    let proof = find(&mut tx, place).await?;
    if proof.removed_at.is_some() {
        return Err(Code::ProofRemoved.into());
    }
    let submitted = submissions::states(&mut tx, place.experience_id).await?;
    proofs::remove(&mut tx, proof.id, !submitted.is_empty(), state.clock.now()).await?;
    for file in [proof.file, proof.copy].into_iter().flatten() {
        if !proofs::is_used(&mut tx, file).await? {
            files::release(&mut tx, &state, file).await?;
        }
    }
    let sha256 = hex(&proof.sha256);
    if submitted.iter().any(|status| status.is_attested()) {
        // What was attested rests on it: that it is gone is a fact of the passport.
        let fact = json!({ "experience_id": place.experience_id, "proof_id": proof.id, "sha256": sha256 });
        chain::append(&mut tx, &state, actor.person, (LinkKind::FileRemoved, proof.id.0), &fact).await?;
    }
    let said = json!({ "proof": proof.id, "sha256": sha256 });
    record(&mut tx, &state, (actor, Event::ExperienceProofRemoved, place.experience_id), said).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is masked in a proof; an empty list masks nothing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MaskZones {
    /// A hundred at most.
    zones: Vec<ProofZone>,
}

/// Masks zones of a proof: a copy is made in which what they cover does not exist, and others see nothing but that copy. A
/// picture becomes a JPEG; of a PDF, pages become pictures. Until the copy is there (`mask`: `ready`), others see nothing.
#[utoipa::path(put, path = "/me/experiences/{experience_id}/proofs/{proof_id}/zones", tag = "passport",
    params(("experience_id" = ExperienceId, Path), ("proof_id" = ExperienceProofId, Path)),
    request_body = MaskZones, responses((status = 200, body = ExperienceView), Problems))]
pub async fn mask_experience_proof(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ProofPlace>,
    Json(body): Json<MaskZones>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let of = lock(&mut tx, actor, place.experience_id).await?;
    if of.status == Status::Withdrawn {
        return Err(Error::illegal_state(of.status.as_str()));
    }
    let proof = find(&mut tx, place).await?;
    let (original, _) = states(&proof, state.config.files.unchecked_files);
    if original == ProofState::Removed {
        return Err(Code::ProofRemoved.into());
    }
    check_zones(&body.zones).map_err(|fault| Error::Invalid(vec![fault]))?;
    let zones = serde_json::to_value(&body.zones).map_err(anyhow::Error::from)?;
    let mask = if body.zones.is_empty() { Mask::None } else { Mask::Making };
    let round = proofs::set_zones(&mut tx, proof.id, &zones, mask).await?;
    if let Some(copy) = proof.copy {
        files::release(&mut tx, &state, copy).await?;
    }
    if mask == Mask::Making {
        jobs::enqueue(&mut tx, &state, &MaskProof { proof: proof.id, round }).await?;
    }
    let said = json!({ "proof": proof.id, "zones": body.zones.len() });
    record(&mut tx, &state, (actor, Event::ExperienceProofZonesChanged, of.id), said).await?;
    let after = view(&mut tx, &state, actor, of.id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Which file of a proof.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WhichFile {
    /// True: what others see, the masked copy where zones are masked.
    #[serde(default)]
    shown: bool,
}

/// Downloads a proof of one's own: the file, or what others see of it. Not before the antivirus has spoken.
#[utoipa::path(get, path = "/me/experiences/{experience_id}/proofs/{proof_id}/file", tag = "passport",
    params(("experience_id" = ExperienceId, Path), ("proof_id" = ExperienceProofId, Path), WhichFile),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_experience_proof_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ProofPlace>,
    Query(which): Query<WhichFile>,
    headers: HeaderMap,
) -> Result<Response> {
    let own = experiences::list(&state.pool, actor.person, Some(place.experience_id), None, 1).await?;
    if own.is_empty() {
        return Err(Error::not_found());
    }
    let proofs = proofs::of(&state.pool, place.experience_id).await?;
    let proof = proofs.into_iter().find(|proof| proof.id == place.proof_id).ok_or_else(Error::not_found)?;
    let (original, shown) = states(&proof, state.config.files.unchecked_files);
    let (state_of, file) = if which.shown { (shown, proof.shown()) } else { (original, proof.file) };
    // Its sender is not told what the antivirus found.
    to_be_opened(state_of.to_sender())?;
    files::serve(&state, file.ok_or(Code::ProofRemoved)?, &headers).await
}

/// Whether there is a proof that others can open, or will once its copy is made.
pub fn is_usable(hanging: &Hanging, state: &AppState) -> bool {
    let unchecked = state.config.files.unchecked_files;
    hanging.proofs.iter().any(|proof| states(proof, unchecked).1 == ProofState::Clean)
}
