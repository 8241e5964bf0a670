//! Grading for a company: copies without names, by whichever recruiter.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{AtQuiz, read, write};
use crate::companies::VerifiedRecruiter;
use crate::ids::{FileId, QuestionId, QuizCopyId, QuizId};
use crate::platform::http::{IfMatch, Json, Page, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::copies::{ListCopies, QuizCopyAnswer, copies, copy_file};
use crate::quizzes::handlers::taking::grading::{QuizGradeDraft, grade};

/// Lists the answers that somebody must read, in an order that tells nothing: question by question, copies by their random ids. One's
/// own are not among them.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/copies", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ListCopies), responses((status = 200, body = Page<QuizCopyAnswer>), Problems))]
pub async fn list_company_quiz_copies(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    Query(query): Query<ListCopies>,
) -> Result<Json<Page<QuizCopyAnswer>>> {
    let AtQuiz { mut tx, place, people, .. } = read(&state, recruiter, id).await?;
    Ok(Json(copies(&mut tx, (place, &people), recruiter.actor.person, query).await?))
}

/// Downloads a file of a copy; while names are hidden, under a name that tells nothing.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/copies/{copy_id}/files/{file_id}", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ("copy_id" = QuizCopyId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_company_quiz_copy_file(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, copy, file)): Path<(QuizId, QuizCopyId, FileId)>,
    headers: HeaderMap,
) -> Result<Response> {
    let AtQuiz { tx, place, .. } = read(&state, recruiter, id).await?;
    copy_file((&state, tx), place, (copy, file), &headers).await
}

/// Grades an answer of a copy, or grades it anew. Whoever comes second gets what the first one made of it (412).
#[utoipa::path(put, path = "/company/quizzes/{quiz_id}/copies/{copy_id}/grades/{question_id}", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ("copy_id" = QuizCopyId, Path), ("question_id" = QuestionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes; 0 while it waits")),
    request_body = QuizGradeDraft, responses((status = 200, body = QuizCopyAnswer), Problems))]
pub async fn grade_company_quiz_answer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, copy, question)): Path<(QuizId, QuizCopyId, QuestionId)>,
    if_match: IfMatch,
    Json(draft): Json<QuizGradeDraft>,
) -> Result<Versioned<QuizCopyAnswer>> {
    let AtQuiz { tx, place, title, people } = write(&state, recruiter, id).await?;
    let at = (place, &people[..], title.as_str());
    grade((&state, tx), at, recruiter.actor.person, (copy, question), (if_match, &draft)).await
}
