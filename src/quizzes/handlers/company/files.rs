//! Questions of a company as files, in and out.

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::Response;

use crate::companies::VerifiedRecruiter;
use crate::ids::QuestionImportId;
use crate::platform::http::{Json, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::exports::{ExportQuery, export};
use crate::quizzes::handlers::imports::{
    ImportQuery, QuestionImport, QuestionImportConfirmation, confirm, create,
};

/// Reads a file of questions and shows what it would write into the company's bank; nothing is written yet. The body is the file, of 500
/// questions and 4 MiB at most: GIFT or CSV.
#[utoipa::path(post, path = "/company/question-imports", tag = "quizzes", params(ImportQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, body = QuestionImport), Problems))]
pub async fn create_company_question_import(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(query): Query<ImportQuery>,
    body: std::result::Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<QuestionImport>)> {
    create(&state, recruiter.into(), query.format(), body).await
}

/// Writes the questions of a file into the company's bank, exactly as they were shown, all or none. Which of them touch on what nobody may
/// ask is noted, and shown by each question.
#[utoipa::path(post, path = "/company/question-imports/{import_id}/confirm", tag = "quizzes",
    params(("import_id" = QuestionImportId, Path)), request_body = QuestionImportConfirmation,
    responses((status = 200, body = QuestionImport), Problems))]
pub async fn confirm_company_question_import(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuestionImportId>,
    Json(request): Json<QuestionImportConfirmation>,
) -> Result<Json<QuestionImport>> {
    confirm(&state, recruiter.into(), id, &request).await
}

/// Downloads the newest versions of the company's questions in use, the last written first: all of them, or those that fit. 5,000
/// questions at most.
#[utoipa::path(get, path = "/company/question-export", tag = "quizzes", params(ExportQuery),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn export_company_questions(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(query): Query<ExportQuery>,
) -> Result<Response> {
    export(&state, recruiter.into(), query).await
}
