//! One's own attempts: what is asked while they run, what came of them afterwards.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, HeaderValue};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::settle::{hand_in, settle_now};
use super::views::{AskedQuestion, Cards, MarkedQuestion, files_of};
use super::{Which, lock_own};
use crate::actor::Actor;
use crate::files;
use crate::ids::{FileId, PersonId, QuizAttemptId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::question::Points;
use crate::quizzes::model::taking::clock;
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::model::taking::terms::Terms;
use crate::quizzes::store::taking::attempts::Attempt;
use crate::quizzes::store::taking::papers::{self, Sheet};
use crate::quizzes::store::taking::{answers, drawing};

/// A part of a quiz.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedSection {
    /// Its number, which its questions name.
    section: i16,
    /// Its title; may be empty.
    title: String,
    /// What one reads above it; may be empty.
    instructions: String,
}

/// What came of an attempt.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizResult {
    /// Its points, never below 0.
    points: Points,
    /// What it is worth.
    worth: Points,
    /// Whole percentage, rounded down.
    percent: i16,
    /// Whether it is passed; null where nothing is passed or failed.
    is_passed: Option<bool>,
    /// When it was published.
    published_at: Option<DateTime<Utc>>,
}

impl QuizResult {
    /// The result of an attempt, once every answer has its points.
    pub fn of(attempt: &Attempt, terms: &Terms) -> Option<Self> {
        let (points, worth, percent) = (attempt.points?, attempt.worth?, attempt.percent?);
        Some(Self {
            points: Points::of_hundredths(points),
            worth: Points::of_hundredths(worth),
            percent,
            is_passed: terms.is_passed(percent),
            published_at: attempt.published_at,
        })
    }
}

/// One's own attempt as one may see it now, wherever it is taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnQuizAttempt)]
pub struct OwnAttempt {
    /// Its id.
    pub id: QuizAttemptId,
    /// Its number among one's own.
    pub number: i32,
    /// How far it is.
    state: AttemptState,
    /// Title of the quiz.
    title: String,
    /// What one reads before one begins; may be empty.
    instructions: String,
    /// Share of its points that a wrong answer to a single choice, or to true or false, costs.
    negative_percent: i16,
    /// When it started, by the server's clock.
    started_at: Option<DateTime<Utc>>,
    /// When it ends.
    deadline: DateTime<Utc>,
    /// What the server's clock says now: a device whose clock is wrong counts from it.
    now: DateTime<Utc>,
    /// Seconds that are left; 0 once it is over.
    seconds_left: i64,
    /// When it was handed in.
    submitted_at: Option<DateTime<Utc>>,
    /// Whether the clock handed it in.
    by_clock: bool,
    /// The parts of the quiz, in order.
    sections: Vec<AskedSection>,
    /// What it asks, in its order, while it runs; none afterwards.
    questions: Vec<AskedQuestion>,
    /// What came of it, once it is published.
    result: Option<QuizResult>,
    /// What was answered, its points and what is right, once that may be seen; none before.
    marked: Vec<MarkedQuestion>,
}

/// One's own attempt in a session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyQuizAttempt)]
pub struct MyAttemptView {
    /// The quiz of the session.
    quiz_id: SessionQuizId,
    /// The session.
    session_id: TrainingSessionId,
    /// The attempt.
    #[serde(flatten)]
    own: OwnAttempt,
}

/// The cards of the files of these answers.
pub async fn cards(tx: &mut Tx<'_>, sheets: &[Sheet]) -> Result<Cards> {
    let ids = files_of(sheets);
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let cards = files::cards(&mut **tx, &ids).await?;
    Ok(cards.into_iter().map(|card| (card.id, card)).collect())
}

/// One's own attempt in a session as one may see it now.
pub async fn my_attempt(tx: &mut Tx<'_>, state: &AppState, attempt: Attempt) -> Result<MyAttemptView> {
    let (quiz_id, session_id) = attempt.in_session().ok_or_else(Error::not_found)?;
    Ok(MyAttemptView { quiz_id, session_id, own: own_attempt(tx, state, attempt).await? })
}

/// One's own attempt as one may see it now.
pub async fn own_attempt(tx: &mut Tx<'_>, state: &AppState, attempt: Attempt) -> Result<OwnAttempt> {
    let now = state.clock.now();
    let sections = drawing::sections(tx, attempt.quiz, attempt.revision).await?;
    let paper = papers::of_attempt(tx, attempt).await?;
    let (attempt, terms) = (&paper.attempt, &paper.terms);
    let cards = cards(tx, &paper.sheets).await?;
    let runs = attempt.state == AttemptState::Started;
    let shows_key = terms.shows_key(attempt.state, attempt.closing, now);
    let asked = paper.sheets.iter().filter(|_| runs).map(|sheet| AskedQuestion::of(sheet, &cards));
    let marked = paper.sheets.iter().filter(|_| shows_key).map(|sheet| MarkedQuestion::of(sheet, &cards));
    let is_published = attempt.state == AttemptState::Published;
    let sections = sections.into_iter().filter(|_| runs || shows_key);
    Ok(OwnAttempt {
        id: attempt.id,
        number: attempt.number,
        state: attempt.state,
        title: terms.title.clone(),
        instructions: terms.instructions.clone(),
        negative_percent: terms.settings.negative_percent,
        started_at: attempt.started_at,
        deadline: attempt.deadline,
        now,
        seconds_left: if runs { clock::seconds_left(attempt.deadline, now) } else { 0 },
        submitted_at: attempt.submitted_at,
        by_clock: attempt.by_clock,
        sections: sections
            .map(|(section, title, instructions)| AskedSection { section, title, instructions })
            .collect(),
        questions: asked.collect(),
        result: QuizResult::of(attempt, terms).filter(|_| is_published),
        marked: marked.collect(),
    })
}

/// One's own attempt as it is now, locked; one whose time is over is handed in first, if the clock has not come yet.
pub async fn current(state: &AppState, person: PersonId, which: Which) -> Result<(Tx<'static>, Attempt)> {
    let mut tx = state.pool.begin().await?;
    let attempt = lock_own(&mut tx, person, which).await?;
    if attempt.state != AttemptState::Started || clock::is_taken(attempt.deadline, state.clock.now()) {
        return Ok((tx, attempt));
    }
    hand_in(&mut tx, state, &attempt, None).await?;
    tx.commit().await?;
    settle_now(state, attempt.id).await;
    let mut tx = state.pool.begin().await?;
    let attempt = lock_own(&mut tx, person, which).await?;
    Ok((tx, attempt))
}

async fn read_own(state: &AppState, actor: Actor, id: QuizAttemptId) -> Result<MyAttemptView> {
    let (mut tx, attempt) = current(state, actor.person, Which::InSession(id)).await?;
    my_attempt(&mut tx, state, attempt).await
}

/// An answer that browsers keep as a file.
pub fn kept<T: Serialize>(view: T, name: &str) -> Result<Response> {
    let name = format!("attachment; filename=\"{name}.json\"");
    let mut response = Json(view).into_response();
    let name = HeaderValue::from_str(&name).map_err(anyhow::Error::from)?;
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    Ok(response)
}

/// Shows one's own attempt, on whatever device: what it asks and what was saved while it runs, its result once published. What is
/// right is never in it before its moment.
#[utoipa::path(get, path = "/me/quiz-attempts/{attempt_id}", tag = "quizzes",
    params(("attempt_id" = QuizAttemptId, Path)), responses((status = 200, body = MyAttemptView), Problems))]
pub async fn get_my_quiz_attempt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizAttemptId>,
) -> Result<Json<MyAttemptView>> {
    Ok(Json(read_own(&state, actor, id).await?))
}

/// Downloads one's own attempt as one may see it now, to be kept.
#[utoipa::path(get, path = "/me/quiz-attempts/{attempt_id}/copy", tag = "quizzes",
    params(("attempt_id" = QuizAttemptId, Path)), responses((status = 200, body = MyAttemptView), Problems))]
pub async fn export_my_quiz_attempt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizAttemptId>,
) -> Result<Response> {
    let view = read_own(&state, actor, id).await?;
    let name = format!("quiz-{}-{}", view.own.id, view.own.number);
    kept(view, &name)
}

/// Downloads an image that one's own attempt shows, or a file that one answered with.
#[utoipa::path(get, path = "/me/quiz-attempts/{attempt_id}/files/{file_id}", tag = "quizzes",
    params(("attempt_id" = QuizAttemptId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_my_quiz_file(
    State(state): State<AppState>,
    actor: Actor,
    Path((attempt, file)): Path<(QuizAttemptId, FileId)>,
    headers: HeaderMap,
) -> Result<Response> {
    if !answers::shows(&state.pool, actor.person, attempt, file).await? {
        return Err(Error::not_found());
    }
    files::serve(&state, file, &headers).await
}
