//! One profile, by its public id.

use axum::extract::State;
use axum::response::Response;

use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::ids::ProfileId;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{ProfileView, Words, project};
use crate::profiles::policy::Quotas;
use crate::profiles::store::{Whose, read_profiles};
use crate::sharing;

/// Shows one profile. Unknown, no longer visible, or hidden from this company: the same answer.
#[utoipa::path(get, path = "/profiles/{profile_id}", operation_id = "get_profile", tag = "profiles",
    params(("profile_id" = ProfileId, Path, description = "Public id of the profile")),
    responses((status = 200, body = ProfileView), Problems))]
pub async fn get_profile(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(profile): Path<ProfileId>,
) -> Result<Response> {
    let left = state.part::<Quotas>().profiles.take(recruiter.recruiter, state.clock.now())?;
    if !sharing::is_seen_by(state.part(), profile, recruiter.actor.session, recruiter.siren).await? {
        return Err(Error::not_found());
    }
    let mut connection = state.pool.acquire().await?;
    let read = read_profiles(&mut connection, &[profile.0], Whose::Searchable, state.clock.today()).await?;
    let raw = read.into_iter().next().ok_or_else(Error::not_found)?;
    let words = state.part::<Words>().now();
    let visible = project(raw, &words);
    Ok(unkept(left, Json(ProfileView::of(&visible, &words))))
}
