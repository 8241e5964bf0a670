//! People somebody blocks: their messages are hidden, and they write no more in private. Not a report: nobody learns of it.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::closing::closer;
use super::place_of;
use crate::actor::Actor;
use crate::chat::model::place::Of;
use crate::chat::model::room::{Side, State as RoomState};
use crate::chat::policy;
use crate::chat::store::{blocks, hints, members, places, private, rooms};
use crate::events::Event;
use crate::ids::{ChatRoomId, PersonId, ProfileId};
use crate::offers::{self, ClosedBy};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;
use crate::sharing::{self, BlockedPerson};

/// Most people somebody blocks.
const MOST: i64 = 500;

/// Somebody one blocks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BlockedPerson)]
pub struct BlockView {
    profile_id: ProfileId,
    name: String,
    blocked_at: DateTime<Utc>,
}

impl From<BlockedPerson> for BlockView {
    fn from(row: BlockedPerson) -> Self {
        let name = format!("{} {}", row.first_name, row.last_name);
        Self { profile_id: row.profile, name, blocked_at: row.blocked_at }
    }
}

/// The people one blocks, the latest first.
#[utoipa::path(get, path = "/me/blocked-people", tag = "rooms", params(PageParams),
    responses((status = 200, body = Page<BlockView>), Problems))]
pub async fn list_blocked_people(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<BlockView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let mut connection = state.pool.acquire().await?;
    let rows = i64::from(limit) + 1;
    let rows = sharing::blocked_people(&mut connection, actor.person, (None, before), rows).await?;
    let page = Page::cut(rows, limit, |row| (row.blocked_at, row.profile.0));
    Ok(Json(page.map(BlockView::from)))
}

/// Blocks somebody one has met in a room. Their messages are hidden (but for those of whoever trains or runs a session), they are not told,
/// no offer of theirs reaches one any more, and private rooms with them are closed. Blocking twice changes nothing.
#[utoipa::path(put, path = "/me/blocked-people/{profile_id}", tag = "rooms", params(("profile_id" = ProfileId, Path)),
    responses((status = 200, body = BlockView), Problems))]
pub async fn block_person(
    State(state): State<AppState>,
    actor: Actor,
    Path(profile): Path<ProfileId>,
) -> Result<Json<BlockView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let found = members::behind(&mut tx, &[profile]).await?;
    let (_, other) = found.first().copied().ok_or_else(Error::not_found)?;
    let met = met(&mut tx, actor.person, other, now).await?;
    if let Some(view) = blocked(&mut tx, actor, profile).await? {
        return Ok(Json(view));
    }
    if !met || other == actor.person {
        return Err(Error::not_found());
    }
    if sharing::count_blocked_people(&mut tx, actor.person).await? >= MOST {
        return Err(Code::TooManyBlockedPeople.into());
    }
    sharing::block_person(&mut tx, actor.person, other, now).await?;
    let entry = Entry::new(Event::PersonBlocked, now, "person", actor.person.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "blocked": profile }))).await?;
    for room in private::between(&mut tx, actor.person, other).await? {
        close_private(&mut tx, &state, actor, room).await?;
    }
    live::changed(&mut tx, &[actor.person], Topic::Rooms).await?;
    let view = blocked(&mut tx, actor, profile).await?.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Json(view))
}

async fn blocked(tx: &mut Tx<'_>, actor: Actor, profile: ProfileId) -> Result<Option<BlockView>> {
    let found = sharing::blocked_people(tx, actor.person, (Some(profile), None), 1).await?;
    Ok(found.into_iter().next().map(BlockView::from))
}

/// Whether somebody reads a room, or wrote in one, that one reads oneself: nobody learns who is behind any other id.
async fn met(tx: &mut Tx<'_>, person: PersonId, other: PersonId, now: DateTime<Utc>) -> Result<bool> {
    let own = hints::readable(tx, person, now).await?;
    let own: Vec<ChatRoomId> = own.iter().map(|place| place.room).collect();
    let there = places::find(tx, &[other], &own).await?;
    let reads = there.iter().any(|place| policy::side(place, now).is_some());
    Ok(reads || blocks::wrote_in(tx, &own, other).await?)
}

/// Closes a private room with somebody who was blocked: its offer first, as all that ends both does.
async fn close_private(tx: &mut Tx<'_>, state: &AppState, actor: Actor, room: ChatRoomId) -> Result<()> {
    let now = state.clock.now();
    let place = place_of(tx, actor.person, room).await?;
    let (Some(side), Of::Offer(of)) = (policy::side(&place, now), &place.of) else { return Ok(()) };
    if policy::state(of) != RoomState::Open {
        return Ok(());
    }
    let by = match side {
        Side::Company => ClosedBy::Company(actor.person),
        _ => ClosedBy::Person,
    };
    offers::close_accepted(state, tx, of.recipient, by, now).await?;
    rooms::lock(tx, room).await?;
    private::close(tx, &state.ids, room, closer(side, actor.person), now).await?;
    Ok(())
}

/// Unblocks somebody. Rooms that were closed stay so. Unblocking twice changes nothing.
#[utoipa::path(delete, path = "/me/blocked-people/{profile_id}", tag = "rooms", params(("profile_id" = ProfileId, Path)),
    responses((status = 204), Problems))]
pub async fn unblock_person(
    State(state): State<AppState>,
    actor: Actor,
    Path(profile): Path<ProfileId>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let found = members::behind(&mut tx, &[profile]).await?;
    if let Some((_, other)) = found.first()
        && sharing::unblock_person(&mut tx, actor.person, *other).await?
    {
        let entry = Entry::new(Event::PersonUnblocked, now, "person", actor.person.0).by(actor.person);
        audit::record(&mut tx, &state.ids, entry.change(json!({ "blocked": profile }), None)).await?;
        live::changed(&mut tx, &[actor.person], Topic::Rooms).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
