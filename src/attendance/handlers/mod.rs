//! HTTP of attendance.

pub mod certificates;
pub mod certify;
pub mod closing;
pub mod contests;
pub mod convocations;
pub mod exports;
pub mod half_days;
pub mod keeper;
pub mod mine;
pub mod notes;
pub mod oversight;
pub mod paper;
pub mod paper_words;
pub mod personal;
pub mod press;
pub mod printed;
pub mod proofs;
pub mod public;
pub mod qr;
pub mod rectify;
pub mod roll;
pub mod seals;
pub mod settings;
pub mod sheet;
pub mod signing;
pub mod views;

use serde::Deserialize;
use serde_json::Value;

use super::model::state::{self, Move};
use super::policy;
use super::store::links;
use super::store::sheets::{self, Sheet};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::sessions::{self, SessionCard, SlotCard, Standing};

/// A slot, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    id: OrganisationId,
    session_id: TrainingSessionId,
    slot_id: SlotId,
}

/// A session, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfSession {
    id: OrganisationId,
    session_id: TrainingSessionId,
}

type Rule = fn(Option<Standing>) -> Result<()>;

/// Begins a snapshot of a session for somebody this rule lets read it.
async fn read(
    state: &AppState,
    actor: Actor,
    of: OfSession,
    rule: Rule,
) -> Result<(Tx<'static>, SessionCard)> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let session = admit(&mut tx, actor, of, rule).await?;
    Ok((tx, session))
}

/// Begins a write on a session, for somebody this rule lets write.
async fn write(
    state: &AppState,
    actor: Actor,
    of: OfSession,
    rule: Rule,
) -> Result<(Tx<'static>, SessionCard)> {
    let mut tx = state.pool.begin().await?;
    let session = admit(&mut tx, actor, of, rule).await?;
    Ok((tx, session))
}

async fn admit(tx: &mut Tx<'_>, actor: Actor, of: OfSession, rule: Rule) -> Result<SessionCard> {
    rule(sessions::standing(&mut **tx, of.id, of.session_id, actor.person).await?)?;
    sessions::session_card(&mut **tx, of.id, of.session_id).await?.ok_or_else(Error::not_found)
}

/// A slot locked for a write on its sheet.
struct Locked {
    tx: Tx<'static>,
    slot: SlotCard,
    sheet: Sheet,
}

/// Begins a write on the sheet of a slot, for somebody this rule lets write, if the sheet's state allows the move.
async fn lock(state: &AppState, actor: Actor, place: Place, rule: Rule, step: Move) -> Result<Locked> {
    let mut tx = state.pool.begin().await?;
    rule(sessions::standing(&mut *tx, place.id, place.session_id, actor.person).await?)?;
    if matches!(step, Move::Close | Move::Rectify) {
        links::lock(&mut tx, place.session_id).await?;
    }
    let slot = sessions::lock_slot(&mut tx, place.id, place.session_id, place.slot_id).await?;
    let slot = slot.ok_or_else(Error::not_found)?;
    if matches!(step, Move::Mark | Move::Sign | Move::Note | Move::Close) {
        policy::ensure_held(&slot)?;
    }
    state::after(slot.sheet_state, step)?;
    let sheet = sheets::find(&mut *tx, place.session_id, place.slot_id).await?;
    Ok(Locked { tx, slot, sheet })
}

/// The parameters of the path to a slot.
impl Place {
    const fn of(self) -> OfSession {
        OfSession { id: self.id, session_id: self.session_id }
    }
}

/// Notes what happened to the sheet of a slot.
async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    slot: &SlotCard,
    (event, after): (Event, Value),
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "session_slot", slot.id.0);
    let entry = entry.by(actor.person).within(slot.organisation).change(None, after);
    Ok(audit::record(tx, &state.ids, entry).await?)
}
