//! Showing people their results.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{Admitted, OfQuiz, note, telling, write};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, QuizAttemptId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::taking::place::{PlaceId, Titles};
use crate::quizzes::model::taking::state::{AttemptState, Move};
use crate::quizzes::policy;
use crate::quizzes::store::taking::{attempts, due};

/// Which results to publish.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizPublication {
    /// Those of these attempts, 500 at most; null: every one that is graded.
    #[serde(default)]
    attempt_ids: Option<Vec<QuizAttemptId>>,
}

/// What was published.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizPublished {
    /// The attempts whose person sees the result now, and did not before.
    published: Vec<QuizAttemptId>,
}

/// Publishes results: of every attempt that is graded, or of these. Those who took the quiz are told. What is published already
/// stays so.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/publication", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    request_body = QuizPublication, responses((status = 200, body = QuizPublished), Problems))]
pub async fn publish_quiz_results(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
    Json(publication): Json<QuizPublication>,
) -> Result<Json<QuizPublished>> {
    let Admitted { mut tx, place, .. } = write(&state, actor, of, policy::may_grade).await?;
    let titles = Titles::from(&place);
    let published =
        publish_wanted(&mut tx, &state, place.id.into(), (&titles, actor.person), publication).await?;
    tx.commit().await?;
    Ok(Json(published))
}

/// Publishes the results that are wanted of a quiz.
pub async fn publish_wanted(
    tx: &mut Tx<'_>,
    state: &AppState,
    place: PlaceId,
    (titles, by): (&Titles, PersonId),
    publication: QuizPublication,
) -> Result<QuizPublished> {
    let wanted = match publication.attempt_ids {
        Some(ids) if ids.len() > 500 => {
            return Err(Error::field("/attempt_ids", "too_many", "500 tentatives au plus."));
        }
        Some(ids) => {
            ensure_graded(tx, place, &ids).await?;
            ids
        }
        None => due::unpublished(&mut **tx, place).await?,
    };
    Ok(QuizPublished { published: publish(tx, state, (titles, Some(by)), wanted).await? })
}

/// Refuses attempts that are not the quiz's, and those without a result.
async fn ensure_graded(tx: &mut Tx<'_>, place: PlaceId, ids: &[QuizAttemptId]) -> Result<()> {
    for (number, id) in ids.iter().enumerate() {
        let found = attempts::find(&mut **tx, *id).await?.filter(|attempt| attempt.place == place);
        let Some(attempt) = found else {
            let message = "Cette tentative n’est pas de ce quiz.";
            return Err(Error::field(format!("/attempt_ids/{number}"), "unknown_attempt", message));
        };
        if !attempt.state.has_result() {
            return Err(Error::illegal_state(attempt.state.as_str()));
        }
    }
    Ok(())
}

/// Publishes those of these attempts that are graded, and tells their people. Locked one by one in the order of their ids, so
/// that two who publish at once do not wait for each other crosswise.
pub async fn publish(
    tx: &mut Tx<'_>,
    state: &AppState,
    (titles, by): (&Titles, Option<PersonId>),
    mut ids: Vec<QuizAttemptId>,
) -> Result<Vec<QuizAttemptId>> {
    ids.sort_unstable();
    ids.dedup();
    let mut published = Vec::new();
    for id in ids {
        let Some(attempt) = attempts::lock(tx, id).await? else { continue };
        if attempt.state != AttemptState::Graded {
            continue;
        }
        attempt.state.after(Move::Publish)?;
        attempts::publish(tx, id, state.clock.now()).await?;
        let told = json!({ "number": attempt.number });
        note(tx, state, (&attempt, by), (Event::QuizResultsPublished, told)).await?;
        telling::published(tx, state, &attempt, titles).await?;
        published.push(id);
    }
    Ok(published)
}
