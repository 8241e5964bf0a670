//! A submission as the organisation it was put before sees it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;

use crate::files::{FileCard, cards};
use crate::ids::{ExperienceProofId, ExperienceSubmissionId, PersonId};
use crate::passport::handlers::experiences::views::{DecisionView, StepView, states};
use crate::passport::model::experience::proof::{Mask, ProofState};
use crate::passport::model::experience::status::Submission;
use crate::passport::store::experience::own::{self, Claim, Job};
use crate::passport::store::experience::proofs::{self, Proof};
use crate::passport::store::experience::review::Queued;
use crate::passport::store::experience::{submissions, verdicts};
use crate::platform::http::{Error, Result};
use crate::platform::seal::hex;
use crate::platform::storage::Unchecked;

/// A line of the queue.
#[derive(Serialize, ToSchema)]
#[schema(as = QueuedExperience)]
pub struct QueuedView {
    id: ExperienceSubmissionId,
    first_name: String,
    last_name: String,
    /// What it was, in the person's words.
    title: String,
    status: Submission,
    /// The last time.
    submitted_at: DateTime<Utc>,
    /// Whole days since then.
    age_days: i64,
    due_on: NaiveDate,
    /// Whether an answer was expected by now.
    overdue: bool,
    /// Who looks at it.
    assigned_to: Option<AssigneeView>,
}

/// Who looks at a submission.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceAssignee)]
struct AssigneeView {
    person_id: PersonId,
    name: String,
}

impl QueuedView {
    /// The line, at this time of this day.
    pub fn new(row: Queued, (now, today): (DateTime<Utc>, NaiveDate)) -> Self {
        let waits = row.status == Submission::Submitted;
        let assigned_to = row.assigned_to.zip(row.assignee_name);
        Self {
            id: row.id,
            first_name: row.first_name,
            last_name: row.last_name,
            title: row.title,
            status: row.status,
            submitted_at: row.submitted_at,
            age_days: (now - row.submitted_at).num_days(),
            due_on: row.due_on,
            overdue: waits && row.due_on < today,
            assigned_to: assigned_to.map(|(person_id, name)| AssigneeView { person_id, name }),
        }
    }
}

/// A submission, whole.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewedExperience)]
pub struct ReviewView {
    #[serde(flatten)]
    queued: QueuedView,
    /// Where it was done, in the person's words; may be empty.
    organisation_name: String,
    place: String,
    started_on: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
    description: String,
    expires_on: Option<NaiveDate>,
    /// Whether the person took the experience back since: its proofs are not shown any more.
    withdrawn: bool,
    skills: Vec<ClaimedView>,
    jobs: Vec<NamedJobView>,
    proofs: Vec<ReviewedProofView>,
    /// What the person wrote.
    message: String,
    /// How often it was put before the organisation.
    round: i16,
    decision: Option<DecisionView>,
    history: Vec<StepView>,
}

/// A skill the person claims.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewedClaim)]
struct ClaimedView {
    skill: String,
    label: String,
    /// 1 to 4.
    level: i16,
}

/// A job the person names.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewedJob)]
struct NamedJobView {
    code: String,
    label: String,
}

/// A proof, as others see it.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewedProof)]
pub struct ReviewedProofView {
    id: ExperienceProofId,
    name: String,
    media_type: String,
    /// Of the original, also where zones are masked and once it was removed.
    sha256: String,
    /// Whether it can be opened; `infected` is told here.
    state: ProofState,
    /// Whether what is shown is a copy with masked zones.
    masked: bool,
    /// Alert: another person gave the very same file.
    same_file_of_another: bool,
    added_at: DateTime<Utc>,
    removed_at: Option<DateTime<Utc>>,
}

impl ReviewedProofView {
    fn new(proof: &Proof, unchecked: Unchecked) -> Self {
        let (_, shown) = states(proof, unchecked);
        Self {
            id: proof.id,
            name: proof.name.clone(),
            media_type: proof.media_type.clone(),
            sha256: hex(&proof.sha256),
            state: shown,
            masked: proof.mask != Mask::None,
            same_file_of_another: proof.is_elsewhere,
            added_at: proof.added_at,
            removed_at: proof.removed_at,
        }
    }
}

/// Reads everything about a submission of the queue.
pub async fn whole(
    db: &mut PgConnection,
    row: Queued,
    times: (DateTime<Utc>, NaiveDate),
    unchecked: Unchecked,
) -> Result<ReviewView> {
    let (experience, id, person) = (row.experience, row.id, row.person);
    let it = own::list(&mut *db, person, Some(experience), None, 1).await?.pop();
    let it = it.ok_or_else(Error::not_found)?;
    let all = submissions::of_experiences(&mut *db, &[experience]).await?;
    let one = all.into_iter().find(|one| one.id == id).ok_or_else(Error::not_found)?;
    let files: Vec<FileCard> = match one.decision_file {
        Some(file) => cards(&mut *db, &[file]).await?,
        None => Vec::new(),
    };
    let judgements = verdicts::of_experiences(&mut *db, &[experience]).await?;
    let history = submissions::history(&mut *db, &[id]).await?;
    let claims = own::claims(&mut *db, &[experience]).await?;
    let jobs = own::jobs(&mut *db, &[experience]).await?;
    let proofs = proofs::of(&mut *db, experience).await?;
    let claimed =
        |claim: Claim| ClaimedView { skill: claim.skill.to_string(), label: claim.label, level: claim.level };
    let named = |job: Job| NamedJobView { code: job.code, label: job.label };
    Ok(ReviewView {
        queued: QueuedView::new(row, times),
        organisation_name: it.organisation_name,
        place: it.place,
        started_on: it.started_on,
        ended_on: it.ended_on,
        description: it.description,
        expires_on: it.expires_on,
        withdrawn: it.withdrawn_at.is_some(),
        skills: claims.into_iter().map(claimed).collect(),
        jobs: jobs.into_iter().map(named).collect(),
        proofs: proofs.iter().map(|proof| ReviewedProofView::new(proof, unchecked)).collect(),
        decision: DecisionView::new(&one, &judgements, &files),
        message: one.message,
        round: one.round,
        history: history.iter().map(StepView::from).collect(),
    })
}
