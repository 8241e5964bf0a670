//! People a company leaves out of its searches.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::picked::{Picked, browse, page_limit, picked};
use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{ExclusionId, ProfileId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{ProfileView, Words};
use crate::profiles::store::exclusions::{self, Line, LineKey};
use crate::profiles::store::shown;

/// Somebody the company leaves out of its searches.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExcludedProfile<'a> {
    /// The line, to let the person appear again.
    id: ExclusionId,
    /// Since when.
    excluded_at: DateTime<Utc>,
    /// Whether the company may see the person now.
    visible: bool,
    /// What it sees of them; null while it may not.
    profile: Option<ProfileView<'a>>,
}

/// Lists the people the company leaves out of searches that say `hide_excluded`, latest first. A page counts as a search.
#[utoipa::path(get, path = "/me/company/excluded-profiles", operation_id = "list_excluded_profiles",
    tag = "profiles", params(PageParams), responses((status = 200, body = Page<ExcludedProfile>), Problems))]
pub async fn list_excluded_profiles(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Response> {
    let limit = page_limit(&page)?;
    let after = page.after()?;
    let browsed = browse(&state, &recruiter, limit)?;
    let mut connection = state.pool.acquire().await?;
    let rows = exclusions::list(&mut connection, recruiter.company, after, i64::from(limit) + 1).await?;
    drop(connection);
    let rows = Page::cut(rows, limit, |line| LineKey(line.excluded_at, line.id.0));
    let words = state.part::<Words>().now();
    let profiles: Vec<ProfileId> = rows.items.iter().map(|line| line.profile).collect();
    let shown = shown(&state, &recruiter, &profiles, &words).await?;
    let page = rows.map(|Line { id, profile, excluded_at }| {
        let profile = shown.view(profile, &words);
        ExcludedProfile { id, excluded_at, visible: profile.is_some(), profile }
    });
    Ok(unkept(browsed.left(shown.count()), Json(page)))
}

/// Whom to leave out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExcludeProfiles {
    /// Public ids of profiles, 1 to 50.
    profiles: Vec<ProfileId>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExcludedProfiles {
    /// People who are left out from now on.
    excluded: Vec<NewExclusion>,
    /// People who were left out already.
    already_excluded: Vec<ProfileId>,
    /// People the company cannot see, or who do not exist: nothing tells one from the other.
    unavailable: Vec<ProfileId>,
}

/// Somebody who is left out from now on.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewExclusion {
    profile_id: ProfileId,
    /// The line, to let the person appear again.
    id: ExclusionId,
}

/// Leaves people out of the company's searches that say `hide_excluded`, from the next one on. The people are told nothing.
#[utoipa::path(post, path = "/me/company/excluded-profiles", operation_id = "exclude_profiles", tag = "profiles",
    request_body = ExcludeProfiles, responses((status = 200, body = ExcludedProfiles), Problems))]
pub async fn exclude_profiles(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<ExcludeProfiles>,
) -> Result<Response> {
    let now = state.clock.now();
    let Picked { seen, unavailable } = picked(&state, &recruiter, &body.profiles).await?;
    let new: Vec<(ExclusionId, ProfileId)> =
        seen.iter().map(|&profile| (state.ids.opaque(), profile)).collect();
    let mut tx = state.pool.begin().await?;
    let added = exclusions::add(&mut tx, recruiter.company, &new, recruiter.recruiter, now).await?;
    let (new, old): (Vec<_>, Vec<_>) = new.into_iter().partition(|(id, _)| added.contains(id));
    if !new.is_empty() {
        let entry = Entry::new(Event::ProfilesExcluded, now, "company", recruiter.company.0);
        let entry = entry.by(recruiter.actor.person).change(None, json!({ "people": new.len() }));
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    let excluded = new.into_iter().map(|(id, profile_id)| NewExclusion { profile_id, id }).collect();
    let already_excluded = old.into_iter().map(|(_, profile)| profile).collect();
    Ok(unkept(None, Json(ExcludedProfiles { excluded, already_excluded, unavailable })))
}

/// Lets somebody appear in the company's searches again.
#[utoipa::path(delete, path = "/me/company/excluded-profiles/{id}", operation_id = "include_profile",
    tag = "profiles", params(("id" = ExclusionId, Path)), responses((status = 204), Problems))]
pub async fn include_profile(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ExclusionId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    if !exclusions::remove(&mut tx, recruiter.company, id).await? {
        return Err(Error::not_found());
    }
    let entry = Entry::new(Event::ProfileIncluded, state.clock.now(), "company", recruiter.company.0);
    audit::record(&mut tx, &state.ids, entry.by(recruiter.actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
