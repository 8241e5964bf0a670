//! One's own data, to be downloaded: asked for with the password, put together by a job, fetched for a day.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::events::Event;
use crate::files::{self, FileLink};
use crate::identity::{Reauthentication, reauthenticate};
use crate::platform::db::audit::{self, Entry};
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Peer, Problems, Query, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::privacy::jobs::WriteDataExport;
use crate::privacy::model::export::{MOST_A_DAY, Status, Step};
use crate::privacy::store::exports::{self, Export, Filter};

/// A download, and how far it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DataExport)]
pub struct ExportView {
    id: Uuid,
    status: Status,
    /// What it is at.
    step: Step,
    /// How far it is, 0 to 100.
    percent: i16,
    requested_at: DateTime<Utc>,
    /// When its file could first be fetched.
    ready_at: Option<DateTime<Utc>>,
    /// When its file goes, or went.
    erase_at: Option<DateTime<Utc>>,
    /// Length of the file.
    bytes: Option<i64>,
    /// Why it could not be put together: `too_large` or `unavailable`.
    failure: Option<String>,
}

impl From<Export> for ExportView {
    fn from(export: Export) -> Self {
        Self {
            id: export.id,
            status: export.status,
            step: export.step,
            percent: export.percent,
            requested_at: export.requested_at,
            ready_at: export.ready_at,
            erase_at: export.erase_at,
            bytes: export.bytes,
            failure: export.failure,
        }
    }
}

/// Asks for everything held about oneself: one JSON per part of the platform, one's own files, and a text that explains them. A job
/// puts it together; a notice tells when it is ready.
///
/// The password once more, and a code where the second factor is on. 409 `data_export_underway` while one is put together,
/// `too_many_exports` after five in a day.
#[utoipa::path(post, path = "/me/data-exports", tag = "privacy", request_body = Reauthentication,
    responses((status = 201, body = ExportView), Problems))]
pub async fn create_data_export(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Json(body): Json<Reauthentication>,
) -> Result<(StatusCode, Json<ExportView>)> {
    reauthenticate(&state, actor, peer, ("", &body)).await?;
    let (id, now): (Uuid, _) = (state.ids.opaque(), state.clock.now());
    let mut tx = state.pool.begin().await?;
    // Two requests at once: the index lets one in.
    exports::insert(&mut tx, id, actor.person, now)
        .await
        .on_constraint("data_export_one_underway", Code::DataExportUnderway)?;
    if exports::count_since(&mut tx, actor.person, now - Duration::days(1)).await? > MOST_A_DAY {
        return Err(Code::TooManyExports.into());
    }
    let entry = Entry::new(Event::DataExportRequested, now, "data_export", id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    jobs::enqueue(&mut tx, &state, &WriteDataExport { export: id }).await?;
    tx.commit().await?;
    let written = exports::find(&state.pool, actor.person, id).await?.ok_or_else(Error::not_found)?;
    Ok((StatusCode::CREATED, Json(written.into())))
}

/// One's own downloads, newest first, those whose file is gone included.
#[utoipa::path(get, path = "/me/data-exports", tag = "privacy", params(PageParams),
    responses((status = 200, body = Page<ExportView>), Problems))]
pub async fn list_data_exports(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ExportView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let filter = Filter { person: Some(actor.person), id: None, before };
    let rows = exports::list(&state.pool, filter, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.requested_at, row.id)).map(ExportView::from)))
}

/// One download, and how far it is.
#[utoipa::path(get, path = "/me/data-exports/{id}", tag = "privacy", params(("id" = Uuid, Path)),
    responses((status = 200, body = ExportView), Problems))]
pub async fn get_data_export(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<Json<ExportView>> {
    let found = exports::find(&state.pool, actor.person, id).await?.ok_or_else(Error::not_found)?;
    Ok(Json(found.into()))
}

/// Gives a download up: what waits is not put together, what is ready is erased at once.
#[utoipa::path(delete, path = "/me/data-exports/{id}", tag = "privacy", params(("id" = Uuid, Path)),
    responses((status = 204), Problems))]
pub async fn delete_data_export(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let found = exports::lock(&mut tx, actor.person, id).await?.ok_or_else(Error::not_found)?;
    match (found.status, found.file) {
        (Status::Ready, Some(file)) => {
            exports::erase(&mut tx, id).await?;
            files::release(&mut tx, &state, file).await?;
        }
        (Status::Erased, _) => return Ok(StatusCode::NO_CONTENT),
        _ => exports::delete(&mut tx, id).await?,
    }
    let entry = Entry::new(Event::DataExportErased, state.clock.now(), "data_export", id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives an address at which the file of a download is fetched: for half an hour at most, as long as this session lives, and never
/// longer than the file is kept.
///
/// 409 `export_not_ready` while it is put together, 410 `export_erased` a day after it was ready.
#[utoipa::path(post, path = "/me/data-exports/{id}/link", tag = "privacy", params(("id" = Uuid, Path)),
    responses((status = 200, body = FileLink), Problems))]
pub async fn create_data_export_link(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<Json<FileLink>> {
    let now = state.clock.now();
    let found = exports::find(&state.pool, actor.person, id).await?.ok_or_else(Error::not_found)?;
    let kept_until = found.erase_at.filter(|at| *at > now);
    let (file, kept_until) = match (found.status, found.file, kept_until) {
        (Status::Ready, Some(file), Some(until)) => (file, until),
        (Status::Ready | Status::Erased, ..) => return Err(Code::ExportErased.into()),
        (status, ..) => {
            let (code, current_state) = (Code::ExportNotReady, status.as_str());
            return Err(Error::IllegalState { code, current_state });
        }
    };
    let mut tx = state.pool.begin().await?;
    let entry = Entry::new(Event::DataExportFetched, now, "data_export", id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(Json(files::link_until(&state, file, actor, kept_until)))
}
