//! Who of an organisation opened which proof.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{ExperienceId, ExperienceProofId, ExperienceSubmissionId, OrganisationId, PersonId};
use crate::platform::db::Tx;
use crate::platform::state::AppState;

/// Somebody opened a proof.
pub struct Reading {
    /// The row.
    pub id: Uuid,
    /// The proof.
    pub proof: ExperienceProofId,
    /// Its name.
    pub proof_name: String,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// Its name when it was chosen.
    pub organisation_name: String,
    /// Who, by the name of that day.
    pub reader_name: String,
    /// Whether they saw the masked copy.
    pub is_copy: bool,
    /// When.
    pub read_at: DateTime<Utc>,
}

/// Writes down that somebody opens a proof.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    (proof, submission): (ExperienceProofId, ExperienceSubmissionId),
    (reader, is_copy): (PersonId, bool),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO experience_reading (id, proof_id, submission_id, reader_id, reader_name, is_copy, read_at)
         SELECT $1, $2, $3, $4, p.first_name || ' ' || p.last_name, $5, $6 FROM person p WHERE p.id = $4",
        state.ids.ordered::<Uuid>(),
        proof.0,
        submission.0,
        reader.0,
        is_copy,
        state.clock.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Who opened the proofs of an experience, newest first.
pub async fn of_experience(
    db: impl PgExecutor<'_>,
    experience: ExperienceId,
    before: Option<(DateTime<Utc>, Uuid)>,
    limit: i64,
) -> sqlx::Result<Vec<Reading>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Reading,
        r#"SELECT r.id, r.proof_id AS "proof: ExperienceProofId", p.name AS proof_name,
                  s.organisation_id AS "organisation: OrganisationId", s.organisation_name, r.reader_name, r.is_copy,
                  r.read_at
           FROM experience_reading r
           JOIN experience_proof p ON p.id = r.proof_id
           JOIN experience_submission s ON s.id = r.submission_id
           WHERE p.experience_id = $1 AND ($2::timestamptz IS NULL OR (r.read_at, r.id) < ($2, $3))
           ORDER BY r.read_at DESC, r.id DESC LIMIT $4"#,
        experience.0,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}
