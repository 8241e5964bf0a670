//! Skills of the catalogue that an own skill may be.

use std::collections::HashSet;

use axum::extract::State;
use carnet_index::SkillCode;

use super::ensure_reader;
use crate::actor::Actor;
use crate::catalog::{Catalog, ProposedSkill, proposed_skills};
use crate::ids::{OrganisationId, OwnSkillId};
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::trainings::store::own_skills::{self, Filter, Link};

/// Most matches proposed.
const MOST_MATCHES: usize = 5;

/// Proposes the skills of the catalogue that an own skill may be, best first: five at most, none that was refused, and
/// none at all once it is linked or kept apart.
#[utoipa::path(get, path = "/organisations/{id}/own-skills/{own_skill_id}/matches", tag = "trainings",
    params(("id" = OrganisationId, Path), ("own_skill_id" = OwnSkillId, Path)),
    responses((status = 200, body = Page<ProposedSkill>), Problems))]
pub async fn list_own_skill_matches(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, OwnSkillId)>,
) -> Result<Json<Page<ProposedSkill>>> {
    ensure_reader(&state, actor, organisation).await?;
    let filter = Filter { id: Some(id), ..Filter::default() };
    let found = own_skills::list(&state.pool, organisation, filter, 1).await?.pop();
    let own = found.ok_or_else(Error::not_found)?;
    if own.link != Link::None {
        return Ok(Json(Page::whole(Vec::new())));
    }
    let refused = own_skills::refusals(&state.pool, &[id.0]).await?.remove(&id).unwrap_or_default();
    let refused: HashSet<SkillCode> =
        refused.iter().map(|refusal| SkillCode(refusal.skill_code.cast_unsigned())).collect();
    let catalog = state.part::<Catalog>().snapshot();
    let found = tokio::task::spawn_blocking(move || {
        let takes = |code| !refused.contains(&code);
        let found = proposed_skills(&catalog, &own.label, &own.description, takes);
        found.take(MOST_MATCHES).collect::<Vec<_>>()
    });
    Ok(Json(Page::whole(found.await.map_err(anyhow::Error::from)?)))
}
