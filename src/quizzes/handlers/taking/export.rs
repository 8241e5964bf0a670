//! Results as a table for spreadsheets.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use carnet_documents::table::{Cell, table_csv};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use serde_json::json;

use super::results::{Known, is_hidden, known};
use super::{Admitted, OfQuiz, note_place, write};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuestionId, QuizAttemptId, SessionQuizId, TrainingSessionId};
use crate::platform::http::{Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::question::{Block, Points, Question};
use crate::quizzes::policy;
use crate::quizzes::store::taking::papers::{self, Sheet};
use crate::sessions::{self, Participant};

/// Most characters of a question in the head of its column.
const LONGEST_HEAD: usize = 80;

/// The heads before those of the questions.
const HEADS: [&str; 12] = [
    "Nom",
    "Prénom",
    "Référence",
    "Tentative",
    "État",
    "Commencée",
    "Remise",
    "Remise par l’horloge",
    "Points",
    "Sur",
    "Pourcentage",
    "Réussi",
];

/// Exports the results of a quiz as CSV: a row per attempt, a column per question. Cells that a spreadsheet would run as a formula
/// are text.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/results-export", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, content_type = "text/csv", body = Vec<u8>), Problems))]
pub async fn export_quiz_results(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
) -> Result<Response> {
    let Admitted { mut tx, place, .. } = write(&state, actor, of, policy::may_see_results).await?;
    let people = sessions::participants(&mut *tx, place.session).await?;
    let known = known(&mut tx, place.id.into()).await?;
    let sheets = papers::handed_in(&mut tx, place.id.into(), None).await?;
    note_place(&mut tx, &state, (&place, Some(actor.person)), (Event::QuizResultsExported, json!({})))
        .await?;
    tx.commit().await?;
    let now = state.clock.now();
    let written = tokio::task::spawn_blocking(move || {
        let (heads, rows) = table(&people, &known, &sheets);
        table_csv(&heads, &rows)
    });
    let bytes = written.await.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)?;
    Ok(download(bytes, now))
}

/// A table that browsers keep as a file, and nowhere else.
pub fn download(bytes: Vec<u8>, now: DateTime<Utc>) -> Response {
    let name = format!("attachment; filename=\"quiz-{}.csv\"", now.format("%Y%m%d-%H%M%S"));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let fallback = HeaderValue::from_static("attachment");
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).unwrap_or(fallback));
    response
}

/// The questions that were asked, in the order in which they first come up, with their heads.
pub fn columns(known: &[Known], sheets: &HashMap<QuizAttemptId, Vec<Sheet>>) -> Vec<(QuestionId, String)> {
    let mut columns: Vec<(QuestionId, String)> = Vec::new();
    let mut of_attempts: Vec<&Sheet> =
        known.iter().filter_map(|known| sheets.get(&known.attempt.id)).flatten().collect();
    of_attempts.sort_by_key(|sheet| (sheet.answer.section, sheet.answer.question));
    for sheet in of_attempts {
        if !columns.iter().any(|(question, _)| *question == sheet.answer.question) {
            let head = format!("Q{}\u{a0}: {}", columns.len() + 1, head(&sheet.question));
            columns.push((sheet.answer.question, head));
        }
    }
    columns
}

/// The beginning of what a question asks.
fn head(question: &Question) -> String {
    let text = question.statement.iter().find_map(|block| match block {
        Block::Text { text } => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => None,
    });
    text.unwrap_or_default().chars().take(LONGEST_HEAD).collect()
}

fn table(
    people: &[Participant],
    known: &[Known],
    sheets: &HashMap<QuizAttemptId, Vec<Sheet>>,
) -> (Vec<String>, Vec<Vec<Cell>>) {
    let columns = columns(known, sheets);
    let heads =
        HEADS.iter().map(|head| (*head).to_owned()).chain(columns.iter().map(|(_, head)| head.clone()));
    let mut rows = Vec::new();
    for person in people {
        let own = known.iter().filter(|known| known.attempt.taker == person.enrolment.into());
        let own: Vec<&Known> = own.collect();
        if own.is_empty() {
            rows.push(row(person, None, &[], &columns));
        }
        for one in own {
            let answered = sheets.get(&one.attempt.id).map_or(&[][..], Vec::as_slice);
            rows.push(row(person, Some(one), answered, &columns));
        }
    }
    (heads.collect(), rows)
}

fn row(
    person: &Participant,
    known: Option<&Known>,
    answered: &[Sheet],
    columns: &[(QuestionId, String)],
) -> Vec<Cell> {
    let attempt = known.map(|known| &known.attempt);
    let mut cells = vec![
        Cell::text(person.last_name.as_str()),
        Cell::text(person.first_name.as_str()),
        Cell::text(person.reference.as_deref().unwrap_or_default()),
        Cell::figure(attempt.map(|attempt| attempt.number)),
        Cell::text(attempt.map_or("invité", |attempt| attempt.state.in_french())),
    ];
    let hidden = known.is_some_and(|known| is_hidden(&known.terms, known.attempt.state));
    let shown = attempt.filter(|_| !hidden);
    cells.extend([
        Cell::figure(shown.and_then(|attempt| attempt.started_at).map(moment)),
        Cell::figure(shown.and_then(|attempt| attempt.submitted_at).map(moment)),
        Cell::text(shown.map_or("", |attempt| if attempt.by_clock { "oui" } else { "" })),
    ]);
    cells.extend(figures(known, answered, columns));
    cells
}

/// The result of an attempt, and the points of each of its answers.
pub fn figures(known: Option<&Known>, answered: &[Sheet], columns: &[(QuestionId, String)]) -> Vec<Cell> {
    let hidden = known.is_some_and(|known| is_hidden(&known.terms, known.attempt.state));
    let attempt = known.map(|known| &known.attempt);
    let passed = known.and_then(|known| known.terms.is_passed(known.attempt.percent?));
    let mut cells = vec![
        Cell::figure(attempt.and_then(|attempt| attempt.points).map(figure)),
        Cell::figure(attempt.and_then(|attempt| attempt.worth).map(figure)),
        Cell::figure(attempt.and_then(|attempt| attempt.percent)),
        Cell::text(passed.map_or("", |passed| if passed { "oui" } else { "non" })),
    ];
    for (question, _) in columns {
        let own = answered.iter().find(|sheet| sheet.answer.question == *question && !hidden);
        cells.push(Cell::figure(own.and_then(Sheet::points).map(figure)));
    }
    cells
}

/// Hundredths of a point, as French spreadsheets read them.
pub fn figure(hundredths: i32) -> String {
    Points::of_hundredths(hundredths).number().to_string().replace('.', ",")
}

/// A moment in Paris, as French spreadsheets read it.
pub fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&Paris).format("%d/%m/%Y %H:%M:%S").to_string()
}
