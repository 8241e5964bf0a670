//! One's own account.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::identity::store::people::{self, Account};
use crate::ids::{PersonId, ProfileId};
use crate::platform::http::{Json, Problems, Result};
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
