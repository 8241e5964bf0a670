//! What an own skill is beside the catalogue: matches accepted, refused, or left aside.

use axum::extract::State;
use carnet_index::SkillCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::begin;
use super::own_skills::{OwnSkillView, record, view};
use crate::actor::Actor;
use crate::catalog::Catalog;
use crate::events::Event;
use crate::ids::{OrganisationId, OwnSkillId};
use crate::platform::db::Tx;
use crate::platform::http::{
    Code, Error, FieldError, Fields, Json, Path, Problems, Result, Versioned, texts,
};
use crate::platform::state::AppState;
use crate::trainings::store::own_skills::{self, Link};

/// The skill of the catalogue an own skill is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkOwnSkill {
    /// Code of a skill of the release in place.
    skill: String,
}

/// A match that is refused.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseMatch {
    /// Code of the skill that was proposed.
    skill: String,
    /// Why it is not the same, 500 characters at most.
    reason: String,
}

/// Accepts a match: the own skill is this skill of the catalogue.
#[utoipa::path(put, path = "/organisations/{id}/own-skills/{own_skill_id}/link", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path)), request_body = LinkOwnSkill,
    responses((status = 200, body = OwnSkillView), Problems))]
pub async fn link_own_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
    Json(body): Json<LinkOwnSkill>,
) -> Result<Versioned<OwnSkillView>> {
    let (mut tx, link) = locked(&state, actor, organisation, id).await?;
    let code = known_skill(&state, &body.skill).map_err(|fault| Error::Invalid(vec![fault]))?;
    if !state.part::<Catalog>().snapshot().skill(code).is_some_and(|card| card.is_active) {
        return Err(Code::SkillRetired.into());
    }
    if link == Link::Kept {
        return Err(Error::illegal_state("kept"));
    }
    let now = state.clock.now();
    own_skills::set_link(&mut tx, id, Link::Linked, Some(code.0.cast_signed()), now).await?;
    own_skills::forget_refusal(&mut tx, id, code.0.cast_signed()).await?;
    finish(tx, &state, (actor, organisation, id), "linked", Some(code)).await
}

/// Takes a decision back: matches are proposed again, but for those that were refused.
#[utoipa::path(delete, path = "/organisations/{id}/own-skills/{own_skill_id}/link", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path)),
    responses((status = 200, body = OwnSkillView), Problems))]
pub async fn unlink_own_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
) -> Result<Versioned<OwnSkillView>> {
    let (mut tx, link) = locked(&state, actor, organisation, id).await?;
    if link == Link::None {
        return Err(Error::illegal_state("none"));
    }
    own_skills::set_link(&mut tx, id, Link::None, None, state.clock.now()).await?;
    finish(tx, &state, (actor, organisation, id), "undone", None).await
}

/// Keeps an own skill apart from the catalogue: nothing is proposed for it any more.
#[utoipa::path(post, path = "/organisations/{id}/own-skills/{own_skill_id}/keep", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path)),
    responses((status = 200, body = OwnSkillView), Problems))]
pub async fn keep_own_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
) -> Result<Versioned<OwnSkillView>> {
    let (mut tx, link) = locked(&state, actor, organisation, id).await?;
    match link {
        Link::None => {}
        Link::Linked => return Err(Error::illegal_state("linked")),
        Link::Kept => return Err(Error::illegal_state("kept")),
    }
    own_skills::set_link(&mut tx, id, Link::Kept, None, state.clock.now()).await?;
    finish(tx, &state, (actor, organisation, id), "kept", None).await
}

/// Refuses a match with a reason: this pair is never proposed again.
#[utoipa::path(post, path = "/organisations/{id}/own-skills/{own_skill_id}/refusals", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path)), request_body = RefuseMatch,
    responses((status = 200, body = OwnSkillView), Problems))]
pub async fn refuse_own_skill_match(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
    Json(body): Json<RefuseMatch>,
) -> Result<Versioned<OwnSkillView>> {
    let (mut tx, link) = locked(&state, actor, organisation, id).await?;
    let mut fields = Fields::default();
    let code = fields.check(known_skill(&state, &body.skill));
    let reason = fields.check(texts::line("/reason", &body.reason, 1..=500));
    fields.finish()?;
    match link {
        Link::None => {}
        Link::Linked => return Err(Error::illegal_state("linked")),
        Link::Kept => return Err(Error::illegal_state("kept")),
    }
    if let (Some(code), Some(reason)) = (code, reason) {
        own_skills::refuse(&mut tx, id, code.0.cast_signed(), &reason, state.clock.now()).await?;
    }
    finish(tx, &state, (actor, organisation, id), "refused", code).await
}

async fn locked(
    state: &AppState,
    actor: Actor,
    organisation: OrganisationId,
    id: OwnSkillId,
) -> Result<(Tx<'static>, Link)> {
    let mut tx = begin(state, actor, organisation).await?;
    let (_, link) = own_skills::lock(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    Ok((tx, link))
}

fn known_skill(state: &AppState, text: &str) -> std::result::Result<SkillCode, FieldError> {
    let catalog = state.part::<Catalog>().snapshot();
    text.parse().ok().filter(|code| catalog.skill(*code).is_some()).ok_or_else(|| {
        FieldError::new("/skill", "unknown_skill", "Cette compétence n’existe pas au référentiel.")
    })
}

async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, OwnSkillId),
    decision: &'static str,
    skill: Option<SkillCode>,
) -> Result<Versioned<OwnSkillView>> {
    let subject = (actor, organisation, id);
    record(&mut tx, state, subject, Event::OwnSkillLinked, Some((decision, skill))).await?;
    let view = view(&mut tx, state, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
