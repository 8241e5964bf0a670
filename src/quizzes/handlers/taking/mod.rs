//! HTTP of taking quizzes, grading them and reading their results.

pub mod adjustments;
pub mod copies;
pub mod correcting;
pub mod corrections;
pub mod export;
pub mod grading;
pub mod mine;
pub mod publishing;
pub mod reading;
pub mod results;
pub mod saving;
pub mod settle;
pub mod starting;
pub mod statistics;
pub mod telling;
pub mod views;

use serde::Deserialize;
use serde_json::Value;

use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{
    OrganisationId, PersonId, QuizAttemptId, QuizInvitationId, SessionQuizId, TrainingSessionId,
};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::taking::place::Place;
use crate::quizzes::store::taking::attempts::{self, Attempt};
use crate::quizzes::store::taking::places;
use crate::sessions::{self, Standing};

/// A quiz of a session, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfQuiz {
    id: OrganisationId,
    session_id: TrainingSessionId,
    quiz_id: SessionQuizId,
}

type Rule = fn(Option<Standing>) -> Result<()>;

/// Somebody who trains or runs a session, at one of its quizzes.
struct Admitted {
    tx: Tx<'static>,
    place: Place,
    standing: Option<Standing>,
}

/// Begins a snapshot of a quiz of a session for somebody this rule lets read it.
async fn read(state: &AppState, actor: Actor, of: OfQuiz, rule: Rule) -> Result<Admitted> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    admit(tx, actor, of, rule).await
}

/// Begins a write at a quiz of a session, for somebody this rule lets write.
async fn write(state: &AppState, actor: Actor, of: OfQuiz, rule: Rule) -> Result<Admitted> {
    admit(state.pool.begin().await?, actor, of, rule).await
}

async fn admit(mut tx: Tx<'static>, actor: Actor, of: OfQuiz, rule: Rule) -> Result<Admitted> {
    let standing = sessions::standing(&mut *tx, of.id, of.session_id, actor.person).await?;
    rule(standing)?;
    let place = places::find_in(&mut *tx, of.id, of.session_id, of.quiz_id).await?;
    Ok(Admitted { tx, place: place.ok_or_else(Error::not_found)?, standing })
}

/// One's own attempt, as paths name it.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// In a session, by its id.
    InSession(QuizAttemptId),
    /// For a company, by the invitation: it has one.
    Invited(QuizInvitationId),
}

/// One's own attempt, locked. To everybody else there is none.
pub async fn lock_own(tx: &mut Tx<'_>, person: PersonId, which: Which) -> Result<Attempt> {
    let id = match which {
        Which::InSession(id) => Some(id),
        Which::Invited(invitation) => attempts::of_invitation(&mut **tx, invitation).await?,
    };
    let id = id.ok_or_else(Error::not_found)?;
    let is_meant = |attempt: &Attempt| {
        let in_session = matches!(which, Which::InSession(_));
        attempt.person == Some(person) && attempt.session.is_some() == in_session
    };
    attempts::find(&mut **tx, id).await?.filter(is_meant).ok_or_else(Error::not_found)?;
    // Whoever waited here reads what became of it meanwhile: it may be erased.
    attempts::lock(tx, id).await?.filter(is_meant).ok_or_else(Error::not_found)
}

/// Notes what happened to an attempt; without a person, the clock did it.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    (attempt, by): (&Attempt, Option<PersonId>),
    (event, change): (Event, Value),
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "quiz_attempt", attempt.id.0);
    let entry = entry.change(None, change);
    let entry = match attempt.organisation {
        Some(organisation) => entry.within(organisation),
        None => entry,
    };
    let entry = match by {
        Some(person) => entry.by(person),
        None => entry,
    };
    Ok(audit::record(tx, &state.ids, entry).await?)
}

/// Notes what happened at a quiz of a session.
async fn note_place(
    tx: &mut Tx<'_>,
    state: &AppState,
    (place, by): (&Place, Option<PersonId>),
    (event, change): (Event, Value),
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "session_quiz", place.id.0);
    let entry = entry.within(place.organisation).change(None, change);
    let entry = match by {
        Some(person) => entry.by(person),
        None => entry,
    };
    Ok(audit::record(tx, &state.ids, entry).await?)
}
