//! Beginning a quiz of a company: once the notice was read as it is now.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::answering::{InvitedAttemptView, invited_attempt};
use super::lock_own;
use super::mine::notice;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::QuizInvitationId;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::live::{self, Topic};
use crate::platform::state::AppState;
use crate::quizzes::handlers::taking::reading::current;
use crate::quizzes::handlers::taking::starting::{draw_questions, extra_seconds};
use crate::quizzes::handlers::taking::{Which, note};
use crate::quizzes::model::invitation::{InvitationMove, InvitationState};
use crate::quizzes::model::taking::clock;
use crate::quizzes::policy;
use crate::quizzes::store::invitations::{self, Invitation};
use crate::quizzes::store::taking::attempts::{self, NewAttempt, Setting};
use crate::quizzes::store::taking::{answers, places};

/// What one says to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizInvitationStart {
    /// Version of the text one has read.
    notice_version: String,
    /// `seen` of the notice: what one was told of this very invitation.
    seen: String,
}

/// Begins a quiz of a company, with the revision that is published now: what it asks is drawn, and the server's clock runs. What runs
/// already is given back as it is (200). Refused with the notice as it is now when that is not what was read (412).
#[utoipa::path(post, path = "/me/quiz-invitations/{invitation_id}/attempt", tag = "quizzes",
    params(("invitation_id" = QuizInvitationId, Path)), request_body = QuizInvitationStart,
    responses((status = 201, body = InvitedAttemptView), (status = 200, body = InvitedAttemptView), Problems))]
pub async fn start_quiz_invitation(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<QuizInvitationId>,
    Json(start): Json<QuizInvitationStart>,
) -> Result<(StatusCode, Json<InvitedAttemptView>)> {
    let mut tx = state.pool.begin().await?;
    let invitation = lock_own(&mut tx, actor, id).await?;
    if invitation.state == InvitationState::Started {
        tx.commit().await?;
        let (mut tx, attempt) = current(&state, actor.person, Which::Invited(id)).await?;
        let view = invited_attempt(&mut tx, &state, attempt).await?;
        return Ok((StatusCode::OK, Json(view)));
    }
    let now = state.clock.now();
    invitation.state.after(InvitationMove::Start)?;
    policy::ensure_may_answer(&invitation, now)?;
    let told = notice(&mut tx, &state, invitation.clone()).await?;
    if !told.is_seen(&start.notice_version, &start.seen) {
        return Err(Error::Stale(serde_json::to_value(&told).map_err(anyhow::Error::from)?));
    }
    let terms = places::terms(&mut *tx, invitation.quiz, invitation.newest).await?;
    let new = next(&state, &invitation, terms.settings.minutes, terms.settings.integrity_signals);
    let asked = draw_questions(&mut tx, &state, &terms.settings, new.asks).await?;
    invitations::accept(&mut tx, id, (&start.notice_version, &start.seen)).await?;
    attempts::start(&mut tx, &new).await?;
    answers::insert(&mut tx, new.id, &asked).await?;
    let attempt = attempts::find(&mut *tx, new.id).await?.ok_or_else(Error::not_found)?;
    let told = json!({ "notice_version": start.notice_version, "questions": asked.len() });
    note(&mut tx, &state, (&attempt, Some(actor.person)), (Event::QuizStarted, told)).await?;
    live::changed(&mut tx, &[actor.person], Topic::Quizzes).await?;
    let view = invited_attempt(&mut tx, &state, attempt).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// The attempt, not written yet.
fn next(state: &AppState, of: &Invitation, minutes: Option<i16>, counts_signals: bool) -> NewAttempt {
    let now = state.clock.now();
    NewAttempt {
        id: state.ids.ordered(),
        copy: state.ids.opaque(),
        setting: Setting::ForCompany(of.id),
        number: 1,
        asks: (of.quiz, of.newest),
        limit_at: clock::limit_at(now, minutes, of.extra_time),
        extra_seconds: extra_seconds(minutes, of.extra_time),
        counts_signals,
        at: now,
    }
}
