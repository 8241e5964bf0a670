//! What offers, the slice below, asks of private rooms: a part that `app.rs` wires in.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::{Connection, PgConnection};

use crate::chat::store::private::{self, Closer, New};
use crate::ids::{Ids, OfferRecipientId};
use crate::offers::{NewPrivateRoom, PrivateRooms, RoomEnd};

/// Opens and closes the private rooms of offers.
pub struct Rooms;

/// Who closes, as the offer says it: without the name of whoever did, which the offer's own trail has.
const fn closer(why: RoomEnd) -> Closer {
    match why {
        RoomEnd::Person => Closer::Person(None),
        RoomEnd::Company => Closer::Company(None),
        RoomEnd::Undone | RoomEnd::CompanySuspended => Closer::Offer,
    }
}

impl PrivateRooms for Rooms {
    fn open<'a>(
        &'a self,
        tx: &'a mut PgConnection,
        ids: &'a Ids,
        room: NewPrivateRoom,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<()>> {
        async move {
            let mut tx = tx.begin().await?;
            let new = New {
                recipient: room.recipient,
                person: room.person,
                company: room.company,
                recruiter: room.recruiter,
                title: &room.title,
            };
            private::open(&mut tx, ids, &new, now).await?;
            tx.commit().await
        }
        .boxed()
    }

    fn close<'a>(
        &'a self,
        tx: &'a mut PgConnection,
        ids: &'a Ids,
        recipient: OfferRecipientId,
        why: RoomEnd,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<()>> {
        async move {
            let Some(room) = private::of_recipient(&mut *tx, recipient).await? else { return Ok(()) };
            let mut tx = tx.begin().await?;
            let is_gone = why == RoomEnd::Undone && private::unopen(&mut tx, ids, room, now).await?;
            if !is_gone {
                private::close(&mut tx, ids, room, closer(why), now).await?;
            }
            tx.commit().await
        }
        .boxed()
    }
}
