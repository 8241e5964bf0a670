//! The visibility switch.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::platform::db::{audit, dirty};
use crate::platform::http::{Json, Problems, Result};
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::sharing::model::{Choice, Notice, Standing};
use crate::sharing::store;

/// Whether recruiters may find the person, and the text that says what this means.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisibilityView {
    /// Off by default.
    visible: bool,
    /// When it last changed; null if never.
    changed_at: Option<DateTime<Utc>>,
    /// Version of the text in force.
    policy_version: &'static str,
    /// The text in force, in French.
    policy_text: &'static str,
}

impl From<Standing> for VisibilityView {
    fn from(standing: Standing) -> Self {
        let notice = Notice::current();
        Self {
            visible: standing.is_visible,
            changed_at: standing.changed_at,
            policy_version: notice.version,
            policy_text: notice.text,
        }
    }
}

/// A change of the switch.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisibilityChange {
    /// The state wanted.
    visible: bool,
    /// Version of the text the person had before their eyes.
    policy_version: String,
}

/// Tells whether recruiters may find the person.
#[utoipa::path(get, path = "/me/visibility", operation_id = "get_visibility", tag = "sharing",
    responses((status = 200, body = VisibilityView), Problems))]
pub async fn get_visibility(State(state): State<AppState>, actor: Actor) -> Result<Json<VisibilityView>> {
    let standing = store::find_standing(&state.pool, actor.person).await?;
    Ok(Json(standing.into()))
}

/// Switches visibility on or off. A withdrawal is in force before the answer.
#[utoipa::path(put, path = "/me/visibility", operation_id = "set_visibility", tag = "sharing",
    request_body = VisibilityChange, responses((status = 200, body = VisibilityView), Problems))]
pub async fn set_visibility(
    State(state): State<AppState>,
    actor: Actor,
    Json(change): Json<VisibilityChange>,
) -> Result<Json<VisibilityView>> {
    let choice = Choice::parse(change.visible, &change.policy_version)?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut standing = store::lock_standing(&mut tx, actor.person).await?;
    if let Some(kind) = choice.consent(&standing) {
        standing = store::save_choice(&mut tx, actor.person, choice, now).await?;
        store::insert_consent(&mut tx, state.ids.ordered(), actor.person, kind, choice.notice(), now).await?;
        let entry = audit::Entry::new(kind.event(), now, "person", actor.person.0).by(actor.person);
        audit::record(&mut tx, &state.ids, entry).await?;
        dirty::mark(&mut tx, &[actor.profile], kind.urgency(), now).await?;
    }
    tx.commit().await?;
    if !choice.is_visible() {
        state.part::<Search>().settle(&state.pool).await?;
    }
    Ok(Json(standing.into()))
}
