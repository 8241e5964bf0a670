//! A saved search, run.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::saved::{self, Moment};
use super::search::{Drawn, answer};
use super::{allowed, unkept};
use crate::companies::VerifiedRecruiter;
use crate::ids::SavedSearchId;
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Change, Paging, RunBody, SearchAnswer, Today};
use crate::profiles::policy::Quotas;
use crate::profiles::store::{self, Draw, Exclusions};

/// What a saved search finds.
#[derive(Debug, Serialize, ToSchema)]
struct RunAnswer<'a> {
    /// What the catalogue says otherwise than when it was saved; what was replaced was followed.
    changes: &'a [Change],
    #[serde(flatten)]
    answer: SearchAnswer<'a>,
}

/// Runs a saved search, as `POST /profile-search` would run what it asks today.
///
/// Codes that were replaced are followed, and `changes` says so. While one of them waits for a decision the search is
/// refused, by pointer into the `search` that `GET` shows: nothing is left out in silence.
#[utoipa::path(post, path = "/me/saved-searches/{id}/run", operation_id = "run_saved_search", tag = "profiles",
    params(("id" = SavedSearchId, Path)), request_body = RunBody,
    responses((status = 200, body = RunAnswer), Problems))]
pub async fn run_saved_search(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
    Json(body): Json<RunBody>,
) -> Result<Response> {
    let mut connection = state.pool.acquire().await?;
    let kept = saved::find(&mut connection, recruiter.recruiter, id).await?.kept;
    let reuses = store::saved::reuses(&mut *connection).await?;
    drop(connection);
    let (quotas, person, now) = (state.part::<Quotas>(), recruiter.actor.person, state.clock.now());
    let left = allowed(&state, quotas.searches.take(person, now))?;
    let (moment, paging) = (Moment::now(&state), state.part::<Paging>());
    let today = kept.today(moment.catalog(), &reuses);
    let obstacles = today.obstacles(moment.words(), paging)?;
    if !obstacles.is_empty() {
        return Err(Error::Invalid(obstacles));
    }
    let Today { search, changes, .. } = today;
    let (is_blind, hides_excluded) = (body.blind, search.hide_excluded);
    let (mut request, place) = body.of(search).parse(moment.words(), paging)?;
    if hides_excluded {
        request.blocked = state.part::<Exclusions>().of(&state.pool, recruiter.company).await?;
    }
    let results = allowed(&state, quotas.results.reserve(person, request.limit, now))?;
    let request = Arc::new(request);
    let draws: Draw = {
        let (state, request) = (state.clone(), Arc::clone(&request));
        Arc::new(move |page, names| {
            let answer = answer(&state, (page, names), &request, place.as_ref(), moment.words());
            let run = RunAnswer { changes: &changes, answer };
            serde_json::to_vec(&run).map_err(|failure| {
                Error::Internal(anyhow::Error::new(failure).context("an answer is no JSON"))
            })
        })
    };
    let found = store::find(&state, &request, recruiter, is_blind, &draws).await?;
    let found = found.ok_or(Code::RecruiterNotVerified)?;
    let left = left.into_iter().chain(results.use_up(found.shown));
    Ok(unkept(left, Drawn(found.json)))
}
