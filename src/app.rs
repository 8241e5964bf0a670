//! Wires everything: the parts slices keep in memory, the routes, the API's description.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use clap::ValueEnum;
use futures::FutureExt;
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
use crate::chat;
use crate::companies::{self, CheckCompanies, KnownRecruiters};
use crate::files::{self, CheckFiles, FileLinks, RemoveFile, ScanFile, SweepFiles, Underway};
use crate::identity;
use crate::ids::Ids;
use crate::indexing::{Keeper, Role};
use crate::notifications;
use crate::offers;
use crate::orgs;
use crate::passport::{self, ExportSecret};
use crate::platform::antivirus::Antivirus;
use crate::platform::apart::Apart;
use crate::platform::clock::Clock;
use crate::platform::config::Config;
use crate::platform::db::ReadyConnections;
use crate::platform::http::health::{Health, Readiness};
use crate::platform::http::idempotency::{self, Guard, PurgeIdempotencyKeys};
use crate::platform::http::layers::Bounds;
use crate::platform::http::limits::Limits;
use crate::platform::http::problem::Problem;
use crate::platform::http::{Code, Error, Operations, error, health, layers, server, static_files, verifier};
use crate::platform::jobs::{self, PurgeDeadJobs, Registry};
use crate::platform::live::Hub;
use crate::platform::mail::{Mailer, SendMail};
use crate::platform::passwords::Passwords;
use crate::platform::seal::SealKey;
use crate::platform::search::{Activity, Search};
use crate::platform::secrets::Secrets;
use crate::platform::state::{AppState, Parts};
use crate::platform::storage::Storage;
use crate::platform::tokens::AccessTokens;
use crate::privacy;
use crate::profiles::{
    self, BlockLists, Exclusions, Paging, Quotas, ReviewProfiles, ReviewSavedSearches, SearchHistory, Words,
};
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

/// Routes that only read, though by POST: what one asks is long, or is nobody else's business. An answer of yesterday is not
/// given again: somebody in it may not be seen today.
const READS: &[&str] = &[
    "/api/v1/profile-search",
    "/api/v1/me/saved-searches/{id}/run",
    "/api/v1/organisations/{id}/sessions/{session_id}/validations/preview",
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/correction-preview",
    "/api/v1/company/quizzes/{quiz_id}/correction-preview",
    "/api/v1/passport-checks",
    "/api/v1/passport-checks/file",
    "/api/v1/passport-shares/view",
    "/api/v1/passport-shares/proof",
];

/// Routes whose answers are not kept for whoever sends the request again: they give a secret once, or show what may be taken back
/// or deleted within the day.
const NOT_KEPT: &[&str] = &[
    "/api/v1/me/totp",
    "/api/v1/me/totp/confirm",
    "/api/v1/me/calendar-feed",
    "/api/v1/me/passport/disclosures",
    "/api/v1/me/passport/shares",
    "/api/v1/me/validations/{validation_id}/badge",
    "/api/v1/me/data-exports/{id}/link",
    "/api/v1/admin/people/{id}/data-access",
    // What is written in rooms is deleted with them; a message that is sent again is known by its client id.
    "/api/v1/rooms/{id}/messages",
    "/api/v1/rooms/{id}/messages/{message_id}/approval",
    "/api/v1/rooms/{id}/messages/{message_id}/refusal",
    "/api/v1/rooms/{id}/messages/{message_id}/removal",
    "/api/v1/room-reports/{id}/decision",
    // What a person shares for an offer is shown as long as they share it.
    "/api/v1/offers/{id}/recipients/{recipient_id}/closing",
    "/api/v1/offers/{id}/recipients/{recipient_id}/reminder",
    "/api/v1/offers/{id}/recipients/{recipient_id}/withdrawal",
];

/// Which requests an `Idempotency-Key` says something on.
pub fn idempotency_rules() -> idempotency::Rules {
    idempotency::Rules {
        whose: |parts, state| identity::whose(parts, state).boxed(),
        uploads: UPLOADS,
        reads: READS,
        not_kept: NOT_KEPT,
    }
}

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
        .with::<quizzes::ReachablePeople>(Box::new(profiles::VisiblePeople))
        .with(FileLinks::new(&secrets))
        .with(secrets)
        .with(Passwords::default())
        .with(kinds_of_jobs())
        .with(Limits::new(&config))
        .with(chat::Pace::new(&config))
        .with::<offers::Rooms>(Box::new(chat::Rooms))
        // Streams of open pages: at most every other connection, so that the pages can also ask.
        .with(Hub::new(server::connection_limit() / 2))
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
        .with(BlockLists::default())
        .with(privacy::Site(router))
        .with(profiles::Tally::default())
        .with(Exclusions::default())
        .with(SearchHistory::default());
    Ok(AppState::new(pool, clock, ids, Arc::new(config), parts))
}

/// Every kind of job.
fn kinds_of_jobs() -> Registry {
    Registry::default()
        .with::<SendMail>()
        .with::<PurgeDeadJobs>()
        .with::<PurgeIdempotencyKeys>()
        .with::<identity::PurgeSpentTokens>()
        .with::<identity::PurgeUnconfirmedAccounts>()
        .with::<orgs::PurgeInvitations>()
        .with::<orgs::CheckOrganisations>()
        .with::<ScanFile>()
        .with::<RemoveFile>()
        .with::<SweepFiles>()
        .with::<CheckFiles>()
        .with::<CheckCompanies>()
        .with::<companies::ConfirmMembers>()
        .with::<companies::PurgeCompanyInvitations>()
        .with::<CheckCatalog>()
        .with::<CheckPartner>()
        .with::<CheckCertifications>()
        .with::<ReviewCatalog>()
        .with::<ReviewSavedSearches>()
        .with::<ReviewProfiles>()
        .with::<profiles::AlertSavedSearches>()
        .with::<profiles::PurgeLists>()
        .with::<profiles::PurgeNotes>()
        .with::<profiles::PurgeQuotas>()
        .with::<profiles::PurgeSearchHistory>()
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
        .with::<chat::EndRooms>()
        .with::<privacy::WriteDataExport>()
        .with::<privacy::EraseDataExports>()
        .with::<privacy::EraseAccounts>()
        .with::<privacy::ReplayErasures>()
        .with::<privacy::CheckInactivity>()
        .with::<privacy::DisclosureCheck>()
        .with::<privacy::PurgePrivacyLogs>()
        .with::<sharing::EndShares>()
        .with::<sharing::PurgeAccesses>()
        .with::<offers::ExpireOffers>()
        .with::<offers::RemindOffers>()
        .with::<offers::FollowOffers>()
        .with::<offers::AnonymiseOffers>()
        .with::<notifications::MailNotices>()
        .with::<notifications::DeliverNotices>()
        .with::<notifications::PurgeNotices>()
}

/// Every operation of the API.
fn api() -> Operations {
    [
        identity::routes(),
        orgs::routes(),
        files::routes(),
        companies::routes(),
        catalog::routes(),
        trainings::routes(),
        sessions::routes(),
        attendance::routes(),
        quizzes::routes(),
        passport::routes(),
        sharing::routes(),
        profiles::routes(),
        offers::routes(),
        chat::routes(),
        notifications::routes(),
        privacy::routes(),
        admin::routes(),
    ]
    .into_iter()
    .fold(Operations::new(), Operations::merge)
}

/// The OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let described = OpenApiRouter::with_openapi(Api::openapi()).nest("/api/v1", api().describe());
    let mut document = described.into_openapi();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
    document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(bearer));
    document
}

/// The whole site: the API under `/api/v1`.
pub fn router(state: &AppState) -> Router {
    let site = Router::new()
        .nest("/api/v1", api().into_router())
        .merge(health::routes())
        .merge(verifier::routes())
        .route("/api/v1/openapi.json", get(described_api))
        .method_not_allowed_fallback(async || Error::from(Code::MethodNotAllowed))
        .fallback(static_files::serve)
        .with_state(state.clone())
        .layer(from_fn_with_state(Guard::new(state, idempotency_rules()), idempotency::once));
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
        Part::Web => {
            let (state, stop) = (state.clone(), stop.clone());
            tasks.spawn(async move {
                stop.cancelled().await;
                // What was counted in the last two seconds is written before the process ends.
                if let Err(error) = profiles::write_tally(&state).await {
                    tracing::error!(error = format!("{error:#}"), "the last counts of searches are lost");
                }
            });
        }
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
