//! What offers ask of chat, the slice above: a part that `app.rs` wires in.

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sqlx::PgConnection;

use crate::ids::{CompanyId, Ids, OfferId, OfferRecipientId, PersonId, RecruiterId};
use crate::offers::model::state::State;

/// A private room to open: an offer was accepted.
#[derive(Clone, Debug)]
pub struct NewPrivateRoom {
    /// What the person accepted. There is one room for it at most.
    pub recipient: OfferRecipientId,
    /// Who accepted.
    pub person: PersonId,
    /// The establishment.
    pub company: CompanyId,
    /// Who speaks for it.
    pub recruiter: RecruiterId,
    /// Title of the offer.
    pub title: String,
}

/// Why a private room ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomEnd {
    /// The person ended the conversation.
    Person,
    /// The company ended it.
    Company,
    /// The person took their acceptance back, within ten minutes.
    Undone,
    /// The company may not recruit any more.
    CompanySuspended,
}

/// Opens and closes private rooms, in the transaction of whoever asks.
pub trait PrivateRooms: Send + Sync {
    /// Opens the room of an accepted offer. After [`RoomEnd::Undone`] the same offer may be accepted again: a room that is still
    /// there opens again, as it was.
    fn open<'a>(
        &'a self,
        tx: &'a mut PgConnection,
        ids: &'a Ids,
        room: NewPrivateRoom,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<()>>;

    /// Closes the room of an offer; without one, or once it is closed, nothing happens. After [`RoomEnd::Undone`] a room in which nobody
    /// wrote goes at once; one with messages is closed as any other.
    fn close<'a>(
        &'a self,
        tx: &'a mut PgConnection,
        ids: &'a Ids,
        recipient: OfferRecipientId,
        why: RoomEnd,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<()>>;
}

/// The private rooms, as a part.
pub type Rooms = Box<dyn PrivateRooms>;

/// What a private room needs to know of its offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomOffer {
    /// What the person received.
    pub recipient: OfferRecipientId,
    /// The offer.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// Who received it; none once the account is gone.
    pub person: Option<PersonId>,
    /// The establishment.
    pub company: CompanyId,
    /// Its name, as it was sent.
    pub company_name: String,
    /// Whose offer it is; none once the account is gone.
    pub author: Option<PersonId>,
    /// Where it stands.
    pub state: State,
}
