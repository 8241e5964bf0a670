//! The people of a list: shown as the company may see them now, added, moved, taken off.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::lists::note;
use super::picked::{Picked, browse, page_limit, picked};
use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{ListEntryId, ListId, ProfileId};
use crate::platform::http::{
    Code, Error, FieldError, Fields, Json, Page, PageParams, Path, Problems, Query, Result,
};
use crate::platform::state::AppState;
use crate::profiles::model::{By, Hold, ProfileView, Stage, Vocabulary, Words, move_stage};
use crate::profiles::store::lists::entries::{self, Entry, EntryKey, Filter};
use crate::profiles::store::{Shown, lists, shown};

/// Most people added or moved at once.
const MOST_AT_ONCE: usize = 50;

/// Which people of a list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListCandidates {
    /// At this stage only.
    stage: Option<Stage>,
    /// Rows per page, 1 to 50 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Somebody on a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Candidate)]
pub struct CandidateView<'a> {
    /// The line of the list.
    id: ListEntryId,
    /// How far the company is with the person.
    stage: Stage,
    /// Whether its offers say so: by hand the stage does not go back behind that.
    stage_from_offer: bool,
    /// Since when the person is on the list.
    added_at: DateTime<Utc>,
    /// Whether the company may see the person now.
    visible: bool,
    /// What it sees of them; null while it may not.
    profile: Option<ProfileView<'a>>,
}

impl<'a> CandidateView<'a> {
    fn of(entry: &Entry, shown: &'a Shown, words: &'a Vocabulary) -> Self {
        let profile = shown.view(entry.profile, words);
        Self {
            id: entry.id,
            stage: entry.stage,
            stage_from_offer: entry.offers_say == Some(entry.stage),
            added_at: entry.added_at,
            visible: profile.is_some(),
            profile,
        }
    }
}

/// Lists the people of a list, those added last first.
///
/// Each is shown as the company may see them at this moment. Whoever it may no longer see stays on the list as a line without a
/// profile, and is shown again once it may. A page counts as a search.
#[utoipa::path(get, path = "/candidate-lists/{id}/candidates", operation_id = "list_candidates", tag = "profiles",
    params(("id" = ListId, Path), ListCandidates), responses((status = 200, body = Page<CandidateView>), Problems))]
pub async fn list_candidates(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
    Query(query): Query<ListCandidates>,
) -> Result<Response> {
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page_limit(&page)?;
    let filter = Filter { id: None, stage: query.stage, after: page.after()? };
    let mut connection = state.pool.acquire().await?;
    lists::find(&mut connection, &recruiter, id).await?;
    let browsed = browse(&state, &recruiter, limit)?;
    let rows = entries::list(&mut connection, id, filter, i64::from(limit) + 1).await?;
    drop(connection);
    let rows = Page::cut(rows, limit, |entry| EntryKey(entry.added_at, entry.id.0));
    let words = state.part::<Words>().now();
    let profiles: Vec<ProfileId> = rows.items.iter().map(|entry| entry.profile).collect();
    let shown = shown(&state, &recruiter, &profiles, &words).await?;
    let Page { items, next_cursor } = rows;
    let items = items.iter().map(|entry| CandidateView::of(entry, &shown, &words)).collect();
    Ok(unkept(browsed.left(shown.count()), Json(Page { items, next_cursor })))
}

/// Whom to put on a list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddCandidates {
    /// Public ids of profiles, 1 to 50.
    profiles: Vec<ProfileId>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AddedCandidates {
    /// People who are on the list from now on.
    added: Vec<AddedCandidate>,
    /// People who were on it already.
    already_there: Vec<ProfileId>,
    /// People the company cannot see, or who do not exist: nothing tells one from the other.
    unavailable: Vec<ProfileId>,
}

/// Somebody who was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct AddedCandidate {
    profile_id: ProfileId,
    /// The line of the list.
    id: ListEntryId,
}

/// Puts people on a list, one or many at once. For its owner and those who work with it; 1,000 people at most.
///
/// Whoever hid since they were found is left out and named as unavailable. The people themselves are told nothing.
#[utoipa::path(post, path = "/candidate-lists/{id}/candidates", operation_id = "add_candidates", tag = "profiles",
    params(("id" = ListId, Path)), request_body = AddCandidates,
    responses((status = 200, body = AddedCandidates), Problems))]
pub async fn add_candidates(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
    Json(body): Json<AddCandidates>,
) -> Result<Response> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    lists::lock(&mut tx, &recruiter, id).await?.hold.allow(Hold::Pipeline)?;
    let Picked { seen, unavailable } = picked(&state, &recruiter, &body.profiles).await?;
    let new: Vec<(ListEntryId, ProfileId)> =
        seen.iter().map(|&profile| (state.ids.opaque(), profile)).collect();
    let added: HashMap<ProfileId, ListEntryId> =
        entries::add(&mut tx, id, &new, recruiter.recruiter, now).await?;
    if !added.is_empty() {
        note(&mut tx, &state, &recruiter, Event::CandidatesAdded, id, json!({ "people": added.len() }))
            .await?;
    }
    tx.commit().await?;
    let already_there = seen.iter().copied().filter(|profile| !added.contains_key(profile)).collect();
    let added = seen
        .iter()
        .filter_map(|profile| Some(AddedCandidate { profile_id: *profile, id: *added.get(profile)? }))
        .collect();
    Ok(unkept(None, Json(AddedCandidates { added, already_there, unavailable })))
}

/// What to say of somebody.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCandidate {
    /// How far the company is: contacted by telephone, say. Never behind what its offers say.
    stage: Stage,
}

/// Says by hand how far the company is with somebody. For the list's owner and those who work with it.
#[utoipa::path(patch, path = "/candidate-lists/{id}/candidates/{candidate_id}", operation_id = "update_candidate",
    tag = "profiles", params(("id" = ListId, Path), ("candidate_id" = ListEntryId, Path)),
    request_body = UpdateCandidate, responses((status = 204), Problems))]
pub async fn update_candidate(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, candidate)): Path<(ListId, ListEntryId)>,
    Json(body): Json<UpdateCandidate>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lists::lock(&mut tx, &recruiter, id).await?.hold.allow(Hold::Pipeline)?;
    let entry = entries::find(&mut tx, id, candidate).await?;
    let stage = move_stage(entry.stage, By::Hand, body.stage, entry.offers_say)?;
    if stage != entry.stage {
        entries::set_stage(&mut tx, candidate, stage, state.clock.now()).await?;
        let after = json!({ "candidate": candidate, "stage": stage });
        note(&mut tx, &state, &recruiter, Event::CandidateStageChanged, id, after).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whom to move, and where.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveCandidates {
    /// The list they go to.
    to: ListId,
    /// Lines of the list they leave, 1 to 50.
    candidates: Vec<ListEntryId>,
}

/// Moves people from a list to another; whoever is there already stays, at the further of both stages. For those who work with
/// both lists.
#[utoipa::path(post, path = "/candidate-lists/{id}/candidates/move", operation_id = "move_candidates",
    tag = "profiles", params(("id" = ListId, Path)), request_body = MoveCandidates,
    responses((status = 204), Problems))]
pub async fn move_candidates(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
    Json(body): Json<MoveCandidates>,
) -> Result<StatusCode> {
    if body.to == id {
        return Err(Error::field("/to", "same_list", "Choisissez une autre liste."));
    }
    let mut tx = state.pool.begin().await?;
    // In one order, so that two who move in opposite directions do not wait for each other.
    for list in [id.min(body.to), id.max(body.to)] {
        let locked = lists::lock(&mut tx, &recruiter, list).await;
        let locked = if list == body.to { locked.map_err(unknown_target)? } else { locked? };
        locked.hold.allow(Hold::Pipeline)?;
    }
    let present = entries::present(&mut tx, id, &body.candidates).await?;
    check_lines(&body.candidates, &present)?;
    entries::move_to(&mut tx, (id, body.to), &present, state.clock.now()).await?;
    let after = json!({ "to": body.to, "people": present.len() });
    note(&mut tx, &state, &recruiter, Event::CandidatesMoved, id, after).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The list that is named in the body is a field of it.
fn unknown_target(error: Error) -> Error {
    match error {
        Error::Refused(Code::NotFound) => Error::field("/to", "unknown_list", "Cette liste n’existe pas."),
        other => other,
    }
}

fn check_lines(asked: &[ListEntryId], present: &[ListEntryId]) -> Result<()> {
    let mut fields = Fields::default();
    if asked.is_empty() {
        fields.push(FieldError::new("/candidates", "required", "Choisissez au moins une personne."));
    }
    if asked.len() > MOST_AT_ONCE {
        fields.push(FieldError::new("/candidates", "too_many", format!("{MOST_AT_ONCE} personnes au plus.")));
    }
    for (at, id) in asked.iter().enumerate().filter(|(_, id)| !present.contains(id)) {
        let message = format!("La ligne {id} n’est pas sur cette liste.");
        fields.push(FieldError::new(format!("/candidates/{at}"), "unknown_candidate", message));
    }
    fields.finish()
}

/// Takes somebody off a list, visible or not. For its owner and those who work with it.
#[utoipa::path(delete, path = "/candidate-lists/{id}/candidates/{candidate_id}", operation_id = "remove_candidate",
    tag = "profiles", params(("id" = ListId, Path), ("candidate_id" = ListEntryId, Path)),
    responses((status = 204), Problems))]
pub async fn remove_candidate(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, candidate)): Path<(ListId, ListEntryId)>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lists::lock(&mut tx, &recruiter, id).await?.hold.allow(Hold::Pipeline)?;
    if !entries::remove(&mut tx, id, candidate).await? {
        return Err(Error::not_found());
    }
    note(&mut tx, &state, &recruiter, Event::CandidateRemoved, id, None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
