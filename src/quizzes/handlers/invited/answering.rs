//! One's own attempt at a quiz of a company: the same engine as in a session, behind doors of its own.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::find_own;
use crate::actor::Actor;
use crate::files;
use crate::ids::{FileId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, FieldError, Fields, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::reading::{OwnAttempt, current, kept, own_attempt};
use crate::quizzes::handlers::taking::saving::{KeptAnswers, QuizAnswers, save_own, submit_own};
use crate::quizzes::handlers::taking::{Which, lock_own};
use crate::quizzes::model::taking::state::Move;
use crate::quizzes::store::taking::answers;
use crate::quizzes::store::taking::attempts::{self, Attempt, Signals};

/// One's own attempt at a quiz of a company.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InvitedQuizAttempt)]
pub struct InvitedAttemptView {
    /// The invitation.
    invitation_id: QuizInvitationId,
    /// The attempt.
    #[serde(flatten)]
    own: OwnAttempt,
}

/// One's own attempt as one may see it now.
pub async fn invited_attempt(
    tx: &mut Tx<'_>,
    state: &AppState,
    attempt: Attempt,
) -> Result<InvitedAttemptView> {
    let invitation_id = attempt.invitation.ok_or_else(Error::not_found)?;
    Ok(InvitedAttemptView { invitation_id, own: own_attempt(tx, state, attempt).await? })
}

async fn read(state: &AppState, actor: Actor, id: QuizInvitationId) -> Result<InvitedAttemptView> {
    let (mut tx, attempt) = current(state, actor.person, Which::Invited(id)).await?;
    invited_attempt(&mut tx, state, attempt).await
}

/// Shows one's own attempt, on whatever device: what it asks and what was saved while it runs, its result once published. What is
/// right is never in it before its moment.
#[utoipa::path(get, path = "/me/quiz-invitations/{invitation_id}/attempt", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)),
    responses((status = 200, body = InvitedAttemptView), Problems))]
pub async fn get_quiz_invitation_attempt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
) -> Result<Json<InvitedAttemptView>> {
    Ok(Json(read(&state, actor, id).await?))
}

/// Downloads one's own attempt as one may see it now, to be kept.
#[utoipa::path(get, path = "/me/quiz-invitations/{invitation_id}/copy", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)),
    responses((status = 200, body = InvitedAttemptView), Problems))]
pub async fn export_quiz_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
) -> Result<Response> {
    let view = read(&state, actor, id).await?;
    let name = format!("test-{}", view.invitation_id);
    kept(view, &name)
}

/// Downloads an image that one's own attempt shows, or a file that one answered with.
#[utoipa::path(get, path = "/me/quiz-invitations/{invitation_id}/files/{file_id}", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_quiz_invitation_file(
    State(state): State<AppState>,
    actor: Actor,
    Path((id, file)): Path<(QuizInvitationId, FileId)>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut tx = state.pool.begin().await?;
    let attempt = find_own(&mut tx, actor, id).await?.attempt.ok_or_else(Error::not_found)?;
    if !answers::shows(&mut *tx, actor.person, attempt, file).await? {
        return Err(Error::not_found());
    }
    drop(tx);
    files::serve(&state, file, &headers).await
}

/// Saves answers while the attempt runs, until thirty seconds after its deadline. Of two writes of an answer the one that counts higher
/// stays, whichever arrives last.
#[utoipa::path(put, path = "/me/quiz-invitations/{invitation_id}/answers", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)), request_body = QuizAnswers,
    responses((status = 200, body = KeptAnswers), Problems))]
pub async fn save_quiz_invitation_answers(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
    Json(sent): Json<QuizAnswers>,
) -> Result<Json<KeptAnswers>> {
    Ok(Json(save_own(&state, actor.person, Which::Invited(id), sent).await?))
}

/// Hands the attempt in, with the last answers. Sent again, it answers the same; the clock may have been faster.
#[utoipa::path(post, path = "/me/quiz-invitations/{invitation_id}/submission", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)), request_body = QuizAnswers,
    responses((status = 200, body = InvitedAttemptView), Problems))]
pub async fn submit_quiz_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
    Json(sent): Json<QuizAnswers>,
) -> Result<Json<InvitedAttemptView>> {
    let (mut tx, attempt) = submit_own(&state, actor.person, Which::Invited(id), sent).await?;
    Ok(Json(invited_attempt(&mut tx, &state, attempt).await?))
}

/// Most of each sign that are counted.
const MOST_SIGNALS: i32 = 100_000;

/// What a browser counted since the attempt began, all told.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizSignals {
    /// How often the page lost sight.
    tab_switches: i32,
    /// How often something was pasted into an answer.
    pastes: i32,
}

/// Counts changes of tab and pastes while the attempt runs, where the quiz does: the higher counts stay. Nothing follows by itself.
#[utoipa::path(put, path = "/me/quiz-invitations/{invitation_id}/signals", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)), request_body = QuizSignals,
    responses((status = 204), Problems))]
pub async fn count_quiz_signals(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
    Json(sent): Json<QuizSignals>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let attempt = lock_own(&mut tx, actor.person, Which::Invited(id)).await?;
    attempt.state.after(Move::Save)?;
    let mut fields = Fields::default();
    for (pointer, count) in [("/tab_switches", sent.tab_switches), ("/pastes", sent.pastes)] {
        if !(0..=MOST_SIGNALS).contains(&count) {
            fields.push(FieldError::new(pointer, "out_of_range", "Entre 0 et 100\u{202f}000."));
        }
    }
    fields.finish()?;
    if attempts::signals(&mut *tx, attempt.id).await?.is_none() {
        return Err(Code::SignalsNotCounted.into());
    }
    let counted = Signals { tab_switches: sent.tab_switches, pastes: sent.pastes };
    attempts::count_signals(&mut tx, attempt.id, counted).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
