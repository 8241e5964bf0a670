//! Rooms: the list, the header of one, who is in it, what somebody wants to be told.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::room_views::{RoomView, one, views};
use super::{begin, begin_reading, place_of, within};
use crate::actor::Actor;
use crate::chat::model::place::Place;
use crate::chat::model::room::{Kind, Level, Side, Writing};
use crate::chat::policy;
use crate::chat::store::{hints, members, places, rooms};
use crate::events::Event;
use crate::ids::{ChatRoomId, ProfileId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;

/// The rooms one reads at this moment, the last written in first.
#[utoipa::path(get, path = "/rooms", tag = "rooms", params(PageParams),
    responses((status = 200, body = Page<RoomView>), Problems))]
pub async fn list_rooms(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<RoomView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, ChatRoomId)>()?);
    let now = state.clock.now();
    let mut connection = state.pool.acquire().await?;
    let mut found = hints::readable(&mut connection, actor.person, now).await?;
    let key = |place: &Place| (place.last_message_at.unwrap_or(place.opened_at), place.room);
    found.retain(|place| before.is_none_or(|before| key(place) < before));
    found.sort_unstable_by_key(|place| std::cmp::Reverse(key(place)));
    found.truncate(limit as usize + 1);
    let rows = views(&mut connection, &found, actor.person, now).await?;
    Ok(Json(Page::cut(rows, limit, RoomView::key)))
}

/// One room: what it is, who writes, how long it is kept, who is waited for.
#[utoipa::path(get, path = "/rooms/{id}", tag = "rooms", params(("id" = ChatRoomId, Path)),
    responses((status = 200, body = RoomView), Problems))]
pub async fn get_room(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
) -> Result<Versioned<RoomView>> {
    let (mut tx, place) = begin_reading(&state, actor, room).await?;
    let view = one(&mut tx, &place, state.clock.now()).await?;
    Ok(Versioned(view.version(), view))
}

/// Somebody who reads a room.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoomMember)]
pub struct MemberView {
    /// Names them in a message.
    profile_id: ProfileId,
    name: String,
    side: Side,
    is_me: bool,
    /// Until when they may not write; to those who moderate.
    silenced_until: Option<DateTime<Utc>>,
    /// Whether they were put out of the room: those who moderate see them still.
    is_expelled: bool,
}

/// Who reads a room at this moment, by name; to those who moderate, also who was put out. A room has as many people as its session:
/// one page.
#[utoipa::path(get, path = "/rooms/{id}/members", tag = "rooms", params(("id" = ChatRoomId, Path)),
    responses((status = 200, body = Page<MemberView>), Problems))]
pub async fn list_room_members(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
) -> Result<Json<Page<MemberView>>> {
    let now = state.clock.now();
    let (mut tx, own) = begin_reading(&state, actor, room).await?;
    let moderates = own.kind != Kind::Private && policy::may_read(&own, now)? == Side::Staff;
    let near = places::people_near(&mut tx, room).await?;
    let there = places::find(&mut tx, &near, &[room]).await?;
    let names = members::named(&mut tx, &near).await?;
    let member = |named: &members::Named| {
        let place = there.iter().find(|place| place.person == named.person)?;
        let is_expelled = place.own.is_expelled && policy::side(place, now).is_none();
        let side = policy::side(place, now).or((moderates && is_expelled).then_some(Side::Member))?;
        let silenced_until = place.own.silenced_until.filter(|until| moderates && now < *until);
        Some(MemberView {
            profile_id: named.profile,
            name: format!("{} {}", named.first_name, named.last_name),
            side,
            is_me: named.person == actor.person,
            silenced_until,
            is_expelled,
        })
    };
    Ok(Json(Page::whole(names.iter().filter_map(member).collect())))
}

/// What one wants to be told of a room.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomPreferences {
    /// Null: everything in private rooms, and where one is named in the others.
    level: Option<Level>,
    /// Nothing at all, for the time being.
    is_muted: bool,
}

/// Says what one wants to be told of a room.
#[utoipa::path(put, path = "/rooms/{id}/preferences", tag = "rooms", params(("id" = ChatRoomId, Path)),
    request_body = RoomPreferences, responses((status = 200, body = RoomView), Problems))]
pub async fn update_room_preferences(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    Json(wanted): Json<RoomPreferences>,
) -> Result<Versioned<RoomView>> {
    let mut tx = state.pool.begin().await?;
    let place = place_of(&mut tx, actor.person, room).await?;
    policy::may_read(&place, state.clock.now())?;
    rooms::set_preferences(&mut tx, room, actor.person, (wanted.level, wanted.is_muted)).await?;
    live::changed(&mut tx, &[actor.person], Topic::Rooms).await?;
    let place = place_of(&mut tx, actor.person, room).await?;
    let view = one(&mut tx, &place, state.clock.now()).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}

/// Who writes in a room of a session.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomSettings {
    writing: Writing,
}

/// Says who writes in a room of a session: everybody, those who train and run it, or everybody once let through.
#[utoipa::path(put, path = "/rooms/{id}/settings", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = RoomSettings, responses((status = 200, body = RoomView), Problems))]
pub async fn update_room_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(room): Path<ChatRoomId>,
    if_match: IfMatch,
    Json(settings): Json<RoomSettings>,
) -> Result<Versioned<RoomView>> {
    let (mut tx, place) = begin(&state, actor, room).await?;
    let now = state.clock.now();
    policy::may_moderate(&place, now)?;
    let view = one(&mut tx, &place, now).await?;
    ensure_current(if_match.version()?, place.version, &view)?;
    if settings.writing != place.writing {
        rooms::set_writing(&mut tx, room, settings.writing).await?;
        let entry = Entry::new(Event::RoomSettingsChanged, now, "chat_room", room.0).by(actor.person);
        let (before, after) = (json!({ "writing": place.writing }), json!({ "writing": settings.writing }));
        audit::record(&mut tx, &state.ids, within(&place, entry).change(before, after)).await?;
        let people = places::people_near(&mut tx, room).await?;
        let readers = hints::followers_among(&mut tx, room, &people, now).await?;
        live::changed(&mut tx, &readers, Topic::Rooms).await?;
    }
    let place = place_of(&mut tx, actor.person, room).await?;
    let view = one(&mut tx, &place, now).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}

/// Lets somebody in again who was put out of a room of a session.
#[utoipa::path(delete, path = "/rooms/{id}/expulsions/{profile_id}", tag = "rooms",
    params(("id" = ChatRoomId, Path), ("profile_id" = ProfileId, Path)), responses((status = 204), Problems))]
pub async fn readmit_room_member(
    State(state): State<AppState>,
    actor: Actor,
    Path((room, profile)): Path<(ChatRoomId, ProfileId)>,
) -> Result<StatusCode> {
    let (mut tx, place) = begin(&state, actor, room).await?;
    let now = state.clock.now();
    policy::may_moderate(&place, now)?;
    let found = members::behind(&mut tx, &[profile]).await?;
    let (_, person) = found.first().copied().ok_or_else(Error::not_found)?;
    if !members::readmit(&mut tx, room, person).await? {
        return Err(Error::not_found());
    }
    let entry = Entry::new(Event::RoomMemberReadmitted, now, "chat_room", room.0).by(actor.person);
    audit::record(&mut tx, &state.ids, within(&place, entry).change(None, json!({ "person": person })))
        .await?;
    live::changed(&mut tx, &[person], Topic::Rooms).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
