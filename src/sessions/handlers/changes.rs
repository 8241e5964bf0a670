//! Notes what changed about slots, so that the people concerned are told: together, a few minutes later.

use std::collections::BTreeMap;

use chrono::{Duration, Utc};

use crate::ids::{PersonId, SlotId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::sessions::jobs::TellSlotChanges;
use crate::sessions::model::Status;
use crate::sessions::model::slot::Times;
use crate::sessions::store::cards::{SessionCard, SlotCard, slot_card};
use crate::sessions::store::changes::{self, Change, Kind};
use crate::sessions::store::slots;

/// How long changes are gathered before they are told.
const GATHERED: Duration = Duration::minutes(5);
/// What is this near is told at once.
const NEAR: Duration = Duration::hours(2);

/// Notes a change of a slot, as this transaction sees it now. `before`: the slot as it was; `former`: who no longer trains.
///
/// Nobody is told of a draft, nor of what is over.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    session: &SessionCard,
    (now, before): (&SlotCard, Option<&SlotCard>),
    kind: Kind,
    former: Vec<PersonId>,
) -> Result<()> {
    let time = state.clock.now();
    let latest = before.map_or(now.ends_at, |before| before.ends_at.max(now.ends_at));
    if !matches!(session.status, Status::Planned | Status::Running) || latest <= time {
        return Ok(());
    }
    let change = Change {
        slot: now.id,
        kind,
        before: before.map(|slot| Times { starts_at: slot.starts_at, ends_at: slot.ends_at }),
        place: before.map(|slot| slot.place.clone()),
        former,
    };
    changes::note(tx, state, session.id, &change).await?;
    let first = before.map_or(now.starts_at, |before| before.starts_at.min(now.starts_at));
    let at = if first - time < NEAR { time } else { time + GATHERED };
    jobs::enqueue_at(tx, state, &TellSlotChanges { session: session.id }, at).await?;
    Ok(())
}

/// Notes that the session's place or address changed: every slot to come that takes it from there.
pub async fn note_moved_session(tx: &mut Tx<'_>, state: &AppState, session: &SessionCard) -> Result<()> {
    let now = state.clock.now().with_timezone(&Utc);
    for slot in slots::renew_all(tx, session.id, true, now).await? {
        let moved = slot_card(&mut **tx, session.organisation, session.id, slot).await?;
        let moved = moved.ok_or_else(Error::not_found)?;
        let mut before = moved.clone();
        before.place.clone_from(&session.place);
        note(tx, state, session, (&moved, Some(&before)), Kind::Changed, Vec::new()).await?;
    }
    Ok(())
}

/// Notes that people no longer train at slots: the slots have a new version, and those concerned are told.
pub async fn note_trainers_who_left(
    tx: &mut Tx<'_>,
    state: &AppState,
    session: &SessionCard,
    left: BTreeMap<SlotId, Vec<PersonId>>,
    by: PersonId,
) -> Result<()> {
    for (slot, former) in left {
        slots::touch(tx, slot, None, by, state.clock.now()).await?;
        let slot = slot_card(&mut **tx, session.organisation, session.id, slot).await?;
        let slot = slot.ok_or_else(Error::not_found)?;
        if slot.cancelled_at.is_none() {
            note(tx, state, session, (&slot, Some(&slot)), Kind::Changed, former).await?;
        }
    }
    Ok(())
}
