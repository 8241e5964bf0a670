//! The visibility switch.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::identity::planned_erasure;
use crate::platform::db::{audit, dirty};
use crate::platform::http::{Code, Json, Problems, Result};
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::sharing::model::{Audience, Choice, Method, Notice, Standing};
use crate::sharing::store::{self, NewConsent};

/// Whether recruiters may find the person, and the text that says what this means.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisibilityView {
    /// Off by default.
    visible: bool,
    /// Who sees the person while they are visible.
    audience: Audience,
    /// When any of it last changed; null if never.
    changed_at: Option<DateTime<Utc>>,
    /// Version of the text in force.
    policy_version: &'static str,
    /// The text in force, in French.
    policy_text: &'static str,
}

impl From<Standing> for VisibilityView {
    fn from(standing: Standing) -> Self {
        let notice = Notice::visibility();
        Self {
            visible: standing.is_visible,
            audience: standing.audience,
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
    /// Who sees the person from then on; as it was, when it is not said. Said only together with `visible: true`.
    audience: Option<Audience>,
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

/// Switches visibility on or off, and says who sees the person. Whatever hides them is in force before the answer.
#[utoipa::path(put, path = "/me/visibility", operation_id = "set_visibility", tag = "sharing",
    request_body = VisibilityChange, responses((status = 200, body = VisibilityView), Problems))]
pub async fn set_visibility(
    State(state): State<AppState>,
    actor: Actor,
    Json(change): Json<VisibilityChange>,
) -> Result<Json<VisibilityView>> {
    let choice = Choice::parse(change.visible, change.audience, &change.policy_version)?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut standing = store::lock_standing(&mut tx, actor.person).await?;
    if choice.is_visible() && planned_erasure(&mut *tx, actor.person).await?.is_some() {
        return Err(Code::ErasurePlanned.into());
    }
    if let Some(kind) = choice.consent(&standing) {
        let before = standing;
        standing = store::save_choice(&mut tx, actor.person, choice, &before, now).await?;
        let consent =
            NewConsent { person: actor.person, kind, method: Method::Switch, notice: choice.notice() };
        store::insert_consent(&mut tx, state.ids.ordered(), consent, now).await?;
        let entry = audit::Entry::new(kind.event(), now, "person", actor.person.0).by(actor.person);
        audit::record(&mut tx, &state.ids, entry).await?;
        if before.is_visible != standing.is_visible {
            dirty::mark(&mut tx, &[actor.profile], kind.urgency(), now).await?;
        }
        if before.audience != standing.audience {
            let number = dirty::outdate_block_lists(&mut tx).await?;
            store::note_audience_change(&mut tx, actor.person, number).await?;
        }
    }
    tx.commit().await?;
    if !choice.is_visible() {
        state.part::<Search>().settle(&state.pool).await?;
    }
    Ok(Json(standing.into()))
}
