//! `carnet verify-accesses`: computes the chains of profile openings again, and compares them with what is kept.

use anyhow::bail;
use carnet::platform::config::Config;
use carnet::sharing::{self, AccessReport};

use super::session;

/// Faults printed.
const SHOWN: usize = 20;

/// Checks, prints what is wrong, and fails when something is.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let AccessReport { people, accesses, faults } =
        session::with_state(config, async |state| Ok(sharing::verify_accesses(&state).await?)).await?;
    println!("{accesses} openings of {people} profiles checked");
    for fault in faults.iter().take(SHOWN) {
        println!("  {fault}");
    }
    if faults.len() > SHOWN {
        println!("  and {} more", faults.len() - SHOWN);
    }
    if faults.is_empty() { Ok(()) } else { bail!("{} chains of openings do not hold", faults.len()) }
}
