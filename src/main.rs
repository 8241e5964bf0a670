//! Command line.

use std::process::ExitCode;

use carnet::app;
use carnet::platform::config::Config;
use carnet::platform::db::pool;
use clap::{Parser, Subcommand};

/// Skill passports, and the search engine recruiters use on them.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring the database to this version's schema.
    Migrate(Box<Config>),
    /// Print the OpenAPI document.
    Openapi,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("carnet: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match command {
            Command::Migrate(config) => migrate(&config).await,
            Command::Openapi => {
                println!("{}", app::openapi().to_pretty_json()?);
                Ok(())
            }
        }
    })
}

async fn migrate(config: &Config) -> anyhow::Result<()> {
    let url = config.database_url.as_deref().ok_or_else(|| anyhow::anyhow!("DATABASE_URL is not set"))?;
    let pool = pool::connect(url.parse()?, 2).await?;
    pool::MIGRATOR.run(&pool).await?;
    Ok(())
}
