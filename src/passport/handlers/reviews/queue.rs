//! The queue of an organisation.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::Place;
use super::views::{QueuedView, ReviewView, whole};
use crate::actor::Actor;
use crate::ids::{ExperienceSubmissionId, OrganisationId, PersonId};
use crate::orgs::membership;
use crate::passport::model::experience::status::Submission;
use crate::passport::policy;
use crate::passport::store::experience::review::{self, Filter};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// Which submissions.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSubmissions {
    /// In this state; by default those that wait for somebody (`submitted`, `to_complete`).
    #[param(inline)]
    status: Option<Submission>,
    /// That this person looks at.
    assigned_to: Option<PersonId>,
    /// True: that nobody looks at.
    #[serde(default)]
    unassigned: bool,
    /// True: to which an answer was expected by now.
    #[serde(default)]
    overdue: bool,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists the experiences put before the organisation, what waits longest first. Their persons' words, not their proofs.
#[utoipa::path(get, path = "/organisations/{id}/experience-submissions", tag = "passport",
    params(("id" = OrganisationId, Path), ListSubmissions),
    responses((status = 200, body = Page<QueuedView>), Problems))]
pub async fn list_experience_submissions(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListSubmissions>,
) -> Result<Json<Page<QueuedView>>> {
    policy::may_review(membership(&state.pool, organisation, actor.person).await?)?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let after: Option<(DateTime<Utc>, Uuid)> = page.after()?;
    let (now, today) = (state.clock.now(), state.clock.today());
    let filter = Filter {
        status: query.status,
        assigned_to: query.assigned_to,
        is_unassigned: query.unassigned,
        due_before: query.overdue.then_some(today),
        only: None,
        after,
    };
    let rows = review::queue(&state.pool, organisation, &filter, i64::from(limit) + 1).await?;
    let page = Page::cut(rows, limit, |row| (row.submitted_at, row.id.0));
    Ok(Json(page.map(|row| QueuedView::new(row, (now, today)))))
}

/// Shows an experience put before the organisation, with its proofs, what was asked and what was decided.
#[utoipa::path(get, path = "/organisations/{id}/experience-submissions/{submission_id}", tag = "passport",
    params(("id" = OrganisationId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    responses((status = 200, body = ReviewView), Problems))]
pub async fn get_experience_submission(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
) -> Result<Json<ReviewView>> {
    policy::may_review(membership(&state.pool, place.id, actor.person).await?)?;
    let mut tx = state.pool.begin().await?;
    let found = view(&mut tx, &state, place).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// A submission, whole.
pub async fn view(tx: &mut Tx<'_>, state: &AppState, place: Place) -> Result<ReviewView> {
    let filter = Filter { only: Some(place.submission_id), ..Filter::default() };
    let row = review::queue(&mut **tx, place.id, &filter, 1).await?.pop().ok_or_else(Error::not_found)?;
    let times = (state.clock.now(), state.clock.today());
    whole(&mut *tx, row, times, state.config.files.unchecked_files).await
}
