//! Results of a quiz of a company as a table for spreadsheets: names and figures, nothing to write to anybody with.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use carnet_documents::table::{Cell, table_csv};
use serde_json::json;

use super::results::{QuizCandidate, candidate, ranked};
use super::{AtQuiz, note_quiz, write};
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{QuizAttemptId, QuizId};
use crate::platform::http::{Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::export::{columns, download, figures, moment};
use crate::quizzes::handlers::taking::results::Known;
use crate::quizzes::store::taking::papers::{self, Sheet};

/// The heads before those of the questions.
const HEADS: [&str; 12] = [
    "Nom",
    "Prénom",
    "Copie",
    "État",
    "Remise",
    "Durée (min)",
    "Changements d’onglet",
    "Collages",
    "Points",
    "Sur",
    "Pourcentage",
    "Réussi",
];

/// Exports the results of a quiz of the company as CSV: a row per candidate, a column per question, no contact data. Cells that a
/// spreadsheet would run as a formula are text. While names are hidden and a copy is not graded, its row has a label in place of a name.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/results-export", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)),
    responses((status = 200, content_type = "text/csv", body = Vec<u8>), Problems))]
pub async fn export_company_quiz_results(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
) -> Result<Response> {
    let AtQuiz { mut tx, place, people, .. } = write(&state, recruiter, id).await?;
    let known = ranked(&mut tx, place).await?;
    let sheets = papers::handed_in(&mut tx, place, None).await?;
    let mut candidates = Vec::with_capacity(known.len());
    for one in &known {
        candidates.push(candidate(&mut tx, one, &people).await?);
    }
    let told = json!({ "candidates": candidates.len() });
    note_quiz(&mut tx, &state, (id, recruiter), (Event::QuizResultsExported, told)).await?;
    tx.commit().await?;
    let written = tokio::task::spawn_blocking(move || {
        let (heads, rows) = table(&candidates, &known, &sheets);
        table_csv(&heads, &rows)
    });
    let bytes = written.await.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)?;
    Ok(download(bytes, state.clock.now()))
}

fn table(
    candidates: &[QuizCandidate],
    known: &[Known],
    sheets: &HashMap<QuizAttemptId, Vec<Sheet>>,
) -> (Vec<String>, Vec<Vec<Cell>>) {
    let columns = columns(known, sheets);
    let heads =
        HEADS.iter().map(|head| (*head).to_owned()).chain(columns.iter().map(|(_, head)| head.clone()));
    let rows = candidates.iter().zip(known).map(|(candidate, known)| {
        let answered = sheets.get(&known.attempt.id).map_or(&[][..], Vec::as_slice);
        let mut cells = lead(candidate);
        cells.extend(figures(Some(known), answered, &columns));
        cells
    });
    (heads.collect(), rows.collect())
}

/// Who, how far, how long.
fn lead(candidate: &QuizCandidate) -> Vec<Cell> {
    let minutes = candidate.seconds.map(|seconds| (seconds + 30) / 60);
    vec![
        Cell::text(candidate.last_name.as_deref().unwrap_or_default()),
        Cell::text(candidate.first_name.as_deref().unwrap_or_default()),
        Cell::text(candidate.label.as_deref().unwrap_or_default()),
        Cell::text(candidate.state.in_french()),
        Cell::figure(candidate.submitted_at.map(moment)),
        Cell::figure(minutes),
        Cell::figure(candidate.signals.map(|counted| counted.tab_switches)),
        Cell::figure(candidate.signals.map(|counted| counted.pastes)),
    ]
}
