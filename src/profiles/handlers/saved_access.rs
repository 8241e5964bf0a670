//! Saved searches shared with colleagues.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::alerts::lock_own;
use super::saved::find;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{RecruiterId, SavedSearchId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;
use crate::profiles::model::{SavedAccess, SavedHold};
use crate::profiles::store::lists::access::{ColleagueKey, colleague};
use crate::profiles::store::saved;
use crate::profiles::store::saved_access::{self, Given};

/// A colleague with whom a saved search is shared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SavedSearchShare)]
pub struct GivenView {
    recruiter_id: RecruiterId,
    first_name: String,
    last_name: String,
    /// What they may do with it.
    access: SavedAccess,
    /// Since when.
    given_at: DateTime<Utc>,
}

impl From<Given> for GivenView {
    fn from(given: Given) -> Self {
        let Given { recruiter, first_name, last_name, access, since } = given;
        Self { recruiter_id: recruiter, first_name, last_name, access, given_at: since }
    }
}

/// Lists the colleagues with whom a saved search is shared, by name. For its owner.
#[utoipa::path(get, path = "/me/saved-searches/{id}/access", operation_id = "list_saved_search_access",
    tag = "profiles", params(("id" = SavedSearchId, Path), PageParams),
    responses((status = 200, body = Page<GivenView>), Problems))]
pub async fn list_saved_search_access(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<GivenView>>> {
    let mut connection = state.pool.acquire().await?;
    find(&mut connection, recruiter.recruiter, id).await?.hold.allow(SavedHold::Owner)?;
    let limit = page.limit()?;
    let rows = saved_access::list(&mut connection, id, page.after()?, i64::from(limit) + 1).await?;
    let key = |g: &Given| ColleagueKey(g.last_name.clone(), g.first_name.clone(), g.recruiter.0);
    Ok(Json(Page::cut(rows, limit, key).map(GivenView::from)))
}

/// What to give.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GiveSavedSearchAccess)]
pub struct GiveAccess {
    /// `view` runs the search, `full` changes it too.
    access: SavedAccess,
}

/// Shares a saved search with a colleague, or changes what they may. They are told.
#[utoipa::path(put, path = "/me/saved-searches/{id}/access/{recruiter_id}", operation_id = "set_saved_search_access",
    tag = "profiles", params(("id" = SavedSearchId, Path), ("recruiter_id" = RecruiterId, Path)),
    request_body = GiveAccess, responses((status = 204), Problems))]
pub async fn set_saved_search_access(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, to)): Path<(SavedSearchId, RecruiterId)>,
    Json(body): Json<GiveAccess>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    lock_own(&mut tx, &recruiter, id).await?;
    if to == recruiter.recruiter {
        return Err(Error::forbidden());
    }
    let person = colleague(&mut tx, recruiter.company, to).await?.ok_or_else(Error::not_found)?;
    let before = saved_access::give(&mut tx, id, to, body.access, now).await?;
    if before != Some(body.access) {
        record(&mut tx, &state, &recruiter, id, json!({ "recruiter": to, "access": body.access })).await?;
    }
    if before.is_none() {
        let name = find(&mut tx, recruiter.recruiter, id).await?.name;
        let facts = json!({ "what": "search", "name": name });
        let notice = Notice { person, kind: NoticeKind::ListShared, subject: id.0, facts };
        live::tell(&mut tx, &state.ids, &[notice], now).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a colleague's access away; one may give up one's own.
#[utoipa::path(delete, path = "/me/saved-searches/{id}/access/{recruiter_id}",
    operation_id = "remove_saved_search_access", tag = "profiles",
    params(("id" = SavedSearchId, Path), ("recruiter_id" = RecruiterId, Path)),
    responses((status = 204), Problems))]
pub async fn remove_saved_search_access(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, from)): Path<(SavedSearchId, RecruiterId)>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let (_, hold) = saved::lock(&mut tx, recruiter.recruiter, id).await?.ok_or_else(Error::not_found)?;
    if from != recruiter.recruiter {
        hold.allow(SavedHold::Owner)?;
    }
    if !saved_access::take(&mut tx, id, from).await? {
        return Err(Error::not_found());
    }
    record(&mut tx, &state, &recruiter, id, json!({ "recruiter": from, "access": null })).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: &VerifiedRecruiter,
    id: SavedSearchId,
    after: Value,
) -> Result<()> {
    let entry = Entry::new(Event::SavedSearchShared, state.clock.now(), "saved_search", id.0);
    Ok(audit::record(tx, &state.ids, entry.by(recruiter.actor.person).change(None, after)).await?)
}
