//! What was proposed in sessions and waits for a second person.

use carnet_index::{RomeCode, SkillCode};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::model::level::Outcome;
use super::declared::{Named, stored};
use super::entries::{Evidence, Ground};
use super::validations::skill;
use crate::ids::{FileId, GridId, OrganisationId, PersonId, ProposalId, TrainingSessionId, ValidationId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// A proposal to write.
pub struct NewProposal<'a> {
    /// Its id.
    pub id: ProposalId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The session.
    pub session: TrainingSessionId,
    /// Whose skill.
    pub person: PersonId,
    /// Which, with the words of the catalogue today.
    pub skill: Named<'a>,
    /// Whether it is none of the programme.
    pub is_off_programme: bool,
    /// What was found.
    pub outcome: &'a Outcome,
    /// The jobs.
    pub jobs: &'a [RomeCode],
    /// What the validator adds.
    pub comment: Option<&'a str>,
    /// Last day on which it will count.
    pub expires_on: Option<NaiveDate>,
    /// The entry whose place it will take, and why.
    pub supersedes: Option<(ValidationId, &'a str)>,
    /// The version of the cell it was proposed on.
    pub seen: i64,
    /// What it rests on; files are claimed.
    pub evidence: &'a [Evidence],
    /// Who proposes.
    pub by: PersonId,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Evidence as a proposal keeps it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    attempt_id: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<(FileId, String)>,
}

impl From<&Evidence> for Kept {
    fn from(evidence: &Evidence) -> Self {
        let title = evidence.title.clone();
        let empty = Self { title, note: None, attempt_id: None, file: None };
        match &evidence.ground {
            Ground::Note(note) => Self { note: Some(note.clone()), ..empty },
            Ground::QuizAttempt(attempt) => Self { attempt_id: Some(*attempt), ..empty },
            Ground::File(file, sha256) => Self { file: Some((*file, sha256.clone())), ..empty },
        }
    }
}

impl Kept {
    fn evidence(self) -> Option<Evidence> {
        let ground = match (self.note, self.attempt_id, self.file) {
            (Some(note), None, None) => Ground::Note(note),
            (None, Some(attempt), None) => Ground::QuizAttempt(attempt),
            (None, None, Some((file, sha256))) => Ground::File(file, sha256),
            _ => return None,
        };
        Some(Evidence { title: self.title, ground })
    }
}

/// Writes a proposal; one waits per skill of a person.
pub async fn insert(tx: &mut Tx<'_>, new: &NewProposal<'_>) -> Result<()> {
    let evidence: Vec<Kept> = new.evidence.iter().map(Kept::from).collect();
    let evidence = serde_json::to_value(evidence).map_err(anyhow::Error::from)?;
    let jobs: Vec<String> = new.jobs.iter().map(|code| code.as_str().to_owned()).collect();
    let step = new.outcome.step;
    sqlx::query!(
        "INSERT INTO validation_proposal
             (id, organisation_id, session_id, person_id, skill_code, skill_label, is_off_programme, grid_id, grid_version,
              step_position, step_name, common_level, passing, job_codes, comment, expires_on, reason, supersedes, seen,
              evidence, proposed_by, proposed_by_name, proposed_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, p.id,
                p.first_name || ' ' || p.last_name, $22
         FROM person p WHERE p.id = $21",
        new.id.0,
        new.organisation.0,
        new.session.0,
        new.person.0,
        stored(new.skill.code),
        new.skill.label,
        new.is_off_programme,
        step.map(|(grid, ..)| grid.0),
        step.map(|(_, version, _)| version),
        step.map(|(.., position)| position),
        new.outcome.name,
        new.outcome.common_level,
        new.outcome.passing,
        &jobs,
        new.comment,
        new.expires_on,
        new.supersedes.map(|(_, reason)| reason),
        new.supersedes.map(|(id, _)| id.0),
        i32::try_from(new.seen).unwrap_or(i32::MAX),
        evidence,
        new.by.0,
        new.at,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("validation_proposal_one_waiting", Code::AlreadyWaiting)?;
    Ok(())
}

/// A proposal.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The session.
    pub session: TrainingSessionId,
    /// The session's title.
    pub session_title: String,
    /// Whose skill.
    pub person: PersonId,
    /// What they are called.
    pub person_name: String,
    /// Which skill.
    pub skill: SkillCode,
    /// Its label when it was proposed.
    pub skill_label: String,
    /// Whether it is none of the programme.
    pub is_off_programme: bool,
    /// What was found.
    pub outcome: Outcome,
    /// The jobs.
    pub jobs: Vec<RomeCode>,
    /// What the validator adds.
    pub comment: Option<String>,
    /// Last day on which it will count.
    pub expires_on: Option<NaiveDate>,
    /// The entry whose place it will take, and why.
    pub supersedes: Option<(ValidationId, String)>,
    /// The version of the cell it was proposed on.
    pub seen: i64,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// Who proposed it; none once the account is gone.
    pub proposed_by: Option<PersonId>,
    /// Their name.
    pub proposed_by_name: String,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// `waiting`, `confirmed` or `refused`.
    pub status: String,
}

/// Which proposals of an organisation.
#[derive(Default)]
pub struct Filter {
    /// This one only, whatever its state; otherwise those that wait.
    pub id: Option<ProposalId>,
    /// Of this session only.
    pub session: Option<TrainingSessionId>,
    /// Of sessions where this person trains only.
    pub trainer: Option<PersonId>,
    /// After this one, oldest first.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

/// Proposals of an organisation, oldest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: &Filter,
    rows: i64,
) -> Result<Vec<Proposal>> {
    let rows = sqlx::query!(
        r#"SELECT o.id AS "id: ProposalId", o.session_id AS "session: TrainingSessionId", t.title AS session_title,
                  o.person_id AS "person: PersonId", p.first_name || ' ' || p.last_name AS "person_name!", o.skill_code,
                  o.skill_label, o.is_off_programme, o.grid_id AS "grid: GridId", o.grid_version, o.step_position,
                  o.step_name, o.common_level, o.passing, o.job_codes, o.comment, o.expires_on, o.reason,
                  o.supersedes AS "supersedes: ValidationId", o.seen, o.evidence,
                  o.proposed_by AS "proposed_by: PersonId", o.proposed_by_name, o.proposed_at, o.status
           FROM validation_proposal o
           JOIN training_session t ON t.id = o.session_id
           JOIN person p ON p.id = o.person_id
           WHERE o.organisation_id = $1 AND ($2::uuid IS NULL AND o.status = 'waiting' OR o.id = $2)
             AND ($3::uuid IS NULL OR o.session_id = $3)
             AND ($4::uuid IS NULL
                  OR EXISTS (SELECT FROM session_trainer r WHERE r.session_id = o.session_id AND r.person_id = $4)
                  OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
                             WHERE s.session_id = o.session_id AND r.person_id = $4 AND r.removed_at IS NULL))
             AND ($5::timestamptz IS NULL OR (o.proposed_at, o.id) > ($5, $6))
           ORDER BY o.proposed_at, o.id LIMIT $7"#,
        organisation.0,
        filter.id.map(|id| id.0),
        filter.session.map(|id| id.0),
        filter.trainer.map(|id| id.0),
        filter.after.map(|(at, _)| at),
        filter.after.map(|(_, id)| id),
        rows,
    )
    .fetch_all(db)
    .await?;
    let mut proposals = Vec::with_capacity(rows.len());
    for row in rows {
        let step = row.grid.zip(row.grid_version).zip(row.step_position);
        let evidence: Vec<Kept> = serde_json::from_value(row.evidence).map_err(anyhow::Error::from)?;
        proposals.push(Proposal {
            id: row.id,
            session: row.session,
            session_title: row.session_title,
            person: row.person,
            person_name: row.person_name,
            skill: skill(row.skill_code),
            skill_label: row.skill_label,
            is_off_programme: row.is_off_programme,
            outcome: Outcome {
                step: step.map(|((grid, version), position)| (grid, version, position)),
                name: row.step_name,
                common_level: row.common_level,
                passing: row.passing,
            },
            jobs: row.job_codes.iter().filter_map(|code| RomeCode::parse(code).ok()).collect(),
            comment: row.comment,
            expires_on: row.expires_on,
            supersedes: row.supersedes.zip(row.reason),
            seen: i64::from(row.seen),
            evidence: evidence.into_iter().filter_map(Kept::evidence).collect(),
            proposed_by: row.proposed_by,
            proposed_by_name: row.proposed_by_name,
            proposed_at: row.proposed_at,
            status: row.status,
        });
    }
    Ok(proposals)
}

/// Locks a proposal until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, organisation: OrganisationId, id: ProposalId) -> Result<Option<Proposal>> {
    sqlx::query!(
        "SELECT id FROM validation_proposal WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE",
        id.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let filter = Filter { id: Some(id), ..Filter::default() };
    Ok(list(&mut **tx, organisation, &filter, 1).await?.pop())
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug)]
pub enum Decision<'a> {
    /// Confirmed by this entry.
    Confirmed(ValidationId),
    /// Refused, with this reason.
    Refused(&'a str),
}

/// Writes what became of a proposal.
pub async fn decide(
    tx: &mut Tx<'_>,
    id: ProposalId,
    decision: Decision<'_>,
    (by, at): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    let (status, entry, refusal) = match decision {
        Decision::Confirmed(entry) => ("confirmed", Some(entry.0), None),
        Decision::Refused(reason) => ("refused", None, Some(reason)),
    };
    sqlx::query!(
        "UPDATE validation_proposal
         SET status = $2, validation_id = $3, refusal = $4, decided_by = $5, decided_at = $6,
             decided_by_name = (SELECT first_name || ' ' || last_name FROM person WHERE id = $5)
         WHERE id = $1",
        id.0,
        status,
        entry,
        refusal,
        by.0,
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
