//! Search in what was written, in the rooms one reads at this moment.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::room_views::name_of;
use super::views::{MessageView, of_messages};
use crate::actor::Actor;
use crate::chat::model::message::search_words;
use crate::chat::model::place::Place;
use crate::chat::model::room::Side;
use crate::chat::policy;
use crate::chat::store::search::{self, Hit, Key};
use crate::chat::store::{hints, places};
use crate::ids::ChatRoomId;
use crate::platform::http::{Error, Json, Page, PageParams, Problems, Query, Result, texts};
use crate::platform::state::AppState;

/// What is searched, and where.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MessageSearch {
    /// Words that a message holds, all of them, 2 to 100 characters; without case and accents, in any form of theirs.
    pub q: String,
    /// In this room alone.
    pub room: Option<ChatRoomId>,
    /// Messages per page, 1 to 100 (50 by default).
    pub limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// A message that was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundMessage {
    room_id: ChatRoomId,
    room_name: String,
    message: MessageView,
}

/// Searches the messages of the rooms one reads at this moment, the newest first. What is deleted, removed, hidden or waits is not found, nor
/// what comes from somebody one blocked.
#[utoipa::path(get, path = "/message-search", tag = "rooms", params(MessageSearch),
    responses((status = 200, body = Page<FoundMessage>), Problems))]
pub async fn search_messages(
    State(state): State<AppState>,
    actor: Actor,
    Query(asked): Query<MessageSearch>,
) -> Result<Json<Page<FoundMessage>>> {
    let words = texts::line("/q", &asked.q, 2..=100).map_err(|fault| Error::Invalid(vec![fault]))?;
    let page = PageParams { limit: asked.limit, cursor: asked.cursor };
    let (limit, after) = (page.limit()?, page.after::<Key>()?);
    let now = state.clock.now();
    // One state from the rights to the hits: whoever loses a room meanwhile finds nothing in it.
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let readable = match asked.room {
        None => hints::readable(&mut tx, actor.person, now).await?,
        Some(room) => {
            let place = places::of(&mut tx, actor.person, room).await?.ok_or_else(Error::not_found)?;
            policy::may_read(&place, now)?;
            vec![place]
        }
    };
    let rooms: Vec<ChatRoomId> = readable.iter().map(|place| place.room).collect();
    let among = (rooms.as_slice(), search_words(&words));
    let rows = i64::from(limit) + 1;
    let hits = search::find(&mut tx, actor.person, (among.0, &among.1), after, rows).await?;
    let page = Page::cut(hits, limit, |hit: &Hit| (hit.sent_at, hit.message.0));
    let mut items = Vec::with_capacity(page.items.len());
    for hit in &page.items {
        let Some(place) = readable.iter().find(|place| place.room == hit.room) else { continue };
        let Some(message) = of_messages(&mut tx, place, &[hit.message], now).await?.pop() else { continue };
        items.push(FoundMessage { room_id: hit.room, room_name: named(place, now), message });
    }
    Ok(Json(Page { items, next_cursor: page.next_cursor }))
}

fn named(place: &Place, now: chrono::DateTime<chrono::Utc>) -> String {
    name_of(place, policy::side(place, now).unwrap_or(Side::Member))
}
