//! The queue of those who grade: answers that somebody must read, as copies. While names are hidden a copy tells neither who wrote
//! it nor when, not even by its place in the list or by the names of its files.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::results::{Known, is_hidden, known};
use super::views::{AskedQuestion, Cards, GradeView, files_of};
use super::{Admitted, OfQuiz, read};
use crate::actor::Actor;
use crate::files::{self, FileCard, Kind as FileKind};
use crate::ids::{
    FileId, OrganisationId, PersonId, QuestionId, QuizCopyId, SessionQuizId, TrainingSessionId,
};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::question::{Criterion, Expected};
use crate::quizzes::model::taking::place::{PlaceId, Taker};
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::policy;
use crate::quizzes::store::taking::attempts;
use crate::quizzes::store::taking::papers::{self, Sheet};
use crate::sessions;

/// Which answers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListCopies {
    /// To this question only: one question after the other is graded most evenly.
    question_id: Option<QuestionId>,
    /// Those that are graded too (default: those that wait only).
    graded: Option<bool>,
}

/// An answer that somebody must read.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizCopyAnswer {
    /// The copy it belongs to. Random.
    copy_id: QuizCopyId,
    /// What people call it while names are hidden, such as `Copie 3F9A12`.
    label: String,
    /// Who wrote it; null while names are hidden.
    author: Option<String>,
    /// How far its attempt is.
    state: AttemptState,
    /// The question and the answer.
    question: AskedQuestion,
    /// What it is graded by; empty without a rubric.
    rubric: Vec<Criterion>,
    /// What was made of it; null while it waits.
    grade: Option<GradeView>,
    /// To be sent back as `If-Match`; 0 while it waits.
    version: i32,
}

/// What people call a copy: the beginning of its random id.
pub fn label(copy: QuizCopyId) -> String {
    let digits = copy.0.simple().to_string().to_uppercase();
    format!("Copie {}", digits.get(..6).unwrap_or_default())
}

/// The name a file bears while names are hidden: that of its copy, and its kind's ending.
pub fn neutral_name(copy: QuizCopyId, card: &FileCard) -> String {
    let kind = FileKind::of_media_type(&card.media_type);
    let ending = kind.and_then(|kind| kind.extensions().first().copied()).unwrap_or("bin");
    let digits = copy.0.simple().to_string();
    format!("copie-{}.{ending}", digits.get(..6).unwrap_or_default())
}

/// The cards of files as graders may see them.
fn neutral((copy, is_hidden): (QuizCopyId, bool), cards: Cards) -> Cards {
    let named = |(id, mut card): (FileId, FileCard)| {
        if is_hidden {
            card.name = neutral_name(copy, &card);
        }
        // When it was sent tells as much as when the copy was handed in.
        card.created_at = chrono::DateTime::UNIX_EPOCH;
        (id, card)
    };
    cards.into_iter().map(named).collect()
}

/// What an answer is graded by.
pub fn rubric(sheet: &Sheet) -> &[Criterion] {
    match &sheet.question.answer {
        Expected::LongText { rubric, .. } | Expected::File { rubric, .. } => rubric,
        _ => &[],
    }
}

/// An answer as graders see it.
pub async fn copy_answer(
    tx: &mut Tx<'_>,
    known: &Known,
    sheet: &Sheet,
    people: &[Taker],
) -> Result<QuizCopyAnswer> {
    let attempt = &known.attempt;
    let is_hidden = is_hidden(&known.terms, attempt.state);
    let ids = files_of(std::slice::from_ref(sheet));
    let cards: Cards = if ids.is_empty() {
        HashMap::new()
    } else {
        files::cards(&mut **tx, &ids).await?.into_iter().map(|card| (card.id, card)).collect()
    };
    // For a company, files never tell when they were sent.
    let is_timeless = is_hidden || attempt.company.is_some();
    let cards = if is_timeless { neutral((attempt.copy, is_hidden), cards) } else { cards };
    let mut question = AskedQuestion::of(sheet, &cards);
    if is_hidden {
        question.forget_when_and_where();
    } else if attempt.company.is_some() {
        question.forget_when();
    }
    let author = people.iter().find(|person| person.id == attempt.taker && !is_hidden);
    Ok(QuizCopyAnswer {
        copy_id: attempt.copy,
        label: label(attempt.copy),
        author: author.map(|person| format!("{} {}", person.first_name, person.last_name)),
        state: attempt.state,
        question,
        rubric: rubric(sheet).to_vec(),
        grade: sheet.grade.as_ref().map(GradeView::from),
        version: sheet.grade.as_ref().map_or(0, |grade| grade.number),
    })
}

/// Lists the answers that somebody must read, in an order that tells nothing: question by question, copies by their random ids. One's
/// own are not among them.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ListCopies),
    responses((status = 200, body = Page<QuizCopyAnswer>), Problems))]
pub async fn list_quiz_copies(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
    Query(query): Query<ListCopies>,
) -> Result<Json<Page<QuizCopyAnswer>>> {
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    let people = takers(&mut tx, place.session).await?;
    Ok(Json(copies(&mut tx, (place.id.into(), &people), actor.person, query).await?))
}

/// Those who take part in a session.
pub async fn takers(tx: &mut Tx<'_>, session: TrainingSessionId) -> Result<Vec<Taker>> {
    Ok(sessions::participants(&mut **tx, session).await?.iter().map(Taker::from).collect())
}

/// The answers at a quiz that somebody must read, but for the grader's own.
pub async fn copies(
    tx: &mut Tx<'_>,
    (place, people): (PlaceId, &[Taker]),
    grader: PersonId,
    query: ListCopies,
) -> Result<Page<QuizCopyAnswer>> {
    let mut known = known(tx, place).await?;
    known.retain(|known| policy::ensure_not_theirs(known.attempt.person, grader).is_ok());
    known.sort_by_key(|known| known.attempt.copy);
    let sheets = papers::handed_in(tx, place, query.question_id).await?;
    let with_graded = query.graded.unwrap_or_default();
    let mut items = Vec::new();
    for known in &known {
        for sheet in sheets.get(&known.attempt.id).into_iter().flatten() {
            let is_wanted = sheet.is_graded_by_hand() && (with_graded || sheet.grade.is_none());
            if is_wanted {
                let item = copy_answer(tx, known, sheet, people).await?;
                items.push((sheet.answer.question, known.attempt.copy, item));
            }
        }
    }
    items.sort_by_key(|(question, copy, _)| (*question, *copy));
    Ok(Page::whole(items.into_iter().map(|(.., item)| item).collect()))
}

/// A file of a copy, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct CopyFile {
    id: OrganisationId,
    session_id: TrainingSessionId,
    quiz_id: SessionQuizId,
    copy_id: QuizCopyId,
    file_id: FileId,
}

/// Downloads a file of a copy; while names are hidden, under a name that tells nothing.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies/{copy_id}/files/{file_id}",
    tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("copy_id" = QuizCopyId, Path), ("file_id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_quiz_copy_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(at): Path<CopyFile>,
    headers: HeaderMap,
) -> Result<Response> {
    let of = OfQuiz { id: at.id, session_id: at.session_id, quiz_id: at.quiz_id };
    let Admitted { tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    copy_file((&state, tx), place.id.into(), (at.copy_id, at.file_id), &headers).await
}

/// Downloads a file of a copy at a quiz.
pub async fn copy_file(
    (state, mut tx): (&AppState, Tx<'static>),
    place: PlaceId,
    (copy, file): (QuizCopyId, FileId),
    headers: &HeaderMap,
) -> Result<Response> {
    let id = attempts::of_copy(&mut *tx, place, copy).await?.ok_or_else(Error::not_found)?;
    let attempt = attempts::find(&mut *tx, id).await?;
    let attempt = attempt.filter(|attempt| attempt.state.is_handed_in()).ok_or_else(Error::not_found)?;
    let paper = papers::of_attempt(&mut tx, attempt).await?;
    if !files_of(&paper.sheets).contains(&file) {
        return Err(Error::not_found());
    }
    let card = files::card(&mut *tx, file).await?.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    if is_hidden(&paper.terms, paper.attempt.state) {
        let name = neutral_name(paper.attempt.copy, &card);
        return files::serve_as(state, file, &name, headers).await;
    }
    files::serve(state, file, headers).await
}
