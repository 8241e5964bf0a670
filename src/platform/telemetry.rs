//! Logs and metrics: what the operator sees.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::routing::get;
use axum_prometheus::metrics_exporter_prometheus::PrometheusHandle;
use axum_prometheus::{EndpointLabel, PrometheusMetricLayer, PrometheusMetricLayerBuilder};
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use crate::platform::config::{Config, LogFormat};
use crate::platform::http::server::{self, Patience};
use crate::platform::jobs;
use crate::platform::state::AppState;

/// How often the gauges nobody updates otherwise are read.
const GAUGES_EVERY: Duration = Duration::from_secs(15);

/// Libraries whose everyday lines tell an operator nothing; `CARNET_LOG` comes after, and may ask for them.
const QUIET: &str = "tokio_cron_scheduler=warn,sqlx::postgres::notice=warn";

/// Starts writing log lines to the standard error.
pub fn start_logs(config: &Config) -> Result<()> {
    let filter = EnvFilter::try_new(format!("{QUIET},{}", config.log))
        .with_context(|| format!("CARNET_LOG is not a filter: {}", config.log))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let lines = lines.with_ansi(std::io::stderr().is_terminal());
    let started = match config.log_format {
        LogFormat::Text => lines.with_target(false).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("logs cannot start: {error}"))
}

/// The listener Prometheus reads, never the one the public reaches.
pub struct Metrics {
    listener: TcpListener,
    handle: PrometheusHandle,
    layer: PrometheusMetricLayer<'static>,
}

impl Metrics {
    /// Opens the listener; none when metrics are off.
    pub fn open(config: &Config) -> Result<Option<Self>> {
        if config.metrics_listen == "off" {
            return Ok(None);
        }
        let address: SocketAddr = config.metrics_listen.parse().with_context(|| {
            format!("CARNET_METRICS_LISTEN is neither an address nor `off`: {}", config.metrics_listen)
        })?;
        let listener = server::listen(address).with_context(|| {
            format!("cannot listen on {address} for metrics (CARNET_METRICS_LISTEN=off does without)")
        })?;
        // The address of a page may name somebody, and there are as many of them as people type: they count as one.
        let (layer, handle) = PrometheusMetricLayerBuilder::new()
            .with_endpoint_label_type(EndpointLabel::MatchedPathWithFallbackFn(|_| "other".to_owned()))
            .with_default_metrics()
            .build_pair();
        Ok(Some(Self { listener, handle, layer }))
    }

    /// Returns the layer that counts and times the requests of a site, by route and status.
    pub fn layer(&self) -> PrometheusMetricLayer<'static> {
        self.layer.clone()
    }

    /// Answers `GET /metrics` until the stop.
    pub async fn serve(self, state: AppState, stop: CancellationToken) {
        let handle = self.handle;
        let site = Router::new().route("/metrics", get(async move || handle.render()));
        tokio::join!(
            server::serve(self.listener, site, Patience::default(), stop.clone()),
            read_gauges(state, stop)
        );
    }
}

async fn read_gauges(state: AppState, stop: CancellationToken) {
    let mut beat = interval(GAUGES_EVERY);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(beat.tick()).await.is_some() {
        metrics::gauge!("carnet_database_connections").set(f64::from(state.pool.size()));
        metrics::gauge!("carnet_database_connections_idle").set(state.pool.num_idle() as f64);
        match jobs::count_due(&state).await {
            Ok(due) => metrics::gauge!("carnet_jobs_due").set(due as f64),
            Err(error) => tracing::warn!(%error, "cannot count the jobs that are due"),
        }
    }
}
