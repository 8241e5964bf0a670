//! The quizzes of a company.

use axum::extract::State;
use axum::http::StatusCode;

use crate::companies::VerifiedRecruiter;
use crate::ids::QuizId;
use crate::platform::http::{IfMatch, Json, Page, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::handlers::quiz_moves;
use crate::quizzes::handlers::quiz_views::{QuizSummary, QuizView};
use crate::quizzes::handlers::quizzes::{self, ListQuizzes};
use crate::quizzes::handlers::revisions::{self, QuizRevisionSummary};
use crate::quizzes::model::quiz::draft::QuizDraft;
use crate::quizzes::model::quiz::{Move, Revision};

/// Lists the company's quizzes, the last written first.
#[utoipa::path(get, path = "/company/quizzes", tag = "quizzes", params(ListQuizzes),
    responses((status = 200, body = Page<QuizSummary>), Problems))]
pub async fn list_company_quizzes(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(query): Query<ListQuizzes>,
) -> Result<Json<Page<QuizSummary>>> {
    quizzes::list(&state, recruiter.into(), query).await
}

/// Writes a new quiz of the company. Only its kind and title are needed; the rest may come later. An invitation is taken once: `attempts`
/// is 1.
#[utoipa::path(post, path = "/company/quizzes", tag = "quizzes", request_body = QuizDraft,
    responses((status = 201, body = QuizView), Problems))]
pub async fn create_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(draft): Json<QuizDraft>,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    quizzes::create(&state, recruiter.into(), &draft).await
}

/// Shows a quiz of the company: what is being written, otherwise its newest revision.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}", tag = "quizzes", params(("quiz_id" = QuizId, Path)),
    responses((status = 200, body = QuizView), Problems))]
pub async fn get_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<Versioned<QuizView>> {
    quizzes::show(&state, recruiter.into(), id).await
}

/// Writes the whole content of a quiz of the company anew. What was published stays as it is.
#[utoipa::path(put, path = "/company/quizzes/{quiz_id}", tag = "quizzes",
    params(("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuizDraft, responses((status = 200, body = QuizView), Problems))]
pub async fn update_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    if_match: IfMatch,
    Json(draft): Json<QuizDraft>,
) -> Result<Versioned<QuizView>> {
    quizzes::update(&state, recruiter.into(), (id, if_match), &draft).await
}

/// Deletes a quiz of the company that was never published.
#[utoipa::path(delete, path = "/company/quizzes/{quiz_id}", tag = "quizzes",
    params(("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    quiz_moves::delete(&state, recruiter.into(), (id, if_match)).await
}

/// Publishes what was written, with the newest versions of its questions, as the next revision, which never changes again. Whoever begins
/// from now on takes it; those who began stay on theirs.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/publish", tag = "quizzes",
    params(("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn publish_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    quiz_moves::publish(&state, recruiter.into(), (id, if_match)).await
}

/// Archives a quiz of the company: whoever is invited may still take it, nobody else is invited.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/archive", tag = "quizzes",
    params(("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn archive_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    quiz_moves::move_to(&state, recruiter.into(), (id, if_match), Move::Archive).await
}

/// Publishes an archived quiz of the company again, as it was.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/restore", tag = "quizzes",
    params(("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn restore_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    quiz_moves::move_to(&state, recruiter.into(), (id, if_match), Move::Restore).await
}

/// Copies a quiz of the company, archived or not, into a new draft.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/duplicate", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), responses((status = 201, body = QuizView), Problems))]
pub async fn duplicate_company_quiz(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    quiz_moves::duplicate(&state, recruiter.into(), id).await
}

/// Discards what was written since the quiz was last published.
#[utoipa::path(delete, path = "/company/quizzes/{quiz_id}/draft", tag = "quizzes",
    params(("quiz_id" = QuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizView), Problems))]
pub async fn discard_company_quiz_draft(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    if_match: IfMatch,
) -> Result<Versioned<QuizView>> {
    quiz_moves::discard(&state, recruiter.into(), (id, if_match)).await
}

/// Lists the revisions of a quiz of the company, newest first, on one page.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/revisions", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), responses((status = 200, body = Page<QuizRevisionSummary>), Problems))]
pub async fn list_company_quiz_revisions(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<Json<Page<QuizRevisionSummary>>> {
    revisions::list(&state, recruiter.into(), id).await
}

/// Shows a published revision of a quiz of the company with the versions of the questions it asks, right answers included.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/revisions/{number}", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ("number" = i32, Path)),
    responses((status = 200, body = Revision), Problems))]
pub async fn get_company_quiz_revision(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(revision): Path<(QuizId, i32)>,
) -> Result<Json<Revision>> {
    revisions::show(&state, recruiter.into(), revision).await
}
