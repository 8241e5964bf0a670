//! Wires everything: the parts slices keep in memory, the routes, the API's description.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use clap::ValueEnum;
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

use crate::admin;
use crate::attendance::{self, Press, QrCodes, Sheets};
use crate::catalog::{
    self, Catalog, CheckCatalog, CheckCertifications, CheckPartner, ImportCatalog, Importer,
};
use crate::companies::{self, CheckCompanies, KnownRecruiters};
use crate::files::{self, CheckFiles, FileLinks, RemoveFile, ScanFile, SweepFiles, Underway};
use crate::identity;
use crate::ids::Ids;
use crate::indexing::{Keeper, Role};
use crate::orgs;
use crate::passport::{self, ExportSecret};
use crate::platform::antivirus::Antivirus;
use crate::platform::apart::Apart;
use crate::platform::clock::Clock;
use crate::platform::config::Config;
use crate::platform::db::ReadyConnections;
use crate::platform::http::health::{Health, Readiness};
use crate::platform::http::layers::Bounds;
use crate::platform::http::limits::Limits;
use crate::platform::http::problem::Problem;
use crate::platform::http::{Code, Error, error, health, layers, static_files, verifier};
use crate::platform::jobs::{self, PurgeDeadJobs, Registry};
use crate::platform::mail::{Mailer, SendMail};
use crate::platform::passwords::Passwords;
use crate::platform::seal::SealKey;
use crate::platform::search::{Activity, Search};
use crate::platform::secrets::Secrets;
use crate::platform::state::{AppState, Parts};
use crate::platform::storage::Storage;
use crate::platform::tokens::AccessTokens;
use crate::profiles::{self, BlockLists, Paging, Quotas, ReviewProfiles, ReviewSavedSearches, Words};
use crate::quizzes;
use crate::registers::Register;
use crate::schedule::timed_jobs;
use crate::sessions::{self, Keeper as SheetKeeper};
use crate::sharing;
use crate::trainings::{self, ReviewCatalog};

/// Description of the API; the operations are collected from the slices' routers.
#[derive(OpenApi)]
#[openapi(
    info(title = "Carnet", description = "Skill passports, and the search engine recruiters use on them."),
    components(schemas(Problem, error::Code, error::FieldError)),
    security(("bearer" = []))
)]
struct Api;

/// Routes whose body is a file.
const UPLOADS: &[&str] = &[files::UPLOADS[0], files::UPLOADS[1], passport::UPLOADS[0], passport::UPLOADS[1]];

/// Pages of the search that PostgreSQL checks at the same time.
const CHECKS_AT_ONCE: usize = 8;

/// Builds the state from an open, migrated database.
pub async fn state(pool: PgPool, clock: Clock, ids: Ids, config: Config) -> anyhow::Result<AppState> {
    let secrets = Secrets::open(&config, &ids)?;
    let catalog = Catalog::load(&pool).await?;
    let paging = Paging::new(&secrets, config.has_limits().then_some(config.search_depth));
    let parts = Parts::default()
        .with(AccessTokens::new(&secrets))
        .with(QrCodes::new(secrets.derive("attendance-qr")))
        .with(ExportSecret::new(secrets.derive("passport-export")))
        .with(SealKey::open(&config, &ids)?)
        .with(Press::default())
        .with::<SheetKeeper>(Box::new(Sheets))
        .with(FileLinks::new(&secrets))
        .with(secrets)
        .with(Passwords::default())
        .with(kinds_of_jobs())
        .with(Limits::new(&config))
        .with(
            Readiness::default().with("index", |state| Box::pin(std::future::ready(health_of_index(&state)))),
        )
        .with(Mailer::new(&config)?)
        .with(Storage::open(&config)?)
        .with(Antivirus::new(&config))
        .with(Apart::default())
        .with(Underway::default())
        .with(paging)
        .with(Quotas::new(&config))
        .with(Words::new(catalog.clone()))
        .with(catalog)
        .with(Register::new(&config, &clock)?)
        .with(KnownRecruiters::default())
        .with(ReadyConnections::beside(&pool, CHECKS_AT_ONCE))
        .with(Search::default())
        .with(BlockLists::default());
    Ok(AppState::new(pool, clock, ids, Arc::new(config), parts))
}

/// Every kind of job.
fn kinds_of_jobs() -> Registry {
    Registry::default()
        .with::<SendMail>()
        .with::<PurgeDeadJobs>()
        .with::<identity::PurgeSpentTokens>()
        .with::<identity::PurgeUnconfirmedAccounts>()
        .with::<orgs::PurgeInvitations>()
        .with::<orgs::CheckOrganisations>()
        .with::<ScanFile>()
        .with::<RemoveFile>()
        .with::<SweepFiles>()
        .with::<CheckFiles>()
        .with::<CheckCompanies>()
        .with::<CheckCatalog>()
        .with::<CheckPartner>()
        .with::<CheckCertifications>()
        .with::<ReviewCatalog>()
        .with::<ReviewSavedSearches>()
        .with::<ReviewProfiles>()
        .with::<ImportCatalog>()
        .with::<sessions::AdvanceSessions>()
        .with::<sessions::TellSlotChanges>()
        .with::<sessions::PurgeEnrolmentImports>()
        .with::<attendance::CheckThresholds>()
        .with::<attendance::PurgeAttendance>()
        .with::<quizzes::PurgeQuestionImports>()
        .with::<quizzes::CloseQuizzes>()
        .with::<quizzes::RemindQuizzes>()
        .with::<quizzes::PurgeQuizAttempts>()
        .with::<passport::MarkExpired>()
        .with::<passport::MeasureAlignment>()
        .with::<passport::WriteExport>()
        .with::<passport::EraseExports>()
        .with::<passport::MaskProof>()
        .with::<passport::RemindReviewers>()
        .with::<passport::RemindExpiry>()
        .with::<passport::RemindReplies>()
}

/// Every operation of the API, with its description.
fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::default()
        .merge(identity::routes())
        .merge(orgs::routes())
        .merge(files::routes())
        .merge(companies::routes())
        .merge(catalog::routes())
        .merge(trainings::routes())
        .merge(sessions::routes())
        .merge(attendance::routes())
        .merge(quizzes::routes())
        .merge(passport::routes())
        .merge(sharing::routes())
        .merge(profiles::routes())
        .merge(admin::routes())
}

fn described() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(Api::openapi()).nest("/api/v1", api())
}

/// The OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = described().into_openapi();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
    document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(bearer));
    document
}

/// The whole site: the API under `/api/v1`.
pub fn router(state: &AppState) -> Router {
    let (site, _) = described().split_for_parts();
    let site = site
        .merge(health::routes())
        .merge(verifier::routes())
        .route("/api/v1/openapi.json", get(described_api))
        .method_not_allowed_fallback(async || Error::from(Code::MethodNotAllowed))
        .fallback(static_files::serve)
        .with_state(state.clone());
    layers::around(site, state, Bounds { uploads: UPLOADS, ..Bounds::default() })
}

/// The document this program was built with, made once.
async fn described_api() -> Result<impl IntoResponse, Error> {
    static DOCUMENT: OnceLock<String> = OnceLock::new();
    if DOCUMENT.get().is_none() {
        let document = openapi().to_json().map_err(anyhow::Error::from)?;
        DOCUMENT.get_or_init(|| document);
    }
    let document = DOCUMENT.get().map_or("", String::as_str);
    Ok(([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-cache")], document))
}

/// A part of the server that may run in a process of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The API and the web app.
    Web,
    /// Jobs: mails, outside registers.
    Jobs,
    /// The clock that writes timed jobs.
    Schedule,
    /// The keeper of the search index. Left to another process of the same data folder, the index is still read.
    Index,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Web, Self::Jobs, Self::Schedule, Self::Index];
}

/// Makes sure that there is a catalogue, and keeps the copy in memory in step with it until the stop.
pub async fn open_catalog(
    state: &AppState,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let catalog = state.part::<Catalog>();
    catalog::ensure_loaded(&Importer::from(state), &state.config).await?;
    catalog::refresh(catalog, &state.pool).await?;
    tasks.spawn(catalog::follow(catalog.clone(), state.pool.clone(), stop.clone()));
    Ok(())
}

/// Starts what a part does beside answering requests, until the stop.
pub fn start(part: Part, state: &AppState, tasks: &TaskTracker, stop: &CancellationToken) {
    match part {
        Part::Web => {}
        Part::Jobs => {
            let registry = state.part::<Registry>().clone();
            tasks.spawn(jobs::run_worker(state.clone(), registry, stop.clone()));
        }
        Part::Schedule => {
            let timed = timed_jobs(&state.config.catalog_check);
            let ticking = jobs::run_ticker(state.clone(), timed, stop.clone());
            tasks.spawn(async move {
                if let Err(error) = ticking.await {
                    tracing::error!(error = format!("{error:#}"), "the timed jobs stopped");
                }
            });
        }
        Part::Index => follow_index(Role::Keep, state, tasks, stop),
    }
}

/// Serves the index: as its keeper, or from what the keeper of another process writes.
pub fn follow_index(role: Role, state: &AppState, tasks: &TaskTracker, stop: &CancellationToken) {
    match Keeper::start(state, role) {
        Ok(keeper) => {
            let stop = stop.clone();
            tasks.spawn(async move {
                stop.cancelled().await;
                keeper.stop().await;
            });
        }
        Err(error) => tracing::error!(error = format!("{error:#}"), "the index cannot be kept"),
    }
}

fn health_of_index(state: &AppState) -> Health {
    let search = state.part::<Search>();
    if search.serving().is_none() {
        return Health::Absent("is being built".to_owned());
    }
    match search.activity() {
        Activity::Ready => Health::Good,
        Activity::Rebuilding => Health::Degraded("a new one is being built".to_owned()),
        Activity::Failing => Health::Degraded("cannot be written, changes wait".to_owned()),
        Activity::Stopped => Health::Degraded("is not kept up to date".to_owned()),
    }
}
