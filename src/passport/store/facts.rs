//! Entries as they are sealed: what is written is read back, so that the same rows always give the same fact.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::model::chain::instant;
use crate::ids::PersonId;
use crate::platform::seal::{canonical_of, sha256};

/// An entry, whole. A field added later is left out where it is empty, so that older seals hold.
#[derive(Debug, PartialEq, Serialize)]
pub struct EntryFact {
    /// The entry.
    pub id: Uuid,
    person_id: Uuid,
    skill_code: i32,
    skill_label: String,
    rome_release: i32,
    organisation_id: Uuid,
    organisation_name: String,
    organisation_legal_name: Option<String>,
    organisation_siret: Option<String>,
    organisation_siret_check: Option<String>,
    organisation_nda: Option<String>,
    organisation_nda_check: Option<String>,
    organisation_qualiopi: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organisation_qualiopi_categories: Vec<String>,
    validator_id: Uuid,
    validator_name: Option<String>,
    confirmed_by: Option<Uuid>,
    confirmed_by_name: Option<String>,
    origin: String,
    session_id: Option<Uuid>,
    is_off_programme: bool,
    grid_id: Option<Uuid>,
    grid_version: Option<i32>,
    step_position: Option<i16>,
    step_name: String,
    common_level: Option<i16>,
    passing: bool,
    comment: Option<String>,
    job_codes: Vec<String>,
    validated_at: DateTime<Utc>,
    expires_on: Option<NaiveDate>,
    /// Digests of what it rests on, in order.
    evidence: Vec<String>,
}

impl EntryFact {
    /// When it says it was written.
    pub fn at(&self) -> String {
        instant(self.validated_at)
    }
}

/// Every entry about a person, oldest first.
pub async fn of_person(db: &mut PgConnection, person: PersonId) -> anyhow::Result<Vec<(Uuid, EntryFact)>> {
    read(db, person, None).await
}

/// One entry about a person.
pub async fn of_entry(db: &mut PgConnection, person: PersonId, id: Uuid) -> anyhow::Result<EntryFact> {
    let found = read(db, person, Some(id)).await?.pop();
    found.map(|(_, fact)| fact).ok_or_else(|| anyhow::anyhow!("there is no entry {id}"))
}

async fn read(
    db: &mut PgConnection,
    person: PersonId,
    only: Option<Uuid>,
) -> anyhow::Result<Vec<(Uuid, EntryFact)>> {
    let mut evidence = evidence(&mut *db, person, only).await?;
    let rows = sqlx::query!(
        "SELECT id, person_id, skill_code, skill_label, rome_release, organisation_id, organisation_name,
                organisation_legal_name, organisation_siret, organisation_siret_check, organisation_nda,
                organisation_nda_check, organisation_qualiopi, organisation_qualiopi_categories, validator_id,
                validator_name, confirmed_by, confirmed_by_name, origin, session_id, is_off_programme, grid_id, grid_version, step_position, step_name,
                common_level, passing, comment, job_codes, validated_at, expires_on
         FROM validation WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY validated_at, id",
        person.0,
        only,
    )
    .fetch_all(db)
    .await?;
    let facts = rows.into_iter().map(|row| {
        let fact = EntryFact {
            id: row.id,
            person_id: row.person_id,
            skill_code: row.skill_code,
            skill_label: row.skill_label,
            rome_release: row.rome_release,
            organisation_id: row.organisation_id,
            organisation_name: row.organisation_name,
            organisation_legal_name: row.organisation_legal_name,
            organisation_siret: row.organisation_siret,
            organisation_siret_check: row.organisation_siret_check,
            organisation_nda: row.organisation_nda,
            organisation_nda_check: row.organisation_nda_check,
            organisation_qualiopi: row.organisation_qualiopi,
            organisation_qualiopi_categories: row.organisation_qualiopi_categories,
            validator_id: row.validator_id,
            validator_name: row.validator_name,
            confirmed_by: row.confirmed_by,
            confirmed_by_name: row.confirmed_by_name,
            origin: row.origin,
            session_id: row.session_id,
            is_off_programme: row.is_off_programme,
            grid_id: row.grid_id,
            grid_version: row.grid_version,
            step_position: row.step_position,
            step_name: row.step_name,
            common_level: row.common_level,
            passing: row.passing,
            comment: row.comment,
            job_codes: row.job_codes,
            validated_at: row.validated_at,
            expires_on: row.expires_on,
            evidence: evidence.remove(&row.id).unwrap_or_default(),
        };
        (fact.id, fact)
    });
    Ok(facts.collect())
}

/// The digests of what entries rest on. What a person keeps to themselves is thus provable without being shown.
async fn evidence(
    db: &mut PgConnection,
    person: PersonId,
    only: Option<Uuid>,
) -> anyhow::Result<HashMap<Uuid, Vec<String>>> {
    let rows = sqlx::query!(
        "SELECT e.id, e.validation_id, e.kind, e.title, e.note, e.attempt_id, e.file_sha256
         FROM validation_evidence e JOIN validation v ON v.id = e.validation_id
         WHERE v.person_id = $1 AND ($2::uuid IS NULL OR v.id = $2) ORDER BY e.validation_id, e.position",
        person.0,
        only,
    )
    .fetch_all(db)
    .await?;
    let mut digests: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in rows {
        let said = json!({
            "id": row.id, "kind": row.kind, "title": row.title, "note": row.note, "attempt_id": row.attempt_id,
            "file_sha256": row.file_sha256,
        });
        digests.entry(row.validation_id).or_default().push(sha256(canonical_of(&said)?));
    }
    Ok(digests)
}
