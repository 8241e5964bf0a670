//! HTTP of trainings.

pub mod courses;
pub mod coverage;
pub mod links;
pub mod matches;
pub mod moves;
pub mod notices;
pub mod own_skills;
pub mod revisions;
pub mod trainings;
pub mod views;

use crate::actor::Actor;
use crate::ids::OrganisationId;
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::trainings::policy;

/// Begins a write in the name of an organisation, for somebody who may write there.
async fn begin(state: &AppState, actor: Actor, organisation: OrganisationId) -> Result<Tx<'static>> {
    let mut tx = state.pool.begin().await?;
    policy::may_write(membership(&mut *tx, organisation, actor.person).await?)?;
    Ok(tx)
}

/// Refuses whoever may not read what the organisation teaches.
async fn ensure_reader(state: &AppState, actor: Actor, organisation: OrganisationId) -> Result<()> {
    policy::may_read(membership(&state.pool, organisation, actor.person).await?)
}
