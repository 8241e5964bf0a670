//! The searches a recruiter made lately.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::SearchHistoryId;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::profiles::model::CriteriaBody;
use crate::profiles::store::SearchHistory;
use crate::profiles::store::history::{self, LIFETIME, Past, PastKey};

/// A search that was made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PastSearch)]
pub struct PastView {
    id: SearchHistoryId,
    /// What it asked, as `POST /profile-search` takes it.
    #[schema(value_type = CriteriaBody)]
    search: Value,
    /// How many people it found then.
    results: i64,
    /// When it was last made.
    at: DateTime<Utc>,
}

impl From<Past> for PastView {
    fn from(past: Past) -> Self {
        let Past { id, search, results, at } = past;
        Self { id, search, results, at }
    }
}

/// Lists the searches the recruiter made lately, latest first: fifty at most, of the last ninety days. Nobody else sees them.
#[utoipa::path(get, path = "/me/search-history", operation_id = "list_search_history", tag = "profiles",
    params(PageParams), responses((status = 200, body = Page<PastView>), Problems))]
pub async fn list_search_history(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Response> {
    let limit = page.limit()?;
    let since = state.clock.now() - LIFETIME;
    let mut connection = state.pool.acquire().await?;
    let rows =
        history::list(&mut connection, recruiter.recruiter, since, page.after()?, i64::from(limit) + 1);
    let page = Page::cut(rows.await?, limit, |past| PastKey(past.at, past.id.0)).map(PastView::from);
    Ok(unkept(None, Json(page)))
}

/// Deletes one search of the recruiter's history.
#[utoipa::path(delete, path = "/me/search-history/{id}", operation_id = "delete_past_search", tag = "profiles",
    params(("id" = SearchHistoryId, Path)), responses((status = 204), Problems))]
pub async fn delete_past_search(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SearchHistoryId>,
) -> Result<StatusCode> {
    if delete(&state, &recruiter, Some(id)).await? == 0 {
        Err(Error::not_found())
    } else {
        Ok(StatusCode::NO_CONTENT)
    }
}

/// Deletes the recruiter's whole history.
#[utoipa::path(delete, path = "/me/search-history", operation_id = "delete_search_history", tag = "profiles",
    responses((status = 204), Problems))]
pub async fn delete_search_history(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
) -> Result<StatusCode> {
    state.part::<SearchHistory>().forget(recruiter.recruiter);
    delete(&state, &recruiter, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn delete(state: &AppState, recruiter: &VerifiedRecruiter, id: Option<SearchHistoryId>) -> Result<u64> {
    let mut tx = state.pool.begin().await?;
    let deleted = history::delete(&mut tx, recruiter.recruiter, id).await?;
    if deleted > 0 {
        let entry =
            Entry::new(Event::SearchHistoryDeleted, state.clock.now(), "recruiter", recruiter.recruiter.0);
        let entry = entry.by(recruiter.actor.person).change(None, json!({ "searches": deleted }));
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    Ok(deleted)
}
