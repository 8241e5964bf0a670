//! Proofs of experiences.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::super::model::experience::proof::Mask;
use crate::files::{FileCard, Scan};
use crate::ids::{ExperienceId, ExperienceProofId, FileId, PersonId};
use crate::platform::db::Tx;

/// A proof.
pub struct Proof {
    /// Its id.
    pub id: ExperienceProofId,
    /// What it proves.
    pub experience: ExperienceId,
    /// The original; none once it was removed.
    pub file: Option<FileId>,
    /// Its name.
    pub name: String,
    /// What its bytes are.
    pub media_type: String,
    /// Its length.
    pub bytes: i64,
    /// Of the original.
    pub sha256: Vec<u8>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// When it was removed.
    pub removed_at: Option<DateTime<Utc>>,
    /// What is masked.
    pub zones: Value,
    /// Where the masked copy is.
    pub mask: Mask,
    /// Why there is no copy.
    pub mask_fault: Option<String>,
    /// The copy.
    pub copy: Option<FileId>,
    /// Of the copy.
    pub copy_sha256: Option<Vec<u8>>,
    /// What the antivirus said of the original.
    pub scan: Option<Scan>,
    /// What it said of the copy.
    pub copy_scan: Option<Scan>,
    /// Whether another person gave the same file.
    pub is_elsewhere: bool,
}

impl Proof {
    /// The file that others are shown: the masked copy where zones are masked, and never then the original. None while there
    /// is no copy, and once the proof was removed.
    pub fn shown(&self) -> Option<FileId> {
        if self.mask == Mask::None { self.file } else { self.copy }
    }
}

/// The proofs of these experiences, in the order they were added, removed ones included.
pub async fn of_experiences(
    db: impl PgExecutor<'_>,
    experiences: &[ExperienceId],
) -> sqlx::Result<Vec<Proof>> {
    read(db, experiences, &[]).await
}

/// These proofs, those of them that their person may share: what is in the view `shareable_proof`.
pub async fn shareable(db: impl PgExecutor<'_>, proofs: &[ExperienceProofId]) -> sqlx::Result<Vec<Proof>> {
    read(db, &[], proofs).await
}

async fn read(
    db: impl PgExecutor<'_>,
    experiences: &[ExperienceId],
    proofs: &[ExperienceProofId],
) -> sqlx::Result<Vec<Proof>> {
    let experiences: Vec<Uuid> = experiences.iter().map(|id| id.0).collect();
    let proofs: Vec<Uuid> = proofs.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Proof,
        r#"SELECT p.id AS "id: ExperienceProofId", p.experience_id AS "experience: ExperienceId",
                  p.file_id AS "file: FileId", p.name, p.media_type, p.bytes, p.sha256, p.added_at, p.removed_at, p.zones,
                  p.mask AS "mask: Mask", p.mask_fault, p.copy_file_id AS "copy: FileId", p.copy_sha256,
                  f.scan AS "scan?: Scan", c.scan AS "copy_scan?: Scan",
                  EXISTS (SELECT FROM experience_proof o JOIN experience x ON x.id = o.experience_id
                          WHERE o.sha256 = p.sha256 AND x.person_id <> e.person_id) AS "is_elsewhere!"
           FROM experience_proof p
           JOIN experience e ON e.id = p.experience_id
           LEFT JOIN file f ON f.id = p.file_id
           LEFT JOIN file c ON c.id = p.copy_file_id
           WHERE p.experience_id = ANY($1)
              OR (p.id = ANY($2) AND EXISTS (SELECT FROM shareable_proof s WHERE s.proof_id = p.id))
           ORDER BY p.added_at, p.id"#,
        &experiences,
        &proofs,
    )
    .fetch_all(db)
    .await
}

/// The proofs a person may share, with the title of what each proves, newest first.
pub async fn shareable_of(
    db: impl PgExecutor<'_>,
    person: PersonId,
    before: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
) -> sqlx::Result<Vec<(ExperienceProofId, String)>> {
    let (at, id) = before.unzip();
    let rows = sqlx::query!(
        r#"SELECT p.id AS "id: ExperienceProofId", e.title
           FROM shareable_proof s
           JOIN experience_proof p ON p.id = s.proof_id
           JOIN experience e ON e.id = s.experience_id
           WHERE s.person_id = $1 AND ($2::timestamptz IS NULL OR (p.added_at, p.id) < ($2, $3))
           ORDER BY p.added_at DESC, p.id DESC LIMIT $4"#,
        person.0,
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.title)).collect())
}

/// The proofs of one experience.
pub async fn of(db: impl PgExecutor<'_>, experience: ExperienceId) -> sqlx::Result<Vec<Proof>> {
    of_experiences(db, &[experience]).await
}

/// The file of this person that proves another experience already, if its bytes are the same.
pub async fn same_file(tx: &mut Tx<'_>, person: PersonId, sha256: &[u8]) -> sqlx::Result<Option<FileId>> {
    sqlx::query_scalar!(
        r#"SELECT p.file_id AS "file!: FileId"
           FROM experience_proof p JOIN experience e ON e.id = p.experience_id JOIN file f ON f.id = p.file_id
           WHERE e.person_id = $1 AND p.sha256 = $2 AND f.scan <> 'infected' AND f.lost_at IS NULL
             AND f.released_at IS NULL
           ORDER BY p.added_at LIMIT 1"#,
        person.0,
        sha256,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Adds a proof.
pub async fn insert(
    tx: &mut Tx<'_>,
    (id, experience, file): (ExperienceProofId, ExperienceId, FileId),
    card: &FileCard,
    sha256: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO experience_proof (id, experience_id, file_id, name, media_type, bytes, sha256, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.0,
        experience.0,
        file.0,
        card.name,
        card.media_type,
        card.bytes,
        sha256,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes the files out of a proof: its fingerprints stay. Or deletes the row, where nobody was ever shown it.
pub async fn remove(
    tx: &mut Tx<'_>,
    id: ExperienceProofId,
    is_kept: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if is_kept {
        sqlx::query!(
            "UPDATE experience_proof SET file_id = NULL, copy_file_id = NULL, removed_at = $2 WHERE id = $1",
            id.0,
            now,
        )
        .execute(&mut **tx)
        .await?;
    } else {
        sqlx::query!("DELETE FROM experience_proof WHERE id = $1", id.0).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Whether a proof still has this file.
pub async fn is_used(tx: &mut Tx<'_>, file: FileId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM experience_proof WHERE file_id = $1 OR copy_file_id = $1) AS "used!""#,
        file.0,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Writes what is masked; the copy of older zones is no more the one others see.
pub async fn set_zones(
    tx: &mut Tx<'_>,
    id: ExperienceProofId,
    zones: &Value,
    mask: Mask,
) -> sqlx::Result<i32> {
    sqlx::query_scalar!(
        "UPDATE experience_proof SET zones = $2, mask = $3, mask_round = mask_round + 1, mask_fault = NULL,
                copy_file_id = NULL, copy_sha256 = NULL
         WHERE id = $1 RETURNING mask_round",
        id.0,
        zones,
        mask.as_str(),
    )
    .fetch_one(&mut **tx)
    .await
}
