//! Submissions of an experience, as their person sees them, and their history.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sqlx::PgExecutor;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::super::model::experience::review::{Authenticity, Refusal};
use super::super::super::model::experience::status::Submission;
use crate::ids::{ExperienceId, ExperienceSubmissionId, FileId, OrganisationId, PersonId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};
use crate::platform::state::AppState;

/// An experience put before an organisation.
pub struct SubmissionRecord {
    /// Its id.
    pub id: ExperienceSubmissionId,
    /// The experience.
    pub experience: ExperienceId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name when it was chosen.
    pub organisation_name: String,
    /// How far it is.
    pub status: Submission,
    /// What the person wrote to it.
    pub message: String,
    /// How often it was put before it.
    pub round: i16,
    /// When, the last time.
    pub submitted_at: DateTime<Utc>,
    /// By when an answer is expected.
    pub due_on: NaiveDate,
    /// Who looks at it.
    pub assigned_to: Option<PersonId>,
    /// Whether the proofs are authentic.
    pub proofs_judgement: Option<Authenticity>,
    /// Why that is said.
    pub proofs_reason: Option<String>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// The decision in words.
    pub decision_text: Option<String>,
    /// A document that goes with it.
    pub decision_file: Option<FileId>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// By whom.
    pub decided_by_name: Option<String>,
}

/// The submissions of these experiences, oldest first.
pub async fn of_experiences(
    db: impl PgExecutor<'_>,
    experiences: &[ExperienceId],
) -> sqlx::Result<Vec<SubmissionRecord>> {
    let ids: Vec<Uuid> = experiences.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        SubmissionRecord,
        r#"SELECT id AS "id: ExperienceSubmissionId", experience_id AS "experience: ExperienceId",
                  organisation_id AS "organisation: OrganisationId", organisation_name, status AS "status: Submission",
                  message, round, submitted_at, due_on, assigned_to AS "assigned_to: PersonId",
                  proofs_judgement AS "proofs_judgement: Authenticity", proofs_reason, refusal AS "refusal: Refusal",
                  decision_text, decision_file_id AS "decision_file: FileId", decided_at, decided_by_name
           FROM experience_submission WHERE experience_id = ANY($1) ORDER BY submitted_at, id"#,
        &ids,
    )
    .fetch_all(db)
    .await
}

/// How far the submissions of one experience are.
pub async fn states(tx: &mut Tx<'_>, experience: ExperienceId) -> sqlx::Result<Vec<Submission>> {
    sqlx::query_scalar!(
        r#"SELECT status AS "status: Submission" FROM experience_submission WHERE experience_id = $1"#,
        experience.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// A submission to write.
pub struct NewSubmission<'a> {
    /// Its id.
    pub id: ExperienceSubmissionId,
    /// The experience.
    pub experience: ExperienceId,
    /// The organisation, and its name today.
    pub organisation: (OrganisationId, &'a str),
    /// What the person writes to it.
    pub message: &'a str,
    /// How often it was put before it, this time included.
    pub round: i16,
    /// Now.
    pub at: DateTime<Utc>,
    /// By when an answer is expected.
    pub due_on: NaiveDate,
}

/// Puts an experience before an organisation, which has none of it open.
pub async fn insert(tx: &mut Tx<'_>, new: &NewSubmission<'_>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO experience_submission (id, experience_id, organisation_id, organisation_name, message, round,
                                            submitted_at, due_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id.0,
        new.experience.0,
        new.organisation.0.0,
        new.organisation.1,
        new.message,
        new.round,
        new.at,
        new.due_on,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("experience_submission_one_open", Code::AlreadySubmitted)?;
    Ok(())
}

/// How often an experience was put before an organisation.
pub async fn rounds(
    tx: &mut Tx<'_>,
    experience: ExperienceId,
    organisation: OrganisationId,
) -> sqlx::Result<i64> {
    // Counted in the history, over every submission to it: one that was taken back counts too.
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM experience_step s JOIN experience_submission b ON b.id = s.submission_id
           WHERE b.experience_id = $1 AND b.organisation_id = $2 AND s.kind IN ('submitted', 'resubmitted')"#,
        experience.0,
        organisation.0,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Puts it before the organisation again.
pub async fn resubmit(
    tx: &mut Tx<'_>,
    id: ExperienceSubmissionId,
    message: &str,
    (at, due_on): (DateTime<Utc>, NaiveDate),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE experience_submission SET status = 'submitted', message = $2, submitted_at = $3, due_on = $4,
                reminded_at = NULL, round = round + 1
         WHERE id = $1",
        id.0,
        message,
        at,
        due_on,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a state that has nothing else to say.
pub async fn set_status(tx: &mut Tx<'_>, id: ExperienceSubmissionId, status: Submission) -> sqlx::Result<()> {
    sqlx::query!("UPDATE experience_submission SET status = $2 WHERE id = $1", id.0, status.as_str())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What happened to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceStepKind)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum StepKind {
    /// It was put before the organisation.
    Submitted,
    /// The organisation asked for more.
    Asked,
    /// It was put before it again.
    Resubmitted,
    /// Everything was attested as claimed.
    Validated,
    /// Skills were attested, not all as claimed.
    Completed,
    /// Nothing was attested.
    Refused,
    /// The person took it back.
    Withdrawn,
}

impl StepKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Asked => "asked",
            Self::Resubmitted => "resubmitted",
            Self::Validated => "validated",
            Self::Completed => "completed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A line of a submission's history.
pub struct HistoryLine {
    /// Which submission.
    pub submission: ExperienceSubmissionId,
    /// What happened.
    pub kind: StepKind,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it, by the name of that time.
    pub actor_name: String,
    /// What was written.
    pub text: Option<String>,
}

/// The history of these submissions, oldest first.
pub async fn history(
    db: impl PgExecutor<'_>,
    submissions: &[ExperienceSubmissionId],
) -> sqlx::Result<Vec<HistoryLine>> {
    let ids: Vec<Uuid> = submissions.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        HistoryLine,
        r#"SELECT submission_id AS "submission: ExperienceSubmissionId", kind AS "kind: StepKind", at, actor_name, text
           FROM experience_step WHERE submission_id = ANY($1) ORDER BY at, id"#,
        &ids,
    )
    .fetch_all(db)
    .await
}

/// Adds a line to the history, with the actor's name of today.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    submission: ExperienceSubmissionId,
    (kind, by, text): (StepKind, PersonId, Option<&str>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO experience_step (id, submission_id, kind, at, actor_id, actor_name, text)
         SELECT $1, $2, $3, $4, $5, p.first_name || ' ' || p.last_name, $6 FROM person p WHERE p.id = $5",
        state.ids.ordered::<Uuid>(),
        submission.0,
        kind.as_str(),
        state.clock.now(),
        by.0,
        text,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
