//! Published revisions of quizzes.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::author::{Author, begin_reading};
use crate::actor::Actor;
use crate::ids::{OrganisationId, QuizId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::quiz::Revision;
use crate::quizzes::store::contents;
use crate::quizzes::store::quizzes::{self, Filter};

/// A revision of a quiz, without what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizRevisionSummary {
    number: i32,
    title: String,
    /// When it was last written.
    written_at: DateTime<Utc>,
    /// When it was published; null while it is being written.
    published_at: Option<DateTime<Utc>>,
    /// Who published it; null while it is being written, and once the account is gone.
    published_by: Option<String>,
}

/// Lists the revisions of a quiz, newest first, on one page.
#[utoipa::path(get, path = "/organisations/{id}/quizzes/{quiz_id}/revisions", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path)),
    responses((status = 200, body = Page<QuizRevisionSummary>), Problems))]
pub async fn list_quiz_revisions(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuizId)>,
) -> Result<Json<Page<QuizRevisionSummary>>> {
    list(&state, Author::of(actor, organisation), id).await
}

/// Lists the revisions of a quiz of the owner.
pub async fn list(state: &AppState, author: Author, id: QuizId) -> Result<Json<Page<QuizRevisionSummary>>> {
    let mut tx = begin_reading(state, author).await?;
    ensure_known(&mut tx, author.owner, id).await?;
    let rows = contents::list(&mut *tx, id).await?.into_iter().map(|row| QuizRevisionSummary {
        number: row.number,
        title: row.title,
        written_at: row.written_at,
        published_at: row.published_at,
        published_by: row.published_by,
    });
    Ok(Json(Page::whole(rows.collect())))
}

/// Shows a published revision with the versions of the questions it asks, right answers included.
#[utoipa::path(get, path = "/organisations/{id}/quizzes/{quiz_id}/revisions/{number}", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("quiz_id" = QuizId, Path), ("number" = i32, Path)),
    responses((status = 200, body = Revision), Problems))]
pub async fn get_quiz_revision(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id, number)): Path<(OrganisationId, QuizId, i32)>,
) -> Result<Json<Revision>> {
    show(&state, Author::of(actor, organisation), (id, number)).await
}

/// Shows a published revision of a quiz of the owner.
pub async fn show(state: &AppState, author: Author, (id, number): (QuizId, i32)) -> Result<Json<Revision>> {
    let mut tx = begin_reading(state, author).await?;
    ensure_known(&mut tx, author.owner, id).await?;
    contents::published(&mut tx, id, number).await?.map(Json).ok_or_else(Error::not_found)
}

async fn ensure_known(tx: &mut Tx<'_>, owner: Owner, id: QuizId) -> Result<()> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let found = quizzes::list(&mut **tx, owner, filter, 1).await?;
    if found.is_empty() { Err(Error::not_found()) } else { Ok(()) }
}
