//! What a person does with an experience: say it, hide it from the search, take it back.

use axum::extract::State;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::views::ExperienceView;
use super::{lock, mark, record, view};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::ExperienceId;
use crate::passport::model::experience::status::{Move, Status, Step};
use crate::passport::store::experience::own as experiences;
use crate::passport::store::experience::submissions::{self, StepKind};
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::http::{Error, Json, Path, Problems, Result, Versioned};
use crate::platform::search::Search;
use crate::platform::state::AppState;

/// Refuses to say what has no first day.
pub fn ensure_dated(day: Option<NaiveDate>) -> Result<()> {
    if day.is_some() {
        return Ok(());
    }
    Err(Error::field("/started_on", "required", "Indiquez le premier jour avant de déclarer."))
}

/// Declares an experience: it is in the passport, and what it claims counts as said by the person. One that an organisation
/// proposed is thereby accepted, and the person's own from then on.
#[utoipa::path(post, path = "/me/experiences/{experience_id}/declare", tag = "passport",
    params(("experience_id" = ExperienceId, Path)),
    responses((status = 200, body = ExperienceView), Problems))]
pub async fn declare_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, id).await?;
    let status = found.status.after(Move::Declare)?;
    ensure_dated(found.started_on)?;
    let now = state.clock.now();
    experiences::set_status(&mut tx, id, status, now).await?;
    record(&mut tx, &state, (actor, Event::ExperienceDeclared, id), json!({ "status": status.as_str() }))
        .await?;
    if !found.is_hidden {
        dirty::mark(&mut tx, &[actor.profile], Urgency::Soon, now).await?;
    }
    let after = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Takes an experience back, for good: submissions that are not decided go with it, nobody opens its proofs any more, and
/// what it claims has left the search before the answer. What organisations attested stays: it is their word.
#[utoipa::path(post, path = "/me/experiences/{experience_id}/withdraw", tag = "passport",
    params(("experience_id" = ExperienceId, Path)),
    responses((status = 200, body = ExperienceView), Problems))]
pub async fn withdraw_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, id).await?;
    let status = found.status.after(Move::Withdraw)?;
    for submission in submissions::of_experiences(&mut *tx, &[id]).await? {
        if submission.status.is_open() {
            let after = submission.status.after(Step::Withdraw)?;
            submissions::set_status(&mut tx, submission.id, after).await?;
            let line = (StepKind::Withdrawn, actor.person, None);
            submissions::note(&mut tx, &state, submission.id, line).await?;
        }
    }
    experiences::set_status(&mut tx, id, status, state.clock.now()).await?;
    record(&mut tx, &state, (actor, Event::ExperienceWithdrawn, id), json!({ "status": status.as_str() }))
        .await?;
    mark(&mut tx, &state, actor, (&found, Urgency::Now)).await?;
    let after = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    state.part::<Search>().settle(&state.pool).await?;
    Ok(Versioned(after.version, after))
}

/// Whether the search knows of an experience.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExperienceVisibility {
    /// True: neither its skills nor its jobs count in the search. It stays in the passport.
    hidden: bool,
}

/// Shows a declared experience in the search, or hides it: hidden, it has left the search before the answer.
#[utoipa::path(put, path = "/me/experiences/{experience_id}/visibility", tag = "passport",
    params(("experience_id" = ExperienceId, Path)), request_body = ExperienceVisibility,
    responses((status = 200, body = ExperienceView), Problems))]
pub async fn set_experience_visibility(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ExperienceId>,
    Json(body): Json<ExperienceVisibility>,
) -> Result<Versioned<ExperienceView>> {
    let mut tx = state.pool.begin().await?;
    let found = lock(&mut tx, actor, id).await?;
    // A draft may be hidden before it is ever said.
    if !matches!(found.status, Status::Draft | Status::Proposed) {
        found.status.after(Move::Use)?;
    }
    if found.is_hidden != body.hidden {
        let now = state.clock.now();
        experiences::set_hidden(&mut tx, id, body.hidden, now).await?;
        let said = json!({ "hidden": body.hidden });
        record(&mut tx, &state, (actor, Event::ExperienceVisibilityChanged, id), said).await?;
        if found.status == Status::Declared {
            let urgency = if body.hidden { Urgency::Now } else { Urgency::Soon };
            dirty::mark(&mut tx, &[actor.profile], urgency, now).await?;
        }
    }
    let after = view(&mut tx, &state, actor, id).await?;
    tx.commit().await?;
    state.part::<Search>().settle(&state.pool).await?;
    Ok(Versioned(after.version, after))
}
