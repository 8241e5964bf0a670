//! Showing candidates their results.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AtQuiz, write};
use crate::companies::VerifiedRecruiter;
use crate::ids::{QuizAttemptId, QuizId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::publishing::publish;
use crate::quizzes::handlers::taking::telling::titles_of;
use crate::quizzes::model::taking::place::PlaceId;
use crate::quizzes::store::taking::{attempts, due};

/// Which results to publish.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidatePublication {
    /// Those of these invitations, 500 at most; null: every one that is graded.
    #[serde(default)]
    invitation_ids: Option<Vec<QuizInvitationId>>,
}

/// What was published.
#[derive(Debug, Serialize, ToSchema)]
pub struct CandidatesPublished {
    /// The invitations whose person sees the result now, and did not before.
    published: Vec<QuizInvitationId>,
}

/// Publishes results: of every copy that is graded, or of these. Those who took the quiz are told. What is published already stays so.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/publication", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), request_body = CandidatePublication,
    responses((status = 200, body = CandidatesPublished), Problems))]
pub async fn publish_company_quiz_results(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    Json(publication): Json<CandidatePublication>,
) -> Result<Json<CandidatesPublished>> {
    let AtQuiz { mut tx, place, .. } = write(&state, recruiter, id).await?;
    let wanted = match publication.invitation_ids {
        Some(ids) if ids.len() > 500 => {
            return Err(Error::field("/invitation_ids", "too_many", "500 invitations au plus."));
        }
        Some(ids) => graded(&mut tx, place, &ids).await?,
        None => due::unpublished(&mut *tx, place).await?,
    };
    let titles = titles_of(&mut tx, id).await?;
    let by = Some(recruiter.actor.person);
    let mut published = Vec::new();
    for attempt in publish(&mut tx, &state, (&titles, by), wanted).await? {
        published.extend(attempts::find(&mut *tx, attempt).await?.and_then(|attempt| attempt.invitation));
    }
    tx.commit().await?;
    Ok(Json(CandidatesPublished { published }))
}

/// The attempts of these invitations. Refuses those that are not the quiz's, and those without a result.
async fn graded(tx: &mut Tx<'_>, place: PlaceId, ids: &[QuizInvitationId]) -> Result<Vec<QuizAttemptId>> {
    let mut found = Vec::with_capacity(ids.len());
    for (number, id) in ids.iter().enumerate() {
        let attempt = match attempts::of_invitation(&mut **tx, *id).await? {
            Some(attempt) => attempts::find(&mut **tx, attempt).await?,
            None => None,
        };
        let Some(attempt) = attempt.filter(|attempt| attempt.place == place) else {
            let message = "Cette invitation n’a pas de copie à ce quiz.";
            return Err(Error::field(format!("/invitation_ids/{number}"), "unknown_invitation", message));
        };
        if !attempt.state.has_result() {
            return Err(Error::illegal_state(attempt.state.as_str()));
        }
        found.push(attempt.id);
    }
    Ok(found)
}
