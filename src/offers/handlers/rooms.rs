//! What chat, the slice above, asks of offers.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::notes;
use crate::ids::{OfferRecipientId, PersonId};
use crate::offers::model::SHARES_LAST;
use crate::offers::model::state::{Event, State};
use crate::offers::store::rooms::RoomOffer;
use crate::offers::store::transitions::{self, By, Step};
use crate::offers::store::{duty, offers, recipients};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::sharing;

/// Who ended what followed a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedBy {
    /// The person.
    Person,
    /// This person, for the company.
    Company(PersonId),
    /// The clock of the room.
    Clock,
}

/// The offer a private room belongs to.
pub async fn offer_for_room(
    connection: &mut PgConnection,
    recipient: OfferRecipientId,
) -> sqlx::Result<Option<RoomOffer>> {
    offers::of_recipient(connection, recipient).await
}

/// Ends an accepted offer because its private room was closed: what was shared ends thirty days later, unless it was taken back
/// before. Nothing happens when the offer is not accepted (any more). The room itself is the caller's.
pub async fn close_accepted(
    state: &AppState,
    tx: &mut Tx<'_>,
    recipient: OfferRecipientId,
    by: ClosedBy,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(mut accepted) = recipients::lock(tx, recipient).await? else { return Ok(()) };
    if accepted.state != State::Accepted {
        return Ok(());
    }
    let by = match by {
        ClosedBy::Person => accepted.person.map_or(By::Clock, |person| By::Person { person, network: None }),
        ClosedBy::Company(person) => By::Company(person),
        ClosedBy::Clock => By::Clock,
    };
    let step = Step { event: Event::Close, by: &by, reason: None, at: now };
    transitions::apply(tx, &state.ids, &mut accepted, step).await?;
    sharing::limit_shares(tx, recipient, now + SHARES_LAST).await?;
    notes::changed_for_both(tx, &accepted).await?;
    Ok(())
}

/// Notes that the company wrote in the private room: the first time counts for how fast it answers.
pub async fn company_wrote(
    tx: &mut Tx<'_>,
    recipient: OfferRecipientId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    duty::company_wrote(tx, recipient, now).await
}
