//! Results of a quiz of a session, for those who train and run it.

use std::sync::Arc;

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::mine::counting;
use super::reading::{QuizResult, cards};
use super::views::MarkedQuestion;
use super::{Admitted, OfQuiz, read};
use crate::actor::Actor;
use crate::ids::{EnrolmentId, OrganisationId, QuizAttemptId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::taking::place::{Place, PlaceId};
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::model::taking::statistics::{distribution, median};
use crate::quizzes::model::taking::terms::Terms;
use crate::quizzes::policy;
use crate::quizzes::store::taking::attempts::{self, Attempt};
use crate::quizzes::store::taking::{papers, places};
use crate::sessions::{self, Participant};

/// An attempt in the table of results. While names are hidden and it is not graded, nothing in it leads to its answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizAttemptRow {
    /// Its id; null while names are hidden and it is not graded, and while there is nothing to read.
    pub attempt_id: Option<QuizAttemptId>,
    /// Its number among the person's.
    pub number: i32,
    /// How far it is.
    pub state: AttemptState,
    /// When it started; null while names are hidden and it is not graded.
    pub started_at: Option<DateTime<Utc>>,
    /// When it was handed in; null while names are hidden and it is not graded.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whether the clock handed it in.
    pub by_clock: bool,
    /// Its result, once every answer has its points.
    pub result: Option<QuizResult>,
}

/// Somebody's results.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizPersonResults {
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Their attempts, by number; none while they are only invited.
    pub attempts: Vec<QuizAttemptRow>,
    /// The percentage that counts, of the attempts that are published.
    pub percent: Option<i16>,
    /// Whether that is enough; null where nothing is passed or failed, and without a published attempt.
    pub is_passed: Option<bool>,
}

/// The results of a quiz of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizResults {
    /// The quiz of the session.
    pub quiz_id: SessionQuizId,
    /// Its title.
    pub title: String,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// Everybody who takes part, by name.
    pub people: Vec<QuizPersonResults>,
    /// Attempts that run.
    pub running: i64,
    /// Attempts that wait for somebody who grades.
    pub to_grade: i64,
    /// Attempts with a result that is not published.
    pub to_publish: i64,
    /// Attempts that are published.
    pub published: i64,
    /// Attempts whose result passes.
    pub passed: i64,
    /// Mean percentage of the attempts with a result, rounded down.
    pub mean: Option<i32>,
    /// The middle one.
    pub median: Option<i32>,
    /// How many of them lie in each tenth, the last one with 100 % itself.
    #[schema(value_type = Vec<i64>)]
    pub distribution: [i64; 10],
}

/// Whether who wrote an attempt is hidden from those who grade.
pub fn is_hidden(terms: &Terms, state: AttemptState) -> bool {
    terms.settings.hides_names && matches!(state, AttemptState::Submitted | AttemptState::ToGrade)
}

/// An attempt with what its revision says.
pub struct Known {
    /// The attempt.
    pub attempt: Attempt,
    /// What its revision says.
    pub terms: Arc<Terms>,
}

impl Known {
    fn row(&self) -> QuizAttemptRow {
        let (attempt, hidden) = (&self.attempt, is_hidden(&self.terms, self.attempt.state));
        let is_readable = attempt.state.is_handed_in() && !hidden;
        QuizAttemptRow {
            attempt_id: is_readable.then_some(attempt.id),
            number: attempt.number,
            state: attempt.state,
            started_at: attempt.started_at.filter(|_| !hidden),
            submitted_at: attempt.submitted_at.filter(|_| !hidden),
            by_clock: attempt.by_clock && !hidden,
            result: QuizResult::of(attempt, &self.terms),
        }
    }
}

/// The attempts at a quiz, with what their revisions say.
pub async fn known(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Known>> {
    let mut read: Vec<((_, i32), Arc<Terms>)> = Vec::new();
    let mut known = Vec::new();
    for attempt in attempts::list(&mut **tx, place, None).await? {
        let asks = (attempt.quiz, attempt.revision);
        let found = read.iter().find(|(of, _)| *of == asks).map(|(_, terms)| Arc::clone(terms));
        let terms = if let Some(terms) = found {
            terms
        } else {
            let terms = Arc::new(places::terms(&mut **tx, asks.0, asks.1).await?);
            read.push((asks, Arc::clone(&terms)));
            terms
        };
        known.push(Known { attempt, terms });
    }
    Ok(known)
}

fn person(participant: &Participant, known: &[Known]) -> QuizPersonResults {
    let own: Vec<&Known> =
        known.iter().filter(|known| known.attempt.taker == participant.enrolment.into()).collect();
    let attempts: Vec<&Attempt> = own.iter().map(|known| &known.attempt).collect();
    // What counts is said by the revision that was taken last.
    let terms = own.last().map(|known| &known.terms);
    let result = terms.and_then(|terms| counting(terms, &attempts));
    QuizPersonResults {
        enrolment_id: participant.enrolment,
        first_name: participant.first_name.clone(),
        last_name: participant.last_name.clone(),
        attempts: own.iter().map(|known| known.row()).collect(),
        percent: result.map(|result| result.percent),
        is_passed: terms.zip(result).and_then(|(terms, result)| terms.is_passed(result.percent)),
    }
}

/// The results of a quiz, put together.
pub fn results(place: &Place, people: &[Participant], known: &[Known]) -> QuizResults {
    let count = |counts: &dyn Fn(&Known) -> bool| known.iter().filter(|one| counts(one)).count() as i64;
    let percents: Vec<i32> = known.iter().filter_map(|one| one.attempt.percent).map(i32::from).collect();
    let passes =
        |one: &Known| one.attempt.percent.is_some_and(|percent| one.terms.is_passed(percent) == Some(true));
    QuizResults {
        quiz_id: place.id,
        title: place.title.clone(),
        closes_at: place.closing,
        people: people.iter().map(|participant| person(participant, known)).collect(),
        running: count(&|one| one.attempt.state == AttemptState::Started),
        to_grade: count(&|one| matches!(one.attempt.state, AttemptState::Submitted | AttemptState::ToGrade)),
        to_publish: count(&|one| one.attempt.state == AttemptState::Graded),
        published: count(&|one| one.attempt.state == AttemptState::Published),
        passed: count(&passes),
        mean: (!percents.is_empty()).then(|| percents.iter().sum::<i32>() / percents.len() as i32),
        median: median(&percents),
        distribution: distribution(percents),
    }
}

/// Shows the results of a quiz of a session: everybody who takes part, the counts and the distribution.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/results", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, body = QuizResults), Problems))]
pub async fn get_quiz_results(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
) -> Result<Json<QuizResults>> {
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    let people = sessions::participants(&mut *tx, place.session).await?;
    let known = known(&mut tx, place.id.into()).await?;
    Ok(Json(results(&place, &people, &known)))
}

/// An attempt, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct AttemptPlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    quiz_id: SessionQuizId,
    attempt_id: QuizAttemptId,
}

/// An attempt that was handed in, with everything that was answered and what is right.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizAttemptDetails {
    /// Whose.
    enrolment_id: EnrolmentId,
    /// The attempt.
    #[serde(flatten)]
    row: QuizAttemptRow,
    /// The revision of the quiz that was taken.
    revision: i32,
    /// Its questions, in the order in which they were asked.
    questions: Vec<MarkedQuestion>,
}

/// Shows an attempt that was handed in, with everything that was answered. While names are hidden it is read as a copy, without a
/// name, until it is graded.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/attempts/{attempt_id}",
    tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("attempt_id" = QuizAttemptId, Path)),
    responses((status = 200, body = QuizAttemptDetails), Problems))]
pub async fn get_quiz_attempt(
    State(state): State<AppState>,
    actor: Actor,
    Path(at): Path<AttemptPlace>,
) -> Result<Json<QuizAttemptDetails>> {
    let of = OfQuiz { id: at.id, session_id: at.session_id, quiz_id: at.quiz_id };
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    let found = attempts::find(&mut *tx, at.attempt_id).await?;
    let attempt = found.filter(|attempt| attempt.place == place.id.into()).ok_or_else(Error::not_found)?;
    if !attempt.state.is_handed_in() {
        return Err(Error::illegal_state(attempt.state.as_str()));
    }
    let paper = papers::of_attempt(&mut tx, attempt).await?;
    if is_hidden(&paper.terms, paper.attempt.state) {
        return Err(Code::NamesHidden.into());
    }
    let cards = cards(&mut tx, &paper.sheets).await?;
    let questions = paper.sheets.iter().map(|sheet| MarkedQuestion::of(sheet, &cards)).collect();
    let enrolment_id = paper.attempt.enrolment().ok_or_else(Error::not_found)?;
    let revision = paper.attempt.revision;
    let known = Known { attempt: paper.attempt, terms: paper.terms.into() };
    Ok(Json(QuizAttemptDetails { enrolment_id, row: known.row(), revision, questions }))
}
