//! What every command that touches the database begins and ends with.

use anyhow::Result;
use carnet::app;
use carnet::ids::Ids;
use carnet::platform::clock::Clock;
use carnet::platform::config::Config;
use carnet::platform::db::open::Database;
use carnet::platform::state::AppState;
use carnet::platform::telemetry;

/// Opens the database of the settings, hands the state to the work, and closes the database whatever came of it.
pub async fn with_state<T>(config: Config, work: impl AsyncFnOnce(AppState) -> Result<T>) -> Result<T> {
    telemetry::start_logs(&config)?;
    let database = Database::open(&config).await?;
    let outcome = async { work(state(&database, config).await?).await }.await;
    database.close().await;
    outcome
}

async fn state(database: &Database, config: Config) -> Result<AppState> {
    let clock = Clock::system();
    let ids = Ids::random(clock.clone())?;
    app::state(database.pool.clone(), clock, ids, config).await
}
