//! Attempts whose time is over.

use serde::{Deserialize, Serialize};

use crate::ids::{QuizAttemptId, SessionQuizId};
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::publishing::publish;
use crate::quizzes::handlers::taking::settle::{hand_in, settle};
use crate::quizzes::model::taking::clock::GRACE;
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::store::taking::{attempts, due, places};

/// Hands in what was saved of each attempt whose deadline and grace are over, at its deadline, however late this runs; scores what
/// a request did not live to score; publishes what is shown at the closing. Each attempt in a transaction of its own, once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseQuizzes {}

impl Job for CloseQuizzes {
    const KIND: &'static str = "close_quizzes";

    /// One that waits finds everything that is due.
    fn key(&self) -> Option<String> {
        Some("due".to_owned())
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let mut failed = 0;
        let before = state.clock.now() - GRACE;
        for id in due::overdue(&state.pool, before).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            failed += count(close_one(&state, id).await, id);
        }
        for id in due::unscored(&state.pool).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            failed += count(settle(&state, id).await.map_err(anyhow::Error::from), id);
        }
        for place in due::to_publish(&state.pool, state.clock.now()).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            publish_all(&state, place).await?;
        }
        anyhow::ensure!(failed == 0, "{failed} attempts could not be handed in or scored");
        Ok(())
    }
}

/// One attempt that fails keeps no other from being handed in.
fn count(done: anyhow::Result<()>, id: QuizAttemptId) -> u32 {
    match done {
        Ok(()) => 0,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), attempt = %id, "an attempt cannot be handed in or scored");
            1
        }
    }
}

/// Hands in one attempt, unless somebody holds it: whoever does hands it in, or the next minute does.
async fn close_one(state: &AppState, id: QuizAttemptId) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(attempt) = attempts::try_lock(&mut tx, id).await? else { return Ok(()) };
    let is_over = attempt.deadline + GRACE <= state.clock.now();
    if attempt.state != AttemptState::Started || !is_over {
        return Ok(());
    }
    hand_in(&mut tx, state, &attempt, None).await?;
    tx.commit().await?;
    Ok(settle(state, id).await?)
}

async fn publish_all(state: &AppState, id: SessionQuizId) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(place) = places::find(&mut *tx, id).await? else { return Ok(()) };
    let graded = due::unpublished(&mut *tx, id).await?;
    publish(&mut tx, state, (&place, None), graded).await?;
    tx.commit().await?;
    Ok(())
}
