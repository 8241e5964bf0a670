//! Masked copies of proofs, as the job that makes them sees them.

use serde_json::Value;
use sqlx::PgExecutor;

use crate::files::FileCard;
use crate::ids::{ExperienceProofId, FileId, PersonId};
use crate::platform::db::Tx;

/// A proof whose copy is to be made.
pub struct ToMask {
    /// Whose it is.
    pub person: PersonId,
    /// The original.
    pub file: FileId,
    /// What is masked.
    pub zones: Value,
}

/// A proof that waits for the copy of these zones; none when they changed, or the proof is gone.
pub async fn waiting(
    db: impl PgExecutor<'_>,
    id: ExperienceProofId,
    round: i32,
) -> sqlx::Result<Option<ToMask>> {
    sqlx::query_as!(
        ToMask,
        r#"SELECT e.person_id AS "person: PersonId", p.file_id AS "file!: FileId", p.zones
           FROM experience_proof p JOIN experience e ON e.id = p.experience_id
           WHERE p.id = $1 AND p.mask_round = $2 AND p.mask = 'making' AND p.file_id IS NOT NULL"#,
        id.0,
        round,
    )
    .fetch_optional(db)
    .await
}

/// The same, locked until the transaction ends: whether the copy is still wanted.
pub async fn lock(tx: &mut Tx<'_>, id: ExperienceProofId, round: i32) -> sqlx::Result<bool> {
    let found = sqlx::query!(
        "SELECT id FROM experience_proof
         WHERE id = $1 AND mask_round = $2 AND mask = 'making' AND file_id IS NOT NULL FOR UPDATE",
        id.0,
        round,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.is_some())
}

/// Writes the copy down, with the digest of its bytes as they are kept.
pub async fn ready(tx: &mut Tx<'_>, id: ExperienceProofId, copy: &FileCard) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE experience_proof SET mask = 'ready', copy_file_id = $2, copy_sha256 = decode($3, 'hex') WHERE id = $1",
        id.0,
        copy.id.0,
        copy.sha256,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes down why there is none.
pub async fn failed(tx: &mut Tx<'_>, id: ExperienceProofId, fault: &str) -> sqlx::Result<()> {
    sqlx::query!("UPDATE experience_proof SET mask = 'failed', mask_fault = $2 WHERE id = $1", id.0, fault,)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
