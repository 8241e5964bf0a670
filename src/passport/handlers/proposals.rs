//! What one proposed and another confirms, where the organisation asks for two people.

use axum::extract::State;
use carnet_index::RomeCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::super::model::cell;
use super::super::policy;
use super::super::store::entries::{self, Ground, NewEntry, Origin};
use super::super::store::proposals::{self, Decision, Filter, Proposal};
use super::super::store::{cells, chain};
use super::batch::named;
use super::letters;
use super::session::OfSession;
use crate::actor::Actor;
use crate::catalog::Catalog;
use crate::events::Event;
use crate::files;
use crate::ids::{OrganisationId, PersonId, ProposalId, TrainingSessionId, ValidationId};
use crate::orgs::{Role, membership};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result, texts};
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::sessions;

/// Which proposals.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListProposals {
    /// Of this session only.
    session_id: Option<TrainingSessionId>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A validation that waits for a second person.
#[derive(Serialize, ToSchema)]
pub struct ValidationProposal {
    id: ProposalId,
    session_id: TrainingSessionId,
    session_title: String,
    person_id: PersonId,
    person_name: String,
    /// Code of the skill.
    code: String,
    /// Its label when it was proposed.
    label: String,
    off_programme: bool,
    step_name: String,
    common_level: Option<i16>,
    passing: bool,
    /// Codes of the training's jobs.
    jobs: Vec<String>,
    comment: Option<String>,
    expires_on: Option<NaiveDate>,
    /// The entry it would take the place of.
    supersedes: Option<ValidationId>,
    /// Titles of what it rests on.
    evidence: Vec<String>,
    /// Null once that account is gone.
    proposed_by: Option<PersonId>,
    proposed_by_name: String,
    proposed_at: DateTime<Utc>,
    /// `waiting`, `confirmed` or `refused`.
    status: String,
    /// Whether whoever reads this may decide: neither who proposed it nor the person it is about.
    may_be_decided: bool,
}

impl ValidationProposal {
    fn new(proposal: Proposal, actor: Actor) -> Self {
        let may = policy::may_decide(proposal.proposed_by, proposal.person, actor.person).is_ok();
        Self {
            id: proposal.id,
            session_id: proposal.session,
            session_title: proposal.session_title,
            person_id: proposal.person,
            person_name: proposal.person_name,
            code: proposal.skill.to_string(),
            label: proposal.skill_label,
            off_programme: proposal.is_off_programme,
            step_name: proposal.outcome.name,
            common_level: proposal.outcome.common_level,
            passing: proposal.outcome.passing,
            jobs: proposal.jobs.iter().map(RomeCode::to_string).collect(),
            comment: proposal.comment,
            expires_on: proposal.expires_on,
            supersedes: proposal.supersedes.map(|(id, _)| id),
            evidence: proposal.evidence.into_iter().map(|element| element.title).collect(),
            proposed_by: proposal.proposed_by,
            proposed_by_name: proposal.proposed_by_name,
            proposed_at: proposal.proposed_at,
            may_be_decided: may && proposal.status == WAITING,
            status: proposal.status,
        }
    }
}

/// The state of a proposal that can be decided.
const WAITING: &str = "waiting";

/// What waits for a second person, oldest first: to those who run the organisation all of it, to a trainer that of the
/// sessions where they train.
#[utoipa::path(get, path = "/organisations/{id}/validation-proposals", tag = "passport",
    params(("id" = OrganisationId, Path), ListProposals),
    responses((status = 200, body = Page<ValidationProposal>), Problems))]
pub async fn list_validation_proposals(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListProposals>,
) -> Result<Json<Page<ValidationProposal>>> {
    let member = membership(&state.pool, organisation, actor.person).await?;
    policy::may_read(member)?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let after: Option<(DateTime<Utc>, Uuid)> = page.after()?;
    let is_trainer = member.is_some_and(|member| member.role == Role::Trainer);
    let trainer = is_trainer.then_some(actor.person);
    let filter = Filter { id: None, session: query.session_id, trainer, after };
    let rows = proposals::list(&state.pool, organisation, &filter, i64::from(limit) + 1).await?;
    let page = Page::cut(rows, limit, |row| (row.proposed_at, row.id));
    Ok(Json(page.map(|proposal| ValidationProposal::new(proposal, actor))))
}

/// A proposal, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfProposal {
    id: OrganisationId,
    proposal_id: ProposalId,
}

/// Whether a proposal is confirmed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalDecision {
    /// Confirmed as it is, or refused.
    confirm: bool,
    /// Why it is refused, 1 to 1000 characters; who proposed it reads it.
    #[serde(default)]
    reason: Option<String>,
}

/// Confirms or refuses what somebody else proposed. Confirmed, it is written as it was proposed and counts from then on; where
/// the cell is no longer as it was then, 412: it is refused and proposed anew.
#[utoipa::path(post, path = "/organisations/{id}/validation-proposals/{proposal_id}/decision", tag = "passport",
    params(("id" = OrganisationId, Path), ("proposal_id" = ProposalId, Path)),
    request_body = ProposalDecision, responses((status = 200, body = ValidationProposal), Problems))]
pub async fn decide_validation_proposal(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfProposal>,
    Json(body): Json<ProposalDecision>,
) -> Result<Json<ValidationProposal>> {
    let mut tx = state.pool.begin().await?;
    policy::may_read(membership(&mut *tx, of.id, actor.person).await?)?;
    let proposal = proposals::lock(&mut tx, of.id, of.proposal_id).await?.ok_or_else(Error::not_found)?;
    let session = OfSession { id: of.id, session_id: proposal.session };
    policy::may_fill_grid(sessions::standing(&mut *tx, session.id, session.session_id, actor.person).await?)?;
    policy::may_decide(proposal.proposed_by, proposal.person, actor.person)?;
    if proposal.status != WAITING {
        return Err(Error::illegal_state(if proposal.status == "refused" { "refused" } else { "confirmed" }));
    }
    let mut is_urgent = false;
    if body.confirm {
        is_urgent = proposal.supersedes.is_some();
        confirm(&mut tx, &state, (of.id, actor), &proposal).await?;
    } else {
        refuse(&mut tx, &state, actor, &proposal, body.reason.as_deref()).await?;
    }
    let entry = Entry::new(Event::ProposalDecided, state.clock.now(), "validation_proposal", proposal.id.0);
    let entry = entry.by(actor.person).within(of.id).change(None, json!({ "confirmed": body.confirm }));
    audit::record(&mut tx, &state.ids, entry).await?;
    let decided = proposals::lock(&mut tx, of.id, of.proposal_id).await?.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    if is_urgent {
        state.part::<Search>().settle(&state.pool).await?;
    }
    Ok(Json(ValidationProposal::new(decided, actor)))
}

async fn confirm(
    tx: &mut Tx<'_>,
    state: &AppState,
    (organisation, actor): (OrganisationId, Actor),
    proposal: &Proposal,
) -> Result<()> {
    let proposer = proposal.proposed_by.ok_or_else(|| {
        let message =
            "Le compte de la personne qui propose n’existe plus\u{a0}: refusez et proposez à nouveau.";
        Error::field("/confirm", "proposer_gone", message)
    })?;
    chain::lock(tx, proposal.person).await?;
    let place = (proposal.person, proposal.skill);
    let entries = cells::entries(&mut **tx, organisation, &[proposal.person], &[proposal.skill]).await?;
    let version = cell::version(entries.get(&place).map(Vec::as_slice).unwrap_or_default());
    if version != proposal.seen {
        let moved =
            json!({ "person_id": proposal.person, "code": proposal.skill.to_string(), "version": version });
        return Err(Error::Stale(json!({ "cells": [moved] })));
    }
    if proposal.expires_on.is_some_and(|last| last <= state.clock.today()) {
        return Err(Error::field("/confirm", "not_in_future", "La date de fin proposée est passée."));
    }
    let catalog = state.part::<Catalog>().snapshot();
    let new = NewEntry {
        person: proposal.person,
        skill: named(&catalog, proposal.skill)?,
        organisation,
        validator: proposer,
        confirmed_by: Some(actor.person),
        outcome: &proposal.outcome,
        comment: proposal.comment.as_deref(),
        jobs: &proposal.jobs,
        expires_on: proposal.expires_on,
        origin: Origin::Session { id: proposal.session, is_off_programme: proposal.is_off_programme },
        supersedes: proposal.supersedes.as_ref().map(|(id, reason)| (*id, reason.as_str())),
        evidence: &proposal.evidence,
    };
    let entry = entries::write(tx, state, &new).await?;
    letters::tell_written(tx, state, proposal.person, &[entry]).await?;
    let at = (actor.person, state.clock.now());
    Ok(proposals::decide(tx, proposal.id, Decision::Confirmed(entry), at).await?)
}

async fn refuse(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    proposal: &Proposal,
    reason: Option<&str>,
) -> Result<()> {
    let reason = texts::paragraphs("/reason", reason.unwrap_or_default(), 1..=1000);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    for element in &proposal.evidence {
        if let Ground::File(file, _) = &element.ground {
            files::release(tx, state, *file).await?;
        }
    }
    let at = (actor.person, state.clock.now());
    Ok(proposals::decide(tx, proposal.id, Decision::Refused(&reason), at).await?)
}
