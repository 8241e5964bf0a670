//! `carnet verify-consents`: computes the chain of consents again, and compares it with what is kept.

use anyhow::bail;
use carnet::platform::config::Config;
use carnet::sharing::{self, ConsentReport};

use super::session;

/// Faults printed.
const SHOWN: usize = 20;

/// Checks, prints what is wrong, and fails when something is.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let ConsentReport { people, events, faults } =
        session::with_state(config, async |state| Ok(sharing::verify_consents(&state).await?)).await?;
    println!("{events} consents of {people} people checked");
    for fault in faults.iter().take(SHOWN) {
        println!("  {fault}");
    }
    if faults.len() > SHOWN {
        println!("  and {} more", faults.len() - SHOWN);
    }
    if faults.is_empty() { Ok(()) } else { bail!("{} proofs of consent do not hold", faults.len()) }
}
