//! Saved searches that tell of new matches.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::picked::{browse, page_limit};
use super::saved::{find, view};
use super::saved_views::SavedSearchView;
use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{ProfileId, SavedSearchId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::profiles::model::{Frequency, ProfileView, SavedHold, Words};
use crate::profiles::store::alerts::{self, MatchKey, NewMatch};
use crate::profiles::store::{saved, shown};

/// How often to be told.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAlert {
    /// `daily`: at seven in the morning in Paris, when there is somebody new; `weekly`: on Mondays; `none`: never.
    frequency: Frequency,
}

/// Has the owner of a saved search told of people who match and did not before.
///
/// Whoever matches when it is switched on, or written anew, is noted first: only who comes later is new, and nobody is told of
/// twice. A search with more than 1,000 results tells nothing (`too_broad`) until it is narrower.
#[utoipa::path(put, path = "/me/saved-searches/{id}/alert", operation_id = "set_saved_search_alert",
    tag = "profiles", params(("id" = SavedSearchId, Path)), request_body = SetAlert,
    responses((status = 200, body = SavedSearchView), Problems))]
pub async fn set_saved_search_alert(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
    Json(body): Json<SetAlert>,
) -> Result<Versioned<SavedSearchView>> {
    let mut tx = state.pool.begin().await?;
    lock_own(&mut tx, &recruiter, id).await?;
    alerts::set(&mut tx, id, body.frequency, state.clock.now()).await?;
    record(&mut tx, &state, &recruiter, id, body.frequency).await?;
    let view = view(&mut tx, &state, recruiter.recruiter, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}

/// Unsubscribes from a saved search: nothing more is told of it, and whom it found is forgotten.
#[utoipa::path(delete, path = "/me/saved-searches/{id}/alert", operation_id = "delete_saved_search_alert",
    tag = "profiles", params(("id" = SavedSearchId, Path)), responses((status = 204), Problems))]
pub async fn delete_saved_search_alert(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lock_own(&mut tx, &recruiter, id).await?;
    alerts::set(&mut tx, id, Frequency::None, state.clock.now()).await?;
    record(&mut tx, &state, &recruiter, id, Frequency::None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Unsubscribes from every saved search at once.
#[utoipa::path(delete, path = "/me/saved-search-alerts", operation_id = "delete_saved_search_alerts",
    tag = "profiles", responses((status = 204), Problems))]
pub async fn delete_saved_search_alerts(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    for id in alerts::watched(&mut tx, recruiter.recruiter).await? {
        alerts::set(&mut tx, id, Frequency::None, state.clock.now()).await?;
        record(&mut tx, &state, &recruiter, id, Frequency::None).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody who matches a saved search and did not before.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewMatchView<'a> {
    /// When they were found.
    found_at: DateTime<Utc>,
    /// What the company sees of them.
    profile: ProfileView<'a>,
}

/// Lists people who match a saved search, did not before, and were not looked at yet; those found last first.
///
/// Each is shown as the company may see them at this moment; whoever it may no longer see is left out. A page counts as a search.
#[utoipa::path(get, path = "/me/saved-searches/{id}/new-matches", operation_id = "list_new_matches",
    tag = "profiles", params(("id" = SavedSearchId, Path), PageParams),
    responses((status = 200, body = Page<NewMatchView>), Problems))]
pub async fn list_new_matches(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
    Query(page): Query<PageParams>,
) -> Result<Response> {
    let limit = page_limit(&page)?;
    let after = page.after()?;
    let mut connection = state.pool.acquire().await?;
    find(&mut connection, recruiter.recruiter, id).await?.hold.allow(SavedHold::Owner)?;
    let browsed = browse(&state, &recruiter, limit)?;
    let rows = alerts::list_new(&mut connection, id, after, i64::from(limit) + 1).await?;
    drop(connection);
    let Page { items, next_cursor } = Page::cut(rows, limit, |new| MatchKey(new.found_at, new.profile.0));
    let words = state.part::<Words>().now();
    let profiles: Vec<ProfileId> = items.iter().map(|new| new.profile).collect();
    let shown = shown(&state, &recruiter, &profiles, &words).await?;
    let view = |NewMatch { profile, found_at }| {
        Some(NewMatchView { found_at, profile: shown.view(profile, &words)? })
    };
    let items = items.into_iter().filter_map(view).collect();
    Ok(unkept(browsed.left(shown.count()), Json(Page { items, next_cursor })))
}

/// Until when new matches were looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkNewMatches {
    /// The latest `found_at` that was seen: whoever was found later stays new.
    until: DateTime<Utc>,
}

/// Notes that the owner has looked at new matches: they are no longer listed nor counted.
#[utoipa::path(post, path = "/me/saved-searches/{id}/new-matches/seen", operation_id = "mark_new_matches",
    tag = "profiles", params(("id" = SavedSearchId, Path)), request_body = MarkNewMatches,
    responses((status = 204), Problems))]
pub async fn mark_new_matches(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
    Json(body): Json<MarkNewMatches>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lock_own(&mut tx, &recruiter, id).await?;
    alerts::mark_seen(&mut tx, id, body.until).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Locks a saved search of the recruiter's own; to who shares it the rest is forbidden, to others it does not exist.
pub async fn lock_own(tx: &mut Tx<'_>, recruiter: &VerifiedRecruiter, id: SavedSearchId) -> Result<()> {
    let (_, hold) = saved::lock(tx, recruiter.recruiter, id).await?.ok_or_else(Error::not_found)?;
    hold.allow(SavedHold::Owner)
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: &VerifiedRecruiter,
    id: SavedSearchId,
    frequency: Frequency,
) -> Result<()> {
    let entry = Entry::new(Event::SavedSearchAlertChanged, state.clock.now(), "saved_search", id.0);
    let entry = entry.by(recruiter.actor.person).change(None, json!({ "alert": frequency }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
