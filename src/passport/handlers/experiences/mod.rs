//! Experiences, by their own person. To anybody else they do not exist.

pub mod moves;
pub mod own;
pub mod proofs;
pub mod proposals;
pub mod readings;
pub mod shared;
pub mod submit;
pub mod views;

use serde::Deserialize;
use serde_json::Value;

use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{ExperienceId, ExperienceProofId, ExperienceSubmissionId};
use crate::passport::model::experience::status::{Move, Status, may_be_written};
use crate::passport::store::experience::own::{self as experiences, Experience};
use crate::passport::store::experience::submissions;
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use views::{ExperienceView, Hanging};

/// A proof, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ProofPlace {
    pub(super) experience_id: ExperienceId,
    pub(super) proof_id: ExperienceProofId,
}

/// A submission, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct SubmissionPlace {
    pub(super) experience_id: ExperienceId,
    pub(super) submission_id: ExperienceSubmissionId,
}

/// One's own experience, locked.
async fn lock(tx: &mut Tx<'_>, actor: Actor, id: ExperienceId) -> Result<Experience> {
    experiences::lock(tx, actor.person, id).await?.ok_or_else(Error::not_found)
}

/// One's own experience, locked, to be written: no organisation looks at it, none put its name to it.
async fn lock_to_write(tx: &mut Tx<'_>, actor: Actor, id: ExperienceId) -> Result<Experience> {
    let found = lock(tx, actor, id).await?;
    found.status.after(Move::Write)?;
    may_be_written(&submissions::states(tx, id).await?)?;
    Ok(found)
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, event, id): (Actor, Event, ExperienceId),
    after: impl Into<Option<Value>>,
) -> Result<()> {
    let entry = audit::Entry::new(event, state.clock.now(), "experience", id.0).by(actor.person);
    audit::record(tx, &state.ids, entry.change(None, after)).await?;
    Ok(())
}

/// Tells the index, where the search knows of the experience at all.
async fn mark(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    (of, urgency): (&Experience, Urgency),
) -> Result<()> {
    if of.status == Status::Declared && !of.is_hidden {
        dirty::mark(tx, &[actor.profile], urgency, state.clock.now()).await?;
    }
    Ok(())
}

/// One's own experience, whole.
async fn view(tx: &mut Tx<'_>, state: &AppState, actor: Actor, id: ExperienceId) -> Result<ExperienceView> {
    let found = experiences::list(&mut **tx, actor.person, Some(id), None, 1).await?.pop();
    let found = found.ok_or_else(Error::not_found)?;
    let hanging = Hanging::read(&mut *tx, &[id]).await?;
    Ok(hanging.draw(found, state.config.files.unchecked_files))
}
