//! What is shown of the proofs of a submission.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json;

use super::{Place, ProofPlace, lock};
use crate::actor::Actor;
use crate::events::Event;
use crate::files::serve;
use crate::ids::{ExperienceProofId, ExperienceSubmissionId, OrganisationId};
use crate::orgs::membership;
use crate::passport::handlers::experiences::views::states;
use crate::passport::model::experience::proof::{Mask, to_be_opened};
use crate::passport::policy;
use crate::passport::store::experience::{proofs, readings};
use crate::platform::db::audit;
use crate::platform::http::{Code, Error, Path, Problems, Result};
use crate::platform::state::AppState;

/// Downloads a proof of an experience put before the organisation: the masked copy where zones are masked, and never then
/// the file itself. Each opening is written down, and the person reads who opened what.
#[utoipa::path(get, path = "/organisations/{id}/experience-submissions/{submission_id}/proofs/{proof_id}/file",
    tag = "passport",
    params(("id" = OrganisationId, Path), ("submission_id" = ExperienceSubmissionId, Path),
        ("proof_id" = ExperienceProofId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_submitted_proof_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<ProofPlace>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    policy::may_review(membership(&mut *tx, place.id, actor.person).await?)?;
    // Locked, so that nothing is opened after it was taken back, or unmasked meanwhile.
    let of = Place { id: place.id, submission_id: place.submission_id };
    let found = lock(&mut tx, actor, of).await?;
    if found.is_withdrawn {
        return Err(Code::ProofRemoved.into());
    }
    let proofs = proofs::of(&mut *tx, found.experience).await?;
    let proof = proofs.into_iter().find(|proof| proof.id == place.proof_id).ok_or_else(Error::not_found)?;
    let (_, shown) = states(&proof, state.config.files.unchecked_files);
    to_be_opened(shown)?;
    let is_copy = proof.mask != Mask::None;
    let file = proof.shown().ok_or(Code::ProofRemoved)?;
    readings::note(&mut tx, &state, (proof.id, found.id), (actor.person, is_copy)).await?;
    let entry =
        audit::Entry::new(Event::ExperienceProofRead, state.clock.now(), "experience", found.experience.0)
            .by(actor.person)
            .within(place.id)
            .change(None, json!({ "proof": proof.id, "masked": is_copy }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    serve(&state, file, &headers).await
}
