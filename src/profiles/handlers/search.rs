//! The search.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::unkept;
use crate::companies::PresumedRecruiter;
use crate::platform::http::{Code, Json, Problems, Result};
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
    recruiter: PresumedRecruiter,
    Json(body): Json<SearchBody>,
) -> Result<Response> {
    let left = state.part::<Quotas>().searches.take(recruiter.presumed.recruiter, state.clock.now())?;
    let (words, paging) = (state.part::<Words>().now(), state.part::<Paging>());
    let (request, place) = body.parse(&words, paging)?;
    let request = Arc::new(request);
    let page = if let Some(page) = store::find(&state, &request, recruiter.presumed).await? {
        page
    } else {
        let verified = recruiter.verify(&state).await?;
        store::find(&state, &request, verified).await?.ok_or(Code::RecruiterNotVerified)?
    };
    let cursors = paging.around(&page, place.as_ref());
    let reachable = paging.reachable(page.total);
    Ok(unkept(left, SearchAnswer::draw(&page, &request, cursors, reachable, &words)))
}
