//! The course list of a session.

use std::collections::HashMap;

use axum::extract::State;

use super::sessions::{ensure_version, record_written};
use super::views::{SessionView, content, view};
use super::{Subject, begin};
use crate::actor::Actor;
use crate::ids::{OrganisationId, TrainingSessionId};
use crate::platform::http::{IfMatch, Json, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::model::courses::{CoursesDraft, Known};
use crate::sessions::store::{courses, sessions};

/// Replaces the ordered course list of a session: courses are added, removed or moved in this session alone. One that slots
/// are about stays.
#[utoipa::path(put, path = "/organisations/{id}/sessions/{session_id}/courses", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version of the session that was read, in quotes")),
    request_body = CoursesDraft, responses((status = 200, body = SessionView), Problems))]
pub async fn update_session_courses(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(draft): Json<CoursesDraft>,
) -> Result<Versioned<SessionView>> {
    let (organisation, id) = subject;
    let (mut tx, card) = begin(&state, actor, subject, Move::Write).await?;
    ensure_version(&mut tx, &state, &card, if_match).await?;
    let content = content(&mut tx, card.training, card.revision).await?;
    let before = courses::list(&mut tx, id, &content.skills).await?;
    let named: Vec<_> = draft.courses.iter().map(|course| course.course_id).take(200).collect();
    let others = courses::known(&mut *tx, organisation, &named).await?;
    let others: HashMap<_, _> = others
        .into_iter()
        .map(|course| (course.id, (course.title, course.minutes, course.modality)))
        .collect();
    let with_slots = courses::with_slots(&mut *tx, id).await?;
    let known = Known { content: &content, before: &before, others, with_slots: &with_slots };
    let list = draft.resolve(&known, || state.ids.ordered())?;
    courses::write(&mut tx, id, (card.training, card.revision), &content.skills, &list).await?;
    sessions::touch(&mut tx, id, actor.person, state.clock.now()).await?;
    record_written(&mut tx, &state, (actor, organisation, id), "courses").await?;
    let view = view(&mut tx, &state, subject).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
