//! Saving answers, one or several at a time, and handing an attempt in.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reading::{MyAttemptView, my_attempt};
use super::settle::{hand_in, settle_now};
use super::{Which, lock_own};
use crate::actor::Actor;
use crate::files::{self, Claim, FileCard, Kind as AcceptedKind, Owner, Purpose};
use crate::ids::{FileId, PersonId, QuestionId, QuizAttemptId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, FieldError, Fields, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::quizzes::model::question::{Expected, FileKind, Question};
use crate::quizzes::model::taking::answer::{AnswerDraft, Given, MOST};
use crate::quizzes::model::taking::clock;
use crate::quizzes::model::taking::state::{AttemptState, Move};
use crate::quizzes::store::taking::answers::{self, Answer, Saved};
use crate::quizzes::store::taking::attempts::Attempt;

/// Highest number of a write: what every device can count.
const LAST_SEQUENCE: i64 = 1 << 53;

/// Answers to be saved.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizAnswers {
    /// One per question, 100 at most.
    #[serde(default)]
    answers: Vec<AnswerDraft>,
}

/// What is kept of an answer that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptAnswer {
    /// The question.
    question_id: QuestionId,
    /// The write that is kept.
    sequence: i64,
    /// Whether it is the one that was sent; otherwise a newer one was there, or the very same.
    is_saved: bool,
}

/// What became of answers that were sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptAnswers {
    /// Each of them, in the order in which they were sent.
    answers: Vec<KeptAnswer>,
    /// When the attempt ends.
    deadline: DateTime<Utc>,
    /// What the server's clock says now.
    now: DateTime<Utc>,
    /// Seconds that are left.
    seconds_left: i64,
}

/// An answer that was sent, and the question it is about.
struct Checked {
    place: usize,
    answer: Answer,
    saved: Saved,
}

/// Saves answers of one's own attempt while it runs, until thirty seconds after its deadline. Of two writes of an answer the one
/// that counts higher stays, whichever arrives last.
#[utoipa::path(put, path = "/me/quiz-attempts/{attempt_id}/answers", tag = "quizzes",
    params(("attempt_id" = QuizAttemptId, Path)), request_body = QuizAnswers,
    responses((status = 200, body = KeptAnswers), Problems))]
pub async fn save_quiz_answers(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizAttemptId>,
    Json(sent): Json<QuizAnswers>,
) -> Result<Json<KeptAnswers>> {
    Ok(Json(save_own(&state, actor.person, Which::InSession(id), sent).await?))
}

/// Saves answers of somebody's attempt while it runs.
pub async fn save_own(
    state: &AppState,
    person: PersonId,
    which: Which,
    sent: QuizAnswers,
) -> Result<KeptAnswers> {
    let mut tx = state.pool.begin().await?;
    let attempt = lock_own(&mut tx, person, which).await?;
    let now = state.clock.now();
    if attempt.state == AttemptState::Started && !clock::is_taken(attempt.deadline, now) {
        return Err(end(tx, state, &attempt).await?.into());
    }
    attempt.state.after(Move::Save)?;
    let answers = save(&mut tx, state, person, &attempt, sent).await?;
    tx.commit().await?;
    let seconds_left = clock::seconds_left(attempt.deadline, now);
    Ok(KeptAnswers { answers, deadline: attempt.deadline, now, seconds_left })
}

/// Hands in one's own attempt, with the last answers. Sent again, it answers the same; the clock may have been faster.
#[utoipa::path(post, path = "/me/quiz-attempts/{attempt_id}/submission", tag = "quizzes",
    params(("attempt_id" = QuizAttemptId, Path)), request_body = QuizAnswers,
    responses((status = 200, body = MyAttemptView), Problems))]
pub async fn submit_quiz_attempt(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizAttemptId>,
    Json(sent): Json<QuizAnswers>,
) -> Result<Json<MyAttemptView>> {
    let (mut tx, attempt) = submit_own(&state, actor.person, Which::InSession(id), sent).await?;
    Ok(Json(my_attempt(&mut tx, &state, attempt).await?))
}

/// Hands in somebody's attempt, with the last answers; gives it as it is then.
pub async fn submit_own(
    state: &AppState,
    person: PersonId,
    which: Which,
    sent: QuizAnswers,
) -> Result<(Tx<'static>, Attempt)> {
    let mut tx = state.pool.begin().await?;
    let attempt = lock_own(&mut tx, person, which).await?;
    if attempt.state.is_handed_in() {
        ensure_nothing_is_lost(&mut tx, attempt.id, &sent).await?;
    } else {
        attempt.state.after(Move::Submit)?;
        if !clock::is_taken(attempt.deadline, state.clock.now()) {
            return Err(end(tx, state, &attempt).await?.into());
        }
        save(&mut tx, state, person, &attempt, sent).await?;
        hand_in(&mut tx, state, &attempt, Some(person)).await?;
    }
    tx.commit().await?;
    settle_now(state, attempt.id).await;
    let mut tx = state.pool.begin().await?;
    let attempt = lock_own(&mut tx, person, which).await?;
    Ok((tx, attempt))
}

/// Hands in an attempt whose time is over before the clock has come; what was sent now comes too late.
async fn end(mut tx: Tx<'static>, state: &AppState, attempt: &Attempt) -> Result<Code> {
    hand_in(&mut tx, state, attempt, None).await?;
    tx.commit().await?;
    settle_now(state, attempt.id).await;
    Ok(Code::AttemptOver)
}

/// Of an attempt that is over, answers that are newer than what is kept are refused aloud.
async fn ensure_nothing_is_lost(tx: &mut Tx<'_>, id: QuizAttemptId, sent: &QuizAnswers) -> Result<()> {
    if sent.answers.is_empty() {
        return Ok(());
    }
    let kept: HashMap<QuestionId, i64> = answers::of_attempt(&mut **tx, id)
        .await?
        .into_iter()
        .map(|answer| (answer.question, answer.sequence))
        .collect();
    let is_kept =
        |draft: &AnswerDraft| kept.get(&draft.question_id).is_some_and(|kept| draft.sequence <= *kept);
    if sent.answers.iter().all(is_kept) { Ok(()) } else { Err(Code::AttemptOver.into()) }
}

/// Saves what is newer than what is kept. The lock of the attempt is held.
async fn save(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    attempt: &Attempt,
    sent: QuizAnswers,
) -> Result<Vec<KeptAnswer>> {
    if sent.answers.is_empty() {
        return Ok(Vec::new());
    }
    let asked = answers::of_attempt(&mut **tx, attempt.id).await?;
    let checked = check(tx, asked, sent.answers).await?;
    let has_files = |one: &Checked| matches!(one.answer.given(), Some(Given::File { .. }));
    let brings_files = |one: &Checked| matches!(one.saved.given, Some(Given::File { .. }));
    let held = if checked.iter().any(|one| has_files(one) || brings_files(one)) {
        answers::files(&mut **tx, attempt.id).await?
    } else {
        HashMap::new()
    };
    let now = state.clock.now();
    let mut kept = Vec::with_capacity(checked.len());
    for one in checked {
        let is_saved = one.saved.sequence > one.answer.sequence;
        if is_saved {
            let before = held.get(&one.answer.position).map_or(&[][..], Vec::as_slice);
            exchange_files(tx, state, person, &one, before).await?;
            answers::save(tx, attempt.id, &one.saved, now).await?;
        }
        kept.push(KeptAnswer {
            question_id: one.answer.question,
            sequence: one.saved.sequence.max(one.answer.sequence),
            is_saved,
        });
    }
    Ok(kept)
}

/// Each answer with its question. Every fault is told at its place.
async fn check(tx: &mut Tx<'_>, asked: Vec<Answer>, drafts: Vec<AnswerDraft>) -> Result<Vec<Checked>> {
    if drafts.len() > MOST {
        return Err(Error::field("/answers", "too_many", format!("{MOST} réponses au plus.")));
    }
    let mut fields = Fields::default();
    let mut asked: HashMap<QuestionId, Answer> =
        asked.into_iter().map(|answer| (answer.question, answer)).collect();
    let wanted: Vec<_> =
        drafts.iter().filter_map(|draft| asked.get(&draft.question_id)).map(Answer::version).collect();
    let questions = answers::questions(&mut **tx, &wanted).await?;
    let mut seen = HashSet::new();
    let mut checked = Vec::with_capacity(drafts.len());
    for (place, draft) in drafts.into_iter().enumerate() {
        let at = |field: &str| format!("/answers/{place}/{field}");
        if !seen.insert(draft.question_id) {
            let message = "Cette question a deux réponses.";
            fields.push(FieldError::new(at("question_id"), "duplicate", message));
            continue;
        }
        let Some(answer) = asked.remove(&draft.question_id) else {
            let message = "Cette question n’est pas posée ici.";
            fields.push(FieldError::new(at("question_id"), "unknown_question", message));
            continue;
        };
        if !(1..=LAST_SEQUENCE).contains(&draft.sequence) {
            let message = "Les enregistrements se comptent à partir de 1.";
            fields.push(FieldError::new(at("sequence"), "out_of_range", message));
        }
        let question = questions.get(&answer.version()).ok_or(sqlx::Error::RowNotFound)?;
        let given = draft.answer;
        let given = given.and_then(|given| fields.check(given.check(question, &at("answer"))).flatten());
        let saved = Saved {
            position: answer.position,
            given,
            sequence: draft.sequence,
            is_flagged: draft.is_flagged,
        };
        checked.push(Checked { place, answer, saved });
    }
    fields.finish()?;
    Ok(checked)
}

/// Takes the files of an answer into use, and gives up those it no longer names.
async fn exchange_files(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    one: &Checked,
    before: &[FileId],
) -> Result<()> {
    let attempt = one.answer.attempt;
    let named = one.saved.given.as_ref().map_or(&[][..], Given::files);
    for file in before.iter().filter(|file| !named.contains(file)) {
        answers::detach(tx, attempt, one.answer.position, *file).await?;
        files::release(tx, state, *file).await?;
    }
    let added = named.iter().enumerate().filter(|(_, file)| !before.contains(file));
    let mut question = None;
    for (number, file) in added {
        let pointer = format!("/answers/{}/answer/file_ids/{number}", one.place);
        let owner = Owner::Person(person);
        let purpose = Purpose::QuizAnswer;
        let claim = Claim { file: *file, purpose, owner, by: person, pointer: &pointer };
        let card = files::claim(tx, state, &claim).await?;
        if question.is_none() {
            let version = one.answer.version();
            question = answers::questions(&mut **tx, &[version]).await?.remove(&version);
        }
        let question = question.as_deref().ok_or(sqlx::Error::RowNotFound)?;
        ensure_accepted(question, &card, pointer)?;
        answers::attach(tx, attempt, one.answer.position, *file).await?;
    }
    Ok(())
}

/// Refuses a file that the question does not take.
fn ensure_accepted(question: &Question, card: &FileCard, pointer: String) -> Result<()> {
    let Expected::File { kinds, max_bytes, .. } = &question.answer else { return Ok(()) };
    let kind = AcceptedKind::of_media_type(&card.media_type);
    let is_taken = |of: &FileKind| kind.is_some_and(|kind| of.kinds().contains(&kind));
    if !kinds.iter().any(is_taken) {
        let message = "Ce type de fichier n’est pas accepté ici.";
        return Err(Error::field(pointer, "file_type_refused", message));
    }
    if card.bytes.unsigned_abs() > *max_bytes {
        let message = "Ce fichier dépasse la taille permise par la question.";
        return Err(Error::field(pointer, "file_too_large", message));
    }
    Ok(())
}
