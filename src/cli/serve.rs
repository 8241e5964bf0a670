//! `carnet serve`: everything in one process, or the parts that are not left to others.

use std::time::Duration;

use anyhow::{Context, Result};
use axum_prometheus::PrometheusMetricLayer;
use carnet::app::{self, Part};
use carnet::demo;
use carnet::indexing::Role;
use carnet::platform::config::Config;
use carnet::platform::http::health;
use carnet::platform::http::server::{self, Patience};
use carnet::platform::state::AppState;
use carnet::platform::telemetry::Metrics;
use carnet::privacy;
use clap::Args;
use tokio::net::TcpListener;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::{session, stop};

/// How long the parts may take to end once no request is left.
const PARTS_PATIENCE: Duration = Duration::from_secs(15);

/// How long a start may take before it says what it waits for.
const QUIET_START: Duration = Duration::from_secs(2);

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    config: Config,
    /// Parts left to other processes, separated by commas.
    #[arg(long, value_enum, value_delimiter = ',')]
    without: Vec<Part>,
    /// Fill an empty database with a demonstration, and open accounts whose password is public.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    fn has(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }
}

pub async fn run(options: Serve) -> Result<()> {
    let stop = stop::on_signal()?;
    session::with_state(options.config.clone(), async |state| serve(&options, state, stop).await).await
}

/// Starts the parts, answers requests until the stop, then ends the parts: nothing is written after they have gone.
async fn serve(options: &Serve, state: AppState, stop: CancellationToken) -> Result<()> {
    let (parts, stop_parts) = (TaskTracker::new(), CancellationToken::new());
    // The demonstration draws its people from the catalogue.
    app::open_catalog(&state, &parts, &stop_parts).await?;
    prepare_demo(options.demo, &state).await?;
    forget_again(&state).await;
    let metrics = Metrics::open(&state.config)?;
    for part in Part::ALL.into_iter().filter(|part| options.has(*part)) {
        app::start(part, &state, &parts, &stop_parts);
    }
    if options.has(Part::Web) && !options.has(Part::Index) {
        app::follow_index(Role::Read, &state, &parts, &stop_parts);
    }
    let layer = metrics.as_ref().map(Metrics::layer);
    if let Some(metrics) = metrics {
        parts.spawn(metrics.serve(state.clone(), stop_parts.clone()));
    }
    let outcome = answer(options, &state, layer, stop).await;
    stop_parts.cancel();
    parts.close();
    if timeout(PARTS_PATIENCE, parts.wait()).await.is_err() {
        tracing::warn!("some background work did not end in time");
    }
    outcome
}

/// Whoever was erased and came back with a restored dump is erased before anybody is answered. An object store that cannot be reached
/// keeps nothing from starting: a job tries again.
async fn forget_again(state: &AppState) {
    match privacy::replay(state).await {
        Ok(0) => {}
        Ok(again) => tracing::warn!(again, "accounts that came back with a restored dump were erased again"),
        Err(error) => tracing::error!(
            error = format!("{error:#}"),
            "who was erased before cannot be read; it is tried again"
        ),
    }
}

/// What to type in a browser: the public address, or with port 0 the one the system chose.
fn address(state: &AppState, listener: &TcpListener) -> Result<String> {
    if state.config.listen.port() == 0 {
        return Ok(format!("http://{}", listener.local_addr()?));
    }
    Ok(state.config.public_url())
}

/// In demo mode fills an empty database and prints the accounts; otherwise warns when such accounts are there.
async fn prepare_demo(is_demo: bool, state: &AppState) -> Result<()> {
    if is_demo {
        print!("{}", demo::seed_if_empty(state).await?);
    } else if demo::has_public_accounts(state).await? {
        tracing::warn!("this is a demo database: it has accounts whose password is public");
    }
    Ok(())
}

async fn answer(
    options: &Serve,
    state: &AppState,
    counting: Option<PrometheusMetricLayer<'static>>,
    stop: CancellationToken,
) -> Result<()> {
    if !options.has(Part::Web) {
        println!("Carnet est prêt, sans interface web.");
        stop.cancelled().await;
        return Ok(());
    }
    let listen = state.config.listen;
    let listener = server::listen(listen).with_context(|| format!("cannot listen on {listen}"))?;
    let site = app::router(state);
    let site = match counting {
        Some(layer) => site.layer(layer),
        None => site,
    };
    let address = address(state, &listener)?;
    let serving = server::serve(listener, site, Patience::default(), stop);
    tokio::pin!(serving);
    // Requests are answered meanwhile: only the search waits for its index.
    tokio::select! {
        () = &mut serving => return Ok(()),
        () = announce(state, &address) => {}
    }
    serving.await;
    Ok(())
}

/// Says where to go once everything works, and why not yet when that takes long.
async fn announce(state: &AppState, address: &str) {
    let ready = health::until_ready(state);
    tokio::pin!(ready);
    if timeout(QUIET_START, &mut ready).await.is_err() {
        println!("Carnet répond déjà, et prépare encore l’index de la recherche : {address}");
        ready.await;
    }
    println!("Carnet est prêt : {address}");
}
