//! The catalogue: how far it is, its history, and an import asked for by hand.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::admin::policy;
use crate::catalog::model::Counts;
use crate::catalog::{self, Attempt, Catalog, CertificationCards, ImportCatalog, Outcome, Source, Wanted};
use crate::events::Event;
use crate::platform::db::audit;
use crate::platform::http::{Code, Json, Page, PageParams, Problems, Query, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;

/// The catalogue and how it is kept up to date.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogSync {
    /// Number of the release in place; null before the first.
    release: Option<i32>,
    /// The day it was published, where the archive says so.
    published_on: Option<NaiveDate>,
    /// When an import last changed it.
    imported_at: Option<DateTime<Utc>>,
    /// The last attempt; null before the first.
    last_attempt: Option<CatalogImport>,
    /// When the publisher last answered with an archive that was taken over, or that says nothing new.
    last_success_at: Option<DateTime<Utc>>,
    /// When it is asked next; null where downloads are switched off.
    next_check_at: Option<DateTime<Utc>>,
    /// Until when it is left alone because it failed again and again; an import by hand asks it all the same.
    paused_until: Option<DateTime<Utc>>,
    /// The publisher's API, which says more than the archive; null without an account.
    api: Option<CatalogApi>,
    /// The table of certifications (RNCP and RS).
    certifications: CertificationSync,
    /// Whether an import that was asked for waits or is under way.
    running: bool,
}

/// The publisher's API.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogApi {
    /// The last attempt; null before the first.
    last_attempt: Option<CatalogImport>,
    /// When it last answered with something that was taken over, or that says nothing new.
    last_success_at: Option<DateTime<Utc>>,
    /// Until when it is left alone because it failed again and again.
    paused_until: Option<DateTime<Utc>>,
}

/// The table of certifications and how it is kept up to date.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificationSync {
    /// The day of the export in place; null before the first.
    published_on: Option<NaiveDate>,
    /// How many certifications it has.
    count: usize,
    /// The last attempt; null before the first.
    last_attempt: Option<CatalogImport>,
    /// When an export was last taken over, or found to say nothing new.
    last_success_at: Option<DateTime<Utc>>,
    /// When it is asked for next; null where it is not downloaded.
    next_check_at: Option<DateTime<Utc>>,
    /// Until when the publisher is left alone because it failed again and again.
    paused_until: Option<DateTime<Utc>>,
}

/// How to bring the catalogue up to date.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartCatalogImport {
    /// Only compare, and tell in the history what would change.
    dry_run: bool,
    /// Apply a release although its lists are shorter: for someone who has read what a dry run says.
    #[serde(default)]
    accept_losses: bool,
}

/// One attempt to bring the catalogue up to date.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogImport {
    /// Its id.
    id: Uuid,
    /// Release of the archive, when it could be read.
    release: Option<i32>,
    /// Where the archive came from.
    source: Source,
    /// What came of it.
    outcome: Outcome,
    /// Sizes of its lists.
    counts: Option<Counts>,
    /// Entries never seen before.
    added: usize,
    /// Entries that say something else.
    changed: usize,
    /// Entries gone from the publisher's lists; nothing is deleted.
    retired: usize,
    /// Why it was refused or failed.
    error: Option<String>,
    /// Oddities that did not prevent reading.
    notices: Vec<String>,
    /// What the release changes, list by list, where it could be read.
    summary: Option<String>,
    /// When it began.
    started_at: DateTime<Utc>,
    /// When it ended.
    finished_at: DateTime<Utc>,
}

impl From<Attempt> for CatalogImport {
    fn from(attempt: Attempt) -> Self {
        Self {
            id: attempt.id,
            release: attempt.release,
            source: attempt.source,
            outcome: attempt.outcome,
            counts: attempt.counts,
            added: attempt.tally.added,
            changed: attempt.tally.changed,
            retired: attempt.tally.retired,
            error: attempt.error,
            notices: attempt.notices,
            summary: attempt.summary,
            started_at: attempt.started_at,
            finished_at: attempt.finished_at,
        }
    }
}

/// Lists the attempts to bring the catalogue up to date, latest first.
#[utoipa::path(get, path = "/admin/catalog-imports", operation_id = "list_catalog_imports", tag = "admin",
    params(PageParams), responses((status = 200, body = Page<CatalogImport>), Problems))]
pub async fn list_catalog_imports(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PageParams>,
) -> Result<Json<Page<CatalogImport>>> {
    policy::may_operate(&actor)?;
    Ok(Json(catalog::list_attempts(&state.pool, Wanted::All, &params).await?.map(CatalogImport::from)))
}

/// Tells how far the catalogue is and how it is kept up to date.
#[utoipa::path(get, path = "/admin/catalog", operation_id = "get_catalog_sync", tag = "admin",
    responses((status = 200, body = CatalogSync), Problems))]
pub async fn get_catalog_sync(State(state): State<AppState>, actor: Actor) -> Result<Json<CatalogSync>> {
    policy::may_operate(&actor)?;
    let snapshot = state.part::<Catalog>().snapshot();
    let card = snapshot.release();
    let now = state.clock.now();
    Ok(Json(CatalogSync {
        release: card.map(|card| card.release.version),
        published_on: card.and_then(|card| card.release.published_on),
        imported_at: card.map(|card| card.imported_at),
        last_attempt: last_attempt(&state, Wanted::Archives).await?,
        last_success_at: catalog::last_success(&state.pool, Source::Download).await?,
        next_check_at: state.config.rome_url().and_then(|_| state.config.catalog_check.next(now)),
        paused_until: paused_until(&state, Source::Download).await?,
        api: api(&state).await?,
        certifications: certifications(&state, snapshot.certifications()).await?,
        running: jobs::is_waiting::<ImportCatalog>(&state).await?,
    }))
}

async fn api(state: &AppState) -> Result<Option<CatalogApi>> {
    if state.config.france_travail_id.is_none() {
        return Ok(None);
    }
    Ok(Some(CatalogApi {
        last_attempt: last_attempt(state, Wanted::Api).await?,
        last_success_at: catalog::last_success(&state.pool, Source::Api).await?,
        paused_until: paused_until(state, Source::Api).await?,
    }))
}

async fn certifications(state: &AppState, cards: &CertificationCards) -> Result<CertificationSync> {
    let next = state.config.rncp_url().and_then(|_| state.config.catalog_check.next(state.clock.now()));
    Ok(CertificationSync {
        published_on: cards.published_on(),
        count: cards.count(),
        last_attempt: last_attempt(state, Wanted::Certifications).await?,
        last_success_at: catalog::last_success(&state.pool, Source::Certifications).await?,
        next_check_at: next,
        paused_until: paused_until(state, Source::Certifications).await?,
    })
}

async fn last_attempt(state: &AppState, wanted: Wanted) -> Result<Option<CatalogImport>> {
    let newest = PageParams { limit: Some(1), cursor: None };
    let last = catalog::list_attempts(&state.pool, wanted, &newest).await?.items.pop();
    Ok(last.map(CatalogImport::from))
}

async fn paused_until(state: &AppState, source: Source) -> Result<Option<DateTime<Utc>>> {
    let paused = catalog::pause(&state.pool, source, state.clock.now()).await?;
    Ok(paused.map(|paused| paused.until))
}

/// Has the publishers asked now: for the archive, with an account the API, then the certifications.
///
/// What comes of it is in the history; one at a time.
#[utoipa::path(post, path = "/admin/catalog-imports", operation_id = "start_catalog_import", tag = "admin",
    request_body = StartCatalogImport, responses((status = 202, description = "Asked for"), Problems))]
pub async fn start_catalog_import(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<StartCatalogImport>,
) -> Result<StatusCode> {
    policy::may_operate(&actor)?;
    let config = &state.config;
    if config.rome_url().is_none() && config.france_travail_id.is_none() && config.rncp_url().is_none() {
        return Err(Code::DownloadsOff.into());
    }
    if jobs::is_waiting::<ImportCatalog>(&state).await? {
        return Err(Code::ImportRunning.into());
    }
    let mut tx = state.pool.begin().await?;
    let job = ImportCatalog { dry_run: body.dry_run, accept_losses: body.accept_losses };
    jobs::enqueue(&mut tx, &state, &job).await?;
    let entry = audit::Entry::new(Event::CatalogImportRequested, state.clock.now(), "catalog", None);
    audit::record(&mut tx, &state.ids, entry.by(actor.person)).await?;
    tx.commit().await?;
    Ok(StatusCode::ACCEPTED)
}
