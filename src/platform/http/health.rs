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

/// Asks one part how it is; the error is a word for the operator, without anybody's data.
type Check = fn(AppState) -> BoxFuture<'static, Result<(), String>>;

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

/// `GET /health/live` and `GET /health/ready`.
pub fn routes() -> Router<AppState> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready))
}

/// Restarting a process that answers this helps nobody.
async fn live() -> Response {
    ([(CACHE_CONTROL, "no-store")], Json(Report { status: "ok", parts: BTreeMap::new() })).into_response()
}

/// A load balancer sends requests only to servers that answer 200 here.
async fn ready(State(state): State<AppState>) -> Response {
    let parts = report(&state).await;
    let is_ready = parts.values().all(|part| part.ok);
    let (code, status) =
        if is_ready { (StatusCode::OK, "ready") } else { (StatusCode::SERVICE_UNAVAILABLE, "unavailable") };
    (code, [(CACHE_CONTROL, "no-store")], Json(Report { status, parts })).into_response()
}

/// Asks every part at the same time.
async fn report(state: &AppState) -> BTreeMap<&'static str, Part> {
    let checks = state.part::<Readiness>().0.clone();
    let asked = checks.into_iter().map(|(name, check)| {
        let state = state.clone();
        async move {
            let answer =
                timeout(PATIENCE, check(state)).await.unwrap_or_else(|_| Err("no answer".to_owned()));
            (name, Part { ok: answer.is_ok(), problem: answer.err() })
        }
    });
    join_all(asked).await.into_iter().collect()
}

async fn database(state: AppState) -> Result<(), String> {
    sqlx::query!("SELECT 1 AS one")
        .fetch_one(&state.pool)
        .await
        .map(|_| ())
        .map_err(|_| "does not answer".to_owned())
}

/// A newer schema than ours is fine: the next version is being rolled out.
async fn migrations(state: AppState) -> Result<(), String> {
    // Not a compile-time checked query: the table belongs to the migrator, not to the schema.
    let applied: Option<i64> = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations WHERE success")
        .fetch_one(&state.pool)
        .await
        .map_err(|_| "cannot be read".to_owned())?;
    let wanted = MIGRATOR.iter().map(|migration| migration.version).max();
    if applied >= wanted { Ok(()) } else { Err("some are not applied".to_owned()) }
}
