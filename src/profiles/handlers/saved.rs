//! The searches a recruiter keeps: theirs, and those of colleagues who share them.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::json;
use sqlx::PgConnection;

use super::saved_views::{Against, CreateSavedSearch, SavedSearchView, UpdateSavedSearch, Written};
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{RecruiterId, SavedSearchId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::profiles::model::{Kept, Paging, SavedHold, Vocabulary, Words};
use crate::profiles::store::saved::{self, Filter, NameKey, SavedSearch};

/// The catalogue of one moment, for the length of one request.
pub struct Moment {
    catalog: Arc<CatalogSnapshot>,
    words: Arc<Vocabulary>,
}

impl Moment {
    /// The catalogue as it is now.
    pub fn now(state: &AppState) -> Self {
        Self { catalog: state.part::<Catalog>().snapshot(), words: state.part::<Words>().now() }
    }

    /// The same, as searches are read against it.
    pub fn against<'a>(&'a self, state: &'a AppState) -> Against<'a> {
        Against { catalog: &self.catalog, words: &self.words, paging: state.part::<Paging>() }
    }

    /// Its lists.
    pub fn catalog(&self) -> &CatalogSnapshot {
        &self.catalog
    }

    /// Its words.
    pub fn words(&self) -> &Arc<Vocabulary> {
        &self.words
    }
}

/// Lists the searches the recruiter keeps and those shared with them, by name.
#[utoipa::path(get, path = "/me/saved-searches", operation_id = "list_saved_searches", tag = "profiles",
    params(PageParams), responses((status = 200, body = Page<SavedSearchView>), Problems))]
pub async fn list_saved_searches(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<SavedSearchView>>> {
    let limit = page.limit()?;
    let filter = Filter { id: None, after: page.after()? };
    let mut connection = state.pool.acquire().await?;
    let rows = saved::list(&mut connection, recruiter.recruiter, filter, i64::from(limit) + 1).await?;
    let reuses = saved::reuses(&mut *connection).await?;
    let moment = Moment::now(&state);
    let Page { items, next_cursor } = Page::cut(rows, limit, |saved| NameKey(saved.name.clone(), saved.id.0));
    let read = |saved| SavedSearchView::read(saved, moment.against(&state), &reuses);
    Ok(Json(Page { items: items.into_iter().map(read).collect::<Result<_>>()?, next_cursor }))
}

/// Gives one search the recruiter keeps, or that is shared with them.
#[utoipa::path(get, path = "/me/saved-searches/{id}", operation_id = "get_saved_search", tag = "profiles",
    params(("id" = SavedSearchId, Path)), responses((status = 200, body = SavedSearchView), Problems))]
pub async fn get_saved_search(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
) -> Result<Versioned<SavedSearchView>> {
    let mut connection = state.pool.acquire().await?;
    let view = view(&mut connection, &state, recruiter.recruiter, id).await?;
    Ok(Versioned(view.version(), view))
}

/// Keeps a search under a name; a hundred at most.
///
/// Each code is kept with its name of today. A code that left the catalogue is refused: what is saved can be run.
#[utoipa::path(post, path = "/me/saved-searches", operation_id = "create_saved_search", tag = "profiles",
    request_body = CreateSavedSearch, responses((status = 201, body = SavedSearchView), Problems))]
pub async fn create_saved_search(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<CreateSavedSearch>,
) -> Result<(StatusCode, Versioned<SavedSearchView>)> {
    let moment = Moment::now(&state);
    let (name, kept) = body.parse(moment.against(&state))?;
    let now = state.clock.now();
    let id: SavedSearchId = state.ids.ordered();
    let mut tx = state.pool.begin().await?;
    saved::ensure_room(&mut tx, recruiter.recruiter).await?;
    saved::insert(&mut tx, recruiter.recruiter, (id, &name), &kept, now).await?;
    record(&mut tx, &state, recruiter, id, Some(&kept)).await?;
    let view = view(&mut tx, &state, recruiter.recruiter, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version(), view)))
}

/// Renames a saved search, writes anew what it asks, or both.
///
/// A new name leaves every code as it was saved. A search that is sent replaces the saved one whole and takes today's
/// names: that is how its owner decides about a code that was retired or given to something else.
#[utoipa::path(patch, path = "/me/saved-searches/{id}", operation_id = "update_saved_search", tag = "profiles",
    params(("id" = SavedSearchId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = UpdateSavedSearch, responses((status = 200, body = SavedSearchView), Problems))]
pub async fn update_saved_search(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
    if_match: IfMatch,
    Json(body): Json<UpdateSavedSearch>,
) -> Result<Versioned<SavedSearchView>> {
    let mut tx = state.pool.begin().await?;
    let (version, hold) =
        saved::lock(&mut tx, recruiter.recruiter, id).await?.ok_or_else(Error::not_found)?;
    hold.allow(SavedHold::Full)?;
    let moment = Moment::now(&state);
    let Written { name, kept } = body.parse(moment.against(&state))?;
    let asked = if_match.version()?;
    let before = view(&mut tx, &state, recruiter.recruiter, id).await?;
    ensure_current(asked, version, &before)?;
    saved::update(&mut tx, id, name.as_deref(), kept.as_ref(), state.clock.now()).await?;
    record(&mut tx, &state, recruiter, id, kept.as_ref()).await?;
    let after = view(&mut tx, &state, recruiter.recruiter, id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version(), after))
}

/// Deletes a saved search. Only its owner does.
#[utoipa::path(delete, path = "/me/saved-searches/{id}", operation_id = "delete_saved_search", tag = "profiles",
    params(("id" = SavedSearchId, Path)), responses((status = 204), Problems))]
pub async fn delete_saved_search(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<SavedSearchId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let (_, hold) = saved::lock(&mut tx, recruiter.recruiter, id).await?.ok_or_else(Error::not_found)?;
    hold.allow(SavedHold::Owner)?;
    saved::delete(&mut tx, id).await?;
    let entry = Entry::new(Event::SavedSearchDeleted, state.clock.now(), "saved_search", id.0);
    audit::record(&mut tx, &state.ids, entry.by(recruiter.actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// One saved search of this recruiter, as this connection sees it.
pub async fn find(
    connection: &mut PgConnection,
    recruiter: RecruiterId,
    id: SavedSearchId,
) -> Result<SavedSearch> {
    let filter = Filter { id: Some(id), after: None };
    saved::list(connection, recruiter, filter, 1).await?.pop().ok_or_else(Error::not_found)
}

/// One saved search of this recruiter, as it is shown.
pub async fn view(
    connection: &mut PgConnection,
    state: &AppState,
    recruiter: RecruiterId,
    id: SavedSearchId,
) -> Result<SavedSearchView> {
    let found = find(connection, recruiter, id).await?;
    let reuses = saved::reuses(connection).await?;
    SavedSearchView::read(found, Moment::now(state).against(state), &reuses)
}

/// Notes what was written: how many codes, on which release. Names and persons searched for are nobody's business.
async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    id: SavedSearchId,
    kept: Option<&Kept>,
) -> Result<()> {
    let after = match kept {
        Some(kept) => json!({ "codes": kept.lines.len(), "release": kept.release }),
        None => json!({ "renamed": true }),
    };
    let entry = Entry::new(Event::SavedSearchWritten, state.clock.now(), "saved_search", id.0);
    let entry = entry.by(recruiter.actor.person).change(None, after);
    Ok(audit::record(tx, &state.ids, entry).await?)
}
