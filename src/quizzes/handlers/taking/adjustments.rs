//! What somebody has beyond the others: more time, more attempts. Why is never asked.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::starting::extra_seconds;
use super::{Admitted, OfQuiz, note_place, read, write};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{EnrolmentId, OrganisationId, SessionQuizId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Error, IfMatch, Json, Page, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes::model::taking::clock::{self, ExtraTime};
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::policy;
use crate::quizzes::store::taking::adjustments::{self, Adjustment};
use crate::quizzes::store::taking::{attempts, places};
use crate::sessions::{self, Participant};

/// What somebody has beyond the others.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizAdjustment {
    /// Whose.
    enrolment_id: EnrolmentId,
    first_name: String,
    last_name: String,
    /// How much more time.
    extra_time: ExtraTime,
    /// How many more attempts.
    extra_attempts: i16,
    /// What they ask for; null: nothing, or it was decided.
    asked_time: Option<ExtraTime>,
    /// When they asked.
    asked_at: Option<DateTime<Utc>>,
    /// To be sent back as `If-Match`; 0 while nothing was written.
    version: i32,
}

fn view(person: &Participant, adjustment: &Adjustment) -> QuizAdjustment {
    QuizAdjustment {
        enrolment_id: person.enrolment,
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        extra_time: adjustment.extra_time,
        extra_attempts: adjustment.extra_attempts,
        asked_time: adjustment.asked_time,
        asked_at: adjustment.asked_at,
        version: adjustment.version,
    }
}

/// Lists what everybody who takes part has beyond the others at a quiz, by name.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/adjustments", tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path)),
    responses((status = 200, body = Page<QuizAdjustment>), Problems))]
pub async fn list_quiz_adjustments(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfQuiz>,
) -> Result<Json<Page<QuizAdjustment>>> {
    let Admitted { mut tx, place, .. } = read(&state, actor, of, policy::may_see_results).await?;
    let people = sessions::participants(&mut *tx, place.session).await?;
    let known = adjustments::list(&mut *tx, place.id).await?;
    let item = |person: &Participant| {
        let found = known.iter().find(|adjustment| adjustment.enrolment == person.enrolment);
        let usual = Adjustment::usual(person.enrolment);
        view(person, found.unwrap_or(&usual))
    };
    Ok(Json(Page::whole(people.iter().map(item).collect())))
}

/// What somebody is to have beyond the others.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizAdjustmentDraft {
    /// How much more time.
    extra_time: ExtraTime,
    /// How many more attempts, 0 to 100.
    #[serde(default)]
    extra_attempts: i16,
}

/// Somebody's adjustment, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct AdjustmentPlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    quiz_id: SessionQuizId,
    enrolment_id: EnrolmentId,
}

/// Gives somebody more time or more attempts at a quiz, or no longer; the attempt that runs has it at once. Whatever they asked for is
/// decided by it.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/adjustments/{enrolment_id}",
    tag = "quizzes",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path), ("quiz_id" = SessionQuizId, Path),
           ("enrolment_id" = EnrolmentId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = QuizAdjustmentDraft, responses((status = 200, body = QuizAdjustment), Problems))]
pub async fn set_quiz_adjustment(
    State(state): State<AppState>,
    actor: Actor,
    Path(at): Path<AdjustmentPlace>,
    if_match: IfMatch,
    Json(draft): Json<QuizAdjustmentDraft>,
) -> Result<Versioned<QuizAdjustment>> {
    let of = OfQuiz { id: at.id, session_id: at.session_id, quiz_id: at.quiz_id };
    let Admitted { mut tx, place, standing } = write(&state, actor, of, policy::may_grade).await?;
    let people = sessions::participants(&mut *tx, place.session).await?;
    let person = people.iter().find(|person| person.enrolment == at.enrolment_id);
    let person = person.ok_or_else(Error::not_found)?;
    policy::ensure_not_own(standing, person.enrolment)?;
    if !(0..=100).contains(&draft.extra_attempts) {
        return Err(Error::field("/extra_attempts", "out_of_range", "Entre 0 et 100 tentatives de plus."));
    }
    attempts::lock_enrolment(&mut tx, person.enrolment).await?;
    let before = adjustments::find(&mut *tx, place.id, person.enrolment).await?;
    ensure_current(if_match.version()?, before.version, &view(person, &before))?;
    let after = Adjustment {
        enrolment: person.enrolment,
        extra_time: draft.extra_time,
        extra_attempts: draft.extra_attempts,
        asked_time: None,
        asked_at: None,
        version: before.version + 1,
    };
    let now = state.clock.now();
    if !adjustments::write(&mut tx, place.id, &after, (actor.person, now)).await? {
        let current = adjustments::find(&mut *tx, place.id, person.enrolment).await?;
        ensure_current(before.version, current.version, &view(person, &current))?;
    }
    set_running(&mut tx, place.id, &after).await?;
    let told = json!({
        "enrolment_id": person.enrolment, "extra_time": after.extra_time, "extra_attempts": after.extra_attempts,
    });
    note_place(&mut tx, &state, (&place, Some(actor.person)), (Event::QuizAdjusted, told)).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, view(person, &after)))
}

/// Gives the attempt that runs its new time.
async fn set_running(tx: &mut Tx<'_>, place: SessionQuizId, adjustment: &Adjustment) -> Result<()> {
    let running =
        attempts::list(&mut **tx, place.into(), Some(adjustment.enrolment.into())).await?.into_iter();
    for attempt in running.filter(|attempt| attempt.state == AttemptState::Started) {
        let Some(attempt) = attempts::lock(tx, attempt.id).await? else { continue };
        let Some(started_at) = attempt.started_at else { continue };
        let minutes = places::terms(&mut **tx, attempt.quiz, attempt.revision).await?.settings.minutes;
        let limit_at = clock::limit_at(started_at, minutes, adjustment.extra_time);
        attempts::set_time(tx, attempt.id, limit_at, extra_seconds(minutes, adjustment.extra_time)).await?;
    }
    Ok(())
}
