//! Quizzes of a session: that there are any, what for and what about. What they ask is said by the slice of the quizzes.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::views::content;
use super::{Subject, begin, begin_reading};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuizId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, IfMatch, Json, Page, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::model::attachments::{MOST, QuizPurpose, SessionQuizDraft};
use crate::sessions::store::cards::{SessionCard, session_card};
use crate::sessions::store::quizzes::{self, AttachedQuiz};
use crate::trainings::Content;

/// A quiz as an address names it.
type QuizSubject = (OrganisationId, TrainingSessionId, SessionQuizId);

/// A quiz of a session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionQuiz)]
pub struct QuizView {
    id: SessionQuizId,
    title: String,
    purpose: QuizPurpose,
    /// When it opens; null: at once.
    opens_at: Option<DateTime<Utc>>,
    /// When it closes; null: with the session.
    closes_at: Option<DateTime<Utc>>,
    /// The skills of the session's revision it is about.
    skills: Vec<String>,
    /// The quiz that is taken; null while none is attached.
    quiz_id: Option<QuizId>,
    /// Whether somebody started: it is no longer deleted then.
    has_attempts: bool,
    /// To be sent back as `If-Match`.
    version: i32,
}

impl From<AttachedQuiz> for QuizView {
    fn from(quiz: AttachedQuiz) -> Self {
        Self {
            id: quiz.id,
            title: quiz.content.title,
            purpose: quiz.content.purpose,
            opens_at: quiz.content.opens_at,
            closes_at: quiz.content.closes_at,
            skills: quiz.content.skills.iter().map(ToString::to_string).collect(),
            quiz_id: quiz.quiz,
            has_attempts: quiz.has_attempts,
            version: quiz.version,
        }
    }
}

/// Lists the quizzes of a session, on one page.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<QuizView>), Problems))]
pub async fn list_session_quizzes(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Json<Page<QuizView>>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let card = session_card(&mut *tx, subject.0, subject.1).await?.ok_or_else(Error::not_found)?;
    let content = content(&mut tx, card.training, card.revision).await?;
    let rows = quizzes::list(&mut tx, card.id, None, &content.skills).await?;
    Ok(Json(Page::whole(rows.into_iter().map(QuizView::from).collect())))
}

/// Attaches a quiz to a session.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/quizzes", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)), request_body = SessionQuizDraft,
    responses((status = 201, body = QuizView), Problems))]
pub async fn create_session_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    Json(draft): Json<SessionQuizDraft>,
) -> Result<(StatusCode, Versioned<QuizView>)> {
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    let content = content(&mut tx, card.training, card.revision).await?;
    if quizzes::list(&mut tx, card.id, None, &content.skills).await?.len() >= MOST {
        return Err(Error::field("", "too_many", format!("{MOST} quiz au plus.")));
    }
    let id: SessionQuizId = state.ids.ordered();
    write(tx, &state, (actor, &card, id), (draft, &content), "created")
        .await
        .map(|quiz| (StatusCode::CREATED, quiz))
}

/// Writes a quiz of a session anew.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SessionQuizDraft, responses((status = 200, body = QuizView), Problems))]
pub async fn update_session_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<QuizSubject>,
    if_match: IfMatch,
    Json(draft): Json<SessionQuizDraft>,
) -> Result<Versioned<QuizView>> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let content = content(&mut tx, card.training, card.revision).await?;
    ensure_version(&mut tx, &card, (id, if_match), &content).await?;
    write(tx, &state, (actor, &card, id), (draft, &content), "written").await
}

/// Takes a quiz off a session, while nobody started it.
#[utoipa::path(delete, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_session_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, session, id)): Path<QuizSubject>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    let (mut tx, card) = begin(&state, actor, (organisation, session), Move::Write).await?;
    let content = content(&mut tx, card.training, card.revision).await?;
    ensure_version(&mut tx, &card, (id, if_match), &content).await?;
    if !quizzes::delete(&mut tx, id).await? {
        return Err(Code::QuizHasAttempts.into());
    }
    record(&mut tx, &state, (actor, organisation, id), "deleted").await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn ensure_version(
    tx: &mut Tx<'_>,
    card: &SessionCard,
    (id, if_match): (SessionQuizId, IfMatch),
    content: &Content,
) -> Result<()> {
    let found = quizzes::list(tx, card.id, Some(id), &content.skills).await?.pop();
    let quiz = found.ok_or_else(Error::not_found)?;
    ensure_current(if_match.version()?, quiz.version, &QuizView::from(quiz))
}

async fn write(
    mut tx: Tx<'_>,
    state: &AppState,
    (actor, card, id): (Actor, &SessionCard, SessionQuizId),
    (draft, content): (SessionQuizDraft, &Content),
    what: &str,
) -> Result<Versioned<QuizView>> {
    let parsed = draft.parse(content)?;
    let revision = (card.training, card.revision);
    let by = (actor.person, state.clock.now());
    quizzes::write(&mut tx, (card.id, id), revision, &parsed, &content.skills, by).await?;
    record(&mut tx, state, (actor, card.organisation, id), what).await?;
    let found = quizzes::list(&mut tx, card.id, Some(id), &content.skills).await?.pop();
    let quiz = found.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Versioned(quiz.version, quiz.into()))
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, SessionQuizId),
    what: &str,
) -> Result<()> {
    let entry = Entry::new(Event::SessionQuizWritten, state.clock.now(), "session_quiz", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "what": what }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
