//! What those who train, and those who run the organisation, are written about a session.

use super::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::sessions::mails;
use crate::sessions::model::local_time::{french_date, french_times};
use crate::sessions::store::cards::{SessionCard, SlotCard, slot_cards};
use crate::sessions::store::{changes, trainers};

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
