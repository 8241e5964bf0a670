//! Trainings: listed, read, written.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::views::{TrainingView, view};
use super::{begin, ensure_reader, folded, searched};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::ids::{OrganisationId, TrainingId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
};
use crate::platform::state::AppState;
use crate::trainings::model::draft::TrainingDraft;
use crate::trainings::model::{Content, Move, Status};
use crate::trainings::store::trainings::{self, Filter, Locked, TimeKey, Title, Training};
use crate::trainings::store::{contents, known, revisions};

/// Which trainings.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListTrainings {
    /// In this state only.
    status: Option<Status>,
    /// Whose title holds this, whatever its case and accents; 200 characters at most.
    q: Option<String>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A training in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingSummary {
    id: TrainingId,
    title: String,
    status: Status,
    version: i32,
    /// Number of its newest published revision; 0 before the first.
    revision: i32,
    /// Whether something was written since it was last published.
    has_draft: bool,
    updated_at: DateTime<Utc>,
    /// Who wrote it last; null once the account is gone.
    updated_by: Option<String>,
    /// How many skills it names.
    skills: i64,
    /// How long its courses take together.
    minutes: i64,
    /// Codes and titles of its jobs.
    jobs: Vec<String>,
}

impl From<Training> for TrainingSummary {
    fn from(training: Training) -> Self {
        Self {
            id: training.id,
            title: training.title,
            status: training.status,
            version: training.version,
            revision: training.revision,
            has_draft: training.has_draft,
            updated_at: training.updated_at,
            updated_by: training.updated_by,
            skills: training.skills,
            minutes: training.minutes,
            jobs: training.jobs,
        }
    }
}

/// Lists the organisation's trainings, the last written first.
#[utoipa::path(get, path = "/organisations/{id}/trainings", tag = "trainings",
    params(("id" = OrganisationId, Path), ListTrainings),
    responses((status = 200, body = Page<TrainingSummary>), Problems))]
pub async fn list_trainings(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListTrainings>,
) -> Result<Json<Page<TrainingSummary>>> {
    ensure_reader(&state, actor, organisation).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let before: Option<TimeKey> = page.after()?;
    let words = searched(query.q.as_deref())?;
    let filter = Filter { id: None, status: query.status, words, before };
    let rows = trainings::list(&state.pool, organisation, filter, i64::from(limit) + 1).await?;
    let key = |training: &Training| TimeKey(training.updated_at, training.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(TrainingSummary::from)))
}

/// Writes a new training. Only its title is needed; the rest may come later.
#[utoipa::path(post, path = "/organisations/{id}/trainings", tag = "trainings",
    params(("id" = OrganisationId, Path)), request_body = TrainingDraft,
    responses((status = 201, body = TrainingView), Problems))]
pub async fn create_training(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(draft): Json<TrainingDraft>,
) -> Result<(StatusCode, Versioned<TrainingView>)> {
    let mut tx = begin(&state, actor, organisation).await?;
    let catalog = state.part::<Catalog>().snapshot();
    let content = draft.resolve(&known::read(&mut tx, organisation, &catalog).await?, None)?;
    let (id, now): (TrainingId, _) = (state.ids.ordered(), state.clock.now());
    let key = folded(&content.title);
    let title = Title { text: &content.title, key: &key };
    trainings::insert(&mut tx, organisation, id, &title, actor.person, now).await?;
    contents::write(&mut tx, id, 1, release(&catalog), &content, (actor.person, now)).await?;
    record_written(&mut tx, &state, (actor, organisation, id), 1).await?;
    let view = view(&mut tx, &state, organisation, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version, view)))
}

/// Shows a training: what is being written, otherwise its newest revision.
#[utoipa::path(get, path = "/organisations/{id}/trainings/{training_id}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path)),
    responses((status = 200, body = TrainingView), Problems))]
pub async fn get_training(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
) -> Result<Versioned<TrainingView>> {
    ensure_reader(&state, actor, organisation).await?;
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let view = view(&mut tx, &state, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Writes the whole content of a training anew.
///
/// What was published stays as it is: what is written becomes the next revision once it is published. Content that says
/// what the newest revision says leaves nothing to publish. Names of the catalogue stay as they were written, until a line
/// asks for today's.
#[utoipa::path(put, path = "/organisations/{id}/trainings/{training_id}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = TrainingDraft, responses((status = 200, body = TrainingView), Problems))]
pub async fn update_training(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
    if_match: IfMatch,
    Json(draft): Json<TrainingDraft>,
) -> Result<Versioned<TrainingView>> {
    let mut tx = begin(&state, actor, organisation).await?;
    let locked = lock(&mut tx, organisation, id).await?;
    locked.status.after(Move::Write)?;
    ensure_version(&mut tx, &state, (organisation, id), locked, if_match).await?;
    let catalog = state.part::<Catalog>().snapshot();
    let written = contents::read(&mut tx, id, locked.revision + 1).await?;
    let published = contents::read(&mut tx, id, locked.revision).await?;
    let before = written.as_ref().or(published.as_ref());
    let content = draft.resolve(&known::read(&mut tx, organisation, &catalog).await?, before)?;
    let now = state.clock.now();
    if published.as_ref() == Some(&content) {
        revisions::discard(&mut tx, id).await?;
    } else {
        let by = (actor.person, now);
        contents::write(&mut tx, id, locked.revision + 1, release(&catalog), &content, by).await?;
    }
    touch(&mut tx, id, &content, actor, now).await?;
    record_written(&mut tx, &state, (actor, organisation, id), locked.revision + 1).await?;
    let view = view(&mut tx, &state, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

/// Locks a training of the organisation.
pub async fn lock(tx: &mut Tx<'_>, organisation: OrganisationId, id: TrainingId) -> Result<Locked> {
    trainings::lock(tx, organisation, id).await?.ok_or_else(Error::not_found)
}

/// Refuses a change that starts from an older version of the training, and shows the current one.
pub async fn ensure_version(
    tx: &mut Tx<'_>,
    state: &AppState,
    (organisation, id): (OrganisationId, TrainingId),
    locked: Locked,
    if_match: IfMatch,
) -> Result<()> {
    let asked = if_match.version()?;
    if asked == locked.version {
        return Ok(());
    }
    ensure_current(asked, locked.version, &view(tx, state, organisation, id).await?)
}

/// Raises the version, and keeps the title that lists show.
pub async fn touch(
    tx: &mut Tx<'_>,
    id: TrainingId,
    content: &Content,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = folded(&content.title);
    let title = Title { text: &content.title, key: &key };
    Ok(trainings::touch(tx, id, &title, actor.person, now).await?)
}

/// Number of the release in place; 0 when there is none.
pub fn release(catalog: &CatalogSnapshot) -> i32 {
    catalog.release().map_or(0, |card| card.release.version)
}

async fn record_written(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, TrainingId),
    revision: i32,
) -> Result<()> {
    let entry = Entry::new(Event::TrainingWritten, state.clock.now(), "training", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "revision": revision }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
