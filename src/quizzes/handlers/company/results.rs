//! What came of a quiz of a company: everybody who answered, the counts, the distribution, and how each question did.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{AtQuiz, read};
use crate::companies::VerifiedRecruiter;
use crate::ids::{QuizId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::http::{Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::copies::label;
use crate::quizzes::handlers::taking::reading::QuizResult;
use crate::quizzes::handlers::taking::results::{Known, is_hidden, known};
use crate::quizzes::handlers::taking::statistics::{QuizStatistics, statistics};
use crate::quizzes::model::invitation::seconds_shown;
use crate::quizzes::model::taking::place::{PlaceId, Taker};
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::model::taking::statistics::{distribution, median};
use crate::quizzes::store::taking::attempts;

/// Signs that were counted during an attempt, as whoever took it was told. They decide nothing.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct CandidateSignals {
    /// How often the page lost sight.
    pub tab_switches: i32,
    /// How often something was pasted into an answer.
    pub pastes: i32,
}

/// Somebody who answered. While names are hidden and the copy is not graded, it is a copy and nobody's.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizCandidate {
    /// Whose; null while names are hidden.
    pub invitation_id: Option<QuizInvitationId>,
    /// First name; null while names are hidden.
    pub first_name: Option<String>,
    /// Last name; null while names are hidden.
    pub last_name: Option<String>,
    /// What it is called while names are hidden, such as `Copie 3F9A12`; null afterwards, and while it runs.
    pub label: Option<String>,
    /// How far it is.
    pub state: AttemptState,
    /// The revision that was taken.
    pub revision: i32,
    /// When it was handed in; null while names are hidden.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whether the clock handed it in.
    pub by_clock: bool,
    /// Seconds it took, never more than everybody has; null while names are hidden.
    pub seconds: Option<i64>,
    /// Its result, once every answer has its points.
    pub result: Option<QuizResult>,
    /// What was counted, where the quiz counts; null while names are hidden.
    pub signals: Option<CandidateSignals>,
}

/// The results of a quiz of a company.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyQuizResults {
    quiz_id: QuizId,
    /// What it is called.
    title: String,
    /// Who began, the best result first; without a result, in an order that tells nothing.
    candidates: Vec<QuizCandidate>,
    /// Copies that run.
    running: i64,
    /// Copies that wait for somebody who grades.
    to_grade: i64,
    /// Copies with a result that is not published.
    to_publish: i64,
    /// Copies that are published.
    published: i64,
    /// Copies whose result passes.
    passed: i64,
    /// Mean percentage of those with a result, rounded down.
    mean: Option<i32>,
    /// The middle one.
    median: Option<i32>,
    /// How many of them lie in each tenth, the last one with 100 % itself.
    #[schema(value_type = Vec<i64>)]
    distribution: [i64; 10],
}

/// Those who began, but for whoever stepped back: the best result first.
pub async fn ranked(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Known>> {
    let mut known = known(tx, place).await?;
    known.retain(|one| one.attempt.state != AttemptState::Withdrawn);
    known.sort_by_key(|one| (std::cmp::Reverse(one.attempt.percent), one.attempt.copy));
    Ok(known)
}

/// Somebody who answered, as the company may see them now.
pub async fn candidate(tx: &mut Tx<'_>, known: &Known, people: &[Taker]) -> Result<QuizCandidate> {
    let (attempt, hidden) = (&known.attempt, is_hidden(&known.terms, known.attempt.state));
    let named = people.iter().find(|person| person.id == attempt.taker && !hidden);
    let signals = if hidden { None } else { attempts::signals(&mut **tx, attempt.id).await? };
    let times = attempt.started_at.zip(attempt.submitted_at).filter(|_| !hidden);
    let minutes = known.terms.settings.minutes;
    Ok(QuizCandidate {
        invitation_id: attempt.invitation.filter(|_| !hidden),
        first_name: named.map(|person| person.first_name.clone()),
        last_name: named.map(|person| person.last_name.clone()),
        label: hidden.then(|| label(attempt.copy)),
        state: attempt.state,
        revision: attempt.revision,
        submitted_at: attempt.submitted_at.filter(|_| !hidden),
        by_clock: attempt.by_clock && !hidden,
        seconds: times.map(|(started, submitted)| seconds_shown(started, submitted, minutes)),
        result: QuizResult::of(attempt, &known.terms),
        signals: signals
            .filter(|_| attempt.state.is_handed_in())
            .map(|counted| CandidateSignals { tab_switches: counted.tab_switches, pastes: counted.pastes }),
    })
}

/// Shows the results of a quiz of the company: everybody who began, the counts and the distribution.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/results", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), responses((status = 200, body = CompanyQuizResults), Problems))]
pub async fn get_company_quiz_results(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<Json<CompanyQuizResults>> {
    let AtQuiz { mut tx, place, title, people } = read(&state, recruiter, id).await?;
    let known = ranked(&mut tx, place).await?;
    let mut candidates = Vec::with_capacity(known.len());
    for one in &known {
        candidates.push(candidate(&mut tx, one, &people).await?);
    }
    let count = |counts: &dyn Fn(&Known) -> bool| known.iter().filter(|one| counts(one)).count() as i64;
    let percents: Vec<i32> = known.iter().filter_map(|one| one.attempt.percent).map(i32::from).collect();
    let passes =
        |one: &Known| one.attempt.percent.and_then(|percent| one.terms.is_passed(percent)) == Some(true);
    Ok(Json(CompanyQuizResults {
        quiz_id: id,
        title,
        candidates,
        running: count(&|one| one.attempt.state == AttemptState::Started),
        to_grade: count(&|one| matches!(one.attempt.state, AttemptState::Submitted | AttemptState::ToGrade)),
        to_publish: count(&|one| one.attempt.state == AttemptState::Graded),
        published: count(&|one| one.attempt.state == AttemptState::Published),
        passed: count(&passes),
        mean: (!percents.is_empty()).then(|| percents.iter().sum::<i32>() / percents.len() as i32),
        median: median(&percents),
        distribution: distribution(percents),
    }))
}

/// Shows how each question of a quiz of the company did: share of success, discrimination, use of the choices, and those that deserve a
/// second look.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/statistics", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), responses((status = 200, body = QuizStatistics), Problems))]
pub async fn get_company_quiz_statistics(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<Json<QuizStatistics>> {
    let AtQuiz { mut tx, place, .. } = read(&state, recruiter, id).await?;
    Ok(Json(statistics(&mut tx, place).await?))
}
