//! The search.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Paging, SearchAnswer, SearchBody, Words};
use crate::profiles::policy::Quotas;
use crate::profiles::store;

/// Searches the people who chose to be visible, by skill, level, validation, job and name.
///
/// Order: conditions met, then those met by a validated skill, then the sum of their levels, then a stable
/// pseudo-random key. Nothing else counts.
#[utoipa::path(post, path = "/profile-search", operation_id = "search_profiles", tag = "profiles",
    request_body = SearchBody, responses((status = 200, body = SearchAnswer), Problems))]
pub async fn search_profiles(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<SearchBody>,
) -> Result<Response> {
    let left = state.part::<Quotas>().searches.take(recruiter.recruiter, state.clock.now())?;
    let (words, paging) = (state.part::<Words>().now(), state.part::<Paging>());
    let (request, place) = body.parse(&words, paging)?;
    let request = Arc::new(request);
    let page = store::find(&state, Arc::clone(&request), recruiter.siren).await?;
    let cursors = paging.around(&page, place.as_ref());
    let reachable = paging.reachable(page.total);
    Ok(unkept(left, SearchAnswer::draw(&page, &request, cursors, reachable, &words)))
}
