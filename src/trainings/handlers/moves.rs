//! What is done to a training as a whole: published, archived, restored, discarded, deleted.

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::json;

use super::begin;
use super::trainings::{ensure_version, lock, release, touch};
use super::views::{TrainingView, view};
use crate::actor::Actor;
use crate::catalog::Catalog;
use crate::events::Event;
use crate::ids::{OrganisationId, TrainingId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, IfMatch, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;
use crate::trainings::model::check::publishable;
use crate::trainings::model::{Move, Status};
use crate::trainings::store::trainings::{self, Locked};
use crate::trainings::store::{contents, known, revisions};

/// Publishes what was written as the next revision, which never changes again. Courses and own skills say in it what they
/// say today; sessions of earlier revisions stay on theirs.
#[utoipa::path(post, path = "/organisations/{id}/trainings/{training_id}/publish", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = TrainingView), Problems))]
pub async fn publish_training(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
    if_match: IfMatch,
) -> Result<Versioned<TrainingView>> {
    let subject = (organisation, id);
    let (mut tx, locked, status) = admit(&state, actor, subject, if_match, Move::Publish).await?;
    let number = locked.revision + 1;
    let mut content = contents::read(&mut tx, id, number).await?.ok_or(Code::NothingToPublish)?;
    let catalog = state.part::<Catalog>().snapshot();
    known::read(&mut tx, organisation, &catalog).await?.refresh(&mut content);
    publishable(&content)?;
    let now = state.clock.now();
    contents::write(&mut tx, id, number, release(&catalog), &content, (actor.person, now)).await?;
    revisions::publish(&mut tx, id, number, now).await?;
    trainings::set_status(&mut tx, id, (status, number), actor.person, now).await?;
    finish(tx, &state, (actor, organisation, id), locked, (status, number)).await
}

/// Archives a training: it is kept, and no session is opened from it any more.
#[utoipa::path(post, path = "/organisations/{id}/trainings/{training_id}/archive", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = TrainingView), Problems))]
pub async fn archive_training(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<(OrganisationId, TrainingId)>,
    if_match: IfMatch,
) -> Result<Versioned<TrainingView>> {
    move_to(&state, actor, subject, if_match, Move::Archive).await
}

/// Publishes an archived training again, as it was.
#[utoipa::path(post, path = "/organisations/{id}/trainings/{training_id}/restore", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = TrainingView), Problems))]
pub async fn restore_training(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<(OrganisationId, TrainingId)>,
    if_match: IfMatch,
) -> Result<Versioned<TrainingView>> {
    move_to(&state, actor, subject, if_match, Move::Restore).await
}

async fn move_to(
    state: &AppState,
    actor: Actor,
    (organisation, id): (OrganisationId, TrainingId),
    if_match: IfMatch,
    step: Move,
) -> Result<Versioned<TrainingView>> {
    let (mut tx, locked, status) = admit(state, actor, (organisation, id), if_match, step).await?;
    let after = (status, locked.revision);
    trainings::set_status(&mut tx, id, after, actor.person, state.clock.now()).await?;
    finish(tx, state, (actor, organisation, id), locked, after).await
}

/// Discards what was written since the training was last published.
#[utoipa::path(delete, path = "/organisations/{id}/trainings/{training_id}/draft", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = TrainingView), Problems))]
pub async fn discard_training_draft(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
    if_match: IfMatch,
) -> Result<Versioned<TrainingView>> {
    let (mut tx, locked, _) = admit(&state, actor, (organisation, id), if_match, Move::Write).await?;
    // A training that was never published consists of its draft: it is deleted, not emptied.
    let published = contents::read(&mut tx, id, locked.revision).await?;
    let published = published.ok_or_else(|| Error::illegal_state(locked.status.as_str()))?;
    if !revisions::discard(&mut tx, id).await? {
        return Err(Code::NothingToPublish.into());
    }
    let now = state.clock.now();
    touch(&mut tx, id, &published, actor, now).await?;
    let entry = Entry::new(Event::TrainingDraftDiscarded, now, "training", id.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person).within(organisation)).await?;
    let view = view(&mut tx, &state, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Deletes a training that was never published.
#[utoipa::path(delete, path = "/organisations/{id}/trainings/{training_id}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 204), Problems))]
pub async fn delete_training(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
    if_match: IfMatch,
) -> Result<StatusCode> {
    let (mut tx, ..) = admit(&state, actor, (organisation, id), if_match, Move::Delete).await?;
    trainings::delete(&mut tx, id).await?;
    let entry = Entry::new(Event::TrainingDeleted, state.clock.now(), "training", id.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person).within(organisation)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Begins a move: rights first, then the state, then the version.
async fn admit(
    state: &AppState,
    actor: Actor,
    (organisation, id): (OrganisationId, TrainingId),
    if_match: IfMatch,
    step: Move,
) -> Result<(Tx<'static>, Locked, Status)> {
    let mut tx = begin(state, actor, organisation).await?;
    let locked = lock(&mut tx, organisation, id).await?;
    let status = locked.status.after(step)?;
    ensure_version(&mut tx, state, (organisation, id), locked, if_match).await?;
    Ok((tx, locked, status))
}

/// Notes the move and shows what came of it.
async fn finish(
    mut tx: Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, TrainingId),
    before: Locked,
    (status, revision): (Status, i32),
) -> Result<Versioned<TrainingView>> {
    let told = |status: Status, revision: i32| json!({ "status": status, "revision": revision });
    let entry = Entry::new(Event::TrainingStatusChanged, state.clock.now(), "training", id.0);
    let entry = entry.by(actor.person).within(organisation);
    let entry = entry.change(told(before.status, before.revision), told(status, revision));
    audit::record(&mut tx, &state.ids, entry).await?;
    let view = view(&mut tx, state, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
