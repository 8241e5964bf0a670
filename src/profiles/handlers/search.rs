//! The search.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{SearchAnswer, SearchBody, Words};
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
    let words = state.part::<Words>().now();
    let request = Arc::new(body.parse(&words)?);
    let page = store::find(&state, Arc::clone(&request), recruiter.siren).await?;
    Ok(unkept(SearchAnswer::draw(&page, &request, &words)))
}
