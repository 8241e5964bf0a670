//! How an attempt ends: handed in first, scored next. What was handed in is safe before anything is computed; what the
//! request did not live to score, the clock scores within a minute.

use serde_json::json;

use super::{note, telling};
use crate::events::Event;
use crate::ids::{PersonId, QuizAttemptId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::quizzes::model::quiz::Feedback;
use crate::quizzes::model::taking::clock;
use crate::quizzes::model::taking::score;
use crate::quizzes::model::taking::state::{AttemptState, Move};
use crate::quizzes::store::taking::attempts::{self, Attempt};
use crate::quizzes::store::taking::{answers, corrections, papers};

/// Hands an attempt in, by its person or by the clock. Its lock is held.
pub async fn hand_in(
    tx: &mut Tx<'_>,
    state: &AppState,
    attempt: &Attempt,
    by: Option<PersonId>,
) -> Result<()> {
    attempt.state.after(Move::Submit)?;
    let at = clock::handed_in_at(attempt.deadline, state.clock.now());
    attempts::submit(tx, attempt.id, at, by.is_none()).await?;
    let told = json!({ "number": attempt.number, "by_clock": by.is_none(), "at": at });
    note(tx, state, (attempt, by), (Event::QuizSubmitted, told)).await?;
    telling::handed_in(tx, state, attempt).await
}

/// Scores an attempt that was just handed in. Its answers are safe: a failure is logged, and the clock tries again.
pub async fn settle_now(state: &AppState, id: QuizAttemptId) {
    if let Err(error) = settle(state, id).await {
        tracing::error!(%error, attempt = %id, "an attempt that was handed in is not scored yet");
    }
}

/// Scores an attempt that was handed in; another one is left as it is.
pub async fn settle(state: &AppState, id: QuizAttemptId) -> Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(found) = attempts::find(&mut *tx, id).await? else { return Ok(()) };
    corrections::lock_shared(&mut tx, found.place).await?;
    let Some(attempt) = attempts::lock(&mut tx, id).await? else { return Ok(()) };
    if attempt.state != AttemptState::Submitted {
        return Ok(());
    }
    let paper = papers::of_attempt(&mut tx, attempt).await?;
    let scores: Vec<_> =
        paper.sheets.iter().map(|sheet| (sheet.answer.position, sheet.score(&paper.terms))).collect();
    answers::write_scores(&mut tx, id, &scores).await?;
    let points: Option<Vec<(i32, i32)>> = paper
        .sheets
        .iter()
        .zip(&scores)
        .map(|(sheet, (_, scored))| scored.map(|scored| (scored.points, sheet.answer.worth)))
        .collect();
    let mut reached = paper.attempt.state.after(Move::Score { needs_grading: points.is_none() })?;
    match points {
        None => attempts::await_grading(&mut tx, id).await?,
        Some(points) => {
            if paper.terms.settings.feedback == Feedback::AfterAttempt {
                reached = reached.after(Move::Publish)?;
            }
            attempts::set_result(&mut tx, id, reached, score::total(points), state.clock.now()).await?;
        }
    }
    let told = json!({ "state": reached.as_str() });
    note(&mut tx, state, (&paper.attempt, None), (Event::QuizScored, told)).await?;
    Ok(tx.commit().await?)
}
