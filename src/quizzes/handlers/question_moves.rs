//! Questions put away and taken back, and the tags they bear.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::author::{Author, begin, begin_reading};
use super::questions::{QuestionView, ensure_version, lock, record, view};
use crate::actor::Actor;
use crate::ids::{OrganisationId, QuestionId};
use crate::platform::http::{Error, IfMatch, Json, Page, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::store::questions;

/// A tag of the organisation's questions.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionTag {
    tag: String,
    /// How many questions in use bear it.
    questions: i64,
}

/// Lists the tags of the organisation's questions in use, by name, on one page of a thousand at most.
#[utoipa::path(get, path = "/organisations/{id}/question-tags", tag = "quizzes",
    params(("id" = OrganisationId, Path)), responses((status = 200, body = Page<QuestionTag>), Problems))]
pub async fn list_question_tags(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
) -> Result<Json<Page<QuestionTag>>> {
    tags(&state, Author::of(actor, organisation)).await
}

/// Lists the tags of the owner's questions in use.
pub async fn tags(state: &AppState, author: Author) -> Result<Json<Page<QuestionTag>>> {
    let mut tx = begin_reading(state, author).await?;
    let tags = questions::tags(&mut *tx, author.owner).await?;
    let shown = tags.into_iter().map(|row| QuestionTag { tag: row.tag, questions: row.questions });
    Ok(Json(Page::whole(shown.collect())))
}

/// Puts a question away: quizzes that ask it keep it, no other is published with it, and nothing draws it.
#[utoipa::path(post, path = "/organisations/{id}/questions/{question_id}/archive", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuestionView), Problems))]
pub async fn archive_question(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuestionId)>,
    if_match: IfMatch,
) -> Result<Versioned<QuestionView>> {
    set_archived(&state, Author::of(actor, organisation), (id, if_match), true).await
}

/// Takes an archived question back into use.
#[utoipa::path(post, path = "/organisations/{id}/questions/{question_id}/restore", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuestionView), Problems))]
pub async fn restore_question(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, QuestionId)>,
    if_match: IfMatch,
) -> Result<Versioned<QuestionView>> {
    set_archived(&state, Author::of(actor, organisation), (id, if_match), false).await
}

/// Puts a question of the owner away, or back into use.
pub async fn set_archived(
    state: &AppState,
    author: Author,
    (id, if_match): (QuestionId, IfMatch),
    wanted: bool,
) -> Result<Versioned<QuestionView>> {
    let mut tx = begin(state, author).await?;
    let locked = lock(&mut tx, author.owner, id).await?;
    if locked.is_archived == wanted {
        return Err(Error::illegal_state(if wanted { "archived" } else { "in_use" }));
    }
    ensure_version(&mut tx, (author.owner, id), locked, if_match).await?;
    questions::set_archived(&mut tx, id, wanted, (author.person, state.clock.now())).await?;
    let what = if wanted { "archived" } else { "restored" };
    record(&mut tx, state, (author, id), what, locked.number).await?;
    let view = view(&mut tx, author.owner, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version(), view))
}
