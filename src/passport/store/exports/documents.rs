//! What was issued, as whoever holds it asks about it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::dossier::Dossier;
use crate::ids::PersonId;
use crate::passport::model::export::{Standing, code_digest};
use crate::platform::db::Tx;

/// Writes down what was issued; the same document once.
pub async fn insert(
    tx: &mut Tx<'_>,
    person: PersonId,
    dossier: &Dossier,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let passport = &dossier.passport;
    let valid = passport.validations.iter().filter(|one| one.standing == Standing::Valid);
    let valid: Vec<Uuid> = valid.map(|one| one.id.0).collect();
    sqlx::query!(
        "INSERT INTO passport_document (number, person_id, code_sha256, issued_on, issued_at, sha256, standing)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ON CONSTRAINT passport_document_pkey DO NOTHING",
        passport.number,
        person.0,
        code_digest(&passport.code),
        passport.issued_on,
        now,
        dossier.signed.seal.sha256,
        &valid,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What is known of something issued.
pub struct IssuedDocument {
    /// The day it was issued on.
    pub issued_on: NaiveDate,
    /// Of what it says.
    pub sha256: String,
    /// Whether something it says stands was revoked since.
    pub is_revoked: bool,
    /// Whether something it says stands was replaced since.
    pub is_superseded: bool,
}

/// What was issued under this number, for whoever has its code. Neither alone tells anything.
pub async fn issued(
    db: impl PgExecutor<'_>,
    number: &str,
    code_sha256: &str,
) -> sqlx::Result<Option<IssuedDocument>> {
    sqlx::query_as!(
        IssuedDocument,
        r#"SELECT d.issued_on, d.sha256,
                  EXISTS (SELECT FROM validation_revocation r
                          WHERE r.validation_id = ANY(d.standing) AND r.superseded_by IS NULL) AS "is_revoked!",
                  EXISTS (SELECT FROM validation_revocation r
                          WHERE r.validation_id = ANY(d.standing) AND r.superseded_by IS NOT NULL) AS "is_superseded!"
           FROM passport_document d WHERE d.number = $1 AND d.code_sha256 = $2"#,
        number,
        code_sha256,
    )
    .fetch_optional(db)
    .await
}
