//! The bank of a company.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use crate::companies::VerifiedRecruiter;
use crate::ids::{FileId, QuestionId};
use crate::platform::http::{IfMatch, Json, Page, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::handlers::question_moves::{QuestionTag, set_archived, tags};
use crate::quizzes::handlers::question_versions::{self, QuestionVersion, QuestionVersionView};
use crate::quizzes::handlers::questions::{self, ListQuestions, QuestionSummary, QuestionView};
use crate::quizzes::handlers::warnings::{self, TopicWarning};
use crate::quizzes::model::question::draft::QuestionDraft;

/// A question of a company, and what it should not ask.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyQuestion {
    #[serde(flatten)]
    question: QuestionView,
    /// What nobody who recruits may ask about and this seems to. It is written all the same; that it was is noted, without the words.
    warnings: Vec<TopicWarning>,
}

fn warned(question: QuestionView) -> Versioned<CompanyQuestion> {
    let warnings = warnings::of(question.question());
    Versioned(question.version(), CompanyQuestion { question, warnings })
}

/// Lists the company's questions, the last written first.
#[utoipa::path(get, path = "/company/questions", tag = "quizzes", params(ListQuestions),
    responses((status = 200, body = Page<QuestionSummary>), Problems))]
pub async fn list_company_questions(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(query): Query<ListQuestions>,
) -> Result<Json<Page<QuestionSummary>>> {
    questions::list(&state, recruiter.into(), query).await
}

/// Writes a new question of the company, and warns of what it should not ask.
#[utoipa::path(post, path = "/company/questions", tag = "quizzes", request_body = QuestionDraft,
    responses((status = 201, body = CompanyQuestion), Problems))]
pub async fn create_company_question(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(draft): Json<QuestionDraft>,
) -> Result<(StatusCode, Versioned<CompanyQuestion>)> {
    let made = questions::create(&state, recruiter.into(), &draft).await?;
    Ok((StatusCode::CREATED, warned(made)))
}

/// Shows a question of the company, with what its newest version says.
#[utoipa::path(get, path = "/company/questions/{question_id}", tag = "quizzes",
    params(("question_id" = QuestionId, Path)), responses((status = 200, body = CompanyQuestion), Problems))]
pub async fn get_company_question(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuestionId>,
) -> Result<Versioned<CompanyQuestion>> {
    Ok(warned(questions::show(&state, recruiter.into(), id).await?))
}

/// Writes a question of the company anew: its next version. Quizzes that were published, and attempts, stay on the version they have.
#[utoipa::path(put, path = "/company/questions/{question_id}", tag = "quizzes",
    params(("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuestionDraft, responses((status = 200, body = CompanyQuestion), Problems))]
pub async fn update_company_question(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuestionId>,
    if_match: IfMatch,
    Json(draft): Json<QuestionDraft>,
) -> Result<Versioned<CompanyQuestion>> {
    Ok(warned(questions::update(&state, recruiter.into(), (id, if_match), &draft).await?))
}

/// Puts a question of the company away: quizzes that ask it keep it, no other is published with it, and nothing draws it.
#[utoipa::path(post, path = "/company/questions/{question_id}/archive", tag = "quizzes",
    params(("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuestionView), Problems))]
pub async fn archive_company_question(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuestionId>,
    if_match: IfMatch,
) -> Result<Versioned<QuestionView>> {
    set_archived(&state, recruiter.into(), (id, if_match), true).await
}

/// Takes an archived question of the company back into use.
#[utoipa::path(post, path = "/company/questions/{question_id}/restore", tag = "quizzes",
    params(("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuestionView), Problems))]
pub async fn restore_company_question(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuestionId>,
    if_match: IfMatch,
) -> Result<Versioned<QuestionView>> {
    set_archived(&state, recruiter.into(), (id, if_match), false).await
}

/// Lists the tags of the company's questions in use, by name, on one page of a thousand at most.
#[utoipa::path(get, path = "/company/question-tags", tag = "quizzes",
    responses((status = 200, body = Page<QuestionTag>), Problems))]
pub async fn list_company_question_tags(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
) -> Result<Json<Page<QuestionTag>>> {
    tags(&state, recruiter.into()).await
}

/// Lists the versions of a question of the company, newest first, on one page.
#[utoipa::path(get, path = "/company/questions/{question_id}/versions", tag = "quizzes",
    params(("question_id" = QuestionId, Path)),
    responses((status = 200, body = Page<QuestionVersion>), Problems))]
pub async fn list_company_question_versions(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuestionId>,
) -> Result<Json<Page<QuestionVersion>>> {
    question_versions::list(&state, recruiter.into(), id).await
}

/// Shows what a version of a question of the company says.
#[utoipa::path(get, path = "/company/questions/{question_id}/versions/{number}", tag = "quizzes",
    params(("question_id" = QuestionId, Path), ("number" = i32, Path)),
    responses((status = 200, body = QuestionVersionView), Problems))]
pub async fn get_company_question_version(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(version): Path<(QuestionId, i32)>,
) -> Result<Json<QuestionVersionView>> {
    question_versions::show(&state, recruiter.into(), version).await
}

/// Downloads an image that a question of the company shows, in any of its versions.
#[utoipa::path(get, path = "/company/questions/{question_id}/images/{file_id}", tag = "quizzes",
    params(("question_id" = QuestionId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_company_question_image(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(image): Path<(QuestionId, FileId)>,
    headers: HeaderMap,
) -> Result<Response> {
    question_versions::image(&state, recruiter.into(), image, &headers).await
}
