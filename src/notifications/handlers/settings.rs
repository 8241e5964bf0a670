//! How one wants to be told.

use axum::extract::State;

use crate::actor::Actor;
use crate::events::Event;
use crate::notifications::model::NotificationSettings;
use crate::notifications::store::settings;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Json, Problems, Result};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;

/// Tells how one wants to be told, group by group.
#[utoipa::path(get, path = "/me/notification-settings", operation_id = "get_notification_settings",
    tag = "notifications", responses((status = 200, body = NotificationSettings), Problems))]
pub async fn get_notification_settings(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<NotificationSettings>> {
    let mut conn = state.pool.acquire().await?;
    Ok(Json(settings::of(&mut conn, actor.person).await?))
}

/// Chooses how one wants to be told. Offers and what concerns the account stay visible inside the app.
#[utoipa::path(put, path = "/me/notification-settings", operation_id = "update_notification_settings",
    tag = "notifications", request_body = NotificationSettings,
    responses((status = 200, body = NotificationSettings), Problems))]
pub async fn update_notification_settings(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<NotificationSettings>,
) -> Result<Json<NotificationSettings>> {
    let chosen = body.checked()?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let before = settings::write(&mut tx, actor.person, &chosen, now).await?;
    if before != chosen {
        let states = [before, chosen].map(|settings| serde_json::to_value(settings).ok());
        let [before, after] = states;
        let entry = Entry::new(Event::NotificationSettingsChanged, now, "person", actor.person.0);
        audit::record(&mut tx, &state.ids, entry.by(actor.person).change(before, after)).await?;
        live::changed(&mut tx, &[actor.person], Topic::Notices).await?;
    }
    tx.commit().await?;
    Ok(Json(chosen))
}
