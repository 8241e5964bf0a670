//! HTTP of companies: their bank, their quizzes, whom they invite and what came of it. Doors alone; what is behind them is the one
//! engine. Every granted recruiter of the company writes and reads.

pub mod candidates;
pub mod copies;
pub mod corrections;
pub mod export;
pub mod files;
pub mod inviting;
pub mod publishing;
pub mod questions;
pub mod quizzes;
pub mod results;

use serde_json::Value;

use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::QuizId;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::taking::place::{PlaceId, Taker};
use crate::quizzes::store::invitations;
use crate::quizzes::store::quizzes::{self as rows, Filter};

/// A recruiter at a quiz of their company.
struct AtQuiz {
    tx: Tx<'static>,
    place: PlaceId,
    title: String,
    people: Vec<Taker>,
}

/// Begins a snapshot of a quiz of the recruiter's company.
async fn read(state: &AppState, recruiter: VerifiedRecruiter, quiz: QuizId) -> Result<AtQuiz> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    find(tx, recruiter, quiz).await
}

/// Begins a write at a quiz of the recruiter's company.
async fn write(state: &AppState, recruiter: VerifiedRecruiter, quiz: QuizId) -> Result<AtQuiz> {
    find(state.pool.begin().await?, recruiter, quiz).await
}

async fn find(mut tx: Tx<'static>, recruiter: VerifiedRecruiter, quiz: QuizId) -> Result<AtQuiz> {
    let filter = Filter { id: Some(quiz), ..Filter::default() };
    let found = rows::list(&mut *tx, Owner::Company(recruiter.company), filter, 1).await?.pop();
    let title = found.ok_or_else(Error::not_found)?.title;
    let people = invitations::takers(&mut *tx, quiz).await?;
    Ok(AtQuiz { tx, place: quiz.into(), title, people })
}

/// Notes what a recruiter did at a quiz of their company.
async fn note_quiz(
    tx: &mut Tx<'_>,
    state: &AppState,
    (quiz, recruiter): (QuizId, VerifiedRecruiter),
    (event, change): (Event, Value),
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "quiz", quiz.0).by(recruiter.actor.person);
    Ok(audit::record(tx, &state.ids, entry.change(None, change)).await?)
}
