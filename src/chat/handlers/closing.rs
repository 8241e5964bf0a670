//! The end of a private room by one of its two: closed, it is read for a day; erased, it is gone at once, for both.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::room_views::{RoomView, one};
use super::{lock, place_of};
use crate::actor::Actor;
use crate::chat::jobs::delete_room;
use crate::chat::model::place::{OfOffer, Place};
use crate::chat::model::room::{Side, Step};
use crate::chat::policy;
use crate::chat::store::private::{self, Closer};
use crate::events::Event;
use crate::ids::{ChatRoomId, PersonId};
use crate::offers::{self, ClosedBy};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Json, Path, Problems, Result};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;

/// Begins a step that ends a private room, for one of its two. The offer ends with it: what was shared ends later, unless it is
/// taken back. The offer is held before the room, as all that ends both holds them.
async fn begin(
    state: &AppState,
    actor: Actor,
    room: ChatRoomId,
    step: Step,
) -> Result<(Tx<'static>, Place, Side)> {
    let mut tx = state.pool.begin().await?;
    let place = place_of(&mut tx, actor.person, room).await?;
    let (side, of) = may_end(&place, state.clock.now(), step)?;
    let now = state.clock.now();
    offers::close_accepted(state, &mut tx, of.recipient, closed_by(side, actor.person), now).await?;
    let place = lock(&mut tx, actor.person, room).await?;
    let (side, _) = may_end(&place, now, step)?;
    Ok((tx, place, side))
}

fn may_end(place: &Place, now: DateTime<Utc>, step: Step) -> Result<(Side, OfOffer)> {
    let (side, of) = policy::may_end(place, now)?;
    policy::state(&of).after(step)?;
    Ok((side, of))
}

fn closed_by(side: Side, person: PersonId) -> ClosedBy {
    match side {
        Side::Company => ClosedBy::Company(person),
        _ => ClosedBy::Person,
    }
}

/// As whom somebody closes.
pub fn closer(side: Side, person: PersonId) -> Closer {
    match side {
        Side::Company => Closer::Company(Some(person)),
        _ => Closer::Person(Some(person)),
    }
}

/// Closes a private room, from either side: nobody writes any more, both read and copy it for a day, then it is deleted. The offer
/// is closed with it.
#[utoipa::path(post, path = "/rooms/{id}/close", tag = "rooms", params(("id" = ChatRoomId, Path)),
    responses((status = 200, body = RoomView), Problems))]
pub async fn close_room(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
) -> Result<Json<RoomView>> {
    let (mut tx, _, side) = begin(&state, actor, room, Step::Close).await?;
    let now = state.clock.now();
    private::close(&mut tx, &state.ids, room, closer(side, actor.person), now).await?;
    let place = place_of(&mut tx, actor.person, room).await?;
    let view = one(&mut tx, &place, now).await?;
    tx.commit().await?;
    Ok(Json(view))
}

/// What became of a room that somebody had erased.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomErasure {
    /// Whether it is deleted. Otherwise nobody reads it any more, and it goes once a report is decided on.
    is_deleted: bool,
    /// The latest moment at which it is deleted.
    deleted_at: DateTime<Utc>,
}

/// Has a private room erased, from either side: at once and for both, with its messages and files. Each gets a receipt
/// (`GET /me/room-receipts`). While a report waits nobody reads it, and it is deleted after the decision.
#[utoipa::path(delete, path = "/rooms/{id}", tag = "rooms", params(("id" = ChatRoomId, Path)),
    responses((status = 200, body = RoomErasure), Problems))]
pub async fn erase_room(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
) -> Result<(StatusCode, Json<RoomErasure>)> {
    let (mut tx, place, _) = begin(&state, actor, room, Step::Erase).await?;
    let now = state.clock.now();
    let (_, of) = policy::may_end(&place, now)?;
    private::ask_erasure(&mut tx, room, now).await?;
    let entry = Entry::new(Event::RoomErasureAsked, now, "chat_room", room.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    let both: Vec<PersonId> = [of.candidate, of.recruiter].into_iter().flatten().collect();
    live::changed(&mut tx, &both, Topic::Rooms).await?;
    let held_until = of.held_until.filter(|until| now < *until);
    if held_until.is_none() {
        delete_room(&mut tx, &state, room).await?;
    }
    tx.commit().await?;
    let deleted_at = held_until.unwrap_or(now);
    Ok((StatusCode::OK, Json(RoomErasure { is_deleted: held_until.is_none(), deleted_at })))
}
