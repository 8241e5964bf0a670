//! Beginning an attempt, and stepping back.

use axum::extract::State;
use axum::http::StatusCode;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::note;
use super::reading::{MyAttemptView, my_attempt};
use super::settle::{hand_in, settle_now};
use crate::actor::Actor;
use crate::events::Event;
use crate::files;
use crate::ids::{QuizAttemptId, QuizId, SessionQuizId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::quiz::Settings;
use crate::quizzes::model::taking::clock::{self, ExtraTime};
use crate::quizzes::model::taking::draw;
use crate::quizzes::model::taking::place::{Own, Place};
use crate::quizzes::model::taking::state::{AttemptState, Move};
use crate::quizzes::model::taking::terms::Terms;
use crate::quizzes::policy;
use crate::quizzes::store::taking::adjustments::{self, Adjustment};
use crate::quizzes::store::taking::answers::{self, NewAnswer};
use crate::quizzes::store::taking::attempts::{self, Attempt, NewAttempt, Setting};
use crate::quizzes::store::taking::{drawing, places};

/// What one says to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizStart {
    /// One has read the notice: purpose, duration, who reads the answers, how long they are kept.
    notice_accepted: bool,
}

/// A quiz that somebody takes, with their attempts, under the lock of their enrolment.
struct Beginning {
    tx: Tx<'static>,
    place: Place,
    own: Own,
    terms: Terms,
    adjustment: Adjustment,
    attempts: Vec<Attempt>,
}

impl Beginning {
    /// Reads it. Of two tabs, the second one waits here, and sees what the first one did.
    async fn read(state: &AppState, actor: Actor, id: SessionQuizId) -> Result<Self> {
        let mut tx = state.pool.begin().await?;
        let own = places::own(&mut *tx, actor.person, Some(id)).await?.pop().ok_or_else(Error::not_found)?;
        attempts::lock_enrolment(&mut tx, own.enrolment).await?;
        let place = places::find(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
        let (quiz, revision) = place.asks().ok_or_else(Error::not_found)?;
        let terms = places::terms(&mut *tx, quiz, revision).await?;
        let adjustment = adjustments::find(&mut *tx, id, own.enrolment).await?;
        let attempts = attempts::list(&mut *tx, id.into(), Some(own.enrolment.into())).await?;
        Ok(Self { tx, place, own, terms, adjustment, attempts })
    }

    /// The attempt that runs.
    fn running(&self) -> Option<&Attempt> {
        self.attempts.iter().find(|attempt| attempt.state == AttemptState::Started)
    }

    /// Attempts that are left.
    fn left(&self) -> i32 {
        left(&self.terms, &self.adjustment, self.attempts.len())
    }

    /// The next attempt, not written yet.
    fn next(&self, state: &AppState) -> Result<NewAttempt> {
        let now = state.clock.now();
        let (minutes, extra) = (self.terms.settings.minutes, self.adjustment.extra_time);
        Ok(NewAttempt {
            id: state.ids.ordered(),
            copy: state.ids.opaque(),
            setting: Setting::InSession(self.place.id, self.own.enrolment),
            number: self.attempts.last().map_or(0, |attempt| attempt.number) + 1,
            asks: self.place.asks().ok_or_else(Error::not_found)?,
            limit_at: clock::limit_at(now, minutes, extra),
            extra_seconds: extra_seconds(minutes, extra),
            counts_signals: false,
            at: now,
        })
    }
}

/// Attempts that are left to somebody who has made so many.
pub fn left(terms: &Terms, adjustment: &Adjustment, made: usize) -> i32 {
    let all = i32::from(terms.settings.attempts) + i32::from(adjustment.extra_attempts);
    (all - i32::try_from(made).unwrap_or(i32::MAX)).max(0)
}

/// How long an attempt may go on after the closing, in seconds.
pub fn extra_seconds(minutes: Option<i16>, extra: ExtraTime) -> i32 {
    i32::try_from(extra.beyond_closing(minutes).num_seconds()).unwrap_or_default()
}

/// Begins a quiz of a session in which one takes part: what it asks is drawn now, and the server's clock runs from now. The
/// attempt that runs already is given back as it is (200).
#[utoipa::path(post, path = "/me/quizzes/{quiz_id}/attempts", tag = "quizzes",
    params(("quiz_id" = SessionQuizId, Path)), request_body = QuizStart,
    responses((status = 201, body = MyAttemptView), (status = 200, body = MyAttemptView), Problems))]
pub async fn start_quiz_attempt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<SessionQuizId>,
    Json(start): Json<QuizStart>,
) -> Result<(StatusCode, Json<MyAttemptView>)> {
    let mut begun = Beginning::read(&state, actor, id).await?;
    if let Some(running) = begun.running().map(|attempt| attempt.id) {
        let attempt = attempts::lock(&mut begun.tx, running).await?.ok_or_else(Error::not_found)?;
        if attempt.state == AttemptState::Started && clock::is_taken(attempt.deadline, state.clock.now()) {
            let view = my_attempt(&mut begun.tx, &state, attempt).await?;
            return Ok((StatusCode::OK, Json(view)));
        }
        // Its time is over, and the clock has not come yet.
        if attempt.state == AttemptState::Started {
            hand_in(&mut begun.tx, &state, &attempt, None).await?;
        }
        begun.tx.commit().await?;
        settle_now(&state, running).await;
        begun = Beginning::read(&state, actor, id).await?;
    }
    policy::ensure_may_begin(&begun.place, &begun.own, state.clock.now())?;
    if !start.notice_accepted {
        let message = "Lisez l’information préalable, puis confirmez-le pour commencer.";
        return Err(Error::field("/notice_accepted", "required", message));
    }
    if begun.left() == 0 {
        return Err(Code::NoAttemptLeft.into());
    }
    AttemptState::Invited.after(Move::Start)?;
    let new = begun.next(&state)?;
    let tx = &mut begun.tx;
    let asked = draw_questions(tx, &state, &begun.terms.settings, new.asks).await?;
    attempts::start(tx, &new).await?;
    answers::insert(tx, new.id, &asked).await?;
    let attempt = attempts::find(&mut **tx, new.id).await?.ok_or_else(Error::not_found)?;
    let told = json!({ "number": new.number, "questions": asked.len() });
    note(tx, &state, (&attempt, Some(actor.person)), (Event::QuizStarted, told)).await?;
    let view = my_attempt(tx, &state, attempt).await?;
    begun.tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Draws what the attempt asks.
pub async fn draw_questions(
    tx: &mut Tx<'_>,
    state: &AppState,
    settings: &Settings,
    (quiz, revision): (QuizId, i32),
) -> Result<Vec<NewAnswer>> {
    let items = drawing::items(tx, quiz, revision).await?;
    let mut dice = StdRng::from_seed(state.ids.secret());
    let drawn = draw::questions(&items, settings.shuffles_questions, &mut dice);
    let versions: Vec<draw::Version> = drawn.iter().map(|question| question.version).collect();
    let questions = answers::questions(&mut **tx, &versions).await?;
    let mut asked = Vec::with_capacity(drawn.len());
    for one in drawn {
        let question = questions.get(&one.version).ok_or(sqlx::Error::RowNotFound)?;
        asked.push(NewAnswer {
            section: one.section,
            version: one.version,
            worth: one.points.unwrap_or(question.points).hundredths(),
            choices: draw::choices(question, settings.shuffles_choices, &mut dice),
        });
    }
    Ok(asked)
}

/// Steps back from a quiz: from the attempt that runs, whose answers are erased, or before one has begun. It counts as one
/// attempt.
#[utoipa::path(post, path = "/me/quizzes/{quiz_id}/withdrawal", tag = "quizzes",
    params(("quiz_id" = SessionQuizId, Path)), responses((status = 204), Problems))]
pub async fn withdraw_from_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<SessionQuizId>,
) -> Result<StatusCode> {
    let mut begun = Beginning::read(&state, actor, id).await?;
    let now = state.clock.now();
    let attempt = match begun.running().map(|attempt| attempt.id) {
        Some(running) => {
            let attempt = attempts::lock(&mut begun.tx, running).await?.ok_or_else(Error::not_found)?;
            attempt.state.after(Move::Withdraw)?;
            if !clock::is_taken(attempt.deadline, now) {
                hand_in(&mut begun.tx, &state, &attempt, None).await?;
                begun.tx.commit().await?;
                settle_now(&state, running).await;
                return Err(Code::AttemptOver.into());
            }
            erase(&mut begun.tx, &state, running).await?;
            attempts::withdraw(&mut begun.tx, running, now).await?;
            attempt
        }
        None if begun.left() > 0 => {
            AttemptState::Invited.after(Move::Withdraw)?;
            let new = begun.next(&state)?;
            attempts::decline(&mut begun.tx, &new).await?;
            attempts::find(&mut *begun.tx, new.id).await?.ok_or_else(Error::not_found)?
        }
        None => {
            let last = begun.attempts.last().map_or(AttemptState::Invited, |attempt| attempt.state);
            return Err(Error::illegal_state(last.as_str()));
        }
    };
    let told = json!({ "number": attempt.number, "from": attempt.state.as_str() });
    note(&mut begun.tx, &state, (&attempt, Some(actor.person)), (Event::QuizWithdrawn, told)).await?;
    begun.tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Erases the answers of an attempt, and gives up their files.
pub async fn erase(tx: &mut Tx<'_>, state: &AppState, attempt: QuizAttemptId) -> Result<()> {
    for file in answers::erase(tx, attempt).await? {
        files::release(tx, state, file).await?;
    }
    Ok(())
}
