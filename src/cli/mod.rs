//! The commands, one file each. They open the database, wire the state, and leave the work to the slices.

mod mask_pages;
mod reindex;
mod seed_demo;
mod serve;
mod session;
mod stop;
mod sync_catalog;
mod verify_accesses;
mod verify_attendance;
mod verify_consents;
mod verify_document;
mod verify_index;
mod verify_passports;

use carnet::app;
use carnet::platform::config::Config;
use clap::{Parser, Subcommand};

/// Skill passports, and the search engine recruiters use on them.
#[derive(Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer requests, keep the search index, send mails and run the timed jobs.
    Serve(Box<serve::Serve>),
    /// Bring the database to this version's schema.
    Migrate(Box<Config>),
    /// Fill an empty or a demo database with invented people.
    SeedDemo(Box<seed_demo::SeedDemo>),
    /// Bring the national catalogue of jobs and skills up to date.
    SyncCatalog(Box<sync_catalog::SyncCatalog>),
    /// Build the search index anew, beside the one that is served.
    Reindex(Box<Config>),
    /// Compare every document of the search index with the database.
    VerifyIndex(Box<Config>),
    /// Compute the chain of consents again, and compare it with what is kept.
    VerifyConsents(Box<Config>),
    /// Compute the chains of profile openings again, and compare them with what is kept.
    VerifyAccesses(Box<Config>),
    /// Compute the chains of sealed attendance sheets again, and compare them with the rows that are there.
    VerifyAttendance(Box<Config>),
    /// Compute the chains of passports again, and compare them with the rows that are there.
    VerifyPassports(Box<Config>),
    /// Check, offline, that what was signed (PDF, JSON, ZIP, one claim, badge) is as it was issued.
    VerifyDocument(verify_document::VerifyDocument),
    /// Copy one file without the zones it names: started by the server, for what people sent.
    #[command(hide = true)]
    MaskPages,
    /// Print the OpenAPI document.
    Openapi,
}

/// Runs the command to its end.
pub fn run(cli: Cli) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(options) => serve::run(*options).await,
            // Opening a database migrates it.
            Command::Migrate(config) => session::with_state(*config, async |_| Ok(())).await,
            Command::SeedDemo(command) => seed_demo::run(*command).await,
            Command::SyncCatalog(options) => sync_catalog::run(*options).await,
            Command::Reindex(config) => reindex::run(*config).await,
            Command::VerifyIndex(config) => verify_index::run(*config).await,
            Command::VerifyConsents(config) => verify_consents::run(*config).await,
            Command::VerifyAccesses(config) => verify_accesses::run(*config).await,
            Command::VerifyAttendance(config) => verify_attendance::run(*config).await,
            Command::VerifyPassports(config) => verify_passports::run(*config).await,
            Command::VerifyDocument(command) => verify_document::run(&command),
            Command::MaskPages => mask_pages::run(),
            Command::Openapi => {
                println!("{}", app::openapi().to_pretty_json()?);
                Ok(())
            }
        }
    })
}
