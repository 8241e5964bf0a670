//! HTTP of trainings.

pub mod alignment;
pub mod courses;
pub mod coverage;
mod differences;
pub mod links;
pub mod matches;
pub mod moves;
pub mod notices;
pub mod own_skills;
pub mod revisions;
pub mod trainings;
pub mod views;

use carnet_index::text;

use crate::actor::Actor;
use crate::ids::OrganisationId;
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result, texts};
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

/// A title without case, accents and signs: what lists are searched by.
fn folded(title: &str) -> String {
    text::words(title).join(" ")
}

/// What a list is searched by, folded; 200 characters at most are typed.
fn searched(typed: Option<&str>) -> Result<Option<String>> {
    let typed = typed.map(|typed| texts::line("/q", typed, 0..=200)).transpose();
    Ok(typed.map_err(|fault| Error::Invalid(vec![fault]))?.map(|typed| folded(&typed)))
}
