//! What those who train, and those who run the organisation, are written about a session.

use std::collections::BTreeSet;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::sessions::mails;
use crate::sessions::model::SheetState;
use crate::sessions::model::local_time::{french_date, french_times};
use crate::sessions::store::cards::{SessionCard, SlotCard, slot_cards};
use crate::sessions::store::{changes, trainers};

/// Most sheets that one letter names.
const NAMED: usize = 20;

/// Tells everybody who trains that the session is announced, and when they train.
pub async fn tell_trainers(tx: &mut Tx<'_>, state: &AppState, card: &SessionCard) -> Result<()> {
    let mut slots = slot_cards(&mut **tx, card.organisation, card.id).await?;
    slots.retain(|slot| slot.cancelled_at.is_none());
    let by_slot = trainers::by_slot(&mut **tx, card.id).await?;
    let (_, organisation) = changes::organisation_of(tx, card.id).await?.ok_or_else(Error::not_found)?;
    for person in changes::trainers(tx, card.id, state.clock.now()).await? {
        let is_theirs = |slot: &&SlotCard| {
            by_slot.iter().any(|(id, trainer)| *id == slot.id && trainer.person == Some(person))
        };
        let theirs: Vec<&SlotCard> = slots.iter().filter(is_theirs).collect();
        for email in changes::accounts(tx, &[person]).await? {
            let context = context! {
                organisation => organisation.clone(), session => card.title.clone(), place => card.place.clone(),
                starts_on => french_date(card.starts_on), ends_on => french_date(card.ends_on), slots => theirs.len(),
                first => theirs.first().map(|slot| french_times(slot.starts_at, slot.ends_at)),
                organisation_id => card.organisation.to_string(), session_id => card.id.to_string(),
            };
            mail::send(tx, state, Mail { to: &email, template: &mails::TRAINS, context }).await?;
        }
    }
    Ok(())
}

/// Reminds those who train of their sheets that are not closed, and those who run the organisation of all of them. Slots to come
/// have none yet.
pub async fn remind_of_open_sheets(tx: &mut Tx<'_>, state: &AppState, card: &SessionCard) -> Result<()> {
    let now = state.clock.now();
    let mut open = slot_cards(&mut **tx, card.organisation, card.id).await?;
    open.retain(|slot| {
        slot.cancelled_at.is_none() && slot.sheet_state != SheetState::Closed && slot.starts_at <= now
    });
    if open.is_empty() {
        return Ok(());
    }
    let by_slot = trainers::by_slot(&mut **tx, card.id).await?;
    let (organisation, name) = changes::organisation_of(tx, card.id).await?.ok_or_else(Error::not_found)?;
    let staff = changes::staff(tx, organisation).await?;
    let trainers = by_slot.iter().filter_map(|(_, trainer)| trainer.person);
    let readers: BTreeSet<PersonId> = staff.iter().copied().chain(trainers).collect();
    for reader in readers {
        let is_theirs = |slot: &&SlotCard| {
            staff.contains(&reader)
                || by_slot.iter().any(|(id, trainer)| *id == slot.id && trainer.person == Some(reader))
        };
        let theirs: Vec<&SlotCard> = open.iter().filter(is_theirs).collect();
        if theirs.is_empty() {
            continue;
        }
        let line =
            |slot: &&SlotCard| format!("{}, {}", slot.label(), french_times(slot.starts_at, slot.ends_at));
        let lines: Vec<String> = theirs.iter().take(NAMED).map(line).collect();
        for email in changes::accounts(tx, &[reader]).await? {
            let context = context! {
                organisation => name.clone(), session => card.title.clone(), lines => lines.clone(),
                more => theirs.len() - lines.len(), organisation_id => organisation.to_string(),
                session_id => card.id.to_string(),
            };
            mail::send(tx, state, Mail { to: &email, template: &mails::OPEN_SHEETS, context }).await?;
        }
    }
    Ok(())
}
