//! Whether the process lives, and whether it can answer. Outside the API: no session, no limit on who asks.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::future::{BoxFuture, join_all};
use serde::Serialize;
use tokio::time::{sleep, timeout};

use super::extract::Json;
use crate::platform::db::pool::MIGRATOR;
use crate::platform::state::AppState;

/// How long one part may take to say how it is.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often a start looks whether the parts are there.
const ASK_AGAIN: Duration = Duration::from_millis(50);

/// How a part is; the words are for the operator, without anybody's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// It works.
    Good,
    /// It answers, but not as it should: somebody should look.
    Degraded(String),
    /// The server cannot work without it.
    Absent(String),
}

/// Asks one part how it is.
type Check = fn(AppState) -> BoxFuture<'static, Health>;

/// The parts a server cannot work without; slices add theirs in `app.rs`.
#[derive(Clone)]
pub struct Readiness(Vec<(&'static str, Check)>);

impl Default for Readiness {
    fn default() -> Self {
        Self(vec![
            ("database", |state| Box::pin(database(state))),
            ("migrations", |state| Box::pin(migrations(state))),
        ])
    }
}

impl Readiness {
    /// Adds a part.
    #[must_use]
    pub fn with(mut self, name: &'static str, check: Check) -> Self {
        self.0.push((name, check));
        self
    }
}

/// Waits until every part can do its work.
pub async fn until_ready(state: &AppState) {
    while !report(state).await.values().all(|part| part.ok) {
        sleep(ASK_AGAIN).await;
    }
}

#[derive(Serialize)]
struct Report {
    status: &'static str,
    parts: BTreeMap<&'static str, Part>,
}

#[derive(Serialize)]
struct Part {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

impl From<Health> for Part {
    fn from(health: Health) -> Self {
        let ok = !matches!(health, Health::Absent(_));
        let problem = match health {
            Health::Good => None,
            Health::Degraded(problem) | Health::Absent(problem) => Some(problem),
        };
        Self { ok, problem }
    }
}

/// `GET /health/live` and `GET /health/ready`.
pub fn routes() -> Router<AppState> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready))
}

/// Restarting a process that answers this helps nobody.
async fn live() -> Response {
    ([(CACHE_CONTROL, "no-store")], Json(Report { status: "ok", parts: BTreeMap::new() })).into_response()
}

/// A load balancer sends requests only to servers that answer 200 here; a degraded one still answers.
async fn ready(State(state): State<AppState>) -> Response {
    let parts = report(&state).await;
    let (code, status) = if !parts.values().all(|part| part.ok) {
        (StatusCode::SERVICE_UNAVAILABLE, "unavailable")
    } else if parts.values().any(|part| part.problem.is_some()) {
        (StatusCode::OK, "degraded")
    } else {
        (StatusCode::OK, "ready")
    };
    (code, [(CACHE_CONTROL, "no-store")], Json(Report { status, parts })).into_response()
}

/// Asks every part at the same time.
async fn report(state: &AppState) -> BTreeMap<&'static str, Part> {
    let checks = state.part::<Readiness>().0.clone();
    let asked = checks.into_iter().map(|(name, check)| {
        let state = state.clone();
        async move {
            let health = timeout(PATIENCE, check(state)).await;
            (name, health.unwrap_or_else(|_| Health::Absent("no answer".to_owned())).into())
        }
    });
    join_all(asked).await.into_iter().collect()
}

async fn database(state: AppState) -> Health {
    match sqlx::query!("SELECT 1 AS one").fetch_one(&state.pool).await {
        Ok(_) => Health::Good,
        Err(_) => Health::Absent("does not answer".to_owned()),
    }
}

/// A newer schema than ours is fine: the next version is being rolled out.
async fn migrations(state: AppState) -> Health {
    // Not a compile-time checked query: the table belongs to the migrator, not to the schema.
    let applied: sqlx::Result<Option<i64>> =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations WHERE success")
            .fetch_one(&state.pool)
            .await;
    let wanted = MIGRATOR.iter().map(|migration| migration.version).max();
    match applied {
        Ok(applied) if applied >= wanted => Health::Good,
        Ok(_) => Health::Absent("some are not applied".to_owned()),
        Err(_) => Health::Absent("cannot be read".to_owned()),
    }
}
