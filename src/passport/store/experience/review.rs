//! Submissions as the organisation they were put before sees them.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::super::model::experience::review::{Authenticity, Refusal};
use super::super::super::model::experience::status::Submission;
use crate::ids::{ExperienceId, ExperienceSubmissionId, FileId, OrganisationId, PersonId};
use crate::platform::db::Tx;

/// A line of the queue.
pub struct Queued {
    /// The submission.
    pub id: ExperienceSubmissionId,
    /// What was put before it.
    pub experience: ExperienceId,
    /// Whose it is.
    pub person: PersonId,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// What it was.
    pub title: String,
    /// How far it is.
    pub status: Submission,
    /// When it was put before the organisation, the last time.
    pub submitted_at: DateTime<Utc>,
    /// By when an answer is expected.
    pub due_on: NaiveDate,
    /// Who looks at it.
    pub assigned_to: Option<PersonId>,
    /// Their name.
    pub assignee_name: Option<String>,
}

/// Which submissions.
#[derive(Default)]
pub struct Filter {
    /// In this state; none: those that wait for somebody.
    pub status: Option<Submission>,
    /// Whoever looks at it.
    pub assigned_to: Option<PersonId>,
    /// Whom nobody looks at.
    pub is_unassigned: bool,
    /// Due before this day.
    pub due_before: Option<NaiveDate>,
    /// This one only, whatever its state.
    pub only: Option<ExperienceSubmissionId>,
    /// After this one, oldest first.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

/// The queue of an organisation, what waits longest first. What its person took back is not there, nor is what was not
/// decided when the experience was taken back.
pub async fn queue(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: &Filter,
    limit: i64,
) -> sqlx::Result<Vec<Queued>> {
    let (at, id) = filter.after.unzip();
    sqlx::query_as!(
        Queued,
        r#"SELECT s.id AS "id: ExperienceSubmissionId", e.id AS "experience: ExperienceId", p.id AS "person: PersonId",
                  p.first_name, p.last_name, e.title, s.status AS "status: Submission", s.submitted_at, s.due_on,
                  s.assigned_to AS "assigned_to: PersonId", a.first_name || ' ' || a.last_name AS assignee_name
           FROM experience_submission s
           JOIN experience e ON e.id = s.experience_id
           JOIN person p ON p.id = e.person_id
           LEFT JOIN person a ON a.id = s.assigned_to
           WHERE s.organisation_id = $1 AND s.status <> 'withdrawn'
             AND ($2::uuid IS NULL OR s.id = $2)
             AND (CASE WHEN $2::uuid IS NOT NULL THEN true WHEN $3::text IS NULL THEN s.status IN ('submitted', 'to_complete')
                       ELSE s.status = $3 END)
             AND ($4::uuid IS NULL OR s.assigned_to = $4)
             AND (NOT $5 OR s.assigned_to IS NULL)
             AND ($6::date IS NULL OR (s.due_on < $6 AND s.status = 'submitted'))
             AND ($7::timestamptz IS NULL OR (s.submitted_at, s.id) > ($7, $8))
           ORDER BY s.submitted_at, s.id LIMIT $9"#,
        organisation.0,
        filter.only.map(|id| id.0),
        filter.status.map(Submission::as_str),
        filter.assigned_to.map(|id| id.0),
        filter.is_unassigned,
        filter.due_before,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// What the decisions of an organisation start from.
pub struct Locked {
    /// The submission.
    pub id: ExperienceSubmissionId,
    /// The experience.
    pub experience: ExperienceId,
    /// Whose it is.
    pub person: PersonId,
    /// How far it is.
    pub status: Submission,
    /// What it was.
    pub title: String,
    /// Last day on which its claims count.
    pub expires_on: Option<NaiveDate>,
    /// Whether its person took the experience back.
    pub is_withdrawn: bool,
}

/// A submission to this organisation, locked with its experience until the transaction ends; none when it never was, or its
/// person took it back.
pub async fn lock(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExperienceSubmissionId,
) -> sqlx::Result<Option<Locked>> {
    // The experience first, as everybody does.
    sqlx::query!(
        "SELECT e.id FROM experience e
         WHERE e.id = (SELECT experience_id FROM experience_submission WHERE id = $1 AND organisation_id = $2) FOR UPDATE",
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    sqlx::query_as!(
        Locked,
        r#"SELECT s.id AS "id: ExperienceSubmissionId", e.id AS "experience: ExperienceId",
                  e.person_id AS "person: PersonId", s.status AS "status: Submission", e.title, e.expires_on,
                  e.status = 'withdrawn' AS "is_withdrawn!"
           FROM experience_submission s JOIN experience e ON e.id = s.experience_id
           WHERE s.id = $1 AND s.organisation_id = $2 AND s.status <> 'withdrawn'"#,
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Names who looks at it.
pub async fn assign(tx: &mut Tx<'_>, id: ExperienceSubmissionId, to: Option<PersonId>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE experience_submission SET assigned_to = $2 WHERE id = $1", id.0, to.map(|id| id.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A decision.
pub struct Decision<'a> {
    /// What it is.
    pub status: Submission,
    /// Whether the proofs are authentic.
    pub proofs: Authenticity,
    /// Why that is said.
    pub proofs_reason: Option<&'a str>,
    /// Why it is refused.
    pub refusal: Option<Refusal>,
    /// In words.
    pub text: Option<&'a str>,
    /// A document that goes with it.
    pub file: Option<FileId>,
    /// Who takes it.
    pub by: PersonId,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Writes a decision.
pub async fn decide(
    tx: &mut Tx<'_>,
    id: ExperienceSubmissionId,
    decision: &Decision<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE experience_submission s SET status = $2, proofs_judgement = $3, proofs_reason = $4, refusal = $5,
                decision_text = $6, decision_file_id = $7, decided_by = $8, decided_at = $9,
                decided_by_name = (SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.id = $8)
         WHERE s.id = $1",
        id.0,
        decision.status.as_str(),
        decision.proofs.as_str(),
        decision.proofs_reason,
        decision.refusal.map(Refusal::as_str),
        decision.text,
        decision.file.map(|file| file.0),
        decision.by.0,
        decision.at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The addresses of those who may answer for an organisation: whoever it was given to, else its admins.
pub async fn reviewers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    assigned_to: Option<PersonId>,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"WITH admin AS (
               SELECT p.id, p.email FROM organisation_member m JOIN person p ON p.id = m.person_id
               WHERE m.organisation_id = $1 AND m.role = 'admin' AND p.disabled_at IS NULL
           )
           SELECT a.email AS "email!" FROM admin a
           WHERE a.id = $2 OR NOT EXISTS (SELECT FROM admin b WHERE b.id = $2)
           ORDER BY a.id"#,
        organisation.0,
        assigned_to.map(|id| id.0),
    )
    .fetch_all(&mut **tx)
    .await
}
