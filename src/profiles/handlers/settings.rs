//! How a company searches: with names, or without.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::policy::may_set_search;
use crate::profiles::store::BlockLists;
use crate::profiles::store::named;

/// How the recruiter's company searches.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchSettings {
    /// Names are withheld, in results and in opened profiles, until a person is on a list of the company.
    blind: bool,
}

/// How the company is to search.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSearchSettings {
    /// Whether names are withheld until a person is on a list of the company.
    blind: bool,
}

/// Tells how the recruiter's company searches.
#[utoipa::path(get, path = "/me/company/search-settings", operation_id = "get_search_settings", tag = "profiles",
    responses((status = 200, body = SearchSettings), Problems))]
pub async fn get_search_settings(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
) -> Result<Json<SearchSettings>> {
    Ok(Json(SearchSettings { blind: named::is_blind(&state.pool, recruiter.company).await? }))
}

/// Says how the company searches, all of its recruiters. For those who run the company.
#[utoipa::path(put, path = "/me/company/search-settings", operation_id = "update_search_settings", tag = "profiles",
    request_body = UpdateSearchSettings, responses((status = 200, body = SearchSettings), Problems))]
pub async fn update_search_settings(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<UpdateSearchSettings>,
) -> Result<Json<SearchSettings>> {
    may_set_search(recruiter.role)?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    if named::set_blind(&mut tx, recruiter.company, body.blind, now).await? {
        let entry = Entry::new(Event::BlindSearchChanged, now, "company", recruiter.company.0)
            .by(recruiter.actor.person)
            .change(json!({ "blind": !body.blind }), json!({ "blind": body.blind }));
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    state.part::<BlockLists>().note_blind(recruiter.company, body.blind);
    Ok(Json(SearchSettings { blind: body.blind }))
}
