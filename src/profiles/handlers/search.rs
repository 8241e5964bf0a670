//! The search.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use carnet_index::{SearchPage, SearchRequest};

use super::unkept;
use crate::companies::PresumedRecruiter;
use crate::platform::http::{Code, Json, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Paging, Place, SearchAnswer, SearchBody, Vocabulary, Words};
use crate::profiles::policy::Quotas;
use crate::profiles::store::{self, Draw};

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
    let draw = drawer(state.clone(), Arc::clone(&request), place, words);
    let answer = if let Some(answer) = store::find(&state, &request, recruiter.presumed, &draw).await? {
        answer
    } else {
        let verified = recruiter.verify(&state).await?;
        store::find(&state, &request, verified, &draw).await?.ok_or(Code::RecruiterNotVerified)?
    };
    Ok(unkept(left, Drawn(answer)))
}

/// Writes a page of this request.
fn drawer(
    state: AppState,
    request: Arc<SearchRequest>,
    place: Option<Place>,
    words: Arc<Vocabulary>,
) -> Draw {
    Arc::new(move |page| answer(&state, page, &request, place.as_ref(), &words).to_json())
}

/// A page as it is answered, with the cursors around it.
pub fn answer<'a>(
    state: &AppState,
    page: &'a SearchPage,
    request: &SearchRequest,
    place: Option<&Place>,
    words: &'a Vocabulary,
) -> SearchAnswer<'a> {
    let paging = state.part::<Paging>();
    SearchAnswer::draw(page, request, paging.around(page, place), paging.reachable(page.total), words)
}

/// An answer that is JSON already.
pub struct Drawn(pub Vec<u8>);

impl IntoResponse for Drawn {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], self.0).into_response()
    }
}
