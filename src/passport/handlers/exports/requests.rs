//! One's own exports: asked for at any time, fetched for a day, listed for ever.

use axum::extract::State;
use axum::http::header::RANGE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Chosen;
use crate::actor::Actor;
use crate::events::Event;
use crate::files;
use crate::passport::jobs::WriteExport;
use crate::passport::model::export::Audience;
use crate::passport::store::exports::log::{self, LogKind};
use crate::passport::store::exports::requests::{self, Export, ExportStatus, Filter, Format, Step};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;

/// Exports of one person that may wait or run at a time, and that they may ask for in a day.
const MOST_UNDERWAY: i64 = 3;
const MOST_A_DAY: i64 = 20;

/// An export to write.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePassportExport {
    /// In which form.
    format: Format,
    /// What of the passport; all of it where nothing is said. Only a ZIP takes the files of proofs.
    #[serde(default)]
    content: Chosen,
}

/// An export, and how far it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PassportExport)]
pub struct ExportView {
    id: Uuid,
    format: Format,
    /// What was chosen.
    content: Chosen,
    status: ExportStatus,
    /// What it is at.
    step: Step,
    /// How far it is, 0 to 100.
    percent: i16,
    requested_at: DateTime<Utc>,
    /// When its file could first be fetched.
    ready_at: Option<DateTime<Utc>>,
    /// When its file goes, or went.
    erase_at: Option<DateTime<Utc>>,
    /// The number printed on it.
    number: Option<String>,
    /// Length of the file.
    bytes: Option<i64>,
    /// Why it could not be written: `too_large` (more than 500 MiB: leave proofs out) or `unavailable`.
    failure: Option<String>,
}

impl From<Export> for ExportView {
    fn from(export: Export) -> Self {
        Self {
            id: export.id,
            format: export.format,
            content: Chosen::from(&export.choice),
            status: export.status,
            step: export.step,
            percent: export.percent,
            requested_at: export.requested_at,
            ready_at: export.ready_at,
            erase_at: export.erase_at,
            number: export.number,
            bytes: export.bytes,
            failure: export.failure,
        }
    }
}

/// Asks for an export of one's passport. A job writes it; a mail, without content, tells when it is ready.
///
/// 409 `too_many_exports` with three under way, or twenty in a day.
#[utoipa::path(post, path = "/me/passport/exports", tag = "passport", request_body = CreatePassportExport,
    responses((status = 201, body = ExportView), Problems))]
pub async fn create_passport_export(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<CreatePassportExport>,
) -> Result<(StatusCode, Json<ExportView>)> {
    let choice = body.content.parse(Audience::Holder)?;
    if choice.with_proofs && body.format != Format::Zip {
        let message = "Les pièces ne vont qu’avec un export ZIP.";
        return Err(Error::field("/content/with_proofs", "zip_only", message));
    }
    let (id, now): (Uuid, _) = (state.ids.opaque(), state.clock.now());
    let mut tx = state.pool.begin().await?;
    let (underway, recent) = requests::counts(&mut tx, actor.person, now - Duration::days(1)).await?;
    if underway >= MOST_UNDERWAY || recent >= MOST_A_DAY {
        return Err(Code::TooManyExports.into());
    }
    requests::insert(&mut tx, (id, actor.person), body.format, &choice, now).await?;
    let scope = told(body.format, &choice.scope());
    log::add(&mut tx, &state, actor.person, LogKind::ExportRequested, (None, scope)).await?;
    let entry = Entry::new(Event::PassportExportRequested, now, "passport_export", id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "format": body.format }))).await?;
    jobs::enqueue(&mut tx, &state, &WriteExport { export: id }).await?;
    tx.commit().await?;
    let written = requests::find(&state.pool, actor.person, id).await?.ok_or_else(Error::not_found)?;
    Ok((StatusCode::CREATED, Json(written.into())))
}

/// What the log tells of an export.
fn told(format: Format, scope: &impl Serialize) -> Value {
    json!({ "format": format, "content": scope })
}

/// One's own exports, newest first, those whose file is gone included.
#[utoipa::path(get, path = "/me/passport/exports", tag = "passport", params(PageParams),
    responses((status = 200, body = Page<ExportView>), Problems))]
pub async fn list_passport_exports(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ExportView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let filter = Filter { person: Some(actor.person), id: None, before };
    let rows = requests::list(&state.pool, filter, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.requested_at, row.id)).map(ExportView::from)))
}

/// One export, and how far it is.
#[utoipa::path(get, path = "/me/passport/exports/{id}", tag = "passport", params(("id" = Uuid, Path)),
    responses((status = 200, body = ExportView), Problems))]
pub async fn get_passport_export(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<Json<ExportView>> {
    let found = requests::find(&state.pool, actor.person, id).await?.ok_or_else(Error::not_found)?;
    Ok(Json(found.into()))
}

/// Gives an export up: what waits is not written, what is ready is erased at once.
#[utoipa::path(delete, path = "/me/passport/exports/{id}", tag = "passport", params(("id" = Uuid, Path)),
    responses((status = 204), Problems))]
pub async fn delete_passport_export(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let found = requests::lock(&mut tx, actor.person, id).await?.ok_or_else(Error::not_found)?;
    match (found.status, found.file) {
        (ExportStatus::Ready, Some(file)) => {
            requests::erase(&mut tx, id).await?;
            files::release(&mut tx, &state, file).await?;
        }
        (ExportStatus::Erased, _) => return Ok(StatusCode::NO_CONTENT),
        _ => requests::delete(&mut tx, id).await?,
    }
    let entry = Entry::new(Event::PassportExportErased, state.clock.now(), "passport_export", id);
    audit::record(&mut tx, &state.ids, entry.by(actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Fetches the file of an export, whole or in parts (`Range`).
///
/// 409 `export_not_ready` while it is written, 410 `export_erased` a day after it was ready.
#[utoipa::path(get, path = "/me/passport/exports/{id}/file", tag = "passport", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_passport_export_file(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response> {
    let found = requests::find(&state.pool, actor.person, id).await?.ok_or_else(Error::not_found)?;
    let is_over = found.erase_at.is_some_and(|at| at <= state.clock.now());
    let file = match (found.status, found.file) {
        (ExportStatus::Ready, Some(file)) if !is_over => file,
        (ExportStatus::Ready | ExportStatus::Erased, _) => return Err(Code::ExportErased.into()),
        (status, _) => {
            let (code, current_state) = (Code::ExportNotReady, status.as_str());
            return Err(Error::IllegalState { code, current_state });
        }
    };
    let answer = files::serve(&state, file, &headers).await?;
    // The parts of one download are one line.
    if !headers.contains_key(RANGE) && answer.status() == StatusCode::OK {
        let mut tx = state.pool.begin().await?;
        let scope = json!({ "format": found.format, "number": found.number });
        log::add(&mut tx, &state, actor.person, LogKind::ExportDownloaded, (None, scope)).await?;
        tx.commit().await?;
    }
    Ok(answer)
}

/// A line of the log.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PassportLogLine)]
pub struct LogLineView {
    id: Uuid,
    at: DateTime<Utc>,
    kind: LogKind,
    /// The recipient the person named; null where it was the person.
    who: Option<String>,
    /// What it was about: format, number, what was chosen.
    #[schema(value_type = Object)]
    scope: Value,
}

/// Everything that left the passport: when, to whom, what of it; newest first.
#[utoipa::path(get, path = "/me/passport/log", tag = "passport", params(PageParams),
    responses((status = 200, body = Page<LogLineView>), Problems))]
pub async fn list_passport_log(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<LogLineView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let rows = log::list(&state.pool, actor.person, before, i64::from(limit) + 1).await?;
    let page = Page::cut(rows, limit, |row| (row.at, row.id)).map(|line| LogLineView {
        id: line.id,
        at: line.at,
        kind: line.kind,
        who: line.who,
        scope: line.scope,
    });
    Ok(Json(page))
}
