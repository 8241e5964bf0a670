//! What recruiters would see of the person who asks: the same rows, the same rule, the same drawing.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::unkept;
use crate::actor::Actor;
use crate::platform::http::{Error, Json, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{ProfileView, Words, project};
use crate::profiles::store::{Whose, read_profiles};
use crate::sharing;

/// The person's own profile as a recruiter sees it, or would.
#[derive(Debug, Serialize, ToSchema)]
struct ProfilePreview<'a> {
    /// Whether recruiters can find it now.
    visible: bool,
    /// The profile.
    hit: ProfileView<'a>,
}

/// Shows the person exactly what a recruiter sees of them.
#[utoipa::path(get, path = "/me/profile-preview", operation_id = "preview_my_profile", tag = "profiles",
    responses((status = 200, body = ProfilePreview), Problems))]
pub async fn preview_my_profile(State(state): State<AppState>, actor: Actor) -> Result<Response> {
    let visible = sharing::is_visible(&state.pool, actor.person).await?;
    let mut connection = state.pool.acquire().await?;
    let read = read_profiles(&mut connection, &[actor.profile.0], Whose::Anyone, state.clock.today()).await?;
    let raw = read.into_iter().next().ok_or_else(Error::not_found)?;
    let words = state.part::<Words>().now();
    let profile = project(raw, &words);
    Ok(unkept(None, Json(ProfilePreview { visible, hit: ProfileView::of(&profile, &words) })))
}
