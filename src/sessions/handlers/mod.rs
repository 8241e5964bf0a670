//! HTTP of sessions.

pub mod calendar;
pub mod changes;
pub mod courses;
pub mod enrolment_moves;
pub mod enrolments;
pub mod feed;
pub mod generation;
pub mod imports;
pub mod invitations;
pub mod letters;
pub mod mine;
pub mod moves;
pub mod places;
pub mod quizzes;
pub mod readiness;
pub mod resource_files;
pub mod resources;
pub mod rooms;
pub mod session_rectify;
pub mod sessions;
pub mod slot_moves;
pub mod slot_rectify;
pub mod slots;
pub mod views;
pub mod windows;

use crate::actor::Actor;
use crate::ids::{OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::policy::{self, Standing};
use crate::sessions::store::cards::{SessionCard, standing};
use crate::sessions::store::sessions as session_store;

/// A session as an address names it.
type Subject = (OrganisationId, TrainingSessionId);

/// Begins to read a session, in one state from beginning to end, for somebody who may.
async fn begin_reading(state: &AppState, actor: Actor, (organisation, id): Subject) -> Result<Tx<'static>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    policy::may_read(stands(&mut tx, actor, (organisation, id)).await?)?;
    Ok(tx)
}

/// Begins a move of a session for those who run the organisation: rights first, then the state.
async fn begin(
    state: &AppState,
    actor: Actor,
    subject: Subject,
    step: Move,
) -> Result<(Tx<'static>, SessionCard)> {
    begin_as(state, actor, subject, step, policy::may_write).await
}

/// The same, for its trainers too.
async fn begin_teaching(
    state: &AppState,
    actor: Actor,
    subject: Subject,
    step: Move,
) -> Result<(Tx<'static>, SessionCard)> {
    begin_as(state, actor, subject, step, policy::may_teach).await
}

async fn begin_as(
    state: &AppState,
    actor: Actor,
    subject: Subject,
    step: Move,
    may: fn(Standing) -> Result<()>,
) -> Result<(Tx<'static>, SessionCard)> {
    let mut tx = state.pool.begin().await?;
    may(stands(&mut tx, actor, subject).await?)?;
    let (organisation, id) = subject;
    let card = session_store::lock(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    card.status.after(step)?;
    Ok((tx, card))
}

/// What the actor is to the session. A member of the organisation who asks for a session it does not have gets the same
/// answer as a stranger.
async fn stands(tx: &mut Tx<'_>, actor: Actor, (organisation, id): Subject) -> Result<Standing> {
    standing(&mut **tx, organisation, id, actor.person).await?.ok_or_else(Error::not_found)
}
