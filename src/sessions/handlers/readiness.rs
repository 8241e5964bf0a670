//! What still blocks the start of a session, and how its hours compare with its revision.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Subject, begin_reading};
use crate::actor::Actor;
use crate::ids::{OrganisationId, TrainingSessionId};
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::sessions::model::planned;
use crate::sessions::model::readiness::ReadinessItem;
use crate::sessions::store::cards::session_card;
use crate::sessions::store::facts;

/// What is not ready.
#[derive(Debug, Serialize, ToSchema)]
pub struct Readiness {
    /// Whether nothing blocks the start.
    pub is_ready: bool,
    /// What blocks first, then what deserves a look.
    pub items: Vec<ReadinessItem>,
}

impl Readiness {
    /// From everything that is not ready.
    pub fn new(items: Vec<ReadinessItem>) -> Self {
        Self { is_ready: !items.iter().any(|item| item.is_blocking), items }
    }
}

/// Tells what still blocks the start of a session, and what deserves a look.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/readiness", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Readiness), Problems))]
pub async fn get_session_readiness(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Json<Readiness>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let card = session_card(&mut *tx, subject.0, subject.1).await?.ok_or_else(Error::not_found)?;
    let whole = facts::read(&mut tx, &card).await?;
    Ok(Json(Readiness::new(whole.items(&card))))
}

/// The planned hours of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlannedHours {
    /// How long it lasts by what was announced and signed, in minutes.
    announced_minutes: i32,
    /// How long it lasts by its slots, and by the courses everybody follows at their own time.
    planned_minutes: i64,
    /// Each skill of the revision, in its order.
    skills: Vec<PlannedSkill>,
}

/// The planned hours of one skill. A course gives its time to its skills in equal parts.
#[derive(Debug, Serialize, ToSchema)]
struct PlannedSkill {
    /// Code of a skill of the catalogue, or id of one of the organisation's own.
    skill: String,
    label: String,
    /// By the courses of the revision, in minutes.
    expected_minutes: i64,
    /// By the slots of the session, in minutes.
    planned_minutes: i64,
    /// What is missing (negative) or beyond.
    difference: i64,
}

/// Compares the hours that are planned for each skill with those of the revision.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/planned-hours", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = PlannedHours), Problems))]
pub async fn get_planned_hours(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
) -> Result<Json<PlannedHours>> {
    let mut tx = begin_reading(&state, actor, subject).await?;
    let card = session_card(&mut *tx, subject.0, subject.1).await?.ok_or_else(Error::not_found)?;
    let whole = facts::read(&mut tx, &card).await?;
    let by_skill = planned::by_skill(&whole.content, &whole.slots, &whole.courses);
    let skills = whole.content.skills.iter().zip(by_skill).map(|(line, (_, minutes))| PlannedSkill {
        skill: line.skill.to_string(),
        label: line.label.clone(),
        expected_minutes: minutes.expected,
        planned_minutes: minutes.planned,
        difference: minutes.planned - minutes.expected,
    });
    Ok(Json(PlannedHours {
        announced_minutes: card.announced_minutes,
        planned_minutes: planned::total(&whole.slots, &whole.courses),
        skills: skills.collect(),
    }))
}
