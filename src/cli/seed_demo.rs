//! `carnet seed-demo`: a corpus of invented people, for demonstrations and measurements.

use anyhow::Result;
use carnet::demo::{self, Options};
use carnet::platform::config::Config;
use carnet::platform::progress::Progress;
use carnet::platform::state::AppState;
use clap::Args;

use super::session;

#[derive(Args)]
pub struct SeedDemo {
    #[command(flatten)]
    config: Config,
    /// How many people the database holds afterwards.
    #[arg(long)]
    profiles: u32,
    /// Which people: the same seed and catalogue give the same ones.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub async fn run(command: SeedDemo) -> Result<()> {
    let options = Options::new(command.profiles, command.seed);
    session::with_state(command.config, async |state| seed(&state, options).await).await
}

async fn seed(state: &AppState, options: Options) -> Result<()> {
    let outcome = demo::seed(state, options, Progress::start).await?;
    println!("{} people written; {} were there before", outcome.written, outcome.already);
    Ok(())
}
