//! Experiences that were put before an organisation, as its admins see them.

pub mod decide;
pub mod files;
pub mod judged;
pub mod letters;
pub mod moves;
pub mod queue;
pub mod views;

use serde::Deserialize;

use crate::actor::Actor;
use crate::ids::{ExperienceProofId, ExperienceSubmissionId, OrganisationId};
use crate::orgs::membership;
use crate::passport::policy;
use crate::passport::store::experience::review::{self, Locked};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;

/// A submission, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    pub(super) id: OrganisationId,
    pub(super) submission_id: ExperienceSubmissionId,
}

/// A proof of it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ProofPlace {
    pub(super) id: OrganisationId,
    pub(super) submission_id: ExperienceSubmissionId,
    pub(super) proof_id: ExperienceProofId,
}

/// Opens a transaction in which an admin of an organisation at work writes; the submission is locked.
async fn begin(state: &AppState, actor: Actor, place: Place) -> Result<(Tx<'static>, Locked)> {
    let mut tx = state.pool.begin().await?;
    policy::may_decide_experience(membership(&mut *tx, place.id, actor.person).await?)?;
    let found = lock(&mut tx, actor, place).await?;
    Ok((tx, found))
}

/// The submission, locked. Nobody looks at what they themselves put before their organisation.
async fn lock(tx: &mut Tx<'_>, actor: Actor, place: Place) -> Result<Locked> {
    let found = review::lock(tx, place.id, place.submission_id).await?.ok_or_else(Error::not_found)?;
    policy::may_judge(actor.person, found.person)?;
    Ok(found)
}
