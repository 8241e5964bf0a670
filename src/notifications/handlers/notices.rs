//! What one was told: the list, its count, and what was read of it.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::actor::Actor;
use crate::ids::NotificationId;
use crate::notices::NoticeKind;
use crate::notifications::model::NoticeGroup;
use crate::notifications::store::notices::{self, Filter, Place, Reading, Told};
use crate::notifications::store::settings;
use crate::offers;
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;

/// Which notifications.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListNotifications {
    /// Those that were not read, or those that were (default: both).
    unread: Option<bool>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Something one was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotificationView {
    id: NotificationId,
    kind: NoticeKind,
    group: NoticeGroup,
    /// What it is about: an offer, a room, a quiz, as its kind says.
    subject: Uuid,
    /// Names and titles that its kind is worded with.
    #[schema(value_type = Object)]
    facts: Value,
    /// When it was told; told again before it was read, it comes to the top again.
    told_at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
}

/// How many notifications were not read.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotificationCount {
    unread: i64,
}

/// A place of the list, as it was shown.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadNotifications {
    /// The newest notification that was shown.
    up_to: NotificationId,
    /// Its `told_at` as it was shown: what was told since is not read.
    told_at: DateTime<Utc>,
}

impl NotificationView {
    /// None for a kind that another version of the program wrote.
    fn new(told: Told) -> Option<Self> {
        let kind = NoticeKind::find(&told.kind)?;
        let Told { id, subject, facts, created_at, read_at, .. } = told;
        Some(Self { id, kind, group: NoticeGroup::of(kind), subject, facts, told_at: created_at, read_at })
    }
}

/// Lists what one was told, newest first.
#[utoipa::path(get, path = "/me/notifications", operation_id = "list_notifications", tag = "notifications",
    params(ListNotifications), responses((status = 200, body = Page<NotificationView>), Problems))]
pub async fn list_notifications(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<ListNotifications>,
) -> Result<Json<Page<NotificationView>>> {
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let after = page.after::<Place>()?;
    let mut tx = state.pool.begin().await?;
    // Whoever looks at what they are told has been reached by the offers among it.
    offers::mark_delivered(&mut tx, &state.ids, actor.person, state.clock.now()).await?;
    tx.commit().await?;
    let mut conn = state.pool.acquire().await?;
    let kinds = settings::of(&mut conn, actor.person).await?.listed_kinds();
    let filter = Filter { kinds: &kinds, unread: query.unread, after };
    let told = notices::list(&mut conn, actor.person, filter, i64::from(limit) + 1).await?;
    let Page { items, next_cursor } = Page::cut(told, limit, |told| Place(told.created_at, told.id));
    let items = items.into_iter().filter_map(NotificationView::new).collect();
    Ok(Json(Page { items, next_cursor }))
}

/// Counts what one was told and has not read.
#[utoipa::path(get, path = "/me/notifications/count", operation_id = "count_notifications", tag = "notifications",
    responses((status = 200, body = NotificationCount), Problems))]
pub async fn count_notifications(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<NotificationCount>> {
    let mut conn = state.pool.acquire().await?;
    let kinds = settings::of(&mut conn, actor.person).await?.listed_kinds();
    let unread = notices::count_unread(&mut conn, actor.person, &kinds).await?;
    Ok(Json(NotificationCount { unread }))
}

/// Marks a notification as read; twice does no harm.
#[utoipa::path(put, path = "/me/notifications/{id}/read", operation_id = "read_notification", tag = "notifications",
    params(("id" = NotificationId, Path)), responses((status = 204), Problems))]
pub async fn read_notification(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<NotificationId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    match notices::read(&mut tx, actor.person, id, state.clock.now()).await? {
        Reading::Unknown => return Err(Error::not_found()),
        Reading::Before => {}
        Reading::Now => tell_other_tabs(&mut tx, actor).await?,
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Marks everything down from one notification as read: it, and whatever was told before it.
#[utoipa::path(post, path = "/me/notifications/read", operation_id = "read_notifications", tag = "notifications",
    request_body = ReadNotifications, responses((status = 204), Problems))]
pub async fn read_notifications(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<ReadNotifications>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let place = Place(body.told_at, body.up_to);
    if notices::read_up_to(&mut tx, actor.person, place, state.clock.now()).await? > 0 {
        tell_other_tabs(&mut tx, actor).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn tell_other_tabs(tx: &mut Tx<'_>, actor: Actor) -> sqlx::Result<()> {
    live::changed(tx, &[actor.person], Topic::Notices).await
}
