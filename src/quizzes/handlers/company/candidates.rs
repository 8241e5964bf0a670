//! What one candidate answered, and several side by side.

use axum::extract::State;
use chrono::DateTime;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::results::{QuizCandidate, candidate, ranked};
use super::{AtQuiz, read};
use crate::companies::VerifiedRecruiter;
use crate::ids::{QuestionId, QuizId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Json, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::reading::cards;
use crate::quizzes::handlers::taking::results::{Known, is_hidden};
use crate::quizzes::handlers::taking::views::MarkedQuestion;
use crate::quizzes::model::question::{Block, Kind, Points};
use crate::quizzes::model::taking::place::PlaceId;
use crate::quizzes::model::taking::score::Verdict;
use crate::quizzes::store::taking::papers::{self, Paper, Sheet};

/// Most candidates side by side.
const MOST_COMPARED: usize = 10;

/// What somebody answered, and what is right.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizCandidateDetails {
    #[serde(flatten)]
    candidate: QuizCandidate,
    /// The questions, in the order in which they were asked. When each was answered is not told.
    questions: Vec<MarkedQuestion>,
}

/// A candidate whose answers may be read: handed in, and named.
async fn readable(tx: &mut Tx<'_>, place: PlaceId, id: QuizInvitationId) -> Result<Known> {
    let found = ranked(tx, place).await?.into_iter().find(|one| one.attempt.invitation == Some(id));
    let known = found.ok_or_else(Error::not_found)?;
    if !known.attempt.state.is_handed_in() {
        return Err(Error::illegal_state(known.attempt.state.as_str()));
    }
    if is_hidden(&known.terms, known.attempt.state) {
        return Err(Code::NamesHidden.into());
    }
    Ok(known)
}

/// Shows what a candidate answered, with what is right. While names are hidden it is read as a copy, without a name, until it is graded.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/candidates/{invitation_id}", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ("invitation_id" = QuizInvitationId, Path)),
    responses((status = 200, body = QuizCandidateDetails), Problems))]
pub async fn get_quiz_candidate(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((quiz, id)): Path<(QuizId, QuizInvitationId)>,
) -> Result<Json<QuizCandidateDetails>> {
    let AtQuiz { mut tx, place, people, .. } = read(&state, recruiter, quiz).await?;
    let known = readable(&mut tx, place, id).await?;
    let candidate = candidate(&mut tx, &known, &people).await?;
    let paper = papers::of_attempt(&mut tx, known.attempt).await?;
    let mut cards = cards(&mut tx, &paper.sheets).await?;
    for card in cards.values_mut() {
        // When files were sent would tell of extra time.
        card.created_at = DateTime::UNIX_EPOCH;
    }
    let marked = paper.sheets.iter().map(|sheet| MarkedQuestion::of(sheet, &cards).without_times());
    Ok(Json(QuizCandidateDetails { candidate, questions: marked.collect() }))
}

/// Whom to put side by side.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CompareCandidates {
    /// Their invitations, 2 to 10, with commas between.
    invitations: String,
}

impl CompareCandidates {
    fn ids(&self) -> Result<Vec<QuizInvitationId>> {
        let fault = |code: &'static str, message: &'static str| Error::field("/invitations", code, message);
        let mut ids = Vec::new();
        for text in self.invitations.split(',') {
            let id = text.trim().parse::<Uuid>();
            let id = id.map_err(|_| fault("unknown_invitation", "Cette invitation n’existe pas."))?;
            if !ids.contains(&QuizInvitationId(id)) {
                ids.push(QuizInvitationId(id));
            }
        }
        match ids.len() {
            0 | 1 => Err(fault("required", "Choisissez au moins deux personnes.")),
            2..=MOST_COMPARED => Ok(ids),
            _ => Err(fault("too_many", "Dix personnes au plus, côte à côte.")),
        }
    }
}

/// What one candidate made of a question.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct ComparedAnswer {
    /// Their points; null where they were not asked it.
    points: Option<Points>,
    /// What it is worth for them; null where they were not asked it.
    worth: Option<Points>,
    /// How good the answer is; null where they were not asked it.
    verdict: Option<Verdict>,
}

/// A question, and what each candidate made of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComparedQuestion {
    question_id: QuestionId,
    /// What kind of answer it expects.
    kind: Kind,
    /// What it asks, as the first of them was asked.
    statement: Vec<Block>,
    /// In the order of the candidates.
    answers: Vec<ComparedAnswer>,
}

/// Candidates side by side.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizComparison {
    /// In the order in which they were asked for.
    candidates: Vec<QuizCandidate>,
    /// Every question one of them was asked.
    questions: Vec<ComparedQuestion>,
}

/// Puts candidates of a quiz of the company side by side, question by question.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/comparison", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), CompareCandidates),
    responses((status = 200, body = QuizComparison), Problems))]
pub async fn compare_quiz_candidates(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(quiz): Path<QuizId>,
    Query(query): Query<CompareCandidates>,
) -> Result<Json<QuizComparison>> {
    let AtQuiz { mut tx, place, people, .. } = read(&state, recruiter, quiz).await?;
    let (mut candidates, mut compared) = (Vec::new(), Vec::new());
    for id in query.ids()? {
        let known = match readable(&mut tx, place, id).await {
            Err(Error::Refused(Code::NotFound)) => {
                let message = "Cette invitation n’existe pas.";
                return Err(Error::field("/invitations", "unknown_invitation", message));
            }
            found => found?,
        };
        candidates.push(candidate(&mut tx, &known, &people).await?);
        compared.push(papers::of_attempt(&mut tx, known.attempt).await?);
    }
    Ok(Json(QuizComparison { candidates, questions: questions(&compared) }))
}

fn questions(papers: &[Paper]) -> Vec<ComparedQuestion> {
    let mut asked: Vec<ComparedQuestion> = Vec::new();
    for sheet in papers.iter().flat_map(|paper| &paper.sheets) {
        let question_id = sheet.answer.question;
        if asked.iter().any(|one| one.question_id == question_id) {
            continue;
        }
        let answers = papers.iter().map(|paper| answer(paper, question_id)).collect();
        let (kind, statement) = (sheet.question.kind(), sheet.question.statement.clone());
        asked.push(ComparedQuestion { question_id, kind, statement, answers });
    }
    asked
}

fn answer(paper: &Paper, question: QuestionId) -> ComparedAnswer {
    let own = paper.sheets.iter().find(|sheet| sheet.answer.question == question);
    ComparedAnswer {
        points: own.and_then(Sheet::points).map(Points::of_hundredths),
        worth: own.map(|sheet| Points::of_hundredths(sheet.answer.worth)),
        verdict: own.and_then(Sheet::verdict),
    }
}
