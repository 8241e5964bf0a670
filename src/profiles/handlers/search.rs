//! The search.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use carnet_index::{SearchPage, SearchRequest};

use super::{allowed, unkept};
use crate::companies::PresumedRecruiter;
use crate::platform::http::{Code, Json, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Names, Paging, Place, SearchAnswer, SearchBody, Vocabulary, Words};
use crate::profiles::policy::Quotas;
use crate::profiles::store::history::Made;
use crate::profiles::store::{self, Draw, Exclusions, SearchHistory};

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
    let (quotas, person, now) = (state.part::<Quotas>(), recruiter.presumed.actor.person, state.clock.now());
    let left = allowed(&state, quotas.searches.take(person, now))?;
    let (words, paging) = (state.part::<Words>().now(), state.part::<Paging>());
    let (mut request, place) = body.parse(&words, paging)?;
    if body.hide_excluded {
        request.blocked = state.part::<Exclusions>().of(&state.pool, recruiter.presumed.company).await?;
    }
    let results = allowed(&state, quotas.results.reserve(person, request.limit, now))?;
    let request = Arc::new(request);
    let draw = drawer(state.clone(), Arc::clone(&request), place, words);
    let presumed = store::find(&state, &request, recruiter.presumed, body.blind, &draw).await?;
    let found = if let Some(found) = presumed {
        found
    } else {
        let verified = recruiter.verify(&state).await?;
        let found = store::find(&state, &request, verified, body.blind, &draw).await?;
        found.ok_or(Code::RecruiterNotVerified)?
    };
    if let Some(search) = body.asked() {
        let made = Made { search, results: found.total, at: now };
        state.part::<SearchHistory>().keep(&state, recruiter.presumed.recruiter, made);
    }
    let left = left.into_iter().chain(results.use_up(found.shown));
    Ok(unkept(left, Drawn(found.json)))
}

/// Writes a page of this request.
fn drawer(
    state: AppState,
    request: Arc<SearchRequest>,
    place: Option<Place>,
    words: Arc<Vocabulary>,
) -> Draw {
    Arc::new(move |page, names| answer(&state, (page, names), &request, place.as_ref(), &words).to_json())
}

/// A page as it is answered, with the cursors around it.
pub fn answer<'a>(
    state: &AppState,
    (page, names): (&'a SearchPage, &Names),
    request: &SearchRequest,
    place: Option<&Place>,
    words: &'a Vocabulary,
) -> SearchAnswer<'a> {
    let paging = state.part::<Paging>();
    SearchAnswer::draw(
        (page, names),
        request,
        paging.around(page, place),
        paging.reachable(page.total),
        words,
    )
}

/// An answer that is JSON already.
pub struct Drawn(pub Vec<u8>);

impl IntoResponse for Drawn {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], self.0).into_response()
    }
}
