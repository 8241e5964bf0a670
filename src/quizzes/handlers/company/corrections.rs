//! Regrading at a quiz of a company after a corrected key: shown first, and then done exactly so.

use axum::extract::State;
use axum::http::StatusCode;

use super::{AtQuiz, note_quiz, read, write};
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::QuizId;
use crate::platform::http::{Json, Page, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::corrections::{
    CorrectionView, QuizCorrectionDraft, QuizCorrectionPreview, QuizCorrectionQuestion, apply, list,
    preview_of,
};

/// Shows what a corrected key would change at a quiz of the company, before and afterwards. Nothing is changed.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/correction-preview", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), request_body = QuizCorrectionQuestion,
    responses((status = 200, body = QuizCorrectionPreview), Problems))]
pub async fn preview_company_quiz_correction(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    Json(question): Json<QuizCorrectionQuestion>,
) -> Result<Json<QuizCorrectionPreview>> {
    let AtQuiz { mut tx, place, people, .. } = read(&state, recruiter, id).await?;
    Ok(Json(preview_of(&mut tx, (place, &people), &question).await?))
}

/// Lists the corrections that were applied to a quiz of the company, the newest first, on one page.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/corrections", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), responses((status = 200, body = Page<CorrectionView>), Problems))]
pub async fn list_company_quiz_corrections(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<Json<Page<CorrectionView>>> {
    let AtQuiz { mut tx, place, .. } = read(&state, recruiter, id).await?;
    Ok(Json(list(&mut tx, place).await?))
}

/// Applies a corrected key at a quiz of the company: every copy that was asked an older version is scored with it, those handed in later
/// too. Whoever had seen another result is told. Refused with what would happen now when that is not what was shown (412).
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/corrections", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), request_body = QuizCorrectionDraft,
    responses((status = 201, body = QuizCorrectionPreview), Problems))]
pub async fn apply_company_quiz_correction(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    Json(draft): Json<QuizCorrectionDraft>,
) -> Result<(StatusCode, Json<QuizCorrectionPreview>)> {
    let AtQuiz { mut tx, place, title, people } = write(&state, recruiter, id).await?;
    let at = (place, &people[..], title.as_str());
    let (shown, told) = apply(&mut tx, &state, at, (recruiter.actor.person, &draft)).await?;
    note_quiz(&mut tx, &state, (id, recruiter), (Event::QuizCorrected, told)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(shown)))
}
