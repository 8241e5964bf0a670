//! An experience as its own person sees it: whole, with what every organisation made of it.

use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use serde::Serialize;
use serde_json::Value;
use sqlx::PgConnection;
use utoipa::ToSchema;

use crate::files::FileCard;
use crate::files::cards;
use crate::ids::{
    ExperienceId, ExperienceProofId, ExperienceSubmissionId, FileId, OrganisationId, ValidationId,
};
use crate::passport::model::experience::proof::{Mask, ProofState, scanned, shown};
use crate::passport::model::experience::review::{Authenticity, Refusal, Verdict};
use crate::passport::model::experience::status::{Standing, Submission, standing};
use crate::passport::model::experience::trace::{self, Judged};
use crate::passport::store::experience::own::{self, Claim, Experience, Job};
use crate::passport::store::experience::proofs::{self, Proof};
use crate::passport::store::experience::submissions::{self, HistoryLine, StepKind, SubmissionRecord};
use crate::passport::store::experience::verdicts::{self, Judgement};
use crate::platform::http::Result;
use crate::platform::seal::hex;
use crate::platform::storage::Unchecked;

/// What a person learnt elsewhere.
#[derive(Serialize, ToSchema)]
#[schema(as = Experience)]
pub struct ExperienceView {
    /// Its id.
    pub id: ExperienceId,
    /// What its person did with it, and how far organisations are.
    status: Standing,
    /// Counts changes of what it says; `PUT` starts from it.
    pub version: i32,
    title: String,
    /// Where it was done; may be empty.
    organisation_name: String,
    /// In which place; may be empty.
    place: String,
    started_on: Option<NaiveDate>,
    /// Null while it goes on.
    ended_on: Option<NaiveDate>,
    description: String,
    /// Last day (Europe/Paris) on which what it claims counts.
    expires_on: Option<NaiveDate>,
    /// Whether it is kept out of the search.
    hidden: bool,
    skills: Vec<ClaimView>,
    jobs: Vec<JobView>,
    proofs: Vec<ProofView>,
    submissions: Vec<SubmissionView>,
    created_at: DateTime<Utc>,
    declared_at: Option<DateTime<Utc>>,
    withdrawn_at: Option<DateTime<Utc>>,
    /// The organisation that wrote it down for its trainee, by its name of that day.
    proposed_by: Option<String>,
}

/// A claimed skill, and what became of the claim.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceClaim)]
struct ClaimView {
    /// Code of the skill.
    skill: String,
    /// Its label when it was claimed.
    label: String,
    /// Release of the catalogue then.
    release: i32,
    /// 1 to 4.
    level: i16,
    trace: TraceView,
}

/// A claim in one line.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceTrace)]
struct TraceView {
    /// Proofs that are there.
    proofs: usize,
    /// Proofs that were removed since.
    removed: usize,
    /// What an organisation made of it; null while none did.
    verdict: Option<Verdict>,
    /// On the common scale, where it was attested there.
    level: Option<i16>,
    /// The organisation, by its name of that time.
    organisation: Option<String>,
    /// The day it decided.
    on: Option<NaiveDate>,
    /// The same as people read it, in French.
    line: String,
}

/// A job the person names.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceJob)]
struct JobView {
    code: String,
    /// Its label when it was named.
    label: String,
    /// Release of the catalogue then.
    release: i32,
}

/// A proof, as its own person sees it.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceProof)]
struct ProofView {
    id: ExperienceProofId,
    name: String,
    media_type: String,
    bytes: i64,
    /// Of the file as it is kept; it stays when the file is removed.
    sha256: String,
    /// Where the file is; `infected` is never told here.
    state: ProofState,
    /// Where what others see is.
    shown: ProofState,
    mask: Mask,
    /// Why the masked copy could not be made: `unreadable`, `too_large`, `unknown_page`.
    mask_fault: Option<String>,
    /// What is masked.
    #[schema(value_type = Vec<crate::passport::model::experience::proof::ProofZone>)]
    zones: Value,
    /// Of the masked copy.
    copy_sha256: Option<String>,
    added_at: DateTime<Utc>,
    removed_at: Option<DateTime<Utc>>,
}

/// The experience before one organisation.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceSubmission)]
struct SubmissionView {
    id: ExperienceSubmissionId,
    organisation_id: OrganisationId,
    /// When it was chosen.
    organisation_name: String,
    status: Submission,
    /// What the person wrote to it.
    message: String,
    /// How often it was put before this organisation; five times at most.
    round: i16,
    /// The last time.
    submitted_at: DateTime<Utc>,
    /// By when an answer is expected.
    due_on: NaiveDate,
    decision: Option<DecisionView>,
    history: Vec<StepView>,
}

/// What an organisation decided: two judgements, one of the proofs, one of each skill.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceDecision)]
pub struct DecisionView {
    /// Whether the proofs are authentic.
    proofs: Authenticity,
    proofs_reason: Option<String>,
    /// Why it was refused, if it was.
    refusal: Option<Refusal>,
    text: Option<String>,
    /// A document that goes with it.
    file: Option<FileCard>,
    decided_at: DateTime<Utc>,
    /// By the name of that day.
    decided_by: String,
    skills: Vec<JudgementView>,
}

/// What an organisation made of one skill.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceJudgement)]
struct JudgementView {
    skill: String,
    label: String,
    verdict: Verdict,
    claimed_level: Option<i16>,
    /// On the common scale, if the step has a place there.
    level: Option<i16>,
    step_name: Option<String>,
    reason: Option<String>,
    /// The entry of the passport that attests it.
    validation_id: Option<ValidationId>,
    /// Whether that entry was revoked, or replaced, since.
    ended: bool,
}

/// A line of the history.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceStep)]
pub struct StepView {
    kind: StepKind,
    at: DateTime<Utc>,
    /// By the name of that day.
    by: String,
    text: Option<String>,
}

impl From<&HistoryLine> for StepView {
    fn from(line: &HistoryLine) -> Self {
        Self { kind: line.kind, at: line.at, by: line.actor_name.clone(), text: line.text.clone() }
    }
}

impl From<&Judgement> for JudgementView {
    fn from(one: &Judgement) -> Self {
        Self {
            skill: one.skill.to_string(),
            label: one.label.clone(),
            verdict: one.verdict,
            claimed_level: one.claimed,
            level: one.common_level,
            step_name: one.step_name.clone(),
            reason: one.reason.clone(),
            validation_id: one.validation,
            ended: one.is_ended,
        }
    }
}

impl DecisionView {
    /// The decision of a submission, if there is one.
    pub fn new(of: &SubmissionRecord, judgements: &[Judgement], files: &[FileCard]) -> Option<Self> {
        let proofs = of.proofs_judgement?;
        let own = judgements.iter().filter(|one| one.submission == of.id);
        Some(Self {
            proofs,
            proofs_reason: of.proofs_reason.clone(),
            refusal: of.refusal,
            text: of.decision_text.clone(),
            file: files.iter().find(|card| Some(card.id) == of.decision_file).cloned(),
            decided_at: of.decided_at?,
            decided_by: of.decided_by_name.clone().unwrap_or_default(),
            skills: own.map(JudgementView::from).collect(),
        })
    }
}

/// Everything that hangs on some experiences, read at once.
pub struct Hanging {
    claims: Vec<Claim>,
    jobs: Vec<Job>,
    /// Removed ones included.
    pub proofs: Vec<Proof>,
    submissions: Vec<SubmissionRecord>,
    history: Vec<HistoryLine>,
    judgements: Vec<Judgement>,
    files: Vec<FileCard>,
}

impl Hanging {
    /// Reads it.
    pub async fn read(db: &mut PgConnection, experiences: &[ExperienceId]) -> Result<Self> {
        let submissions = submissions::of_experiences(&mut *db, experiences).await?;
        let ids: Vec<ExperienceSubmissionId> = submissions.iter().map(|one| one.id).collect();
        let files: Vec<FileId> = submissions.iter().filter_map(|one| one.decision_file).collect();
        Ok(Self {
            claims: own::claims(&mut *db, experiences).await?,
            jobs: own::jobs(&mut *db, experiences).await?,
            proofs: proofs::of_experiences(&mut *db, experiences).await?,
            history: submissions::history(&mut *db, &ids).await?,
            judgements: verdicts::of_experiences(&mut *db, experiences).await?,
            files: cards(&mut *db, &files).await?,
            submissions,
        })
    }

    /// One experience with what hangs on it.
    pub fn draw(&self, it: Experience, unchecked: Unchecked) -> ExperienceView {
        let submissions: Vec<&SubmissionRecord> =
            self.submissions.iter().filter(|one| one.experience == it.id).collect();
        let states: Vec<Submission> = submissions.iter().map(|one| one.status).collect();
        let proofs: Vec<&Proof> = self.proofs.iter().filter(|one| one.experience == it.id).collect();
        ExperienceView {
            status: standing(it.status, &states),
            skills: self.claims(it.id, &proofs),
            jobs: self.jobs.iter().filter(|job| job.experience == it.id).map(JobView::from).collect(),
            proofs: proofs.into_iter().map(|proof| ProofView::new(proof, unchecked)).collect(),
            submissions: submissions.into_iter().map(|one| self.submission(one)).collect(),
            id: it.id,
            version: it.version,
            title: it.title,
            organisation_name: it.organisation_name,
            place: it.place,
            started_on: it.started_on,
            ended_on: it.ended_on,
            description: it.description,
            expires_on: it.expires_on,
            hidden: it.is_hidden,
            created_at: it.created_at,
            declared_at: it.declared_at,
            withdrawn_at: it.withdrawn_at,
            proposed_by: it.proposed_by_name,
        }
    }

    fn claims(&self, id: ExperienceId, proofs: &[&Proof]) -> Vec<ClaimView> {
        let removed = proofs.iter().filter(|proof| proof.removed_at.is_some()).count();
        let present = proofs.len() - removed;
        let claims = self.claims.iter().filter(|claim| claim.experience == id);
        let view = |claim: &Claim| ClaimView {
            skill: claim.skill.to_string(),
            label: claim.label.clone(),
            release: claim.release,
            level: claim.level,
            trace: TraceView::new((present, removed), self.judged(id, claim.skill)),
        };
        claims.map(view).collect()
    }

    fn judged(&self, id: ExperienceId, skill: SkillCode) -> Option<Judged> {
        let judged = self.judgements.iter().filter(|one| one.experience == id && one.skill == skill);
        trace::speaking(judged.map(Judged::from).collect())
    }

    fn submission(&self, one: &SubmissionRecord) -> SubmissionView {
        let history = self.history.iter().filter(|line| line.submission == one.id);
        SubmissionView {
            id: one.id,
            organisation_id: one.organisation,
            organisation_name: one.organisation_name.clone(),
            status: one.status,
            message: one.message.clone(),
            round: one.round,
            submitted_at: one.submitted_at,
            due_on: one.due_on,
            decision: DecisionView::new(one, &self.judgements, &self.files),
            history: history.map(StepView::from).collect(),
        }
    }
}

impl From<&Judgement> for Judged {
    fn from(one: &Judgement) -> Self {
        Self {
            verdict: one.verdict,
            step_name: one.step_name.clone(),
            level: one.common_level,
            organisation: one.organisation_name.clone(),
            on: one.decided_at.with_timezone(&Paris).date_naive(),
            is_ended: one.is_ended,
        }
    }
}

impl TraceView {
    fn new((proofs, removed): (usize, usize), judged: Option<Judged>) -> Self {
        let line = trace::line(proofs, removed, judged.as_ref());
        let verdict = judged.as_ref().map(|one| one.verdict);
        let level = judged.as_ref().and_then(|one| one.level);
        let on = judged.as_ref().map(|one| one.on);
        Self { proofs, removed, verdict, level, on, organisation: judged.map(|one| one.organisation), line }
    }
}

impl From<&Job> for JobView {
    fn from(job: &Job) -> Self {
        Self { code: job.code.clone(), label: job.label.clone(), release: job.release }
    }
}

/// Where a proof's original is, and what others are shown.
pub fn states(proof: &Proof, unchecked: Unchecked) -> (ProofState, ProofState) {
    let original = match (proof.removed_at, proof.scan) {
        (None, Some(scan)) => scanned(scan, unchecked),
        _ => ProofState::Removed,
    };
    let copy = proof.copy_scan.map(|scan| scanned(scan, unchecked));
    (original, shown(proof.mask, original, copy))
}

impl ProofView {
    fn new(proof: &Proof, unchecked: Unchecked) -> Self {
        let (original, shown) = states(proof, unchecked);
        Self {
            id: proof.id,
            name: proof.name.clone(),
            media_type: proof.media_type.clone(),
            bytes: proof.bytes,
            sha256: hex(&proof.sha256),
            state: original.to_sender(),
            shown: shown.to_sender(),
            mask: proof.mask,
            mask_fault: proof.mask_fault.clone(),
            zones: proof.zones.clone(),
            copy_sha256: proof.copy_sha256.as_deref().map(hex),
            added_at: proof.added_at,
            removed_at: proof.removed_at,
        }
    }
}
