//! Wires everything: the parts slices keep in memory, the routes, the API's description.

use std::sync::Arc;

use axum::Router;
use sqlx::PgPool;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

use crate::companies::Register;
use crate::identity;
use crate::ids::Ids;
use crate::platform::clock::Clock;
use crate::platform::config::Config;
use crate::platform::http::problem::Problem;
use crate::platform::http::{Error, error};
use crate::platform::jobs::{PurgeDeadJobs, Registry};
use crate::platform::mail::{Mailer, SendMail};
use crate::platform::search::Search;
use crate::platform::passwords::Passwords;
use crate::platform::secrets::Secrets;
use crate::platform::state::{AppState, Parts};
use crate::platform::tokens::AccessTokens;
use crate::sharing;

/// Description of the API; the operations are collected from the slices' routers.
#[derive(OpenApi)]
#[openapi(
    info(title = "Carnet", description = "Skill passports, and the search engine recruiters use on them."),
    components(schemas(Problem, error::Code, error::FieldError)),
    security(("bearer" = []))
)]
struct Api;

/// Builds the state from an open, migrated database.
pub async fn state(pool: PgPool, clock: Clock, ids: Ids, config: Config) -> anyhow::Result<AppState> {
    let secrets = Secrets::open(&config, &ids)?;
    let parts = Parts::default()
        .with(AccessTokens::new(&secrets))
        .with(secrets)
        .with(Passwords::default())
        .with(jobs())
        .with(Mailer::new(&config)?)
        .with(Register::new(&config, &clock)?).with(Search::default());
    Ok(AppState::new(pool, clock, ids, Arc::new(config), parts))
}

/// Every kind of job.
fn jobs() -> Registry {
    Registry::default().with::<SendMail>().with::<PurgeDeadJobs>()
}

/// Every operation of the API, with its description.
fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::default().merge(identity::routes()).merge(sharing::routes())
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
pub fn router(state: AppState) -> Router {
    let (site, _) = described().split_for_parts();
    site.fallback(async || Error::not_found()).with_state(state)
}
