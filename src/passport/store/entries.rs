//! Entries: written whole, with what they rest on, their link in the person's chain, the mark for the search and the trail.

use carnet_index::RomeCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;
use uuid::Uuid;

use super::super::model::chain::{LinkKind, instant};
use super::super::model::level::Outcome;
use super::declared::{Named, stored};
use super::{chain, facts, validations};
use crate::events::Event;
use crate::ids::{FileId, OrganisationId, PersonId, TrainingSessionId, ValidationId};
use crate::orgs::{Check, Issuer, issuer};
use crate::platform::db::constraint::OnConstraint;
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Result};
use crate::platform::state::AppState;

/// What an entry came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The organisation at large.
    Organisation,
    /// One of its sessions.
    Session {
        /// Which.
        id: TrainingSessionId,
        /// Whether the skill is none of its revision.
        is_off_programme: bool,
    },
    /// An experience that the organisation judged.
    Experience,
}

impl Origin {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Session { .. } => "session",
            Self::Experience => "experience",
        }
    }
}

/// What an entry rests on.
#[derive(Clone, Debug)]
pub enum Ground {
    /// An attempt at a quiz.
    QuizAttempt(Uuid),
    /// What was observed.
    Note(String),
    /// A file, claimed by the caller, and its digest.
    File(FileId, String),
}

/// An element of evidence, with its title.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What people read of it in a list.
    pub title: String,
    /// What it is.
    pub ground: Ground,
}

/// An entry to write. Whether it may be is the caller's rule.
pub struct NewEntry<'a> {
    /// Whose skill it is.
    pub person: PersonId,
    /// The skill, with the words of the catalogue today.
    pub skill: Named<'a>,
    /// The organisation that writes it; it signs as it does today.
    pub organisation: OrganisationId,
    /// Who found it.
    pub validator: PersonId,
    /// The second person, where the organisation asks for two.
    pub confirmed_by: Option<PersonId>,
    /// What was found.
    pub outcome: &'a Outcome,
    /// What the validator adds.
    pub comment: Option<&'a str>,
    /// Jobs the skill was validated for.
    pub jobs: &'a [RomeCode],
    /// Last day on which it counts; none: for ever.
    pub expires_on: Option<NaiveDate>,
    /// What it came from.
    pub origin: Origin,
    /// The entry of the same organisation, person and skill whose place it takes, and why.
    pub supersedes: Option<(ValidationId, &'a str)>,
    /// What it rests on, in order.
    pub evidence: &'a [Evidence],
}

/// Writes an entry: row, evidence, links, trail and the mark for the search, all in this transaction. The person's chain is
/// locked until it ends; whoever writes for several people takes them in the order of their ids.
///
/// Nobody is told: the caller does so once, for all that it wrote. Where an entry was superseded, the caller
/// settles the search once the transaction is committed, as after a revocation. 409 `already_revoked` where the superseded
/// one has ended meanwhile.
pub async fn write(tx: &mut Tx<'_>, state: &AppState, new: &NewEntry<'_>) -> Result<ValidationId> {
    chain::open(tx, state, new.person).await?;
    let (at, id) = (state.clock.now(), state.ids.ordered());
    let issuer =
        issuer(&mut **tx, new.organisation, state.clock.today()).await?.ok_or_else(Error::not_found)?;
    insert(tx, id, new, (&issuer, at)).await?;
    for (position, evidence) in (0_i16..).zip(new.evidence) {
        insert_evidence(tx, state.ids.ordered(), (id, position), evidence).await?;
    }
    let fact = facts::of_entry(tx, new.person, id.0).await?;
    chain::append(tx, state, new.person, (LinkKind::Validation, id.0), &fact).await?;
    let outcome = new.outcome;
    let after = json!({
        "skill": new.skill.code.to_string(), "step": outcome.step.map(|(_, _, position)| position),
        "common_level": outcome.common_level, "passing": outcome.passing,
    });
    let entry = audit::Entry::new(Event::ValidationCreated, at, "validation", id.0)
        .by(new.validator)
        .within(new.organisation)
        .change(None, after);
    audit::record(tx, &state.ids, entry).await?;
    let mut urgency = outcome.passing.then_some(Urgency::Soon);
    if let Some((former, reason)) = new.supersedes {
        let ending = Ending { by: new.validator, reason_code: SUPERSEDED, reason, superseded_by: Some(id) };
        if end(tx, state, new.organisation, former, &ending).await? {
            urgency = Some(Urgency::Now);
        }
    }
    if let Some(urgency) = urgency {
        let profile = validations::profile_of(tx, new.person).await?;
        dirty::mark(tx, &[profile], urgency, at).await?;
    }
    Ok(id)
}

/// The reason code of an entry whose place another took.
pub const SUPERSEDED: &str = "superseded";

/// What ends an entry before its time.
pub struct Ending<'a> {
    /// Who ends it.
    pub by: PersonId,
    /// `mistake`, `fraud`, `other`, or [`SUPERSEDED`].
    pub reason_code: &'a str,
    /// In words.
    pub reason: &'a str,
    /// The entry that takes its place.
    pub superseded_by: Option<ValidationId>,
}

/// Ends an entry of this organisation: a row, a link, the trail. Answers whether it counted in the search: the caller marks
/// the profile then. 404 where the organisation has no such entry, 409 `already_revoked` where it has ended.
pub async fn end(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    id: ValidationId,
    ending: &Ending<'_>,
) -> Result<bool> {
    let entry = validations::find(tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    chain::open(tx, state, entry.person).await?;
    let at = state.clock.now();
    sqlx::query!(
        "INSERT INTO validation_revocation (validation_id, revoked_by, reason_code, reason, superseded_by, revoked_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id.0,
        ending.by.0,
        ending.reason_code,
        ending.reason,
        ending.superseded_by.map(|id| id.0),
        at,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("validation_revocation_pkey", Code::AlreadyRevoked)?;
    let fact = json!({
        "validation_id": id, "revoked_by": ending.by, "reason_code": ending.reason_code, "reason": ending.reason,
        "superseded_by": ending.superseded_by, "revoked_at": instant(at),
    });
    chain::append(tx, state, entry.person, (LinkKind::Revocation, id.0), &fact).await?;
    let event = match ending.superseded_by {
        Some(_) => Event::ValidationSuperseded,
        None => Event::ValidationRevoked,
    };
    let trail = audit::Entry::new(event, at, "validation", id.0);
    let trail = trail.by(ending.by).within(organisation).because(ending.reason_code);
    audit::record(tx, &state.ids, trail).await?;
    Ok(entry.passing)
}

async fn insert(
    tx: &mut Tx<'_>,
    id: ValidationId,
    new: &NewEntry<'_>,
    (issuer, at): (&Issuer, DateTime<Utc>),
) -> sqlx::Result<()> {
    let mut jobs: Vec<String> = new.jobs.iter().map(|code| code.as_str().to_owned()).collect();
    jobs.sort_unstable();
    let categories: Vec<String> =
        issuer.qualiopi_categories.iter().map(|kind| kind.as_str().to_owned()).collect();
    let (session, is_off_programme) = match new.origin {
        Origin::Session { id, is_off_programme } => (Some(id.0), is_off_programme),
        Origin::Organisation | Origin::Experience => (None, false),
    };
    let step = new.outcome.step;
    sqlx::query!(
        "INSERT INTO validation
             (id, person_id, skill_code, skill_label, rome_release, organisation_id, organisation_name,
              organisation_siret, organisation_nda, validator_id, grid_id, grid_version, step_position, step_name,
              common_level, passing, comment, validated_at, expires_on, job_codes, organisation_legal_name,
              organisation_siret_check, organisation_nda_check, organisation_qualiopi, organisation_checked_at, origin,
              session_id, is_off_programme, confirmed_by, validator_name, confirmed_by_name,
              organisation_qualiopi_categories)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                 $21, $22, $23, $24, $25, $26, $27, $28, $29,
                 (SELECT first_name || ' ' || last_name FROM person WHERE id = $10),
                 (SELECT first_name || ' ' || last_name FROM person WHERE id = $29), $30)",
        id.0,
        new.person.0,
        stored(new.skill.code),
        new.skill.label,
        new.skill.release,
        new.organisation.0,
        issuer.name,
        issuer.siret,
        issuer.nda,
        new.validator.0,
        step.map(|(grid, ..)| grid.0),
        step.map(|(_, version, _)| version),
        step.map(|(.., position)| position),
        new.outcome.name,
        new.outcome.common_level,
        new.outcome.passing,
        new.comment,
        at,
        new.expires_on,
        &jobs,
        issuer.legal_name,
        issuer.siret_check as Option<Check>,
        issuer.nda_check as Option<Check>,
        issuer.qualiopi as Option<Check>,
        issuer.checked_at,
        new.origin.as_str(),
        session,
        is_off_programme,
        new.confirmed_by.map(|id| id.0),
        &categories,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert_evidence(
    tx: &mut Tx<'_>,
    id: Uuid,
    (entry, position): (ValidationId, i16),
    evidence: &Evidence,
) -> sqlx::Result<()> {
    let (kind, note, attempt, file) = match &evidence.ground {
        Ground::QuizAttempt(attempt) => ("quiz_attempt", None, Some(*attempt), None),
        Ground::Note(note) => ("note", Some(note.as_str()), None, None),
        Ground::File(file, sha256) => ("file", None, None, Some((file.0, sha256.as_str()))),
    };
    sqlx::query!(
        "INSERT INTO validation_evidence
             (id, validation_id, position, kind, title, note, attempt_id, file_id, file_sha256)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        entry.0,
        position,
        kind,
        evidence.title,
        note,
        attempt,
        file.map(|(id, _)| id),
        file.map(|(_, sha256)| sha256),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
