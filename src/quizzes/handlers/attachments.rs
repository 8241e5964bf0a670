//! What the quizzes of a session ask, and which levels their results propose.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::quizzes::lock as lock_quiz;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, QuizId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, IfMatch, Json, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::quiz::{Move, Status};
use crate::quizzes::model::rules::{self, QuizRulesDraft, SkillRule};
use crate::quizzes::store::attachments::{self, Attachment};
use crate::sessions::{self, SessionCard, Standing, session_card, standing};
use crate::trainings::{SkillLine, revision_content};

/// A quiz of a session as an address names it.
type Subject = (OrganisationId, TrainingSessionId, SessionQuizId);

/// What a quiz of a session asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizAttachment {
    id: SessionQuizId,
    /// What the session calls it.
    title: String,
    /// When it opens; null: at once.
    opens_at: Option<DateTime<Utc>>,
    /// When it closes; null: with the session.
    closes_at: Option<DateTime<Utc>>,
    /// The quiz that is taken; null while none is attached.
    quiz: Option<AttachedQuiz>,
    /// Whether somebody started: its quiz is no longer taken off or replaced, except by a newer revision.
    has_attempts: bool,
    /// From which score which level is proposed, skill by skill.
    rules: Vec<SkillRule>,
    /// To be sent back as `If-Match`.
    version: i32,
}

/// The quiz that is taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttachedQuiz {
    quiz_id: QuizId,
    /// The revision that attempts start on from now on.
    revision: i32,
    /// Its title.
    title: String,
    /// State of the quiz.
    status: Status,
    /// Newest published revision of the quiz.
    newest_revision: i32,
}

/// Which quiz to take.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizAttachmentDraft {
    /// A published quiz of the organisation.
    quiz_id: QuizId,
    /// One of its published revisions; null: the newest.
    #[serde(default)]
    revision: Option<i32>,
}

/// Shows what a quiz of a session asks, and which levels it proposes.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/attachment", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, body = QuizAttachment), Problems))]
pub async fn get_quiz_attachment(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Versioned<QuizAttachment>> {
    let (mut tx, card) = begin(&state, actor, subject, sessions::may_read).await?;
    let view = view(&mut tx, &card, subject.2).await?;
    Ok(Versioned(view.version, view))
}

/// Says which quiz a session takes, or another one instead.
///
/// Once somebody started, only a newer revision of the same quiz is taken, by attempts that start afterwards.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/attachment", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuizAttachmentDraft, responses((status = 200, body = QuizAttachment), Problems))]
pub async fn attach_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(draft): Json<QuizAttachmentDraft>,
) -> Result<Versioned<QuizAttachment>> {
    let (mut tx, card, before) = admit(&state, actor, subject, if_match).await?;
    let quiz = match lock_quiz(&mut tx, Owner::Organisation(card.organisation), draft.quiz_id).await {
        Err(Error::Refused(Code::NotFound)) => {
            return Err(Error::field("/quiz_id", "unknown_quiz", "L’organisme n’a pas ce quiz."));
        }
        found => found?,
    };
    quiz.status.after(Move::Attach)?;
    let revision = draft.revision.unwrap_or(quiz.revision);
    if !attachments::is_published(&mut *tx, draft.quiz_id, revision).await? {
        return Err(Error::field("/revision", "unknown_revision", "Le quiz n’a pas cette révision publiée."));
    }
    let is_newer = before.quiz == Some(draft.quiz_id) && before.revision <= Some(revision);
    if before.has_attempts && !is_newer {
        return Err(Code::QuizHasAttempts.into());
    }
    let by = (actor.person, state.clock.now());
    attachments::set(&mut tx, before.id, Some((draft.quiz_id, revision)), by).await?;
    let what = json!({ "what": "attached", "quiz_id": draft.quiz_id, "revision": revision });
    finish(tx, &state, (actor, &card, before.id), what).await
}

/// Takes the quiz off, while nobody started.
#[utoipa::path(delete, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/attachment", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = QuizAttachment), Problems))]
pub async fn detach_quiz(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
) -> Result<Versioned<QuizAttachment>> {
    let (mut tx, card, before) = admit(&state, actor, subject, if_match).await?;
    if before.has_attempts {
        return Err(Code::QuizHasAttempts.into());
    }
    attachments::set(&mut tx, before.id, None, (actor.person, state.clock.now())).await?;
    finish(tx, &state, (actor, &card, before.id), json!({ "what": "detached" })).await
}

/// Says from which score which level of a skill of the session's revision is proposed. A proposal is nothing before somebody
/// confirms it; results that are published already are read by the new rules.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/rules", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuizRulesDraft, responses((status = 200, body = QuizAttachment), Problems))]
pub async fn update_quiz_rules(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(draft): Json<QuizRulesDraft>,
) -> Result<Versioned<QuizAttachment>> {
    let (mut tx, card, before) = admit(&state, actor, subject, if_match).await?;
    let rules = draft.parse(&skills(&mut tx, &card).await?)?;
    let by = (actor.person, state.clock.now());
    attachments::write_rules(&mut tx, before.id, (card.training, card.revision), &rules, by).await?;
    let what = json!({ "what": "rules", "count": rules.len() });
    finish(tx, &state, (actor, &card, before.id), what).await
}

/// Begins with a session for somebody who may. A member of the organisation who asks for a session it does not have gets the
/// same answer as a stranger.
async fn begin(
    state: &AppState,
    actor: Actor,
    (organisation, session, _): Subject,
    may: fn(Standing) -> Result<()>,
) -> Result<(Tx<'static>, SessionCard)> {
    let mut tx = state.pool.begin().await?;
    let stands = standing(&mut *tx, organisation, session, actor.person).await?;
    may(stands.ok_or_else(Error::not_found)?)?;
    let card = session_card(&mut *tx, organisation, session).await?.ok_or_else(Error::not_found)?;
    Ok((tx, card))
}

/// Begins a write: rights first, then the state of the session, then the version.
async fn admit(
    state: &AppState,
    actor: Actor,
    subject: Subject,
    if_match: IfMatch,
) -> Result<(Tx<'static>, SessionCard, Attachment)> {
    let (mut tx, card) = begin(state, actor, subject, sessions::may_teach).await?;
    if matches!(card.status, sessions::Status::Closed | sessions::Status::Cancelled) {
        return Err(Error::illegal_state(card.status.as_str()));
    }
    let id = subject.2;
    attachments::lock(&mut tx, id).await?;
    let before = attachments::find(&mut *tx, card.id, id).await?.ok_or_else(Error::not_found)?;
    let asked = if_match.version()?;
    if asked != before.version {
        ensure_current(asked, before.version, &view(&mut tx, &card, id).await?)?;
    }
    Ok((tx, card, before))
}

/// The skills of the session's revision.
async fn skills(tx: &mut Tx<'_>, card: &SessionCard) -> Result<Vec<SkillLine>> {
    let content = revision_content(tx, card.training, card.revision).await?;
    Ok(content.ok_or_else(Error::not_found)?.skills)
}

async fn view(tx: &mut Tx<'_>, card: &SessionCard, id: SessionQuizId) -> Result<QuizAttachment> {
    let found = attachments::find(&mut **tx, card.id, id).await?.ok_or_else(Error::not_found)?;
    let rules = attachments::rules(&mut **tx, id).await?;
    let rules = rules::show(&rules, &skills(tx, card).await?);
    let quiz = match (found.quiz, found.revision, found.quiz_title, found.status, found.newest) {
        (Some(quiz_id), Some(revision), Some(title), Some(status), Some(newest_revision)) => {
            Some(AttachedQuiz { quiz_id, revision, title, status, newest_revision })
        }
        _ => None,
    };
    Ok(QuizAttachment {
        id,
        title: found.title,
        opens_at: found.opens_at,
        closes_at: found.closes_at,
        quiz,
        has_attempts: found.has_attempts,
        rules,
        version: found.version,
    })
}

async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (actor, card, id): (Actor, &SessionCard, SessionQuizId),
    what: serde_json::Value,
) -> Result<Versioned<QuizAttachment>> {
    let entry = Entry::new(Event::QuizAttached, state.clock.now(), "session_quiz", id.0);
    let entry = entry.by(actor.person).within(card.organisation).change(None, what);
    audit::record(&mut tx, &state.ids, entry).await?;
    let view = view(&mut tx, card, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
