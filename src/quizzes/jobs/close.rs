//! Attempts whose time is over.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::events::Event;
use crate::ids::{QuizAttemptId, QuizInvitationId, SessionQuizId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::jobs::{Job, Run};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::publishing::publish;
use crate::quizzes::handlers::taking::settle::{hand_in, settle};
use crate::quizzes::handlers::taking::telling::titles_of;
use crate::quizzes::model::invitation::{InvitationMove, InvitationState};
use crate::quizzes::model::taking::clock::GRACE;
use crate::quizzes::model::taking::place::Titles;
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::store::invitations;
use crate::quizzes::store::taking::{attempts, due, places};

/// Hands in what was saved of each attempt whose deadline and grace are over, at its deadline, however late this runs; scores what
/// a request did not live to score; ends invitations nobody answered; publishes what is shown at the closing. Each attempt in a transaction of its own, once.
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
        for id in invitations::to_expire(&state.pool, state.clock.now()).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            expire(&state, id).await?;
        }
        for id in due::to_publish_to_invited(&state.pool, state.clock.now()).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            publish_one(&state, id).await?;
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
    let graded = due::unpublished(&mut *tx, id.into()).await?;
    publish(&mut tx, state, (&Titles::from(&place), None), graded).await?;
    tx.commit().await?;
    Ok(())
}

/// Shows one result of a company's quiz, whose invitation is over.
async fn publish_one(state: &AppState, id: QuizAttemptId) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(found) = attempts::find(&mut *tx, id).await? else { return Ok(()) };
    let titles = titles_of(&mut tx, found.quiz).await?;
    publish(&mut tx, state, (&titles, None), vec![id]).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends one invitation that nobody answered, unless somebody holds it: whoever does begins, refuses or takes it back.
async fn expire(state: &AppState, id: QuizInvitationId) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let now = state.clock.now();
    let Some(invitation) = invitations::try_lock(&mut tx, id).await? else { return Ok(()) };
    if invitation.state != InvitationState::Invited || now < invitation.closes_at {
        return Ok(());
    }
    let reached = invitation.state.after(InvitationMove::Expire)?;
    invitations::end(&mut tx, id, InvitationMove::Expire, now).await?;
    live::forget(&mut tx, &[id.0]).await?;
    let entry = Entry::new(Event::QuizInvitationEnded, now, "quiz_invitation", id.0);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "state": reached }))).await?;
    let people: Vec<_> = invitation.person.into_iter().collect();
    live::changed(&mut tx, &people, Topic::Quizzes).await?;
    tx.commit().await?;
    Ok(())
}
