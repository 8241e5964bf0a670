//! What a person chose about the offers they receive.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::events::Event;
use crate::offers::store::settings;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;

/// What a person chose about the offers they receive.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferSettings {
    /// Whether companies see that the person opened an offer; otherwise it stays delivered. What they saw before stays.
    read_receipts: bool,
}

/// Gives what one chose about the offers one receives.
#[utoipa::path(get, path = "/me/offer-settings", tag = "offers",
    responses((status = 200, body = OfferSettings), Problems))]
pub async fn get_offer_settings(State(state): State<AppState>, actor: Actor) -> Result<Json<OfferSettings>> {
    let read_receipts = settings::read_receipts(&state.pool, actor.person).await?;
    Ok(Json(OfferSettings { read_receipts }))
}

/// Writes what one chooses about the offers one receives.
#[utoipa::path(put, path = "/me/offer-settings", tag = "offers", request_body = OfferSettings,
    responses((status = 200, body = OfferSettings), Problems))]
pub async fn update_offer_settings(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<OfferSettings>,
) -> Result<Json<OfferSettings>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    if settings::set_read_receipts(&mut tx, actor.person, body.read_receipts, now).await? {
        let entry = Entry::new(Event::OfferSettingsChanged, now, "person", actor.person.0).by(actor.person);
        audit::record(&mut tx, &state.ids, entry.change(None, json!(body))).await?;
    }
    tx.commit().await?;
    Ok(Json(body))
}
