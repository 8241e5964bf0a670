//! What the results say of the questions.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Admitted, OfQuiz, read};
use crate::actor::Actor;
use crate::ids::{ChoiceId, OrganisationId, QuestionId, QuizAttemptId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::{Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::question::{Block, Kind, Question};
use crate::quizzes::model::taking::answer::Given;
use crate::quizzes::model::taking::draw::Version;
use crate::quizzes::model::taking::place::PlaceId;
use crate::quizzes::model::taking::statistics::{Answered, ItemFigures, Offered, figures};
use crate::quizzes::policy;
use crate::quizzes::store::taking::papers::{self, Sheet};

/// The figures of a version of a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizItemStatistics {
    /// The question.
    question_id: QuestionId,
    /// The version that was asked.
    number: i32,
    /// The version it is scored by.
    key_number: i32,
    /// What kind of answer it expects.
    kind: Kind,
    /// What it asks.
    statement: Vec<Block>,
    /// The choices, as they were asked; none when it has none.
    choices: Vec<StatisticsChoice>,
    /// Its figures.
    figures: ItemFigures,
}

/// A choice, as it was asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatisticsChoice {
    /// The choice.
    choice_id: ChoiceId,
    /// What it says.
    text: String,
}

/// The figures of the questions of a quiz.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizStatistics {
    /// Attempts that were handed in and scored.
    attempts: usize,
    /// Each version of a question that was asked, the hardest first.
    items: Vec<QuizItemStatistics>,
}

/// What is known of one version of a question.
struct Asked {
    question: Arc<Question>,
    key: Arc<Question>,
    key_number: i32,
    answered: Vec<Answered>,
}

/// Every version that was asked, with every answer that has its points.
fn gather(sheets: HashMap<QuizAttemptId, Vec<Sheet>>) -> BTreeMap<Version, Asked> {
    let mut asked: BTreeMap<Version, Asked> = BTreeMap::new();
    let mut attempts: Vec<(QuizAttemptId, Vec<Sheet>)> = sheets.into_iter().collect();
    // The same rows give the same figures, to the last digit.
    attempts.sort_by_key(|(id, _)| *id);
    for (_, sheets) in attempts {
        let scored = || sheets.iter().filter_map(|sheet| Some((sheet, sheet.points()?)));
        let points: i32 = scored().map(|(_, points)| points).sum();
        let worth: i32 = scored().map(|(sheet, _)| sheet.answer.worth).sum();
        for (sheet, own) in scored() {
            let entry = asked.entry(sheet.answer.version()).or_insert_with(|| Asked {
                question: Arc::clone(&sheet.question),
                key: Arc::clone(&sheet.key),
                key_number: sheet.key_number,
                answered: Vec::new(),
            });
            entry.answered.push(Answered {
                points: own,
                worth: sheet.answer.worth,
                rest: points - own,
                rest_worth: worth - sheet.answer.worth,
                chosen: sheet.answer.given().map_or(&[][..], Given::chosen).to_vec(),
            });
        }
    }
    asked
}

/// Shows how each question of a quiz did: share of success, discrimination, use of the choices, and those that deserve a second look.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/statistics", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, body = QuizStatistics), Problems))]
pub async fn get_quiz_statistics(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
) -> Result<Json<QuizStatistics>> {
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    Ok(Json(statistics(&mut tx, place.id.into()).await?))
}

/// The figures of the questions of a quiz.
pub async fn statistics(tx: &mut Tx<'_>, place: PlaceId) -> Result<QuizStatistics> {
    let sheets = papers::handed_in(tx, place, None).await?;
    let attempts = sheets.len();
    let mut items: Vec<QuizItemStatistics> = gather(sheets).into_iter().map(item).collect();
    items.sort_by_key(|item| item.figures.facility);
    Ok(QuizStatistics { attempts, items })
}

fn item((version, asked): (Version, Asked)) -> QuizItemStatistics {
    let offered: Vec<Offered> = asked
        .key
        .answer
        .choices()
        .iter()
        .map(|choice| Offered { id: choice.id, is_right: choice.is_right })
        .collect();
    let choices = asked.question.answer.choices().iter();
    QuizItemStatistics {
        question_id: version.0,
        number: version.1,
        key_number: asked.key_number,
        kind: asked.question.kind(),
        statement: asked.question.statement.clone(),
        choices: choices
            .map(|choice| StatisticsChoice { choice_id: choice.id, text: choice.text.clone() })
            .collect(),
        figures: figures(&asked.answered, &offered),
    }
}
