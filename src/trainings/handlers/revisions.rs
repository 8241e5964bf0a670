//! Revisions of a training: listed, read as they were written, compared.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::ensure_reader;
use super::views::ContentView;
use crate::actor::Actor;
use crate::catalog::Catalog;
use crate::ids::{OrganisationId, TrainingId};
use crate::orgs::{Issuer, issuer};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Page, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::trainings::model::compare::{Change, compare};
use crate::trainings::store::contents;
use crate::trainings::store::revisions::{self, Revision};
use crate::trainings::store::trainings::{self, Filter};

/// A revision in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionSummary {
    number: i32,
    title: String,
    /// Release of the catalogue it was written with; 0 when there was none.
    release: i32,
    /// Who published it or, while it is being written, who wrote it last; null once the account is gone.
    written_by: Option<String>,
    written_at: DateTime<Utc>,
    /// Null while it is being written.
    published_at: Option<DateTime<Utc>>,
}

impl From<Revision> for RevisionSummary {
    fn from(revision: Revision) -> Self {
        Self {
            number: revision.number,
            title: revision.title,
            release: revision.release,
            written_by: revision.written_by,
            written_at: revision.written_at,
            published_at: revision.published_at,
        }
    }
}

/// A revision with what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionView {
    #[serde(flatten)]
    summary: RevisionSummary,
    /// The organisation that gives it, as it signs today.
    organisation: Issuer,
    content: ContentView,
}

/// Which revisions to compare.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CompareRevisions {
    /// The older one.
    from: i32,
    /// The newer one.
    to: i32,
}

/// What changed between two revisions.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionComparison {
    from: i32,
    to: i32,
    changes: Vec<Change>,
}

/// Lists the revisions of a training, newest first; the one being written too.
#[utoipa::path(get, path = "/organisations/{id}/trainings/{training_id}/revisions", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path)),
    responses((status = 200, body = Page<RevisionSummary>), Problems))]
pub async fn list_revisions(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
) -> Result<Json<Page<RevisionSummary>>> {
    let mut tx = begin_reading(&state, actor, organisation, id).await?;
    let rows = revisions::list(&mut *tx, id, None).await?;
    Ok(Json(Page::whole(rows.into_iter().map(RevisionSummary::from).collect())))
}

/// Shows a revision as it was written, and where the catalogue says something else today.
#[utoipa::path(get, path = "/organisations/{id}/trainings/{training_id}/revisions/{number}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path), ("number" = i32, Path)),
    responses((status = 200, body = RevisionView), Problems))]
pub async fn get_revision(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id, number)): Path<(OrganisationId, TrainingId, i32)>,
) -> Result<Json<RevisionView>> {
    let mut tx = begin_reading(&state, actor, organisation, id).await?;
    let row = revisions::list(&mut *tx, id, Some(number)).await?.pop().ok_or_else(Error::not_found)?;
    let content = contents::read(&mut tx, id, number).await?.ok_or_else(Error::not_found)?;
    let issuer = issuer(&mut *tx, organisation, state.clock.today()).await?.ok_or_else(Error::not_found)?;
    let catalog = state.part::<Catalog>().snapshot();
    let content = ContentView::new(&content, row.release, &catalog);
    Ok(Json(RevisionView { summary: row.into(), organisation: issuer, content }))
}

/// Compares two revisions of a training.
#[utoipa::path(get, path = "/organisations/{id}/trainings/{training_id}/comparison", tag = "trainings",
    params(("id" = OrganisationId, Path), ("training_id" = TrainingId, Path), CompareRevisions),
    responses((status = 200, body = RevisionComparison), Problems))]
pub async fn compare_revisions(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, TrainingId)>,
    Query(CompareRevisions { from, to }): Query<CompareRevisions>,
) -> Result<Json<RevisionComparison>> {
    let mut tx = begin_reading(&state, actor, organisation, id).await?;
    let unknown = |pointer| Error::field(pointer, "unknown_revision", "Cette révision n’existe pas.");
    let before = contents::read(&mut tx, id, from).await?.ok_or_else(|| unknown("/from"))?;
    let after = contents::read(&mut tx, id, to).await?.ok_or_else(|| unknown("/to"))?;
    Ok(Json(RevisionComparison { from, to, changes: compare(&before, &after) }))
}

/// Begins to read a training of the organisation, in one state from beginning to end.
pub async fn begin_reading(
    state: &AppState,
    actor: Actor,
    organisation: OrganisationId,
    id: TrainingId,
) -> Result<Tx<'static>> {
    ensure_reader(state, actor, organisation).await?;
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let filter = Filter { id: Some(id), ..Filter::default() };
    let found = trainings::list(&mut *tx, organisation, filter, 1).await?;
    if found.is_empty() { Err(Error::not_found()) } else { Ok(tx) }
}
