//! One's own account.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::events::Event;
use crate::identity::model::PersonName;
use crate::identity::store::people::{self, Account};
use crate::ids::{PersonId, ProfileId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::http::{Fields, Json, Problems, Result};
use crate::platform::state::AppState;

/// The signed-in person.
#[derive(Serialize, ToSchema)]
pub struct Me {
    id: PersonId,
    email: String,
    first_name: String,
    last_name: String,
    /// The id under which recruiters see the profile.
    profile_id: ProfileId,
    totp_enabled: bool,
    platform_admin: bool,
}

impl From<Account> for Me {
    fn from(account: Account) -> Self {
        let Account { id, email, first_name, last_name, profile_id, totp_enabled, platform_admin } = account;
        Self { id, email, first_name, last_name, profile_id, totp_enabled, platform_admin }
    }
}

/// Who am I.
#[utoipa::path(get, path = "/me", tag = "identity", responses((status = 200, body = Me), Problems))]
pub async fn get_me(State(state): State<AppState>, actor: Actor) -> Result<Json<Me>> {
    Ok(Json(people::account(&state.pool, actor.person).await?.into()))
}

/// The name to take; what is absent stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameChange {
    first_name: Option<String>,
    last_name: Option<String>,
}

/// Changes one's name.
#[utoipa::path(patch, path = "/me", tag = "identity", request_body = NameChange,
    responses((status = 200, body = Me), Problems))]
pub async fn update_me(
    State(state): State<AppState>,
    actor: Actor,
    Json(request): Json<NameChange>,
) -> Result<Json<Me>> {
    let mut fields = Fields::default();
    let mut read =
        |pointer, text: Option<String>| text.and_then(|text| fields.check(PersonName::parse(pointer, &text)));
    let (first_name, last_name) =
        (read("/first_name", request.first_name), read("/last_name", request.last_name));
    fields.finish()?;

    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let name = (first_name.as_ref().map(PersonName::as_str), last_name.as_ref().map(PersonName::as_str));
    if people::set_name(&mut tx, actor.person, name, now).await? {
        dirty::mark(&mut tx, &[actor.profile], Urgency::Soon, now).await?;
        let entry = Entry::new(Event::NameChanged, now, "person", actor.person.0).by(actor.person);
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    let account = people::account(&mut *tx, actor.person).await?;
    tx.commit().await?;
    Ok(Json(account.into()))
}
