//! What stands beside an entry: its scale, its session, its evidence, its link; and who an organisation may read of.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::policy::Circle;
use crate::ids::{EvidenceId, FileId, GridId, OrganisationId, PersonId, ValidationId};
use crate::platform::db::Tx;

/// A step of the scale of an entry.
pub struct Step {
    /// Its place, from 0.
    pub position: i16,
    /// Its name.
    pub name: String,
    /// On the common scale.
    pub common_level: Option<i16>,
    /// Whether it means acquired.
    pub passing: bool,
}

/// A version of a grid: its name and its steps, lowest first.
pub async fn scale(
    tx: &mut Tx<'_>,
    (grid, version): (GridId, i32),
) -> sqlx::Result<Option<(String, Vec<Step>)>> {
    let name = sqlx::query_scalar!("SELECT name FROM grid WHERE id = $1 AND version = $2", grid.0, version)
        .fetch_optional(&mut **tx)
        .await?;
    let Some(name) = name else { return Ok(None) };
    let steps = sqlx::query_as!(
        Step,
        "SELECT position, name, common_level, passing FROM grid_step
         WHERE grid_id = $1 AND grid_version = $2 ORDER BY position",
        grid.0,
        version,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(Some((name, steps)))
}

/// The title of the session an entry was written in.
pub async fn session_title(tx: &mut Tx<'_>, entry: ValidationId) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "SELECT t.title FROM validation v JOIN training_session t ON t.id = v.session_id WHERE v.id = $1",
        entry.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Place and hash of an entry's link in the chain of its person; none for what was there before the chain.
pub async fn link(tx: &mut Tx<'_>, entry: ValidationId) -> sqlx::Result<Option<(i32, String)>> {
    let row = sqlx::query!(
        "SELECT number, sha256 FROM passport_link WHERE subject_id = $1 AND kind = 'validation'",
        entry.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.number, row.sha256)))
}

/// An element that an entry rests on.
pub struct Element {
    /// Its id.
    pub id: EvidenceId,
    /// `quiz_attempt`, `note` or `file`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What was observed.
    pub note: Option<String>,
    /// The attempt.
    pub attempt: Option<Uuid>,
    /// The file; none once it is gone.
    pub file: Option<FileId>,
    /// Digest of the file.
    pub file_sha256: Option<String>,
    /// `organisation` or `shared`.
    pub visibility: String,
}

/// What an entry rests on, in order.
pub async fn evidence(db: impl PgExecutor<'_>, entry: ValidationId) -> sqlx::Result<Vec<Element>> {
    sqlx::query_as!(
        Element,
        r#"SELECT id AS "id: EvidenceId", kind, title, note, attempt_id AS attempt, file_id AS "file: FileId", file_sha256,
                  visibility
           FROM validation_evidence WHERE validation_id = $1 ORDER BY position"#,
        entry.0,
    )
    .fetch_all(db)
    .await
}

/// Where an element is: its entry, the person and the organisation of that, its file.
pub struct Place {
    /// The entry.
    pub entry: ValidationId,
    /// Whose.
    pub person: PersonId,
    /// By whom.
    pub organisation: OrganisationId,
    /// The file; none where it is none, or is gone.
    pub file: Option<FileId>,
    /// `organisation` or `shared`.
    pub visibility: String,
}

/// Where an element is.
pub async fn place(db: impl PgExecutor<'_>, element: EvidenceId) -> sqlx::Result<Option<Place>> {
    sqlx::query_as!(
        Place,
        r#"SELECT v.id AS "entry: ValidationId", v.person_id AS "person: PersonId",
                  v.organisation_id AS "organisation: OrganisationId", e.file_id AS "file: FileId", e.visibility
           FROM validation_evidence e JOIN validation v ON v.id = e.validation_id WHERE e.id = $1"#,
        element.0,
    )
    .fetch_optional(db)
    .await
}

/// Says who sees an element.
pub async fn set_visibility(tx: &mut Tx<'_>, element: EvidenceId, visibility: &str) -> sqlx::Result<()> {
    sqlx::query!("UPDATE validation_evidence SET visibility = $2 WHERE id = $1", element.0, visibility)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What a person is to an organisation, and to a trainer of it.
pub async fn circle(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    (trainer, person): (PersonId, PersonId),
) -> sqlx::Result<Circle> {
    sqlx::query_as!(
        Circle,
        r#"SELECT EXISTS (SELECT FROM organisation_member m WHERE m.organisation_id = $1 AND m.person_id = $3)
                  OR EXISTS (SELECT FROM validation v WHERE v.organisation_id = $1 AND v.person_id = $3)
                  OR EXISTS (SELECT FROM enrolment e JOIN training_session t ON t.id = e.session_id
                             WHERE t.organisation_id = $1 AND e.person_id = $3
                               AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')) AS "is_known!",
                  EXISTS (SELECT FROM validation v
                          WHERE v.organisation_id = $1 AND v.person_id = $3 AND $2 IN (v.validator_id, v.confirmed_by))
                  OR EXISTS (SELECT FROM enrolment e JOIN training_session t ON t.id = e.session_id
                             WHERE t.organisation_id = $1 AND e.person_id = $3
                               AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
                               AND (EXISTS (SELECT FROM session_trainer r
                                            WHERE r.session_id = t.id AND r.person_id = $2)
                                    OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                                               WHERE s.session_id = t.id AND r.person_id = $2
                                                 AND r.removed_at IS NULL))) AS "is_taught!""#,
        organisation.0,
        trainer.0,
        person.0,
    )
    .fetch_one(db)
    .await
}

/// When an entry was written, and in which organisation and session, as its person's map shows it.
pub struct Mapped {
    /// The skill.
    pub skill_code: i32,
    /// Its label then.
    pub label: String,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name then.
    pub organisation_name: String,
    /// `organisation`, `session` or `experience`.
    pub origin: String,
    /// The entry.
    pub id: ValidationId,
    /// What was found.
    pub step_name: String,
    /// On the common scale.
    pub common_level: Option<i16>,
    /// Whether it is acquired.
    pub passing: bool,
    /// When.
    pub validated_at: DateTime<Utc>,
    /// Last day on which it counts.
    pub expires_on: Option<NaiveDate>,
    /// Why it ended.
    pub reason_code: Option<String>,
}

/// Every entry about a person, newest first.
pub async fn mapped(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Mapped>> {
    sqlx::query_as!(
        Mapped,
        r#"SELECT v.skill_code, v.skill_label AS label, v.organisation_id AS "organisation: OrganisationId",
                  v.organisation_name, v.origin, v.id AS "id: ValidationId", v.step_name, v.common_level, v.passing,
                  v.validated_at, v.expires_on, r.reason_code AS "reason_code?"
           FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
           WHERE v.person_id = $1 ORDER BY v.validated_at DESC, v.id DESC"#,
        person.0,
    )
    .fetch_all(db)
    .await
}

/// What waits for a second person about somebody: skill, its label, organisation, its name.
pub async fn waiting(
    db: impl PgExecutor<'_>,
    person: PersonId,
) -> sqlx::Result<Vec<(i32, String, OrganisationId, String)>> {
    let rows = sqlx::query!(
        r#"SELECT p.skill_code, p.skill_label, o.id AS "organisation: OrganisationId", o.name
           FROM validation_proposal p JOIN organisation o ON o.id = p.organisation_id
           WHERE p.person_id = $1 AND p.status = 'waiting' ORDER BY p.proposed_at"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.skill_code, row.skill_label, row.organisation, row.name)).collect())
}
