//! Files of resources: downloaded by those who run, train or follow the session, or fetched by their browser by a short-lived
//! address.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::begin_reading;
use super::resources::{ResourceSubject, visible};
use crate::actor::Actor;
use crate::files::{self, FileLink};
use crate::ids::{FileId, OrganisationId, ResourceId, TrainingSessionId};
use crate::platform::http::{Error, Json, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::sessions::store::{mine, resources};

/// Which version of a file.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FileVersion {
    /// Its number; the newest when it is left out.
    number: Option<i32>,
}

/// Downloads the file of a resource, or a part of it; an earlier version too.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/resources/{resource_id}/file", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path),
           FileVersion),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_resource_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<ResourceSubject>,
    Query(query): Query<FileVersion>,
    headers: HeaderMap,
) -> Result<Response> {
    let file = file_of(&state, actor, subject, query.number).await?;
    files::serve(&state, file, &headers).await
}

/// Gives an address under which a browser fetches the file by itself, for half an hour: a film, for instance.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/resources/{resource_id}/file-link", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path),
           FileVersion),
    responses((status = 200, body = FileLink), Problems))]
pub async fn get_resource_file_link(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<ResourceSubject>,
    Query(query): Query<FileVersion>,
) -> Result<Json<FileLink>> {
    let file = file_of(&state, actor, subject, query.number).await?;
    Ok(Json(files::link(&state, file, actor)))
}

/// Downloads the file of a resource of a session in which one takes part, from the moment it is visible.
#[utoipa::path(get, path = "/me/sessions/{session_id}/resources/{resource_id}/file", tag = "sessions",
    params(("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_my_resource_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<(TrainingSessionId, ResourceId)>,
    headers: HeaderMap,
) -> Result<Response> {
    let file = own_file(&state, actor, subject).await?;
    files::serve(&state, file, &headers).await
}

/// Gives an address under which a browser fetches that file by itself, for half an hour.
#[utoipa::path(get, path = "/me/sessions/{session_id}/resources/{resource_id}/file-link", tag = "sessions",
    params(("session_id" = TrainingSessionId, Path), ("resource_id" = ResourceId, Path)),
    responses((status = 200, body = FileLink), Problems))]
pub async fn get_my_resource_file_link(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<(TrainingSessionId, ResourceId)>,
) -> Result<Json<FileLink>> {
    let file = own_file(&state, actor, subject).await?;
    Ok(Json(files::link(&state, file, actor)))
}

/// The file of a version of a resource, for somebody who reads the session.
async fn file_of(
    state: &AppState,
    actor: Actor,
    (organisation, session, id): ResourceSubject,
    number: Option<i32>,
) -> Result<FileId> {
    let mut tx = begin_reading(state, actor, (organisation, session)).await?;
    let resource = resources::list(&mut *tx, session, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
    let number = number.unwrap_or(resource.number);
    let versions = resources::versions(&mut *tx, id).await?;
    let version = versions.into_iter().find(|version| version.number == number);
    version.and_then(|version| version.file).ok_or_else(Error::not_found)
}

/// The file of a resource that somebody sees who takes part.
async fn own_file(
    state: &AppState,
    actor: Actor,
    (session, id): (TrainingSessionId, ResourceId),
) -> Result<FileId> {
    let mut tx = state.pool.begin().await?;
    let now = state.clock.now();
    let own = mine::sessions(&mut *tx, actor.person, Some(session), now).await?.pop();
    own.and_then(|own| own.enrolment).ok_or_else(Error::not_found)?;
    visible(&mut tx, session, now)
        .await?
        .into_iter()
        .find(|resource| resource.id == id)
        .and_then(|resource| resource.file)
        .map(|card| card.id)
        .ok_or_else(Error::not_found)
}
