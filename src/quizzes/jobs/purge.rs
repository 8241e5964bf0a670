//! Attempts that were kept long enough, or whose person's enrolment is erased.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::events::Event;
use crate::files;
use crate::ids::{EnrolmentId, QuizAttemptId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::Result;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;
use crate::quizzes::store::privacy;
use crate::quizzes::store::sending::lock_whole;
use crate::quizzes::store::taking::retention;

/// Deletes attempts at the quizzes of sessions that ended six years ago, ten where co-funded, session by session, but for those
/// under legal hold; and what was answered for companies, after three months or as agreed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeQuizAttempts {}

impl Job for PurgeQuizAttempts {
    const KIND: &'static str = "purge_quiz_attempts";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && purge_one(&state).await? {}
        while !run.stop.is_cancelled() && purge_invitations(&state, &run).await? {}
        Ok(())
    }
}

/// Erases what people answered for companies, three months after the day the invitation closed or when they agreed to; false once nothing
/// is left. Each in a transaction of its own.
async fn purge_invitations(state: &AppState, run: &Run) -> anyhow::Result<bool> {
    let mut db = state.pool.acquire().await?;
    let due = privacy::invitations_due(&mut db, state.clock.today()).await?;
    drop(db);
    let mut erased = 0;
    for invitation in &due {
        if run.stop.is_cancelled() {
            return Ok(false);
        }
        let mut tx = state.pool.begin().await?;
        if lock_whole(&mut tx, *invitation).await?.is_some() {
            privacy::erase_invitation(&mut tx, &state.ids, *invitation, state.clock.now()).await?;
            erased += 1;
        }
        tx.commit().await?;
    }
    Ok(erased > 0)
}

async fn purge_one(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some((organisation, session)) = retention::take_due(&mut tx, state.clock.today()).await? else {
        return Ok(false);
    };
    let attempts = retention::attempts(&mut tx, Some(session), None).await?;
    delete(&mut tx, state, &attempts).await?;
    let entry = Entry::new(Event::QuizAttemptsPurged, state.clock.now(), "training_session", session.0);
    let entry = entry.within(organisation).change(None, json!({ "attempts": attempts.len() }));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    tracing::info!(attempts = attempts.len(), "attempts at quizzes deleted after their time of retention");
    Ok(true)
}

/// Erases the attempts of an enrolment, in the transaction that erases the enrolment; how many. Answers, grades, and the files that
/// were answered with go with them.
pub async fn erase_attempts(tx: &mut Tx<'_>, state: &AppState, enrolment: EnrolmentId) -> Result<usize> {
    let attempts = retention::attempts(tx, None, Some(enrolment)).await?;
    delete(tx, state, &attempts).await?;
    if !attempts.is_empty() {
        let entry = Entry::new(Event::QuizAttemptsPurged, state.clock.now(), "enrolment", enrolment.0);
        let entry = entry.change(None, json!({ "attempts": attempts.len() }));
        audit::record(tx, &state.ids, entry).await?;
    }
    Ok(attempts.len())
}

async fn delete(tx: &mut Tx<'_>, state: &AppState, attempts: &[QuizAttemptId]) -> Result<()> {
    for file in retention::delete(tx, attempts).await? {
        files::release(tx, state, file).await?;
    }
    Ok(())
}
