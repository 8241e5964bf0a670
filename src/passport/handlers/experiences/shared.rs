//! Proofs as `sharing` hands them out: others are shown the same of a proof, whether they judge it or recruit.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::{PgConnection, PgExecutor};
use utoipa::ToSchema;
use uuid::Uuid;

use super::views::states;
use crate::ids::{ExperienceId, ExperienceProofId, FileId, PersonId};
use crate::passport::model::experience::proof::{Mask, ProofState, to_be_opened};
use crate::passport::store::experience::proofs::{self, Proof};
use crate::platform::http::{Code, Error, Result};
use crate::platform::storage::Unchecked;

/// A proof that its person may share.
#[derive(Serialize, ToSchema)]
pub struct ShareableProof {
    /// The proof.
    pub id: ExperienceProofId,
    /// Its name.
    name: String,
    /// What its bytes are.
    media_type: String,
    /// Its length.
    bytes: i64,
    /// What it proves.
    experience_id: ExperienceId,
    /// The title of that.
    experience_title: String,
    /// What others are shown: `waiting` until the antivirus has spoken and a masked copy is made.
    shown: ProofState,
    /// Whether zones are masked: others see the copy alone.
    is_masked: bool,
    /// When it was added.
    pub added_at: DateTime<Utc>,
}

/// The proofs a person may share, newest first: of experiences they declare, not removed.
pub async fn shareable_proofs(
    connection: &mut PgConnection,
    person: PersonId,
    before: Option<(DateTime<Utc>, Uuid)>,
    (rows, unchecked): (i64, Unchecked),
) -> sqlx::Result<Vec<ShareableProof>> {
    let named = proofs::shareable_of(&mut *connection, person, before, rows).await?;
    let ids: Vec<ExperienceProofId> = named.iter().map(|(id, _)| *id).collect();
    let mut found: HashMap<ExperienceProofId, Proof> =
        proofs::shareable(connection, &ids).await?.into_iter().map(|proof| (proof.id, proof)).collect();
    let told = named.into_iter().filter_map(|(id, experience_title)| {
        let proof = found.remove(&id)?;
        let (_, shown) = states(&proof, unchecked);
        Some(ShareableProof {
            id,
            name: proof.name,
            media_type: proof.media_type,
            bytes: proof.bytes,
            experience_id: proof.experience,
            experience_title,
            shown: shown.to_sender(),
            is_masked: proof.mask != Mask::None,
            added_at: proof.added_at,
        })
    });
    Ok(told.collect())
}

/// The files that others are shown of these proofs: the masked copy where zones are masked, and never then the original. None of a
/// proof that its person removed, or whose copy is being made.
pub async fn shown_files(
    db: impl PgExecutor<'_>,
    proofs: &[ExperienceProofId],
) -> sqlx::Result<HashMap<ExperienceProofId, FileId>> {
    if proofs.is_empty() {
        return Ok(HashMap::new());
    }
    let found = proofs::shareable(db, proofs).await?;
    Ok(found.iter().filter_map(|proof| Some((proof.id, proof.shown()?))).collect())
}

/// The file that others are handed out of a proof; refused as it is to those who judge it.
pub async fn shown_file(
    db: impl PgExecutor<'_>,
    proof: ExperienceProofId,
    unchecked: Unchecked,
) -> Result<FileId> {
    let proof = proofs::shareable(db, &[proof]).await?.pop().ok_or_else(Error::not_found)?;
    let (_, shown) = states(&proof, unchecked);
    to_be_opened(shown)?;
    proof.shown().ok_or_else(|| Code::ProofRemoved.into())
}
