//! What questions said before, and the images they show.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::author::{Author, begin_reading};
use super::questions::QuestionContent;
use crate::actor::Actor;
use crate::files;
use crate::ids::{FileId, OrganisationId, QuestionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::store::{questions, versions};

/// A version of a question, without what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionVersion {
    number: i32,
    created_at: DateTime<Utc>,
    /// Who wrote it; null once the account is gone.
    created_by: Option<String>,
}

/// A version of a question with what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionVersionView {
    number: i32,
    content: QuestionContent,
}

/// Lists the versions of a question, newest first, on one page.
#[utoipa::path(get, path = "/organisations/{id}/questions/{question_id}/versions", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path)),
    responses((status = 200, body = Page<QuestionVersion>), Problems))]
pub async fn list_question_versions(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuestionId)>,
) -> Result<Json<Page<QuestionVersion>>> {
    list(&state, Author::of(actor, organisation), id).await
}

/// Lists the versions of a question of the owner.
pub async fn list(state: &AppState, author: Author, id: QuestionId) -> Result<Json<Page<QuestionVersion>>> {
    let mut tx = begin_reading(state, author).await?;
    ensure_known(&mut tx, author.owner, id).await?;
    let rows = versions::list(&mut *tx, id).await?.into_iter().map(|row| QuestionVersion {
        number: row.number,
        created_at: row.created_at,
        created_by: row.created_by,
    });
    Ok(Json(Page::whole(rows.collect())))
}

/// Shows what a version of a question says.
#[utoipa::path(get, path = "/organisations/{id}/questions/{question_id}/versions/{number}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path), ("number" = i32, Path)),
    responses((status = 200, body = QuestionVersionView), Problems))]
pub async fn get_question_version(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id, number)): Path<(OrganisationId, QuestionId, i32)>,
) -> Result<Json<QuestionVersionView>> {
    show(&state, Author::of(actor, organisation), (id, number)).await
}

/// Shows what a version of a question of the owner says.
pub async fn show(
    state: &AppState,
    author: Author,
    (id, number): (QuestionId, i32),
) -> Result<Json<QuestionVersionView>> {
    let mut tx = begin_reading(state, author).await?;
    ensure_known(&mut tx, author.owner, id).await?;
    let content = versions::read(&mut tx, id, number).await?.ok_or_else(Error::not_found)?;
    Ok(Json(QuestionVersionView { number, content: content.into() }))
}

/// Downloads an image that a question shows, in any of its versions.
#[utoipa::path(get, path = "/organisations/{id}/questions/{question_id}/images/{file_id}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_question_image(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id, file)): Path<(OrganisationId, QuestionId, FileId)>,
    headers: HeaderMap,
) -> Result<Response> {
    image(&state, Author::of(actor, organisation), (id, file), &headers).await
}

/// Downloads an image of a question of the owner.
pub async fn image(
    state: &AppState,
    author: Author,
    (id, file): (QuestionId, FileId),
    headers: &HeaderMap,
) -> Result<Response> {
    let mut tx = begin_reading(state, author).await?;
    ensure_known(&mut tx, author.owner, id).await?;
    if !versions::shows(&mut *tx, id, file).await? {
        return Err(Error::not_found());
    }
    drop(tx);
    files::serve(state, file, headers).await
}

async fn ensure_known(tx: &mut Tx<'_>, owner: Owner, id: QuestionId) -> Result<()> {
    let known = questions::known(&mut **tx, owner, &[id]).await?;
    if known.is_empty() { Err(Error::not_found()) } else { Ok(()) }
}
